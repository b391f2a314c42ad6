import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import type { Fault } from '../../../simulator/providers/actor.ts'
import { namespace } from '../fixtures.ts'
import { cloud } from '../scripted.ts'

const certificate = (...dnsNames: readonly string[]): JsonObject => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'web' },
  spec: { secretName: 'web-tls', dnsNames: [...dnsNames], issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt' } },
})
const secret = { apiVersion: 'v1', kind: 'Secret', name: 'web-tls', namespace }

describe('the fake cert-manager', () => {
  it('issues into a Secret, and is then at rest', () => {
    const { plane, apply, get, said } = cloud()
    const ref = apply(certificate('a.example'))
    expect(said(ref, 'Ready')).toBeUndefined()
    plane.finish()
    expect(said(ref, 'Ready')?.[0]).toBe('True')
    expect(get(secret)?.['type']).toBe('kubernetes.io/tls')
    expect(Object.keys(objectAt(get(secret), 'data'))).toEqual(['tls.crt', 'tls.key'])
    expect(plane.pending()).toEqual([])
  })

  it('issues anew for another domain, or a changed claim waits for ever', () => {
    const { plane, apply, get } = cloud()
    const ref = apply(certificate('a.example'))
    plane.finish()
    apply(certificate('b.example'))
    plane.finish()
    expect(get(ref)).toMatchObject({
      status: {
        conditions: [
          { type: 'Ready', observedGeneration: 2 },
          { type: 'Issuing', reason: 'Issued' },
        ],
      },
    })
  })

  it('says why it can’t, without a Secret, while a fault lasts', () => {
    const faults: Fault[] = [{ kind: 'Certificate', times: Infinity, message: 'the authority refuses' }]
    const { plane, apply, get, said } = cloud({ faults })
    const ref = apply(certificate('a.example'))
    plane.finish()
    expect(said(ref, 'Issuing')).toEqual(['False', 'the authority refuses'])
    expect(get(secret)).toBeUndefined()
    faults.pop()
    plane.finish()
    expect(said(ref, 'Ready')?.[0]).toBe('True')
  })

  it('leaves alone what is being deleted, or simulated time never stops', () => {
    const { plane, apply } = cloud()
    const ref = apply({ ...certificate('a.example'), metadata: { name: 'web', finalizers: ['example.org/hold'] } })
    plane.api.delete(ref)
    expect(plane.pending()).toEqual([])
  })
})
