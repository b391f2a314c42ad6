import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { crossplaneAccounts, crossplaneNamespace } from '../accounts.ts'
import type { Cluster } from '../api/cluster.ts'
import { chartRoles } from '../chart/roles.ts'
import { tlsFolder } from '../credentials.ts'
import { writeWhole } from '../files.ts'
import { loopback } from '../ports.ts'
import { environmentOf, logOf } from '../processes/start.ts'
import { coreInit } from '../services/core.ts'
import type { Plan } from '../services/service.ts'
import { applyRights } from './rights.ts'

/** What has to be there before Crossplane is: its namespace, and its accounts with their rights. */
export const bootstrap = async ({ binaries }: Plan, cluster: Cluster): Promise<void> => {
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: crossplaneNamespace } })
  await Promise.all([
    ...Object.values(crossplaneAccounts).map(account => cluster.apply(inNamespace('ServiceAccount', account))),
    applyRights(cluster, chartRoles(binaries.crossplane)),
  ])
}

const inNamespace = (kind: string, name: string): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: crossplaneNamespace },
})

/** Runs core's own installation until it passes. @throws a sentence with the log's name */
export const initialize = async (plan: Plan): Promise<void> => {
  const { path, args, environment } = coreInit(plan)
  const log = logOf(plan.folders, 'crossplane-init')
  let output = ''
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      await promisify(execFile)(path, args, { env: environmentOf(environment), timeout: 60_000 })
      return
    } catch (error) {
      output += `${error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)}\n`
      writeWhole(log, output)
      await sleep(300)
    }
  }
  throw new Error(
    `Crossplane could not install itself; the log is ${log}, it ends:\n  ${output.trimEnd().split('\n').at(-1)}`,
  )
}

/** Crossplane's only webhook: it protects what a Usage names. By URL, because no Service leads to a process. */
export const usageWebhook = ({ folders, settings }: Plan): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'crossplane-no-usages' },
  webhooks: [
    {
      name: 'nousages.protection.crossplane.io',
      admissionReviewVersions: ['v1'],
      clientConfig: {
        url: `https://${loopback}:${settings.ports.coreWebhooks}/validate-no-usages`,
        caBundle: readFileSync(join(tlsFolder(folders, 'core-webhooks'), 'ca.crt')).toString('base64'),
      },
      failurePolicy: 'Fail',
      sideEffects: 'None',
      objectSelector: { matchLabels: { 'crossplane.io/in-use': 'true' } },
      rules: [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['DELETE'], resources: ['*'] }],
    },
  ],
})
