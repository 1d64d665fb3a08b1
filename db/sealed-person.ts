import type { PersonId } from '../domain/ids.js'
import { randomBytes } from 'node:crypto'
import { decrypt, encrypt, sealedMark } from './seals/cipher.js'
import { currentKey, keyNamed } from './seals/installation-key.js'
import type { Name } from './schema/programme-tables.js'

/** The key of one person as it is kept: wrapped under a key of the installation. */
export interface WrappedKey {
  readonly person: PersonId
  readonly wrapped: string
  readonly wrappedBy: string
}

/** A person's key as a join gives it; nulls where the person was erased or never had one. */
export interface JoinedKey {
  readonly person: PersonId
  readonly wrapped: string | null
  readonly wrappedBy: string | null
}

/** What a text is, so that one cannot be put in the place of another. */
export type Field =
  | 'name'
  | 'email'
  | `text/${string}`
  | `file-name/${string}`
  | `file-key/${string}`
  | `draft/${string}`
  | `saved-view/${string}`
  | `passkey/${string}`
  | `negotiated/${string}`
  | `letter/${string}`
  | `third-party/${string}`
  | `letter-address/${string}`
  | `correspondence/${string}`

/** A new key for a person, wrapped. */
export const makePersonKey = (person: PersonId): WrappedKey => {
  const { id, key } = currentKey()
  const own = randomBytes(32)
  const wrapped = encrypt(own, { key, for: `key/${person}` })
  remember(person, { wrapped, wrappedBy: id, key: own, at: performance.now() })
  return { person, wrapped, wrappedBy: id }
}

/** The same key of a person, wrapped under the current key of the installation. */
export const wrapAnew = (own: WrappedKey): WrappedKey => {
  const { id, key } = currentKey()
  return { ...own, wrapped: encrypt(unwrapped(own), { key, for: `key/${own.person}` }), wrappedBy: id }
}

/** A text under the key of its person: AES-256-GCM, bound to person and field. */
export const seal = (own: WrappedKey, { field, text }: { readonly field: Field; readonly text: string }): string =>
  encrypt(Buffer.from(text, 'utf8'), { key: unwrapped(own), for: `${own.person}/${field}` })

/**
 * The one place where a sealed text is read. null where there is none, or none any more: the key was erased. Throws for a
 * text that was changed, or stands in another's place.
 */
export const unseal = (
  { person, wrapped, wrappedBy }: JoinedKey,
  { field, sealed }: { readonly field: Field; readonly sealed: string | null },
): string | null => {
  if (sealed === null) return null
  // Rows older than the keys, until a worker has sealed them at its start; the database takes no new ones.
  if (!isSealed(sealed)) return sealed
  if (wrapped === null || wrappedBy === null) return null
  return decrypt(sealed, { key: unwrapped({ person, wrapped, wrappedBy }), for: `${person}/${field}` }).toString('utf8')
}

/** A person's name, as two spellings; null once the person was erased. */
export const nameUnder = (key: JoinedKey, sealed: string | null): Name | null => {
  const text = unseal(key, { field: 'name', sealed })
  if (text === null) return null
  const name: unknown = JSON.parse(text)
  if (!isName(name)) throw new Error(`The name of ${key.person} is no pair of spellings.`)
  return name
}

const isName = (value: unknown): value is Name =>
  typeof value === 'object' && value !== null && 'en' in value && 'local' in value

/** Whether a stored text is sealed. */
export const isSealed = (text: string): boolean => text.startsWith(sealedMark)

/** The key of a person that this process used last; only a hint, since the person may have been erased elsewhere. */
export const rememberedKey = (person: PersonId): WrappedKey | undefined => {
  const known = remembered.get(person)
  return known === undefined ? undefined : { person, wrapped: known.wrapped, wrappedBy: known.wrappedBy }
}

/** Takes the key of an erased person out of memory. */
export const forgetPerson = (person: PersonId): void => {
  remembered.delete(person)
}

interface Remembered {
  readonly wrapped: string
  readonly wrappedBy: string
  readonly key: Buffer
  readonly at: number
}

/** As many unwrapped keys as a process keeps, and for how long: one erased by another process is gone by then. */
const [keptAtMost, keptForMs] = [1_000, 5 * 60_000]
const remembered = new Map<string, Remembered>()

const remember = (person: PersonId, one: Remembered): void => {
  remembered.delete(person)
  remembered.set(person, one)
  for (const [oldest, { at }] of remembered) {
    if (remembered.size <= keptAtMost && at > one.at - keptForMs) return
    remembered.delete(oldest)
  }
}

const unwrapped = ({ person, wrapped, wrappedBy }: WrappedKey): Buffer => {
  const known = remembered.get(person)
  if (known?.wrapped === wrapped && known.at > performance.now() - keptForMs) return known.key
  const key = decrypt(wrapped, { key: keyNamed(wrappedBy).key, for: `key/${person}` })
  remember(person, { wrapped, wrappedBy, key, at: performance.now() })
  return key
}
