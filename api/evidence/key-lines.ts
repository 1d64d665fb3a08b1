import { vouchedIn } from '../../db/log/key-notes.js'
import { hasSigned } from '../../db/log/note.js'
import { lines } from './lines.js'

interface Known {
  readonly keys: readonly { readonly verifier_key: string }[]
  /** Notes in which a key vouches for another. */
  readonly kept: readonly { readonly note: string }[]
  /** The checkpoints, the first one first. */
  readonly notes: readonly string[]
}

/**
 * `keys.txt`, first the key with which the log began, and `key-notes.ndjson`. Which key came first the tables are not asked, since
 * anybody who may write there could say so: the first checkpoint is, and whoever it leads to by true notes.
 */
export const keyLines = ({ keys, kept, notes }: Known): readonly (readonly [string, string])[] => {
  const [first = ''] = notes
  const vouched = kept.flatMap(({ note }) => vouchedIn(note).map((one) => ({ ...one, note })))
  const texts = keys.map((key) => key.verifier_key)
  const found = texts.filter((key) => hasSigned(first, key) && !vouched.some((one) => one.key === key))
  const used: string[] = []
  for (const by of found)
    for (const one of vouched)
      if (one.by === by && texts.includes(one.key) && !found.includes(one.key)) {
        found.push(one.key)
        used.push(one.note)
      }
  return [
    ['keys.txt', found.map((key) => `${key}\n`).join('')],
    ['key-notes.ndjson', lines(used.map((note) => ({ note })))],
  ]
}
