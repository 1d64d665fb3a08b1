import { createHash, X509Certificate } from 'node:crypto'
import { fromBER } from 'asn1js'
import { Certificate, ContentInfo, SignedData } from 'pkijs'
import { brokenIn } from './signature.js'

/** The seal within a paper: of whom its certificate says it is, and whether it is true of the whole file. */
interface PaperSealRead {
  /** As the certificate names its holder. */
  readonly subject: string
  /** SHA-256 of the certificate. */
  readonly certificate: string
  /** Whether the seal is true of every byte of the file but its own. Whether the certificate is to be trusted is another matter. */
  readonly holds: boolean
}

/**
 * Reads the last seal of a PDF (PAdES); undefined where there is none, or nothing that can be read as one. It asks nobody: who the certificate
 * belongs to is for its reader to know.
 */
export const readPaperSeal = (pdf: Uint8Array): PaperSealRead | undefined => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = bytes.toString('latin1')
  const range = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1)
  if (range === undefined) return undefined
  const [from = 0, before = 0, behind = 0, rest = 0] = range.slice(1).map(Number)
  const kept = text.slice(from + before, behind)
  const der = Buffer.from(kept.slice(1, -1), 'hex')
  const { signed, length } = signedIn(der)
  const [signer] = signed?.signerInfos ?? []
  const found = signed?.certificates?.find((one) => one instanceof Certificate)
  if (signer === undefined || found === undefined) return undefined
  const own = new X509Certificate(Buffer.from(found.toSchema(false).toBER()))
  const content = Buffer.concat([bytes.subarray(from, before), bytes.subarray(behind, behind + rest)])
  // What no seal is over holds the seal and noughts: other signs there would be bytes of the file that nobody vouches for.
  const isOnlySeal = /^<(?:[0-9a-f]{2})+>$/i.test(kept) && der.subarray(length).every((byte) => byte === 0)
  const isWhole = from === 0 && behind + rest === bytes.length && isOnlySeal
  return {
    subject: own.subject.split('\n').join(', '),
    certificate: createHash('sha256').update(own.raw).digest('hex'),
    holds: isWhole && brokenIn({ content, signer, contentType: data }, own) === undefined,
  }
}

/** What is signed is bytes, and no content of a kind of its own. */
const data = '1.2.840.113549.1.7.1'

interface SignedIn {
  readonly signed?: SignedData
  /** How many of the bytes it is. */
  readonly length: number
}

const signedIn = (der: Buffer): SignedIn => {
  try {
    const { result, offset } = fromBER(der)
    if (offset < 0) return { length: 0 }
    return { signed: new SignedData({ schema: new ContentInfo({ schema: result }).content }), length: offset }
  } catch {
    // The library throws for what is not as the standard says, and at any depth: there is no other way to ask it.
    return { length: 0 }
  }
}
