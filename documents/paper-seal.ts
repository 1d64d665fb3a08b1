import { createPrivateKey, webcrypto, X509Certificate, type KeyObject } from 'node:crypto'
import { CryptoKeySigner, PDF } from '@libpdf/core'

/** Puts the seal of the programme on a paper: an electronic seal within the file itself (PAdES B-B), as of the moment that is said. */
export type PaperSeal = (pdf: Uint8Array, at: Date) => Promise<Uint8Array>

/** Key and certificate for sealing do not fit; said at the start, and not at the first paper. */
class PaperSealUnfit extends Error {
  override readonly name = 'PaperSealUnfit'
}

interface SealFiles {
  /** The private key, PEM without a passphrase. */
  readonly key: string
  /** The certificate of that key, and behind it those up to its authority, PEM. */
  readonly certificates: string
}

/**
 * Makes ready to seal papers. Refuses a key that cannot be read or is not RSA (any other signs the same paper otherwise each time, so that a
 * repeat would be another file), and a certificate that is of another key.
 */
export const openPaperSeal = async ({ key: pem, certificates: pems }: SealFiles): Promise<PaperSeal> => {
  const key = keyIn(pem)
  const [own, ...chain] = certificatesIn(pems)
  if (own === undefined) throw new PaperSealUnfit('PAPER_SEAL_CERTIFICATE_FILE holds no certificate in PEM.')
  if (!own.checkPrivateKey(key))
    throw new PaperSealUnfit('The certificate in PAPER_SEAL_CERTIFICATE_FILE is not of the key in PAPER_SEAL_KEY_FILE.')
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const der = key.export({ type: 'pkcs8', format: 'der' })
  const signing = await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
  const authorities = chain.map(({ raw }) => new Uint8Array(raw))
  const signer = new CryptoKeySigner(signing, new Uint8Array(own.raw), 'RSA', 'RSASSA-PKCS1-v1_5', authorities)
  return async (pdf, at) => {
    const paper = await PDF.load(pdf)
    const { bytes } = await paper.sign({ signer, level: 'B-B', signingTime: at, fieldName: 'ProgrammeSeal' })
    return bytes
  }
}

const keyIn = (pem: string): KeyObject => {
  const key = readable(() => createPrivateKey(pem))
  if (key?.asymmetricKeyType === 'rsa') return key
  throw new PaperSealUnfit(
    'PAPER_SEAL_KEY_FILE holds no private RSA key in PEM without a passphrase; no other is taken.',
  )
}

const certificatesIn = (pems: string): readonly X509Certificate[] =>
  (pems.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).flatMap(
    (pem) => readable(() => new X509Certificate(pem)) ?? [],
  )

const readable = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch {
    // What is wrong with the bytes says nothing to whoever has to bring others.
    return undefined
  }
}
