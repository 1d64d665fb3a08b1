import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { readCheckpoint, signedBy } from './note.js'
import type { VerifierKey } from './note.js'
import type { ReadTree } from './check-tree.js'

/** A checkpoint the auditor kept: the whole note, or what a letter prints in short, `<size>:<begin of the root in hex>`. */
export interface Kept {
  readonly size: number
  readonly rootBegins: string
  readonly note?: string
}

/** Reads what the auditor kept; undefined when it is neither a note nor the short form. */
export function readKept(text: string): Kept | undefined {
  const checkpoint = readCheckpoint(text)
  if (checkpoint !== undefined)
    return { size: checkpoint.size, rootBegins: checkpoint.root.toString('hex'), note: text }
  const [, size, rootBegins] = /^\s*([1-9]\d{0,14}):([0-9a-f]{8,64})\s*$/.exec(text) ?? []
  return size === undefined || rootBegins === undefined ? undefined : { size: Number(size), rootBegins }
}

/** Compares what was kept outside with the ledger in the file: the one thing its keeper cannot have changed. */
export function checkKept(
  { kept, tree, keys }: { kept: readonly Kept[]; tree: ReadTree; keys: readonly VerifierKey[] },
  found: (fault: Fault) => void,
): void {
  for (const one of kept.toSorted((first, second) => first.size - second.size)) {
    const root = tree.roots.get(one.size)
    if (root === undefined) found(one.size > tree.size ? cut(one, tree.size) : between(one))
    else if (!root.toString('hex').startsWith(one.rootBegins)) found(rewritten(one))
    const checkpoint = one.note === undefined ? undefined : readCheckpoint(one.note)
    if (checkpoint !== undefined && signedBy(checkpoint, keys).length === 0) found(otherKey(one))
  }
}

const cut = ({ size }: Kept, reached: number): Fault =>
  fault('kept', {
    en: `You kept a checkpoint of ${size} entries, but the ledger in this file ends after ${reached}: its end was cut, or an old copy was put in its place.`,
    'zh-CN': `您留存的检查点含${size}条记录，而本文件中的台账止于第${reached}条：末尾被截去，或已被旧副本替换。`,
  })

const between = ({ size }: Kept): Fault =>
  fault('kept', {
    en: `You kept a checkpoint of ${size} entries; no checkpoint of that size is in this file, so it was taken away or never made here.`,
    'zh-CN': `您留存的检查点含${size}条记录；本文件中没有该规模的检查点，说明它已被移除或并非出自此处。`,
  })

const rewritten = ({ size }: Kept): Fault =>
  fault('kept', {
    en: `The first ${size} entries are not those of the checkpoint you kept: the ledger was written anew.`,
    'zh-CN': `前${size}条记录与您留存的检查点不符：台账已被重写。`,
  })

const otherKey = ({ size }: Kept): Fault =>
  fault('kept', {
    en: `The checkpoint of ${size} entries that you kept was signed by none of the keys of this file.`,
    'zh-CN': `您留存的${size}条记录的检查点并非由本文件中的任何密钥签名。`,
  })
