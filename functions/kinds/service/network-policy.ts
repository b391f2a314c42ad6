import { qualified } from '../../../apis/group.ts'
import { NetworkPolicy } from '../../generated/networking.k8s.io/network-policy.ts'
import type { Entry } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import { object } from '../composed.ts'
import { namespaceCalled, namespaceNamed, sameNamespace, type IngressRule, type NetworkPeer } from '../network-peers.ts'
import { selectorOf } from './selector.ts'
import type { Service, ServicePort } from './service.ts'

/**
 * Closes the pods to all but those that their ports' visibility, or the claim by name, lets in. Policies add up: an environment whose
 * isolation is Namespace opens its pods to each other, whatever stands here.
 */
export const networkPolicy = (service: Service): Entry => {
  const ingress = [...service.ports.flatMap(port => ruleOf(service, port)), ...scraping(service)]
  return object(service.claim, 'network-policy', NetworkPolicy, {
    spec: { podSelector: selectorOf(service), policyTypes: ['Ingress'], ...(ingress.length > 0 && { ingress }) },
  })
}

/** Who may connect to a port; no rule where nobody may, for an empty list would mean everybody. */
const ruleOf = (service: Service, port: ServicePort): readonly IngressRule[] => {
  const from = [...byVisibility(service, port), ...consumers(service, port), ...gateway(service, port)]
  return from.length === 0 ? [] : [{ from, ports: [{ protocol: port.protocol, port: port.port }] }]
}

/** Prometheus, and nobody else that the port's visibility leaves out. */
const scraping = ({ watch }: Service): readonly IngressRule[] =>
  watch.prometheus && watch.metrics?.mode === 'Scrape'
    ? [
        {
          from: [namespaceNamed(watch.prometheus.namespace)],
          ports: [{ protocol: 'TCP', port: watch.metrics.port.port }],
        },
      ]
    : []

const byVisibility = ({ claim }: Service, { visibility }: ServicePort): readonly NetworkPeer[] => {
  switch (visibility) {
    case 'Private':
      return []
    case 'Team':
      return [sameNamespace, ...teamOf(textAt(claim.labels, qualified('team')))]
    case 'Internal':
    case 'Public':
      return [{ namespaceSelector: {} }]
  }
}

/** Namespaces are labelled by who may make them, so nobody joins a team by a label. */
const teamOf = (team: string | undefined): readonly NetworkPeer[] =>
  team === undefined ? [] : [{ namespaceSelector: { matchLabels: { [qualified('team')]: team } } }]

const consumers = ({ claim, allowFrom }: Service, { name }: ServicePort): readonly NetworkPeer[] =>
  allowFrom
    .filter(({ portName }) => portName === undefined || portName === name)
    .map(consumer => ({
      namespaceSelector: namespaceCalled(consumer.namespace ?? claim.namespace),
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': consumer.name } },
    }))

/** What an ingress leads to is open to the gateway, whatever the port's visibility, and by that to nobody else. */
const gateway = ({ traffic }: Service, { name, visibility }: ServicePort): readonly NetworkPeer[] =>
  traffic?.portNames.includes(name) && visibility !== 'Internal' && visibility !== 'Public'
    ? [namespaceNamed(traffic.gatewayNamespace)]
    : []
