import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { rootCertificates as azure } from '../../functions/generated/azure/root-certificates.ts'
import { rootCertificates as aws } from '../../functions/generated/aws/root-certificates.ts'
import { stale } from '../../generate/files.ts'
import { rootCertificateFiles } from '../../generate/root-certificates.ts'
import { root } from '../../packages/root.ts'

const pems = (text: string) => text.split(/(?<=-----END CERTIFICATE-----\n)/)

describe('the root certificates of the clouds', () => {
  it('are what would be generated now, or a client trusts an authority that has been replaced', () => {
    expect(stale(rootCertificateFiles(), root)).toEqual([])
  })

  it('of AWS are one for each region, that region’s own, or its clients trust nobody', () => {
    expect(Object.keys(aws).length).toBeGreaterThan(25)
    expect(Object.keys(aws)).toEqual(Object.keys(aws).toSorted())
    for (const [region, pem] of Object.entries(aws)) {
      const certificate = new X509Certificate(pem)
      expect({ region, subject: certificate.subject }).toEqual({
        region,
        subject: expect.stringContaining(`CN=Amazon RDS ${region} Root CA RSA2048 G1`) as string,
      })
      expect(certificate.verify(certificate.publicKey)).toBe(true)
    }
  })

  it('of Azure are the two that Microsoft names, or a client fails when Azure changes over', () => {
    const names = pems(azure).map(pem => /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1])
    expect(names).toEqual(['DigiCert Global Root G2', 'Microsoft RSA Root Certificate Authority 2017'])
  })
})
