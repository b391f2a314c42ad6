import type { Provider } from '../../apis/blocks/placement.ts'

/**
 * The regions of each cloud that are in the European Economic Area, where personal data may be without any of the grounds that Chapter V of the
 * GDPR asks for (Art. 44). From the clouds' lists of regions, as of November 2026; the United Kingdom and Switzerland are not in the EEA.
 */
const regions: Readonly<Record<Exclude<Provider, 'Kubernetes'>, readonly string[]>> = {
  AWS: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3', 'eusc-de-east-1'],
  GCP: [
    'europe-central2',
    'europe-north1',
    'europe-north2',
    'europe-southwest1',
    'europe-west1',
    'europe-west10',
    'europe-west12',
    'europe-west3',
    'europe-west4',
    'europe-west8',
    'europe-west9',
  ],
  Azure: [
    'austriaeast',
    'belgiumcentral',
    'denmarkeast',
    'francecentral',
    'francesouth',
    'germanynorth',
    'germanywestcentral',
    'italynorth',
    'northeurope',
    'norwayeast',
    'norwaywest',
    'polandcentral',
    'spaincentral',
    'swedencentral',
    'westeurope',
  ],
}

/** Whether a region is in the EEA; `undefined` where only whoever runs the cluster knows. */
export const isInEea = (provider: Provider, region: string | undefined): boolean | undefined =>
  provider === 'Kubernetes' || region === undefined ? undefined : regions[provider].includes(region)

export const eeaRegions = (provider: Exclude<Provider, 'Kubernetes'>): readonly string[] => regions[provider]
