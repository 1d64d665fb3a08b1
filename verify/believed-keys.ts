import type { KeptCheckpoint } from './kept-checkpoint.js'
import { readCheckpoint, readNote, readVerifierKey, readWitnessKey, signedBy, valueOf } from './note.js'
import type { VerifierKey } from './note.js'

/** Where the first believed key came from: the auditor, a note the auditor kept, or nothing but the file. */
export type KeysFrom = 'given' | 'kept' | 'file'

/** Which keys are believed, and for which checkpoints. */
export interface Believed {
  readonly from: KeysFrom
  /** The keys that count for a note over so many entries. */
  readonly at: (size: number) => readonly VerifierKey[]
  /**
   * The keys that count for what a file under a checkpoint of so many entries is said to have to hold. A kept checkpoint proves what it
   * was signed over, and nothing that is said of it: here only those who signed it count, and those they vouch for.
   */
  readonly saying: (size: number) => readonly VerifierKey[]
  /** All that count for some size, the first one first. */
  readonly keys: readonly VerifierKey[]
  /** All keys that stand in the file, believed or not, and which of them vouches for which. */
  readonly own: readonly VerifierKey[]
  readonly vouched: readonly Vouched[]
  /** Lines of the file that are no key or note, or keys nobody before them vouches for. */
  readonly odd: readonly string[]
}

interface Given {
  /** The lines of `keys.txt`, and the notes of `key-notes.ndjson`. */
  readonly lines: readonly string[]
  readonly notes: readonly string[]
  /** Keys the auditor has from elsewhere. */
  readonly trusted: readonly string[]
  readonly kept: readonly KeptCheckpoint[]
}

/**
 * The keys that are believed. With keys of the auditor only these. Else the one key that signed the last note the auditor kept, for
 * everything that is larger, with those it vouched for; what is smaller is proved by the root in that note. With neither, the first key of the
 * file and those it vouched for: then the file vouches for itself.
 */
export function believedKeys({ lines, notes, trusted, kept }: Given): Believed {
  const [given, own] = [keysIn(trusted), keysIn(lines)]
  const vouched = notes.flatMap((note) => vouchedIn(note, own))
  const chain = followed(own.slice(0, 1), vouched)
  const odd = [
    ...lines.filter((line) => readVerifierKey(line) === undefined && readWitnessKey(line) === undefined),
    ...own.flatMap((key) => (chain.some((one) => one.key === key) ? [] : [key.text])),
    ...notes.filter((note) => vouchedIn(note, own).length === 0),
    ...(own.length === 0 ? ['keys.txt'] : []),
  ]
  const told = { own, vouched, odd }
  if (given.length > 0) return { from: 'given', at: () => given, saying: () => given, keys: given, ...told }
  const last = lastNote(kept)
  const known = last === undefined ? [] : signedBy(last, own)
  const ofChain = (size: number) => keysAt(chain, size)
  // A line that was added below a kept checkpoint on its way looks like a second key that took part: which is the true one it cannot say.
  if (last === undefined || known.length > 1)
    return { from: 'file', at: ofChain, saying: ofChain, keys: chain.map(({ key }) => key), ...told }
  const signers = followed(known, vouched)
  return {
    from: 'kept',
    at: (size) => keysAt(size > last.size ? signers : [...signers, ...chain], size),
    saying: (size) => keysAt(signers, Math.max(size, last.size)),
    keys: signers.map(({ key }) => key),
    ...told,
  }
}

const keysIn = (lines: readonly string[]): readonly VerifierKey[] => {
  const keys = lines.flatMap((line) => readVerifierKey(line) ?? [])
  return [...new Map(keys.map((key) => [key.text, key])).values()]
}

/** That one key of the file vouches for another, from a size on. */
export interface Vouched {
  readonly key: VerifierKey
  readonly by: VerifierKey
  readonly size: number
}

/** That a key vouches for another; nothing when the note is none, or its signature is not that of the key it names. */
function vouchedIn(text: string, keys: readonly VerifierKey[]): readonly Vouched[] {
  const note = readNote(text)
  const [head, keyLine, byLine, sizeLine, ...rest] = note?.text.split('\n') ?? []
  const [key, by] = [valueOf(keyLine, 'key'), valueOf(byLine, 'by')].map((one) => keys.find((own) => own.text === one))
  const size = valueOf(sizeLine, 'size')
  const isForm = head === 'cornerstone key v1' && /^[1-9]\d{0,14}$/.test(size) && rest.length === 2
  if (note === undefined || !isForm || key === undefined || by === undefined) return []
  return signedBy(note, [by]).length === 0 ? [] : [{ key, by, size: Number(size) }]
}

interface Since {
  readonly key: VerifierKey
  /** The smallest checkpoint it counts for. */
  readonly size: number
}

/** Some keys, and behind them all for which one of them vouched, or one they vouched for. */
function followed(first: readonly VerifierKey[], vouched: readonly Vouched[]): readonly Since[] {
  const found: Since[] = first.map((key) => ({ key, size: 0 }))
  for (const { key: by, size: since } of found)
    for (const one of vouched)
      if (one.by === by && !found.some(({ key }) => key === one.key))
        found.push({ key: one.key, size: Math.max(since, one.size) })
  return found
}

const keysAt = (keys: readonly Since[], at: number): readonly VerifierKey[] =>
  keys.flatMap(({ key, size }) => (size <= at ? [key] : []))

const lastNote = (kept: readonly KeptCheckpoint[]) =>
  kept
    .flatMap(({ note }) => (note === undefined ? [] : (readCheckpoint(note) ?? [])))
    .toSorted((one, other) => one.size - other.size)
    .at(-1)
