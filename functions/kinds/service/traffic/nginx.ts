import type { Cors } from '../../../../apis/service/ingress.ts'
import { present } from '../../../runtime/json.ts'
import type { Route } from './traffic.ts'

type Annotations = Readonly<Record<string, string>>

/** What ingress-nginx reads (its manual, “Annotations”). Nothing goes in here that could be more than a value. */
export const nginxAnnotations = ({
  port,
  redirect,
  timeoutSeconds,
  auth,
  rateLimit,
  cors,
  allowedCidrs,
}: Route): Annotations => {
  const seconds = timeoutSeconds === undefined ? undefined : String(timeoutSeconds)
  const rate = rateLimit && String(rateLimit.requests)
  const said = present<Record<string, string>>({
    'backend-protocol': port.appProtocol === 'grpc' ? 'GRPC' : undefined,
    'ssl-redirect': String(redirect),
    'force-ssl-redirect': String(redirect),
    'proxy-read-timeout': seconds,
    'proxy-send-timeout': seconds,
    'auth-type': auth && 'basic',
    'auth-secret': auth?.secretName,
    'limit-rps': rateLimit?.per === 'Second' ? rate : undefined,
    'limit-rpm': rateLimit?.per === 'Minute' ? rate : undefined,
    // Five times as many in a burst would be let through.
    'limit-burst-multiplier': rate && '1',
    'whitelist-source-range': allowedCidrs.length > 0 ? allowedCidrs.map(({ cidr }) => cidr).join(',') : undefined,
    ...(cors && corsAnnotations(cors)),
  })
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [`nginx.ingress.kubernetes.io/${name}`, value]))
}

/** Credentials are allowed unless it is told otherwise. */
const corsAnnotations = ({
  allowOrigins,
  allowMethods = ['GET', 'HEAD', 'POST'],
  allowHeaders,
  exposeHeaders,
  credentials,
  maxAgeSeconds = 600,
}: Cors): Annotations =>
  present<Record<string, string>>({
    'enable-cors': 'true',
    'cors-allow-origin': allowOrigins.join(', '),
    'cors-allow-methods': allowMethods.join(', '),
    'cors-allow-headers': allowHeaders?.join(', '),
    'cors-expose-headers': exposeHeaders?.join(', '),
    'cors-allow-credentials': String(credentials === 'Enabled'),
    'cors-max-age': String(maxAgeSeconds),
  })
