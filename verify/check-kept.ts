import { fault } from './fault.js'
import type { Fault } from './fault.js'
import type { Believed } from './believed-keys.js'
import { readCheckpoint, signedBy } from './note.js'
import type { Checkpoint } from './note.js'
import type { ReadTree } from './check-tree.js'
import type { KeptCheckpoint } from './kept-checkpoint.js'

/** Reads what the auditor kept; undefined when it is neither a note nor the short form. */
export function readKept(given: string): KeptCheckpoint | undefined {
  const text = asSigned(given)
  const checkpoint = readCheckpoint(text)
  if (checkpoint !== undefined)
    return { size: checkpoint.size, rootBegins: checkpoint.root.toString('hex'), note: text }
  const [, size, rootBegins] = /^\s*([1-9]\d{0,14}):([0-9a-f]{8,64})\s*$/.exec(text) ?? []
  return size === undefined || rootBegins === undefined ? undefined : { size: Number(size), rootBegins }
}

/** Letters end lines as Windows does, quote them and indent them; a note that was signed does none of that. */
const asSigned = (given: string): string => {
  const lines = given.replaceAll('\r\n', '\n').split('\n')
  const [, margin = ''] = /^([>\s]*)/.exec(lines.find((line) => line.trim() !== '') ?? '') ?? []
  const plain = lines.map((line) =>
    line.startsWith(margin) ? line.slice(margin.length) : line.replace(/^[>\s]+$/, ''),
  )
  return plain.join('\n').replace(/^\n+/, '')
}

interface Given {
  readonly kept: readonly KeptCheckpoint[]
  readonly tree: ReadTree
  readonly believed: Believed
  readonly checkpoints: readonly Checkpoint[]
  /** Which of the files the tree is built of is not the one that the manifest names. */
  readonly changed?: string | undefined
}

/** Compares what was kept outside with the ledger in the file: the one thing its keeper cannot have changed. */
export function checkKept(given: Given, found: (fault: Fault) => void): void {
  const { kept, tree, believed, checkpoints, changed } = given
  const last = checkpoints.at(-1)?.size ?? 0
  for (const one of kept.toSorted((first, second) => first.size - second.size)) {
    const root = tree.roots.get(one.size)
    const isSame = root?.toString('hex').startsWith(one.rootBegins) === true
    if (changed !== undefined && !isSame && one.size <= last) found(unshown(one, changed))
    else if (root === undefined) found(one.size > tree.size ? cut(one, tree.size) : between(one))
    else if (!isSame) found(rewritten(one))
    const checkpoint = one.note === undefined ? undefined : readCheckpoint(one.note)
    if (checkpoint === undefined) continue
    if (signedBy(checkpoint, believed.at(one.size)).length === 0) found(otherKey(one, believed))
    const same = checkpoints.find(({ size }) => size === one.size)
    if (same !== undefined && same.text !== checkpoint.text) found(twoNotes(one))
  }
}

const unshown = ({ size }: KeptCheckpoint, file: string): Fault =>
  fault('kept', {
    en: `You kept a checkpoint of ${size} entries; ${file} is not the file whose hash stands in manifest.json, so this file no longer shows whether its entries are those. Ask for the file anew.`,
    'zh-CN': `您留存的检查点含${size}条记录；${file} 与 manifest.json 所载哈希不符，因此本文件已无法表明其记录是否与之相符。请重新索取文件。`,
  })

const cut = ({ size }: KeptCheckpoint, reached: number): Fault =>
  fault('kept', {
    en: `You kept a checkpoint of ${size} entries, but the ledger in this file ends after ${reached}: the file was made before that checkpoint, its end was cut, or an old copy was put in its place. Ask for the file anew.`,
    'zh-CN': `您留存的检查点含${size}条记录，而本文件中的登记止于第${reached}条：该文件制作于此检查点之前，或末尾被截去，或已被旧副本替换。请重新索取文件。`,
  })

const between = ({ size }: KeptCheckpoint): Fault =>
  fault('kept', {
    en: `You kept a checkpoint of ${size} entries; no checkpoint of that size is in this file, so it was taken away or never made here.`,
    'zh-CN': `您留存的检查点含${size}条记录；本文件中没有该规模的检查点，说明它已被移除或并非出自此处。`,
  })

const rewritten = ({ size }: KeptCheckpoint): Fault =>
  fault('kept', {
    en: `The first ${size} entries are not those of the checkpoint you kept: the ledger was written anew.`,
    'zh-CN': `前${size}条记录与您留存的检查点不符：登记已被重写。`,
  })

const otherKey = ({ size }: KeptCheckpoint, { from }: Believed): Fault =>
  fault('kept', {
    en: `The checkpoint of ${size} entries that you kept was signed by none of the keys ${from === 'given' ? 'you gave' : 'of this file that are believed'}.`,
    'zh-CN': `您留存的${size}条记录的检查点并非由${from === 'given' ? '您所提供' : '本文件中所采信'}的任何密钥签名。`,
  })

const twoNotes = ({ size }: KeptCheckpoint): Fault =>
  fault('kept', {
    en: `The checkpoint of ${size} entries in the file says something else than the one you kept: two were signed for one place.`,
    'zh-CN': `文件中${size}条记录的检查点与您留存的内容不同：同一位置签署了两份。`,
  })
