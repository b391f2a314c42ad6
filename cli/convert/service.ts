import { capitalised, engine, identity, mode, textOf, tracing, type Dialect, type Mapping } from './mapping.ts'

const profile = (name: string): Mapping => ({
  from: `spec.compliance.${name}`,
  to: 'spec.compliance.profiles',
  value: value => (value === true ? [name] : undefined),
})

/** `Service` of platform.company.com: a service with one database. */
export const service: Dialect = {
  kind: 'Service',
  group: 'platform.company.com',
  mappings: [
    ...identity,
    { from: 'metadata.team', to: 'spec.team' },
    { from: 'spec.image', to: 'spec.image' },
    { from: 'spec.runtime', to: 'spec.runtime' },
    { from: 'spec.replicas.min', to: 'spec.replicas.min' },
    { from: 'spec.replicas.max', to: 'spec.replicas.max' },
    { from: 'spec.resources.cpu', to: 'spec.resources.cpu' },
    { from: 'spec.resources.memory', to: 'spec.resources.memory' },
    { from: 'spec.database.type', to: 'spec.databases[name=db].spec.engine', value: engine },
    { from: 'spec.database.version', to: 'spec.databases[name=db].spec.version', value: textOf },
    { from: 'spec.database.size', to: 'spec.databases[name=db].spec.size' },
    { from: 'spec.database.backup', to: 'spec.databases[name=db].spec.backup.policy' },
    { from: 'spec.observability.metrics', to: 'spec.observability.metrics.mode', value: mode('Scrape') },
    { from: 'spec.observability.tracing', to: 'spec.observability.tracing.mode', value: tracing(['spec', 'runtime']) },
    { from: 'spec.observability.logLevel', to: 'spec.observability.logging.level', value: capitalised },
    profile('pci'),
    profile('gdpr'),
    profile('hipaa'),
    profile('soc2'),
    { from: 'spec.networking.ingress[].domain', to: 'spec.networking.ingress[].domain' },
    // Its name, which ours need, is made of it.
    {
      from: 'spec.networking.ingress[].domain',
      to: 'spec.networking.ingress[].name',
      value: domain =>
        textOf(domain)
          .replaceAll(/[^a-z0-9]+/g, '-')
          .slice(0, 63),
    },
    { from: 'spec.networking.ingress[].tls', to: 'spec.networking.ingress[].tls.mode', value: capitalised },
  ],
}
