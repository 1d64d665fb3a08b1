import { hash as hashOf } from 'node:crypto'
import { isCanonical } from './canonical.js'
import { isEntry, readJson } from './entry.js'
import type { HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { keepEntries } from './kept-entries.js'
import type { KeptEntries } from './kept-entries.js'
import { linesOf } from './source.js'
import type { Source } from './source.js'

interface Head {
  readonly seq: number
  readonly hash: string
}

export interface ReadEntries {
  /** In the order of the log. */
  readonly entries: KeptEntries
  readonly heads: ReadonlyMap<string, Head>
}

interface Reading {
  readonly found: (fault: Fault) => void
  readonly visitors: readonly Visit[]
}

/** Sees one entry after another, in the order of the log. */
export type Visit = (entry: HashedEntry) => void

const beginning: Head = { seq: 0, hash: '0'.repeat(64) }

/**
 * Reads `entries.ndjson`, a line each: the hash, a space, and the canonical text it is the hash of. Computes every hash
 * again, follows the chain of every stream, and shows each entry to the visitors.
 */
export function checkEntries(source: Source, { found, visitors }: Reading): ReadEntries {
  const kept = keepEntries()
  const heads = new Map<string, Head & { readonly stream: string }>()
  let number = 0
  for (const line of linesOf(source)) {
    number += 1
    const [hash, text] = [line.slice(0, 64), line.slice(65)]
    const value = readJson(text)
    if (line[64] !== ' ' || !isEntry(value) || !isCanonical(text, value)) {
      found(unreadable(number))
      continue
    }
    const computed = hashOf('sha256', text, 'hex')
    // What was cut out of a line would keep the whole line in memory.
    const entry: HashedEntry = Object.assign(value, { hash: computed === hash ? computed : hash })
    const before = heads.get(entry.stream) ?? { ...beginning, stream: entry.stream }
    const { stream } = before
    if (computed !== hash) found(changed(entry))
    else if (entry.seq !== before.seq + 1) found(missing(entry, before))
    else if (entry.prevHash !== before.hash) found(broken(entry))
    heads.set(stream, { seq: entry.seq, hash: entry.hash, stream })
    kept.add(entry)
    for (const visit of visitors) visit(entry)
  }
  return { entries: kept, heads }
}

const unreadable = (line: number): Fault =>
  fault('entries', {
    en: `Line ${line} of entries.ndjson is not the canonical text of an entry.`,
    'zh-CN': `entries.ndjson 第${line}行不是规范格式的记录。`,
  })

const at = ({ stream, seq }: HashedEntry) => ({ stream, seq })

const changed = (entry: HashedEntry): Fault =>
  fault('entries', {
    at: at(entry),
    en: `Entry ${entry.seq} of ${entry.stream} (${entry.type}) was changed: its text no longer gives its hash.`,
    'zh-CN': `${entry.stream}第${entry.seq}条记录（${entry.type}）已被更改：其内容与哈希不符。`,
  })

const missing = (entry: HashedEntry, before: Head): Fault =>
  fault('entries', {
    at: { stream: entry.stream, seq: before.seq + 1 },
    en: `Entry ${before.seq + 1} of ${entry.stream} is missing: after entry ${before.seq} comes entry ${entry.seq}.`,
    'zh-CN': `${entry.stream}第${before.seq + 1}条记录缺失：第${before.seq}条之后为第${entry.seq}条。`,
  })

const broken = (entry: HashedEntry): Fault =>
  fault('entries', {
    at: at(entry),
    en: `Entry ${entry.seq} of ${entry.stream} does not continue entry ${entry.seq - 1}: it names another hash before it.`,
    'zh-CN': `${entry.stream}第${entry.seq}条记录与第${entry.seq - 1}条不相接：所记前一条的哈希不同。`,
  })
