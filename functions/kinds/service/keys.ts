import type { KeyOf, KeyTable } from '../../runtime/keys.ts'
import { madeKeys } from '../bindables.ts'
import { trafficKeys } from './traffic/keys.ts'

/**
 * Every key that an XService has ever composed. Frozen: a key is never renamed and never reused for another kind.
 * test/upgrade/ holds each released one.
 */
export const keys = {
  'service-account': 'stateless',
  // Identity on AWS, on GCP and on Azure.
  'identity-role': 'stateless',
  'identity-policy-*': 'stateless',
  'identity-association': 'stateless',
  'identity-account': 'stateless',
  'identity-user': 'stateless',
  'identity-member-*': 'stateless',
  'identity-user-assigned': 'stateless',
  'identity-credential': 'stateless',
  'identity-assignment-*': 'stateless',
  // What it is bound to and makes itself: a row of the table for each kind.
  ...madeKeys,
  'volume-*': 'stateful',
  config: 'stateless',
  // A job is one for its image and command: they are part of the key.
  'job-*': 'stateless',
  deployment: 'stateless',
  service: 'stateless',
  autoscaler: 'stateless',
  'scaled-object': 'stateless',
  'trigger-authentication-*': 'stateless',
  'disruption-budget': 'stateless',
  'network-policy': 'stateless',
  'egress-policy': 'stateless',
  ...trafficKeys,
  'service-monitor': 'stateless',
  alerts: 'stateless',
  'custom-alerts': 'stateless',
  dashboard: 'stateless',
  instrumentation: 'stateless',
  protection: 'stateless',
  'environment-protection': 'stateless',
} as const satisfies KeyTable

export type ServiceKey = KeyOf<typeof keys>
