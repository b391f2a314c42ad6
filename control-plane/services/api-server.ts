import { join } from 'node:path'
import { serviceAccountKeys, tlsFolder } from '../credentials.ts'
import { loopback } from '../ports.ts'
import { answers } from '../processes/answers.ts'
import type { Plan, Service } from './service.ts'

export const serverUrl = ({ settings: { ports } }: Pick<Plan, 'settings'>): string =>
  `https://${loopback}:${ports.apiServer}`

export const apiServer = (plan: Plan): Service => {
  const { folders, settings, binaries } = plan
  const [own, store] = [tlsFolder(folders, 'api-server'), tlsFolder(folders, 'etcd')]
  const accounts = serviceAccountKeys(folders)
  const args = [
    `--etcd-servers=https://${loopback}:${settings.ports.etcd}`,
    `--etcd-cafile=${join(store, 'ca.crt')}`,
    `--etcd-certfile=${join(store, 'tls.crt')}`,
    `--etcd-keyfile=${join(store, 'tls.key')}`,
    `--bind-address=${loopback}`,
    `--advertise-address=${loopback}`,
    `--secure-port=${settings.ports.apiServer}`,
    // The Service `kubernetes` has no endpoints: a loopback address would be refused, and nothing here has pods.
    '--endpoint-reconciler-type=none',
    `--tls-cert-file=${join(own, 'tls.crt')}`,
    `--tls-private-key-file=${join(own, 'tls.key')}`,
    `--client-ca-file=${join(own, 'ca.crt')}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
    `--service-account-key-file=${accounts.public}`,
    `--service-account-signing-key-file=${accounts.private}`,
    '--service-cluster-ip-range=10.0.0.0/24',
    '--profiling=false',
  ]
  return {
    name: 'kube-apiserver',
    command: { path: binaries['kube-apiserver'], args },
    probe: () => answers(`${serverUrl(plan)}/readyz`, tlsFolder(folders, 'administrator')),
    seconds: 90,
  }
}
