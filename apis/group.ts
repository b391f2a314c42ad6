/** The API group of every Roadbed kind. Written here once; everything else derives from it. */
export const group = 'platform.roadbed.dev'

/** The first, and so far only, version of the API. */
export const version = 'v1alpha1'

export const apiVersion = `${group}/${version}`

/** A label or annotation of ours, such as `platform.roadbed.dev/team`. */
export const qualified = <Name extends string>(name: Name): `${typeof group}/${Name}` => `${group}/${name}`
