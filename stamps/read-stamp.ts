import { X509Certificate } from 'node:crypto'
import { fromBER } from 'asn1js'
import { Certificate, ContentInfo, SignedData, TimeStampResp, TSTInfo } from 'pkijs'
import type { SignerInfo } from 'pkijs'
import { stampFault } from './stamp-fault.js'
import type { StampFault } from './stamp-fault.js'

/** What a time stamp says, and what its signature is checked with. Nothing of it is believed yet. */
export interface Stamp {
  /** When the authority says it saw the hash. */
  readonly at: Date
  /** What was stamped: the id of a hash algorithm, and the hash. */
  readonly imprint: { readonly algorithm: string; readonly hash: Buffer }
  /** The bytes the signer's digest is over. */
  readonly content: Buffer
  readonly signer: SignerInfo
  readonly certificates: readonly X509Certificate[]
}

/** Larger than the stamp of any authority that sends its whole chain along. */
const mostBytes = 48 * 1024
const mostCertificates = 16

const ids = {
  signedData: '1.2.840.113549.1.7.2',
  stampInfo: '1.2.840.113549.1.9.16.1.4',
} as const

/**
 * Reads a TimeStampResp or the token in it (RFC 3161): granted, over a time, and of one signer. Says which of these it is not. What was
 * stamped, whose signature it bears and whether that is true, `checkStamp` looks at.
 */
export function readStamp(bytes: Uint8Array): Stamp | { readonly fault: StampFault } {
  if (bytes.length > mostBytes) return stampFault('too_large')
  try {
    return stampIn(bytes)
  } catch {
    // The library throws for what is not as the standard says, and at any depth: there is no other way to ask it.
    return stampFault('unreadable')
  }
}

function stampIn(bytes: Uint8Array): Stamp | { readonly fault: StampFault } {
  const token = tokenIn(bytes)
  if (token === undefined) return stampFault('not_granted')
  if (token.contentType !== ids.signedData) return stampFault('other_content')
  const signed = new SignedData({ schema: token.content })
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== ids.stampInfo || eContent === undefined) return stampFault('other_content')
  const content = Buffer.from(eContent.getValue())
  const { messageImprint, genTime } = new TSTInfo({ schema: whole(content) })
  const imprint = {
    algorithm: messageImprint.hashAlgorithm.algorithmId,
    hash: Buffer.from(messageImprint.hashedMessage.getValue()),
  }
  const [signer, ...more] = signed.signerInfos
  if (signer === undefined || more.length > 0) return stampFault('several_signers')
  return { at: genTime, imprint, content, signer, certificates: certificatesIn(signed) }
}

/** The token of an answer, or the token alone; undefined where the answer is that there is none. */
function tokenIn(bytes: Uint8Array): ContentInfo | undefined {
  const schema = whole(bytes)
  // A token begins with the id of its content, an answer with its status.
  if (isToken(bytes)) return new ContentInfo({ schema })
  const { status, timeStampToken } = new TimeStampResp({ schema })
  return granted.includes(status.status) ? timeStampToken : undefined
}

/** Granted, as asked or with changes (RFC 3161, 2.4.2). */
const granted: readonly number[] = [0, 1]

const objectIdentifier = 6

/** Whether what stands first in the outermost sequence is an object identifier. */
const isToken = (bytes: Uint8Array): boolean => {
  const length = bytes[1] ?? 0
  return bytes[length < 0x80 ? 2 : 2 + (length & 0x7f)] === objectIdentifier
}

/** One value and nothing behind it. */
const whole = (bytes: Uint8Array) => {
  const { offset, result } = fromBER(bytes)
  if (offset !== bytes.length) throw new Error('Not one value to the end.')
  return result
}

const certificatesIn = ({ certificates = [] }: SignedData): readonly X509Certificate[] =>
  certificates
    .filter((one) => one instanceof Certificate)
    .slice(0, mostCertificates)
    .map((one) => new X509Certificate(Buffer.from(one.toSchema(false).toBER())))
