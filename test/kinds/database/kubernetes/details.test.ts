import { expect, it } from 'vitest'
import { details, requirements } from '../../../../functions/kinds/database/kubernetes/details.ts'
import { withCondition, type Description } from '../../../runtime/fixtures.ts'
import { kubernetesDatabase, name } from '../../fixtures.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

const secrets = {
  'app-credentials': [{ data: { password: base64('secret') } }],
  'certificate-authority': [{ data: { 'ca.crt': base64('PEM') } }],
}

const cluster = (status: string) => ({
  ...withCondition({ type: 'Ready', status }),
  metadata: { name: 'orders-1', generation: 1 },
})

const detailsOf = (sent: Description, availability: 'SingleZone' | 'MultiZone' = 'SingleZone') =>
  details(kubernetesDatabase({ db: { availability }, sent }))

it('asks for the operator’s two Secrets by name, in the claim’s namespace only', () => {
  const secret = (matchName: string) => ({ apiVersion: 'v1', kind: 'Secret', matchName, namespace: 'team-a' })
  expect(requirements(kubernetesDatabase())).toEqual([
    ['app-credentials', secret(`${name('cluster')}-app`)],
    ['certificate-authority', secret(`${name('cluster')}-ca`)],
  ])
})

it('tells no address before the server has been up once, though the password is there', () => {
  const unknown = { host: undefined, readOnlyHost: undefined }
  expect(detailsOf({})).toEqual({ ...unknown, password: undefined, caCertificate: undefined })
  expect(detailsOf({ required: { 'app-credentials': [] } }).password).toBeUndefined()
  expect(detailsOf({ required: secrets, composed: { cluster: cluster('False') } })).toEqual({
    ...unknown,
    password: 'secret',
    caCertificate: 'PEM',
  })
})

it('gives the operator’s services, where reads may go to the standby if there is one', () => {
  const up = { required: secrets, composed: { cluster: cluster('True') } }
  expect(detailsOf(up)).toMatchObject({ host: 'orders-1-rw.team-a.svc', readOnlyHost: 'orders-1-rw.team-a.svc' })
  expect(detailsOf(up, 'MultiZone')).toMatchObject({
    host: 'orders-1-rw.team-a.svc',
    readOnlyHost: 'orders-1-ro.team-a.svc',
  })
})

it('keeps the address of a server that is down for a moment, or the Secret loses its host', () => {
  const down = { composed: { cluster: cluster('False'), connection: {} } }
  expect(detailsOf(down).host).toBe('orders-1-rw.team-a.svc')
})
