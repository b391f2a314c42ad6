import * as Type from 'typebox'
import type { Static } from 'typebox'
import { range } from '../blocks/destination.ts'
import { choice, domain, headerName, label, namedList, objectName, rules, text } from '../blocks/values.ts'
import { auth } from './auth.ts'
import { portName } from './ports.ts'

const tls = Type.Object(
  {
    mode: Type.Optional(
      choice(['Auto', 'Provided', 'Disabled'], {
        description:
          'Auto: the platform’s certificate, or one that is issued for the domain. Provided: the one in secretName. Disabled: plain HTTP. Default: Auto.',
      }),
    ),
    issuer: Type.Optional(label({ description: 'Auto: the platform’s issuer that issues it. Default: its first.' })),
    secretName: Type.Optional(
      objectName({ description: 'Provided: a Secret of type kubernetes.io/tls in the same namespace.' }),
    ),
    redirect: Type.Optional(
      choice(['Enabled', 'Disabled'], {
        description: 'Whether plain HTTP is sent to HTTPS. Default: Enabled, where the gateway can.',
      }),
    ),
  },
  {
    description: 'Encryption on the way to the gateway.',
    ...rules(
      {
        rule: "has(self.secretName) == (has(self.mode) && self.mode == 'Provided')",
        message: 'mode Provided needs the secretName of a certificate, and no other mode has one',
        fieldPath: '.secretName',
      },
      {
        rule: "!has(self.issuer) || !has(self.mode) || self.mode == 'Auto'",
        message: 'an issuer issues certificates of mode Auto only',
        fieldPath: '.issuer',
      },
      {
        rule: "!has(self.redirect) || !has(self.mode) || self.mode != 'Disabled'",
        message: 'there is no HTTPS to redirect to: leave redirect out, or mode Disabled',
        fieldPath: '.redirect',
      },
    ),
  },
)

const rateLimit = Type.Object(
  {
    requests: Type.Integer({ minimum: 1, maximum: 100_000, description: 'How many requests.' }),
    per: choice(['Second', 'Minute', 'Hour'], { description: 'In which time.' }),
    by: Type.Optional(
      choice(['Client', 'All'], { description: 'Client: of each address. All: of all together. Default: Client.' }),
    ),
  },
  { description: 'The most requests that are let through. What is more gets 429, or 503 from ingress-nginx.' },
)

const words = (what: string, item: ReturnType<typeof text>) =>
  Type.Optional(Type.Array(item, { minItems: 1, maxItems: 16, description: what, 'x-kubernetes-list-type': 'set' }))

const cors = Type.Object(
  {
    allowOrigins: Type.Array(
      text(253, {
        pattern: '^(\\*|https?://(\\*\\.)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[0-9]{1,5})?)$',
        description: 'An origin, such as https://shop.example.com or https://*.example.com.',
      }),
      {
        minItems: 1,
        maxItems: 16,
        description: 'Whose pages may call it.',
        'x-kubernetes-list-type': 'set',
      },
    ),
    allowMethods: Type.Optional(
      Type.Array(choice(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], { description: 'A method.' }), {
        minItems: 1,
        maxItems: 7,
        description: 'With which methods. Default: GET, HEAD and POST.',
        'x-kubernetes-list-type': 'set',
      }),
    ),
    allowHeaders: words('With which request headers.', headerName({ description: 'A header.' })),
    exposeHeaders: words('Which response headers they may read.', headerName({ description: 'A header.' })),
    credentials: Type.Optional(
      choice(['Enabled', 'Disabled'], { description: 'Whether with cookies. Default: Disabled.' }),
    ),
    maxAgeSeconds: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 86_400, description: 'How long browsers remember it. Default: 600.' }),
    ),
  },
  {
    description: 'Calls from pages of other origins.',
    ...rules({
      rule: "!has(self.credentials) || self.credentials != 'Enabled' || !('*' in self.allowOrigins)",
      message: 'cookies for everybody’s pages: name the origins',
      fieldPath: '.allowOrigins',
    }),
  },
)

const header = Type.Object({
  name: headerName({ description: 'The header, such as X-Tenant.' }),
  value: text(1024, { pattern: '^[ -~]*$', description: 'Its value.' }),
})

const headers = (description: string) =>
  Type.Object(
    {
      set: Type.Optional(Type.Array(header, { maxItems: 16, description: 'Set, whatever was there.', ...namedList })),
      add: Type.Optional(Type.Array(header, { maxItems: 16, description: 'Added.', ...namedList })),
      remove: words('Removed.', headerName({ description: 'A header.' })),
    },
    { description },
  )

/** A domain, or a part of one, that leads to a port of the service. */
export const ingress = Type.Object(
  {
    name: label({ description: 'Its name. Renaming replaces it.' }),
    domain: Type.Optional(
      domain({
        description: 'The domain, such as api.shop.example.com. Default: <service>.<the environment’s domain>.',
      }),
    ),
    path: Type.Optional(
      text(256, {
        pattern: '^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*/?)?$',
        description: 'The path below which requests come here. Default: /.',
      }),
    ),
    pathType: Type.Optional(
      choice(['Prefix', 'Exact'], { description: 'Prefix: all below it too. Exact: this one. Default: Prefix.' }),
    ),
    portName: Type.Optional(portName('The port that it leads to. Default: the first.')),
    tls: Type.Optional(tls),
    timeoutSeconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 3600,
        description: 'How long an answer may take. Default: the gateway’s.',
      }),
    ),
    auth: Type.Optional(auth),
    rateLimit: Type.Optional(rateLimit),
    cors: Type.Optional(cors),
    allowedCidrs: Type.Optional(
      Type.Array(Type.Object({ name: label({ description: 'What this range is, such as office.' }), cidr: range }), {
        maxItems: 16,
        description: 'Who may connect. Default: everybody who reaches the gateway.',
        ...namedList,
      }),
    ),
    headers: Type.Optional(
      Type.Object(
        {
          request: Type.Optional(headers('Of requests, before the service sees them.')),
          response: Type.Optional(headers('Of responses, before the client sees them.')),
        },
        { description: 'Headers that the gateway changes.' },
      ),
    ),
  },
  { description: 'What leads to the service from outside of the cluster.' },
)

export type Ingress = Static<typeof ingress>
export type Auth = Static<typeof auth>
export type Cors = Static<typeof cors>
export type HeaderChanges = Static<ReturnType<typeof headers>>
