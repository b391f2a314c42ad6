/**
 * Fields that we never compose and that would double the facts we keep: they are left out, so composing one fails in the type and in the
 * simulator. Volumes of one storage product each, which Kubernetes has replaced by CSI; the node's own disk; what only kubectl sets.
 */
export const unused: Readonly<Record<string, readonly string[]>> = {
  'core.v1.Volume': [
    'awsElasticBlockStore',
    'azureDisk',
    'azureFile',
    'cephfs',
    'cinder',
    'fc',
    'flexVolume',
    'flocker',
    'gcePersistentDisk',
    'gitRepo',
    'glusterfs',
    'hostPath',
    'iscsi',
    'nfs',
    'photonPersistentDisk',
    'portworxVolume',
    'quobyte',
    'rbd',
    'scaleIO',
    'storageos',
    'vsphereVolume',
  ],
  'core.v1.PodSpec': ['ephemeralContainers', 'hostIPC', 'hostNetwork', 'hostPID', 'serviceAccount'],
}
