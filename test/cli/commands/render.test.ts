import { dirname } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../cli/exit.ts'
import { databaseClaim, environmentClaim } from '../../harness/claims.ts'
import { convergeClaim } from '../../harness/plane.ts'
import { examplePlatformFile as platform, file, runRender } from './run.ts'

const aws = { platform, provider: 'AWS' }

describe('roadbed render', () => {
  it('prints the composed resources and nothing else on stdout, ready to be piped', async () => {
    const { exit, out, err } = await runRender([file(databaseClaim())], aws)
    const documents = parseAllDocuments(out).map(document => document.toJS() as { kind: string; status?: unknown })
    expect(exit).toBe(0)
    expect(documents.map(({ kind }) => kind).toSorted()).toEqual([
      'Instance',
      'ParameterGroup',
      'Secret',
      'SecurityGroup',
      'SecurityGroupIngressRule',
      'SubnetGroup',
    ])
    expect(documents.filter(({ status }) => status !== undefined)).toEqual([])
    expect(err).toMatch(/instance +ready/)
  })

  it('prints a tree on a terminal: resources, the Secret’s keys, conditions, passes', async () => {
    const { exit, out } = await runRender([file(databaseClaim())], aws, true)
    expect(exit).toBe(0)
    expect(out).toMatch(/^XDatabase\/orders on AWS eu-west-1: Ready \(3 passes, 6 calls, \d+ min \d+ s simulated/)
    expect(out).toMatch(/├─ instance +Instance +orders-instance-\w{8} → db-\w+ +ready/)
    expect(out).toMatch(/Secret orders-conn: ca\.crt, database, host/)
    expect(out).toMatch(/Ready +True +Available/)
  })

  it('counts a claim to the environment that is named like its namespace, or what is seen here is not what comes', async () => {
    const claim = databaseClaim({ size: 'medium' }, { namespace: 'shop' })
    const [own, other] = ['shop', 'blog'].map(name => file(claim, environmentClaim({ type: 'Production' }, { name })))
    expect((await runRender([own ?? ''], aws)).out).toMatch(/multiAz: true/)
    expect((await runRender([other ?? ''], aws)).out).toMatch(/multiAz: false/)
  })

  it('prints JSON for programs', async () => {
    const { out } = await runRender([file(databaseClaim())], { ...aws, output: 'json' })
    expect(JSON.parse(out)).toMatchObject([
      { outcome: 'ready', passes: 3, claim: { kind: 'XDatabase', name: 'orders' }, refusals: [] },
    ])
  })

  it('ends with 1 and shows file, line, field, reason and code when the function refuses', async () => {
    const path = file(databaseClaim({ size: 'huge', backup: { policy: 'never' } }))
    const { exit, out, err } = await runRender([path], aws)
    expect(exit).toBe(1)
    expect(out).toBe('')
    expect(err).toContain(
      `${path}:8: spec.size: there is no size "huge"; there are small, medium, large, xlarge [UnknownSize]`,
    )
    expect(err).toContain(
      `${path}:10: spec.backup.policy: there is no policy "never"; there are daily, weekly, hourly [UnknownBackupPolicy]`,
    )
  })

  it('points into the platform’s file when that is what lacks something', async () => {
    const own = file({
      apiVersion: 'platform.roadbed.dev/v1alpha1',
      kind: 'XPlatform',
      metadata: { name: 'default' },
      spec: { providers: { aws: { regions: [{ name: 'r' }] } } },
    })
    const { exit, err } = await runRender([file(databaseClaim())], { platform: own, provider: 'AWS' })
    expect(exit).toBe(1)
    expect(err).toMatch(
      new RegExp(`${own}:\\d+: spec\\.providers\\.aws\\.regions\\[r\\]\\.network: .*\\[MissingPlatformFact\\]`),
    )
  })

  it('ends with 1 when the schema refuses, before anything is composed', async () => {
    const path = file(databaseClaim({ sise: 'small' }))
    const { exit, err } = await runRender([path], aws)
    expect(exit).toBe(1)
    expect(err).toBe(`${path}:9: spec.sise: unknown field; did you mean size?\n1 problem`)
  })

  it('composes one pass with --once, and tells each pass with --steps', async () => {
    const { exit, out } = await runRender([file(databaseClaim())], { ...aws, once: true })
    expect(exit).toBe(0)
    expect(parseAllDocuments(out).map(document => (document.toJS() as { kind: string }).kind)).not.toContain('Secret')
    const { err } = await runRender([file(databaseClaim())], { ...aws, steps: true })
    expect(err).toMatch(
      /pass 1 2 calls, \d+ bytes in, \d+ out, again in 30 s\n {2}composed {2}clients-10-0-0-0-16, instance/,
    )
    expect(err).toMatch(/pass 3/)
  })

  it('takes several claims, and an XPlatform among them as the platform', async () => {
    const own = {
      apiVersion: 'platform.roadbed.dev/v1alpha1',
      kind: 'XPlatform',
      metadata: { name: 'default' },
      spec: {},
    }
    const { exit, out } = await runRender([file(databaseClaim(), own, databaseClaim({}, { name: 'stock' }))], {
      output: 'json',
    })
    expect(exit).toBe(0)
    expect((JSON.parse(out) as { claim: { name: string } }[]).map(({ claim }) => claim.name)).toEqual([
      'orders',
      'stock',
    ])
  })

  it('needs no platform for a first look at a cloud either: the example’s stands in, and it says so', async () => {
    const { exit, err } = await runRender([file(databaseClaim())], { provider: 'AWS' })
    expect(exit).toBe(0)
    expect(err).toContain('no --platform: the example')
  })

  it('needs no platform: the claim goes to Kubernetes', async () => {
    const { exit, out } = await runRender([file(databaseClaim())], { output: 'tree' })
    expect(exit).toBe(0)
    expect(out).toMatch(/on Kubernetes: Ready/)
    expect(out).toMatch(/spec\.backup: backups are volume snapshots inside the cluster/)
  })

  it('starts from a saved state, as kubectl gets it: nothing is made anew and the Secret keeps its password', async () => {
    const { plane } = await convergeClaim(databaseClaim(), { provider: 'GCP' })
    const saved = plane.api.list().filter(({ kind }) => kind !== 'XPlatform')
    const observed = dirname(file(...saved))
    const { exit, out, err } = await runRender([file(databaseClaim())], {
      platform,
      provider: 'GCP',
      observed,
      output: 'json',
    })
    expect(exit).toBe(0)
    expect(err).not.toMatch(/instance +(made|creating)/)
    const [{ composed, passes }] = JSON.parse(out) as [
      { composed: { kind: string; metadata: { name: string }; data?: { password?: string } }[]; passes: number },
    ]
    const password = (objects: readonly { kind?: unknown; metadata?: unknown; data?: unknown }[]) =>
      objects
        .filter(({ kind }) => kind === 'Secret')
        .map(({ data }) => (data as { password?: string }).password)
        .toSorted()
    expect(passes).toBe(1)
    const made = saved.filter(object => JSON.stringify(object['metadata']).includes('composition-resource-name'))
    expect(password(composed)).toEqual(password(made))
  })

  it('shows what a change would do to a saved state: a removed database is refused', async () => {
    const databases = [{ name: 'orders' }, { name: 'old' }]
    const { plane } = await convergeClaim(databaseClaim({ databases }), { provider: 'GCP' })
    const observed = file(...plane.api.list().filter(({ kind }) => kind !== 'XPlatform'))
    const { exit, err } = await runRender([file(databaseClaim({ databases: [{ name: 'orders' }] }))], {
      platform,
      provider: 'GCP',
      observed,
    })
    expect(exit).toBe(1)
    expect(err).toMatch(/database-old: this change would delete Database .* \[StatefulResourceRemoved\]/)
  })

  it.each([
    ['there is no claim', () => runRender([file({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } })])],
    [
      'a platform file without an XPlatform',
      () => runRender([file(databaseClaim())], { platform: file(databaseClaim()) }),
    ],
    [
      'a platform that is invalid',
      () =>
        runRender([file(databaseClaim())], {
          platform: file({
            apiVersion: 'platform.roadbed.dev/v1alpha1',
            kind: 'XPlatform',
            metadata: { name: 'other' },
            spec: {},
          }),
        }),
    ],
  ])('is a wrong usage when %s', async (_, run) => {
    await expect(run()).rejects.toThrow(UsageError)
  })

  it('ends with 3 when a function does not answer', async () => {
    const { exit, out } = await runRender([file(databaseClaim())], { ...aws, function: '127.0.0.1:1', output: 'tree' })
    expect(exit).toBe(3)
    expect(out).toMatch(/the function at 127\.0\.0\.1:1 does not answer/)
  })
})
