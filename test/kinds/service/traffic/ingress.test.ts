import { describe, expect, it } from 'vitest'
import { at, objectAt } from '../../../../functions/runtime/read.ts'
import { composed, specOf } from './fixtures.ts'

const nginx = { api: 'Ingress', implementation: 'IngressNginx', className: 'nginx' }

describe('an Ingress', () => {
  it('has a certificate of its own, and nothing that only some controllers read', async () => {
    const { objects, status } = await composed({ api: 'Ingress' })
    expect(Object.keys(objects).toSorted()).toEqual(['certificate-web', 'ingress-web'])
    const secretName = at(objects['certificate-web'], 'spec', 'secretName')
    expect(specOf(objects['ingress-web'])).toEqual({
      tls: [{ hosts: ['api.company.example'], secretName }],
      rules: [
        {
          host: 'api.company.example',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'api', port: { number: 8080 } } } }],
          },
        },
      ],
    })
    expect(
      at(objects['ingress-web'], 'metadata', 'annotations', 'nginx.ingress.kubernetes.io/ssl-redirect'),
    ).toBeUndefined()
    expect(status['url']).toBe('https://api.company.example/')
  })

  it('of the controller’s own certificate names none, and plain HTTP has none', async () => {
    const { objects } = await composed({ ...nginx, certificates: 'Shared' })
    expect(Object.keys(objects)).toEqual(['ingress-web'])
    expect(specOf(objects['ingress-web'])).toMatchObject({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['api.company.example'] }],
    })
    const { objects: plain, status } = await composed(nginx, { tls: { mode: 'Disabled' } })
    expect(at(plain['ingress-web'], 'spec', 'tls')).toBeUndefined()
    expect(status['url']).toBe('http://api.company.example/')
  })

  it('of ingress-nginx has its annotations, and tells what they mean otherwise than the claim', async () => {
    const { objects, status } = await composed(
      nginx,
      {
        path: '/v1',
        pathType: 'Exact',
        timeoutSeconds: 90,
        auth: { mode: 'Basic', secretName: 'users' },
        rateLimit: { requests: 100, per: 'Minute' },
        cors: { allowOrigins: ['https://a.example', 'https://b.example'], credentials: 'Enabled', maxAgeSeconds: 60 },
        allowedCidrs: [
          { name: 'office', cidr: '198.51.100.0/24' },
          { name: 'home', cidr: '203.0.113.0/24' },
        ],
      },
      { appProtocol: 'GRPC' },
    )
    const prefix = 'nginx.ingress.kubernetes.io/'
    const annotations = Object.entries(objectAt(objects['ingress-web'], 'metadata', 'annotations'))
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value])
    expect(Object.fromEntries(annotations)).toEqual({
      'backend-protocol': 'GRPC',
      'ssl-redirect': 'true',
      'force-ssl-redirect': 'true',
      'proxy-read-timeout': '90',
      'proxy-send-timeout': '90',
      'auth-type': 'basic',
      'auth-secret': 'users',
      'limit-rpm': '100',
      'limit-burst-multiplier': '1',
      'whitelist-source-range': '198.51.100.0/24,203.0.113.0/24',
      'enable-cors': 'true',
      'cors-allow-origin': 'https://a.example, https://b.example',
      'cors-allow-methods': 'GET, HEAD, POST',
      'cors-allow-credentials': 'true',
      'cors-max-age': '60',
    })
    expect(status['deviations']).toEqual([
      {
        field: 'spec.networking.ingress[web].timeoutSeconds',
        reason: 'ingress-nginx ends an answer after so long a pause in it, however long it takes in all',
      },
      {
        field: 'spec.networking.ingress[web].rateLimit.by',
        reason: 'each pod of the gateway counts for itself',
      },
    ])
  })

  it('of ingress-nginx lets no cookies through to other origins that nobody asked for', async () => {
    const { objects } = await composed(nginx, { cors: { allowOrigins: ['*'] }, tls: { redirect: 'Disabled' } })
    expect(objectAt(objects['ingress-web'], 'metadata', 'annotations')).toMatchObject({
      'nginx.ingress.kubernetes.io/cors-allow-credentials': 'false',
      'nginx.ingress.kubernetes.io/ssl-redirect': 'false',
    })
  })
})
