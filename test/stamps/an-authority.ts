import { createHash, webcrypto, X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'
import { defined } from '../../domain/values/defined.js'

/** A time-stamp authority of a test, or one that vouches for others. */
export interface Authority {
  readonly certificate: pki.Certificate
  readonly keys: webcrypto.CryptoKeyPair
  readonly x509: X509Certificate
  readonly pem: string
}

interface Wanted {
  readonly name: string
  /** Whose key signs the certificate; absent: its own. */
  readonly by?: Authority
  readonly from?: string
  readonly until?: string
  /** What the certificate may be used for: stamps, stamps though not said critically, or nothing that was said. */
  readonly usage?: 'stamps' | 'loosely' | 'unsaid'
  readonly isRoot?: boolean
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
pki.setEngine('test', new pki.CryptoEngine({ name: 'test', crypto: globalThis.crypto }))

let serial = 0

/** Makes an authority with keys and a certificate of its own. */
export const anAuthority = async (wanted: Wanted): Promise<Authority> => {
  const { name, by, from = '2026-01-01T00:00:00Z', until = '2036-01-01T00:00:00Z', usage = 'stamps' } = wanted
  const keys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const certificate = new pki.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ value: (serial += 1) })
  named(certificate.subject, name)
  certificate.issuer = by === undefined ? certificate.subject : by.certificate.subject
  certificate.notBefore.value = new Date(from)
  certificate.notAfter.value = new Date(until)
  certificate.extensions = [
    extension('2.5.29.19', {
      critical: true,
      value: new pki.BasicConstraints({ cA: wanted.isRoot === true }).toSchema(),
    }),
    ...(usage === 'unsaid' || wanted.isRoot === true
      ? []
      : [
          extension('2.5.29.37', {
            critical: usage === 'stamps',
            value: new pki.ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema(),
          }),
        ]),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign((by?.keys ?? keys).privateKey, 'SHA-256')
  const x509 = new X509Certificate(Buffer.from(certificate.toSchema(true).toBER()))
  return { certificate, keys, x509, pem: x509.toString() }
}

const named = (subject: pki.RelativeDistinguishedNames, name: string): void => {
  const value = new asn1.Utf8String({ value: name })
  subject.typesAndValues.push(new pki.AttributeTypeAndValue({ type: '2.5.4.3', value }))
}

const extension = (extnID: string, { critical, value }: { critical: boolean; value: asn1.Sequence }) =>
  new pki.Extension({ extnID, critical, extnValue: value.toBER() })

interface Stamping {
  readonly text: string
  readonly at: string
  readonly hash?: 'SHA-1' | 'SHA-256'
  readonly status?: number
  /** Certificates sent along; absent: that of the authority. */
  readonly along?: readonly Authority[]
  /** Whose certificate the signer says it signs for. */
  readonly names?: Authority
  /** What the signature is over, where that is not what the stamp holds. */
  readonly signs?: (attributes: pki.Attribute[]) => pki.Attribute[]
  readonly contentType?: string
}

const stampInfo = '1.2.840.113549.1.9.16.1.4'
const hashIds = { 'SHA-1': '1.3.14.3.2.26', 'SHA-256': '2.16.840.1.101.3.4.2.1' } as const

/** What an authority answers to a request over a text: a TimeStampResp (RFC 3161). */
export const stampBy = async (authority: Authority, wanted: Stamping): Promise<Buffer> => {
  const { text, at, hash = 'SHA-256', status = 0, contentType = stampInfo } = wanted
  const digest = createHash(hash.replace('-', '').toLowerCase()).update(text).digest()
  const info = new pki.TSTInfo({
    version: 1,
    policy: '1.3.6.1.4.1.99999.1',
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: new Date(at),
    messageImprint: new pki.MessageImprint({
      hashAlgorithm: new pki.AlgorithmIdentifier({ algorithmId: hashIds[hash] }),
      hashedMessage: new asn1.OctetString({ valueHex: digest }),
    }),
  })
  const signed = await signedBy(authority, { ...wanted, contentType, content: Buffer.from(info.toSchema().toBER()) })
  const token = new pki.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) })
  const answer = new pki.TimeStampResp({
    status: new pki.PKIStatusInfo({ status }),
    ...defined({ timeStampToken: status > 1 ? undefined : token }),
  })
  return Buffer.from(answer.toSchema().toBER())
}

const signedBy = async (
  authority: Authority,
  wanted: Stamping & { readonly content: Buffer; readonly contentType: string },
): Promise<pki.SignedData> => {
  const { content, contentType, along = [authority], names = authority, signs = (all) => all } = wanted
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new asn1.ObjectIdentifier({ value: contentType })),
    attribute('1.2.840.113549.1.9.4', new asn1.OctetString({ valueHex: sha256(content) })),
    attribute('1.2.840.113549.1.9.16.2.47', certificateNamed(sha256(names.x509.raw))),
  ]
  const { issuer, serialNumber } = authority.certificate
  const signer = new pki.SignerInfo({
    version: 1,
    sid: new pki.IssuerAndSerialNumber({ issuer, serialNumber }),
    signedAttrs: new pki.SignedAndUnsignedAttributes({ type: 0, attributes: signs(attributes) }),
  })
  const signed = new pki.SignedData({
    version: 3,
    encapContentInfo: new pki.EncapsulatedContentInfo({
      eContentType: contentType,
      eContent: new asn1.OctetString({ valueHex: content }),
    }),
    signerInfos: [signer],
    certificates: along.map(({ certificate }) => certificate),
  })
  await signed.sign(authority.keys.privateKey, 0, 'SHA-256')
  return signed
}

const attribute = (type: string, value: asn1.BaseBlock) => new pki.Attribute({ type, values: [value] })

const certificateNamed = (hash: Buffer) => {
  const one = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: hash })] })
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [one] })] })
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
