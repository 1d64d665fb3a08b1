import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

interface Under {
  readonly key: Buffer
  /** What the text is, so that one cannot be put in the place of another. */
  readonly for: string
}

/** What every sealed text begins with. */
export const sealedMark = 's1.'
const [nonceBytes, tagBytes] = [12, 16]

/** Bytes under a key (AES-256-GCM), as text. */
export const encrypt = (bytes: Buffer, { key, for: bound }: Under): string => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound, 'utf8'))
  const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final()])
  return `${sealedMark}${Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url')}`
}

/** A sealed text was changed, or stands in another's place: told apart from a key that this process was not given. */
export class BrokenSeal extends Error {}

/** The bytes again; throws a broken seal for a text that was changed, or stands in another's place. */
export const decrypt = (text: string, { key, for: bound }: Under): Buffer => {
  const bytes = Buffer.from(text.slice(sealedMark.length), 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(bound, 'utf8')).setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch (cause) {
    throw new BrokenSeal(`What is sealed for ${bound} cannot be opened: it was changed or stands elsewhere.`, { cause })
  }
}
