import { constants, createHash, verify } from 'node:crypto'
import type { X509Certificate } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import type { Stamp } from './read-stamp.js'
import { stampFault } from './stamp-fault.js'
import type { StampFault } from './stamp-fault.js'

/** What is looked at: what was signed, of which kind (a time stamp, where that is left out), and by whom. */
interface Signed extends Pick<Stamp, 'content' | 'signer'> {
  readonly contentType?: string
}

/** The first thing by which content, attributes, certificate and signature do not belong together; undefined where they do. */
export function brokenIn(
  { content, signer, contentType = stampInfo }: Signed,
  certificate: X509Certificate,
): { readonly fault: StampFault } | undefined {
  const { signedAttrs, signatureAlgorithm, digestAlgorithm, signature } = signer
  const digest = digests[digestAlgorithm.algorithmId]
  const scheme = schemes(digest)[signatureAlgorithm.algorithmId]
  if (digest === undefined || scheme === undefined) return stampFault('unknown_algorithm')
  if (signedAttrs === undefined) return stampFault('changed')
  const said = (type: string): unknown => {
    const [found, ...more] = signedAttrs.attributes.filter((one) => one.type === type)
    return more.length === 0 && found?.values.length === 1 ? found.values[0] : undefined
  }
  const [type, hash] = [said(attributes.contentType), said(attributes.messageDigest)]
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== contentType) return stampFault('changed')
  const isSame = hash instanceof OctetString && hashOf(digest, content).equals(Buffer.from(hash.getValue()))
  if (!isSame) return stampFault('changed')
  const named = [said(attributes.certificateV2), said(attributes.certificate)]
  if (!named.some((one, at) => namesCertificate(one, { certificate, digest: at === 0 ? 'sha256' : 'sha1' })))
    return stampFault('other_certificate')
  const signedBytes = Buffer.from(signedAttrs.encodedValue)
  // In the stamp they stand under a tag of their own; what is signed is the set.
  signedBytes.writeUInt8(set, 0)
  const signed = { bytes: signedBytes, signature: Buffer.from(signature.getValue()) }
  return isSigned(signed, { certificate, scheme }) ? undefined : stampFault('false_signature')
}

const isSigned = (
  { bytes, signature }: { bytes: Buffer; signature: Buffer },
  { certificate, scheme }: { certificate: X509Certificate; scheme: Scheme },
): boolean => {
  try {
    return verify(scheme.hash, bytes, { key: certificate.publicKey, ...scheme.padding }, signature)
  } catch {
    // Node throws for a key it cannot read, or one that does not go with the way it is said to have signed.
    return false
  }
}

const set = 0x31
const stampInfo = '1.2.840.113549.1.9.16.1.4'
const attributes = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  certificate: '1.2.840.113549.1.9.16.2.12',
  certificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

interface Scheme {
  readonly hash: string | null
  readonly padding?: { readonly padding: number; readonly saltLength: number }
}

/** How the signature was made, by the id of its algorithm; some leave the hash to that of the digest. */
const schemes = (digest = ''): Readonly<Record<string, Scheme>> => {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
  return {
    '1.2.840.113549.1.1.1': { hash: digest },
    '1.2.840.113549.1.1.10': { hash: digest, padding: pss },
    '1.2.840.113549.1.1.11': { hash: 'sha256' },
    '1.2.840.113549.1.1.12': { hash: 'sha384' },
    '1.2.840.113549.1.1.13': { hash: 'sha512' },
    '1.2.840.10045.4.3.2': { hash: 'sha256' },
    '1.2.840.10045.4.3.3': { hash: 'sha384' },
    '1.2.840.10045.4.3.4': { hash: 'sha512' },
    '1.3.101.112': { hash: null },
  }
}

const hashOf = (name: string, bytes: Uint8Array): Buffer => createHash(name).update(bytes).digest()

/** SigningCertificate (RFC 2634) or SigningCertificateV2 (RFC 5816): the first certificate named by its hash is the signer's. */
const namesCertificate = (
  value: unknown,
  { certificate, digest }: { certificate: X509Certificate; digest: string },
): boolean => {
  const first = firstOf(firstOf(value))
  if (!(first instanceof Sequence)) return false
  const parts = first.valueBlock.value
  const algorithm = firstOf(parts[0])
  const hash = parts.find((part) => part instanceof OctetString)
  const used = algorithm instanceof ObjectIdentifier ? digests[algorithm.getValue()] : digest
  return used !== undefined && hash !== undefined && hashOf(used, certificate.raw).equals(Buffer.from(hash.getValue()))
}

const firstOf = (value: unknown): unknown => (value instanceof Sequence ? value.valueBlock.value[0] : undefined)
