import { webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

/** A private key with its certificate, both PEM as well. */
interface Certified {
  readonly keys: webcrypto.CryptoKeyPair
  readonly certificate: pki.Certificate
  readonly keyPem: string
  readonly pem: string
}

interface Wanted {
  readonly name: string
  /** Whose key signs it; left out: its own. */
  readonly by?: Certified
  /** Whether it signs others. */
  readonly isAuthority?: boolean
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const

let serial = 0

/** Makes an RSA key and a certificate of it, good for that name whether it serves or asks. */
export const aCertificate = async ({ name, by, isAuthority = false }: Wanted): Promise<Certified> => {
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const certificate = new pki.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ value: (serial += 1) })
  const value = new asn1.Utf8String({ value: name })
  certificate.subject.typesAndValues.push(new pki.AttributeTypeAndValue({ type: '2.5.4.3', value }))
  certificate.issuer = by?.certificate.subject ?? certificate.subject
  certificate.notBefore.value = new Date('2026-01-01T00:00:00Z')
  certificate.notAfter.value = new Date('2046-01-01T00:00:00Z')
  const names = new pki.GeneralNames({ names: [new pki.GeneralName({ type: 2, value: name })] })
  certificate.extensions = [
    extension('2.5.29.19', new pki.BasicConstraints({ cA: isAuthority }).toSchema()),
    ...(isAuthority ? [] : [extension('2.5.29.17', names.toSchema())]),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign((by?.keys ?? keys).privateKey, 'SHA-256')
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  const der = certificate.toSchema(true).toBER()
  return { keys, certificate, keyPem: pemOf('PRIVATE KEY', key), pem: pemOf('CERTIFICATE', der) }
}

const extension = (extnID: string, value: asn1.Sequence) =>
  new pki.Extension({ extnID, critical: extnID === '2.5.29.19', extnValue: value.toBER() })

const pemOf = (what: string, der: ArrayBuffer): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${what}-----\n${lines.join('\n')}\n-----END ${what}-----\n`
}
