import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { aCertificate } from './certificates.js'

/** A private key and its certificate, both PEM. */
export interface SealKey {
  readonly key: string
  readonly certificates: string
}

/** A key for sealing papers, with a certificate that it signed for itself. */
export const aSealKey = async (): Promise<SealKey> => {
  const { keyPem: key, pem: certificates } = await aCertificate({ name: 'Seal of a test' })
  return { key, certificates }
}

/** A key that seals no papers, since it signs the same one otherwise each time. */
export const anEllipticKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
}
