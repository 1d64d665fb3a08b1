import { generateKeyPair, webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

/** A private key and its certificate, both PEM. */
export interface SealKey {
  readonly key: string
  readonly certificates: string
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const

/** A key for sealing papers and a certificate that it signed for itself; of the other kind it is a key alone, which nobody takes. */
export const aSealKey = async (kind: 'rsa' | 'ec' = 'rsa'): Promise<SealKey> => {
  if (kind === 'ec') {
    const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
    return { key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), certificates: '' }
  }
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const certificate = new pki.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ value: 1 })
  const name = new asn1.Utf8String({ value: 'Seal of a test' })
  certificate.subject.typesAndValues.push(new pki.AttributeTypeAndValue({ type: '2.5.4.3', value: name }))
  certificate.issuer = certificate.subject
  certificate.notBefore.value = new Date('2026-01-01T00:00:00Z')
  certificate.notAfter.value = new Date('2046-01-01T00:00:00Z')
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { key: pem('PRIVATE KEY', key), certificates: pem('CERTIFICATE', certificate.toSchema(true).toBER()) }
}

const pem = (what: string, der: ArrayBuffer): string =>
  `-----BEGIN ${what}-----\n${(Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${what}-----\n`
