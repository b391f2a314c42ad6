import type { File, Volume } from '../../../../apis/service/files.ts'
import { stableHash } from '../../../runtime/names.ts'
import { composedName } from '../../../runtime/names.ts'
import { tmp, tmpVolume, type Mount, type PodVolume } from '../../pod/container.ts'
import { secretNameOf } from '../binding.ts'
import type { Service } from '../service.ts'
import { bindingRoot } from './env.ts'

/** The key of the volume claim of a volume that outlives its pods. */
export const volumeKey = ({ name }: Volume): `volume-${string}` => `volume-${name}`

export const outlives = ({ type }: Volume): boolean => type === 'Persistent' || type === 'Shared'

/** The key under which the ConfigMap `config` holds a file. */
export const fileKey = ({ path }: File): string => `${path.slice(path.lastIndexOf('/') + 1)}-${stableHash(path)}`

/** Every volume of the pod. */
export const podVolumes = (service: Service): readonly PodVolume[] => [
  tmpVolume(service.resources.ephemeralStorage),
  ...service.volumes.map(volume => ownVolume(volume, service)),
  ...(service.files.some(({ content }) => content !== undefined)
    ? [{ name: 'config', configMap: { name: composedName(service.claim, 'config') } }]
    : []),
  ...service.files.flatMap((file, index) => fileVolume(file, index, service)),
  ...service.bindings
    .filter(({ as }) => as !== 'Env')
    .map(binding => ({
      name: `binding-${binding.name}`,
      secret: { secretName: secretNameOf(binding, service.observed) ?? '' },
    })),
]

const ownVolume = (volume: Volume, { claim }: Service): PodVolume => {
  const { name, type, size = '1Gi' } = volume
  return outlives(volume)
    ? { name: `volume-${name}`, persistentVolumeClaim: { claimName: composedName(claim, volumeKey(volume)) } }
    : { name: `volume-${name}`, emptyDir: { sizeLimit: size, ...(type === 'Memory' && { medium: 'Memory' }) } }
}

/** A file whose content is not in the claim comes from a volume of its own, which holds it alone. */
const fileVolume = (
  { content, secretKeyRef, configMapKeyRef, bindingKeyRef }: File,
  index: number,
  service: Service,
): readonly PodVolume[] => {
  if (content !== undefined) return []
  const name = `file-${index}`
  const item = (key: string) => [{ key, path: 'content' }]
  if (configMapKeyRef) return [{ name, configMap: { name: configMapKeyRef.name, items: item(configMapKeyRef.key) } }]
  const binding = service.bindings.find(each => each.name === bindingKeyRef?.binding)
  const secretName = secretKeyRef?.name ?? (binding && secretNameOf(binding, service.observed)) ?? ''
  return [{ name, secret: { secretName, items: item(secretKeyRef?.key ?? bindingKeyRef?.key ?? '') } }]
}

/** Where the service's own container has them. */
export const serviceMounts = (service: Service): readonly Mount[] => [
  tmp,
  ...service.volumes.map(({ name, mountPath }) => ({ name: `volume-${name}`, mountPath })),
  ...service.files.map((file, index) => ({
    ...(file.content === undefined
      ? { name: `file-${index}`, subPath: 'content' }
      : { name: 'config', subPath: fileKey(file) }),
    mountPath: file.path,
    readOnly: true,
  })),
  ...service.bindings
    .filter(({ as }) => as !== 'Env')
    .map(({ name }) => ({ name: `binding-${name}`, mountPath: `${bindingRoot}/${name}`, readOnly: true })),
]
