import { providers } from '../../apis/blocks/placement.ts'
import { bounds, choices, disks, type Bounds, type Choices } from '../../functions/kinds/database/capabilities.ts'
import { offers, type Offer } from '../../functions/kinds/service/traffic/capabilities.ts'
import { carriers, type Carrier } from '../../functions/settings/ingress.ts'
import type { File } from '../files.ts'

/** The matrix of what each provider can honour, from the table that refusals come from. */
export const capabilitiesFile = (): File => ({
  path: 'docs/reference/capabilities.md',
  text: `<!-- Generated from capabilities.ts in functions/kinds/database and functions/kinds/service/traffic by \`npm run generate\`. Do not edit. -->
# What each provider offers

What a claim asks for and its provider does not offer is refused; a default that it does not offer gives way to the first that it does, and
\`status.deviations\` says so.

## XDatabase

| | field | ${providers.join(' | ')} |
| --- | --- | ${providers.map(() => '---').join(' | ')} |
${[...Object.values(choices).map(choiceRow), ...Object.values(bounds).map(boundsRow), diskRow].join('\n')}

## XService: ways in from outside of the cluster

What carries traffic into the cluster is for the platform team to say: \`providers.kubernetes.ingress\`. Where it names no implementation,
only what all of them can is offered. What is honoured in another sense than the field’s is told in \`status.deviations\`.

| | field | ${carriers.map(headingOf).join(' | ')} |
| --- | --- | ${carriers.map(() => '---').join(' | ')} |
${Object.values(offers).map(offerRow).join('\n')}

- GatewayAPI: HTTPRoute, GRPCRoute and ListenerSet of the Gateway API v1.5 or newer. Rows of named implementations come from its conformance
  reports (Envoy Gateway v1.9, NGINX Gateway Fabric v2.7, Istio 1.30).
- EnvoyGateway: SecurityPolicy and BackendTrafficPolicy besides, of v1.9. Its proxies run in \`envoy-gateway-system\` unless it is told otherwise:
  name that in \`providers.kubernetes.network.ingressNamespace\`.
- Own certificates need a Gateway whose \`allowedListeners\` let ListenerSets of the services’ namespaces in.
- IngressNginx: the annotations of ingress-nginx, none of them a snippet.
- The identity of a client is its address, as the gateway sees it.
${Object.values<Offer>(offers)
  .flatMap(({ field, deviates = {} }) =>
    Object.entries(deviates).map(([carrier, how]) => `- \`${field}\` on ${carrier}: ${how}.`),
  )
  .join('\n')}
`,
})

const headingOf = (carrier: Carrier): string =>
  carrier === 'GatewayAPI' || carrier === 'Ingress' ? `${carrier}, any` : carrier

const offerRow = ({ title: what, field, offered }: Offer): string =>
  `| ${what} | \`${field}\` | ${carriers.map(carrier => offered[carrier].join(', ') || '–').join(' | ')} |`

const choiceRow = ({ title, field, offered }: Choices): string =>
  row(title, field, provider => offered[provider].join(', ') || '–')

const boundsRow = ({ title, field, bounds: limits }: Bounds): string =>
  row(title, field, provider => {
    const [least, most] = limits[provider]
    return least === most ? `${least}` : `${least} to ${most}`
  })

const diskRow = row('Disk, GiB; a smaller one is made so large', 'spec.storage.size', provider => {
  const { least, most } = disks[provider]
  return `${least.SSD} to ${most ?? 'what its storage has'}`
})

function row(title: string, field: string, cell: (provider: (typeof providers)[number]) => string): string {
  return `| ${title} | \`${field}\` | ${providers.map(cell).join(' | ')} |`
}
