import type { JsonObject } from '../../functions/runtime/json.ts'

type Change = readonly [before: JsonObject, after: JsonObject]

const domain = 'api.company.example'
const ingress = (before: JsonObject, after: JsonObject): Change => {
  const spec = (change: JsonObject) => ({
    ports: [
      { name: 'http', port: 8080 },
      { name: 'admin', port: 9090 },
    ],
    networking: { ingress: [{ name: 'web', domain, ...change }] },
  })
  return [spec(before), spec(after)]
}
const tls = (before: JsonObject, after: JsonObject) => ingress({ tls: before }, { tls: after })
const auth = (before: JsonObject, after: JsonObject) => ingress({ auth: before }, { auth: after })
const [jwt, oidc] = [
  { mode: 'JWT', audiences: ['a'] },
  { mode: 'OIDC', secretName: 'oidc', clientId: 'a' },
]
const rate = (after: JsonObject) => {
  const limit = { requests: 5, per: 'Minute' }
  return ingress({ rateLimit: limit }, { rateLimit: { ...limit, ...after } })
}
const cors = (after: JsonObject, before: JsonObject = {}) => {
  const origins = { allowOrigins: ['https://a.example'] }
  return ingress({ cors: { ...origins, ...before } }, { cors: { ...origins, ...after } })
}
const headers = (side: string): Readonly<Record<string, Change>> => {
  const change = (before: JsonObject, after: JsonObject) =>
    ingress({ headers: { [side]: before } }, { headers: { [side]: after } })
  const one = (list: string, name: string, value: string) => ({ [list]: [{ name, value }] })
  return Object.fromEntries(
    Object.entries({
      'set[].name': change(one('set', 'A', 'a'), one('set', 'B', 'a')),
      'set[].value': change(one('set', 'A', 'a'), one('set', 'A', 'b')),
      'add[].name': change(one('add', 'A', 'a'), one('add', 'B', 'a')),
      'add[].value': change(one('add', 'A', 'a'), one('add', 'A', 'b')),
      'remove[]': change({ remove: ['A'] }, { remove: ['B'] }),
    }).map(([field, values]) => [`networking.ingress[].headers.${side}.${field}`, values]),
  )
}
const egress = (before: JsonObject, after: JsonObject): Change => {
  const spec = (change: JsonObject) => ({
    networking: { egress: { mode: 'Restricted', allow: [{ name: 'a', cidr: '10.0.0.0/8', ...change }] } },
  })
  return [spec(before), spec(after)]
}
const other = (service: JsonObject): Change[1] => ({
  networking: { egress: { mode: 'Restricted', allow: [{ name: 'a', service }] } },
})

/** For each field of an XService's ways in and out: one without it, or with one value, and the same one with another. */
export const trafficChanges: Readonly<Record<string, Change>> = {
  'networking.ingress[].name': ingress({}, { name: 'other' }),
  'networking.ingress[].domain': ingress({}, { domain: 'b.company.example' }),
  'networking.ingress[].path': ingress({}, { path: '/a' }),
  'networking.ingress[].pathType': ingress({}, { pathType: 'Exact' }),
  'networking.ingress[].portName': ingress({}, { portName: 'admin' }),
  'networking.ingress[].tls.mode': tls({}, { mode: 'Disabled' }),
  'networking.ingress[].tls.issuer': tls({}, { issuer: 'internal-ca' }),
  'networking.ingress[].tls.secretName': tls(
    { mode: 'Provided', secretName: 'one' },
    { mode: 'Provided', secretName: 'two' },
  ),
  'networking.ingress[].tls.redirect': tls({}, { redirect: 'Disabled' }),
  'networking.ingress[].timeoutSeconds': ingress({}, { timeoutSeconds: 5 }),
  'networking.ingress[].auth.mode': auth(jwt, oidc),
  'networking.ingress[].auth.secretName': auth(oidc, { ...oidc, secretName: 'other' }),
  'networking.ingress[].auth.provider': auth(jwt, { ...jwt, provider: 'partners' }),
  'networking.ingress[].auth.audiences[]': auth(jwt, { ...jwt, audiences: ['b'] }),
  'networking.ingress[].auth.clientId': auth(oidc, { ...oidc, clientId: 'b' }),
  'networking.ingress[].rateLimit.requests': rate({ requests: 6 }),
  'networking.ingress[].rateLimit.per': rate({ per: 'Hour' }),
  'networking.ingress[].rateLimit.by': rate({ by: 'All' }),
  'networking.ingress[].cors.allowOrigins[]': cors({ allowOrigins: ['https://b.example'] }),
  'networking.ingress[].cors.allowMethods[]': cors({ allowMethods: ['PUT'] }),
  'networking.ingress[].cors.allowHeaders[]': cors({ allowHeaders: ['A'] }),
  'networking.ingress[].cors.exposeHeaders[]': cors({ exposeHeaders: ['A'] }),
  'networking.ingress[].cors.credentials': cors({ credentials: 'Enabled' }),
  'networking.ingress[].cors.maxAgeSeconds': cors({ maxAgeSeconds: 5 }),
  'networking.ingress[].allowedCidrs[].name': ingress(
    { allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] },
    { allowedCidrs: [{ name: 'b', cidr: '10.0.0.0/8' }] },
  ),
  'networking.ingress[].allowedCidrs[].cidr': ingress(
    { allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] },
    { allowedCidrs: [{ name: 'a', cidr: '10.1.0.0/16' }] },
  ),
  ...headers('request'),
  ...headers('response'),
  'networking.egress.mode': [{}, { networking: { egress: { mode: 'Restricted' } } }],
  'networking.egress.allow[].name': egress({}, { name: 'b' }),
  'networking.egress.allow[].cidr': egress({}, { cidr: '10.1.0.0/16' }),
  'networking.egress.allow[].service.name': [other({ name: 'one' }), other({ name: 'two' })],
  'networking.egress.allow[].service.namespace': [other({ name: 'one' }), other({ name: 'one', namespace: 'team-b' })],
  'networking.egress.allow[].ports[]': egress({}, { ports: [443] }),
}
