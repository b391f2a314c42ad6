import { join } from 'node:path'
import { serviceAccountKeys, tlsFolder } from '../credentials.ts'
import { loopback } from '../ports.ts'
import { answers } from '../processes/answers.ts'
import type { Plan, Service } from './service.ts'

/**
 * What Crossplane leans on: deletion of what a claim owns, namespaces that go, accounts, and aggregated roles. And those that make pods of
 * what a service is composed of; the pods are run by the stand-in for nodes.
 */
const controllers = [
  'garbage-collector-controller',
  'namespace-controller',
  'serviceaccount-controller',
  'serviceaccount-token-controller',
  'clusterrole-aggregation-controller',
  'root-ca-certificate-publisher-controller',
  'deployment-controller',
  'replicaset-controller',
  'job-controller',
  'disruption-controller',
  'horizontal-pod-autoscaler-controller',
]

export const controllerManager = ({ folders, settings: { ports }, binaries }: Plan): Service => {
  const own = tlsFolder(folders, 'api-server')
  const args = [
    `--kubeconfig=${folders.kubeconfig}`,
    `--authentication-kubeconfig=${folders.kubeconfig}`,
    `--authorization-kubeconfig=${folders.kubeconfig}`,
    `--bind-address=${loopback}`,
    `--secure-port=${ports.controllerManager}`,
    `--tls-cert-file=${join(own, 'tls.crt')}`,
    `--tls-private-key-file=${join(own, 'tls.key')}`,
    `--service-account-private-key-file=${serviceAccountKeys(folders).private}`,
    `--root-ca-file=${join(own, 'ca.crt')}`,
    '--leader-elect=false',
    // Nobody waits a quarter of a minute for the pods that an autoscaler asks for at once.
    '--horizontal-pod-autoscaler-sync-period=3s',
    `--controllers=${controllers.join(',')}`,
  ]
  return {
    name: 'kube-controller-manager',
    command: { path: binaries['kube-controller-manager'], args },
    probe: () => answers(`https://${loopback}:${ports.controllerManager}/healthz`, own),
    seconds: 60,
  }
}
