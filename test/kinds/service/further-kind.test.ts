import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'

const fixture = (name: string): string => new URL(`further/${name}.ts`, import.meta.url).href

/** What XService does in a process of its own, where the tables of what services bind to have one more row: caches. */
const told = JSON.parse(
  execFileSync(process.execPath, ['--import', fixture('caches'), '--eval', `import '${fixture('told')}'`], {
    encoding: 'utf8',
  }),
) as JsonObject

describe('a further kind that services bind to takes no change of XService:', () => {
  it('developers write its field, with rules of its own', () => {
    const [version] = listAt(told, 'definition', 'spec', 'versions')
    const caches = objectAt(version, 'schema', 'openAPIV3Schema', 'properties', 'spec', 'properties', 'caches')
    expect(Object.keys(objectAt(caches, 'items', 'properties'))).toEqual(['name', 'ref', 'spec', 'bind'])
    expect(JSON.stringify(listAt(caches, 'items', 'x-kubernetes-validations'))).toContain('a cache can’t be exchanged')
  })

  it('one is made with the service, open to it alone, under a key of its kind', () => {
    expect(objectAt(told, 'made', 'cache-sessions', 'resource')).toMatchObject({
      kind: 'XCache',
      metadata: { name: 'api-sessions' },
      spec: { size: 'small', network: { allowedServices: [{ name: 'api' }] } },
    })
    expect(textAt(told, 'kept')).toBe('stateless')
  })

  it('one that is there is looked up, and its Secret with it', () => {
    expect(objectAt(told, 'required', 'bound-shared')).toMatchObject({ kind: 'XCache', matchName: 'team-cache' })
  })

  it('pods start when it can be reached, with its variables, its files and the one that programs look for', () => {
    expect(textAt(told, 'made', 'deployment', 'why')).toBe('the XCache api-sessions is not there yet')
    const pod = objectAt(told, 'bound', 'deployment', 'resource', 'spec', 'template', 'spec')
    const [container] = listAt(pod, 'containers')
    const from = (key: string) => ({ valueFrom: { secretKeyRef: { name: 'api-sessions-conn', key } } })
    expect(listAt(container, 'env')).toEqual(
      expect.arrayContaining([
        { name: 'SESSIONS_HOST', ...from('host') },
        { name: 'SESSIONS_URI', ...from('uri') },
        { name: 'REDIS_URL', ...from('uri') },
      ]),
    )
    expect(listAt(container, 'volumeMounts')).toContainEqual(
      expect.objectContaining({ mountPath: '/bindings/sessions' }),
    )
  })

  it('restricted egress opens the way to its pods, at its port', () => {
    expect(listAt(told, 'bound', 'egress-policy', 'resource', 'spec', 'egress')).toContainEqual({
      to: [{ podSelector: { matchLabels: { 'cache.example.org/name': 'sessions' } } }],
      ports: [{ protocol: 'TCP', port: 6380 }],
    })
  })

  it('a protected one protects the service, and the status names it', () => {
    expect(textAt(told, 'bound', 'protection', 'resource', 'spec', 'reason')).toContain('(cache sessions)')
    expect(listAt(told, 'status')).toEqual([
      { name: 'sessions', kind: 'XCache', claimName: 'api-sessions', secretName: 'api-sessions-conn', ready: 'True' },
    ])
  })

  it('what is wrong with it is refused in its own words', () => {
    expect(listAt(told, 'refusals')).toEqual([
      'UnknownBinding spec.caches[other].bind.env[jdbcUrl].key: other has no "jdbcUrl"; it has host, port, uri',
      'InvalidCombination spec.caches[db].name: spec.databases[db] is called db as well: rename one',
    ])
    expect(listAt(told, 'taken')).toEqual([
      'NameTaken spec.caches[sessions]: the XCache "api-sessions" exists and is not this service\'s: delete it, or choose another name',
    ])
  })
})
