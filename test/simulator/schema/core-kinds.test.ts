import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { loadRegistry } from '../../../simulator/schema/registry.ts'
import { validate } from '../../../simulator/schema/validate.ts'
import { invalidPolicy, misfitPolicy, secret, validPolicy } from '../fixtures.ts'

const faultsOf = (object: JsonObject) => {
  const kind = loadRegistry().get(`${textAt(object, 'apiVersion')} ${textAt(object, 'kind')}`)
  return validate(object, kind?.schema ?? {}).map(({ path, misfit }) => ({ path, misfit }))
}

describe('the kinds of Kubernetes itself', () => {
  it('refuse a Secret whose value is not base64, or a password goes out as it is and arrives as garbage', () => {
    expect(faultsOf(secret({ password: 'not base64!' }))).toEqual([{ path: 'data.password', misfit: false }])
    expect(faultsOf(secret({ password: 42 }))).toEqual([{ path: 'data.password', misfit: true }])
    expect(faultsOf({ ...secret({ password: 'cGFzcw==', empty: '' }), type: 'Opaque', immutable: true })).toEqual([])
  })

  it('refuse a NetworkPolicy with an unknown field or a wrong value, as a cluster does', () => {
    expect(faultsOf(misfitPolicy)).toEqual([{ path: 'spec.volume', misfit: true }])
    expect(faultsOf(invalidPolicy)).toEqual([{ path: 'spec.policyTypes[0]', misfit: false }])
  })

  it('refuse a quota that is no quantity and a role that is bound to nothing, as a cluster does', () => {
    const quota = { apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { pods: 'many' } } }
    expect(faultsOf(quota)).toEqual([{ path: 'spec.hard.pods', misfit: false }])
    const binding = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', subjects: [{ kind: 'User' }] }
    expect(faultsOf(binding).map(({ path }) => path)).toEqual(['roleRef', 'subjects[0].name'])
  })

  it('take a NetworkPolicy that uses all that we know of it, or a valid one can’t be composed', () => {
    const rule = {
      from: [
        { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] } },
        { namespaceSelector: { matchLabels: { team: 'a' } }, ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
      ],
      ports: [{ protocol: 'TCP', port: 5432, endPort: 5433 }, { port: 'postgres' }],
    }
    const spec = { podSelector: { matchLabels: { app: 'a' } }, policyTypes: ['Ingress'], ingress: [rule] }
    expect(faultsOf({ ...validPolicy, spec })).toEqual([])
  })
})
