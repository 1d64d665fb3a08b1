import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { hasSigned, signedNote } from './note.js'
import type { NoteSigner } from './note.js'

type Db = Kysely<Database>

/**
 * The text under which a key vouches for the one that comes after it, from the checkpoint of `size` entries on. It can be
 * taken for no checkpoint, whose second line is a number.
 */
export const keyNoteText = ({ key, by, size, signedAt }: Vouching): string =>
  ['cornerstone key v1', `key ${key}`, `by ${by}`, `size ${size}`, `time ${signedAt}`, ''].join('\n')

interface Vouching {
  /** The key that is vouched for, and the one that signs: `name+id+base64` each. */
  readonly key: string
  readonly by: string
  readonly size: number
  readonly signedAt: Instant
}

/**
 * Lets a key that signed before vouch for each that signs for the first time, and keeps the notes. Refuses, as a defect of the
 * settings, keys of which none signed the last checkpoint or is vouched for by one that did: anybody could bring such a key.
 * In a log that begins, the last of the keys is the first.
 */
export async function vouchForNewKeys(
  db: Db,
  { signers, size, signedAt }: { signers: readonly NoteSigner[]; size: number; signedAt: Instant },
): Promise<void> {
  const last = await db.selectFrom('checkpoint').select('note').orderBy('size', 'desc').limit(1).executeTakeFirst()
  const known = last === undefined ? signers.slice(-1) : signers.filter(await believedAfter(db, last.note))
  const [voucher] = known
  const fresh = signers.filter((signer) => !known.includes(signer))
  if (fresh.length === 0) return
  if (voucher === undefined) throw new Error(unvouched(fresh))
  const notes = fresh.map(({ verifierKey: key }) => ({
    verifier_key: key,
    note: signedNote(keyNoteText({ key, by: voucher.verifierKey, size, signedAt }), [voucher]),
  }))
  await db
    .insertInto('checkpoint_key_note')
    .values(notes)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether a key has signed a note, or one that has stands behind it by notes of its own. */
async function believedAfter(db: Db, last: string): Promise<(signer: NoteSigner) => boolean> {
  const vouched = (await keyNotes(db)).flatMap(({ note }) => vouchedIn(note))
  const isBelieved = (key: string, seen: readonly string[] = []): boolean =>
    hasSigned(last, key) ||
    vouched.some((one) => one.key === key && !seen.includes(one.by) && isBelieved(one.by, [...seen, key]))
  return ({ verifierKey }) => isBelieved(verifierKey)
}

/** Which key a note vouches for, and which has truly signed it; nothing for any other note. */
export const vouchedIn = (note: string): readonly Pick<Vouching, 'key' | 'by'>[] => {
  const [, key = '', by = ''] =
    /^cornerstone key v1\nkey (\S+)\nby (\S+)\nsize [1-9]\d{0,14}\ntime \S+\n\n/.exec(note) ?? []
  return hasSigned(note, by) ? [{ key, by }] : []
}

const unvouched = (signers: readonly NoteSigner[]): string =>
  `No key before them vouches for ${signers.map(({ name, id }) => `${name}+${id}`).join(', ')}. ` +
  'Put the key that signed so far behind the new one, let both sign one checkpoint, then take the old one away.'

/** Every note that was kept, true or not. */
export const keyNotes = (db: Db) =>
  db.selectFrom('checkpoint_key_note').selectAll().orderBy('verifier_key').orderBy('note').execute()
