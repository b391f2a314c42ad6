import { qualified } from '../../apis/group.ts'

/** Marks everything that we compose. */
export const managedByLabel = 'app.kubernetes.io/managed-by'
export const managedBy = 'roadbed'

/** Set by the developer on the claim: the keys, separated by commas, of the data that may be deleted. */
export const allowRemovalAnnotation = qualified('allow-removal')
