import { join } from 'node:path'
import { tlsFolder } from '../credentials.ts'
import { loopback } from '../ports.ts'
import { answers } from '../processes/answers.ts'
import { etcdFolder } from './first-data.ts'
import type { Plan, Service } from './service.ts'

/** Client and peer need a certificate: other users of the machine can reach loopback too, and Secrets lie in etcd. */
export const etcd = ({ folders, settings: { ports }, binaries }: Plan): Service => {
  const [client, peer] = [ports.etcd, ports.etcdPeer].map(port => `https://${loopback}:${port}`)
  const tls = tlsFolder(folders, 'etcd')
  const certificates = (prefix: string) => [
    `--${prefix}cert-file=${join(tls, 'tls.crt')}`,
    `--${prefix}key-file=${join(tls, 'tls.key')}`,
    `--${prefix}trusted-ca-file=${join(tls, 'ca.crt')}`,
    `--${prefix}client-cert-auth`,
  ]
  const args = [
    `--data-dir=${etcdFolder(folders)}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    ...certificates(''),
    ...certificates('peer-'),
    // What a power failure loses here can be claimed again, and waiting for the disk makes everything slower.
    '--unsafe-no-fsync',
    '--log-level=warn',
  ]
  return {
    name: 'etcd',
    command: { path: binaries.etcd, args },
    probe: () => answers(`${client}/health`, tls),
    seconds: 30,
  }
}
