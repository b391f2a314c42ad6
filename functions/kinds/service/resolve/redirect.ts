import type { IngressPlatform } from '../../../../apis/platform/ingress.ts'
import { carrierOf } from '../../../settings/ingress.ts'
import { offers } from '../traffic/capabilities.ts'
import { hasOwnCertificates } from './certificates.ts'

/**
 * Whether plain HTTP can be sent to HTTPS: the gateway's listener for it has to be known, and the service's own route must not be attached to
 * that as well.
 */
export const canRedirect = (declared: IngressPlatform): boolean => {
  const { api, gateway } = declared
  if (offers.redirect.offered[carrierOf(declared)].length === 0) return false
  if (api === 'Ingress') return true
  return gateway?.httpSectionName !== undefined && (gateway.sectionName !== undefined || hasOwnCertificates(declared))
}
