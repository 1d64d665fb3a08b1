import { createHash } from 'node:crypto'
import type { X509Certificate } from 'node:crypto'
import { Certificate, IssuerAndSerialNumber } from 'pkijs'
import type { SignerInfo } from 'pkijs'
import { chainOf } from './chain.js'
import { readStamp } from './read-stamp.js'
import type { Stamp } from './read-stamp.js'
import { brokenIn } from './signature.js'
import { stampFault } from './stamp-fault.js'
import type { StampFault } from './stamp-fault.js'

interface Claimed {
  /** What was stamped. */
  readonly text: string
  /** When that was signed: no true stamp is older, but for the tolerance between clocks. */
  readonly time: Date
  /** The certificates the auditor believes: of authorities themselves, or of those that vouch for them. */
  readonly authorities: readonly X509Certificate[]
}

/** What a true stamp proves: that the text existed then, on the word of an authority that is believed. */
export interface CheckedStamp {
  readonly at: Date
  readonly authority: string
}

/** A stamp that proves nothing to who does not know whose it is: the name in the certificate of its signer, where that can be read. */
export interface OthersStamp {
  readonly other: string | undefined
}

/** Clocks of different machines, as everywhere in the evidence. */
const toleranceMs = 5 * 60_000

/**
 * Checks a time stamp (RFC 3161) over a text to the end. True: `at` and the authority. `other`: its signer's certificate leads to none
 * of those given, whatever name it bears, or none can be read. Whose it is comes first: what is wrong with a stamp is a fault
 * only where an authority that is believed stands for it, or everybody could spoil a file with a broken one of his own. Else the
 * first thing that is wrong. Whether a certificate was revoked is not looked up: that takes a network.
 */
export function checkStamp(
  bytes: Uint8Array,
  { text, time, authorities }: Claimed,
): CheckedStamp | OthersStamp | { readonly fault: StampFault } {
  const stamp = readStamp(bytes)
  if ('fault' in stamp) return { other: undefined }
  const certificate = [...stamp.certificates, ...authorities].find((one) => isOf(stamp.signer, one))
  if (certificate === undefined) return { other: undefined }
  const chain = chainOf(certificate, { through: stamp.certificates, to: authorities })
  if (chain === undefined) return { other: nameOf(certificate) }
  const { at } = stamp
  const wrong = wrongIn(stamp, { text, certificate })
  if (wrong !== undefined) return wrong
  if (chain.some((one) => !isValidAt(one, at))) return stampFault('expired')
  if (at.getTime() < time.getTime() - toleranceMs) return stampFault('before')
  return { at, authority: nameOf(certificate) }
}

/**
 * What anybody sees to be wrong with a time stamp over a text, who knows no authority: it must be one, of that text, bring the
 * certificate of its signer, and bear that one's true signature. Undefined where nothing is.
 */
export function stampFaultIn(bytes: Uint8Array, text: string): StampFault | undefined {
  const stamp = readStamp(bytes)
  if ('fault' in stamp) return stamp.fault
  const certificate = stamp.certificates.find((one) => isOf(stamp.signer, one))
  return (certificate === undefined ? stampFault('no_certificate') : wrongIn(stamp, { text, certificate }))?.fault
}

const isOf = ({ sid }: SignerInfo, certificate: X509Certificate): boolean => {
  if (!(sid instanceof IssuerAndSerialNumber)) return false
  const { issuer, serialNumber } = Certificate.fromBER(certificate.raw)
  return sid.issuer.isEqual(issuer) && sid.serialNumber.isEqual(serialNumber)
}

/** What is wrong with a stamp whose signer is known, without asking who believes him. */
function wrongIn(
  stamp: Stamp,
  { text, certificate }: { readonly text: string; readonly certificate: X509Certificate },
) {
  const { algorithm, hash } = stamp.imprint
  if (algorithm !== sha256) return stampFault('other_hash')
  if (!hash.equals(createHash('sha256').update(text).digest())) return stampFault('other_checkpoint')
  return brokenIn(stamp, certificate) ?? (isForStamps(certificate) ? undefined : stampFault('no_usage'))
}

const sha256 = '2.16.840.1.101.3.4.2.1'
const stampingUsage = '1.3.6.1.5.5.7.3.8'
const usageExtension = '2.5.29.37'

/** RFC 3161, 2.3: the one extended key usage is timeStamping, and it is critical. */
const isForStamps = (certificate: X509Certificate): boolean => {
  const { extensions = [] } = Certificate.fromBER(certificate.raw)
  const isCritical = extensions.some(({ extnID, critical }) => extnID === usageExtension && critical)
  return isCritical && certificate.keyUsage.join() === stampingUsage
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo)

/** The name of a certificate's subject in one line. */
const nameOf = ({ subject }: X509Certificate): string => subject.split('\n').join(', ')
