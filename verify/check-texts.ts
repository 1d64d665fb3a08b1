import type { ReadTree } from './check-tree.js'
import { isEntry, isFields, numberOf, readJson, textOf } from './entry.js'
import type { Fields, HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { eachJsonLine, jsonLines } from './manifest.js'
import type { Checkpoint } from './note.js'
import { leafOfHash, provesInclusion, sha256 } from './tree.js'
import type { Files } from './zip.js'

type Found = (fault: Fault) => void

/** A text as entries name it. */
interface Reference {
  readonly hash: string
  readonly stream: string
  readonly seq: number
  /** How many entries of the file stand before the last one that names it. */
  at: number
  /** Whether one of the entries that name it names its author too. */
  isAuthors: boolean
}

/** What is kept of a text that was read: its words need not be. */
interface KeptText {
  readonly author: string
  /** The hash its salt and words give; undefined where it has not both. */
  readonly hash: string | undefined
  /** Whether salt and words are gone. */
  readonly isGone: boolean
  readonly hasBody: boolean
}

interface Ended {
  readonly tree: ReadTree
  readonly last: Checkpoint
}

/**
 * That each text an entry names lies in the file and gives its hash, or that its author was erased: by a later entry of the file, or
 * by one of another stream that is proved to be in the log. Sees one entry after another.
 */
export function textChecker(files: Files, found: Found) {
  const texts = new Map<string, KeptText>()
  const counted = { texts: 0, erased: 0 }
  for (const text of eachJsonLine(files, 'texts.ndjson')) {
    texts.set(textOf(text, 'id'), keptOf(text))
    counted.texts += 1
    if (text['body'] === null) counted.erased += 1
  }
  const references = new Map<string, Reference>()
  const erased = new Map<string, number>()
  let at = -1
  const note = (entry: HashedEntry, { id, hash }: { id: string; hash: string }): void => {
    const known = references.get(id)
    const { stream, seq } = entry
    const reference = known ?? { hash, stream, seq, at, isAuthors: false }
    if (reference.hash !== hash) found(twoHashes(id, reference))
    const text = texts.get(id)
    reference.at = at
    reference.isAuthors ||= text?.hasBody === false && names(entry, text.author)
    if (known === undefined) references.set(id, reference)
  }
  const visit = (entry: HashedEntry): void => {
    at += 1
    if (entry.type === 'person_erased') erased.set(textOf(entry.payload, 'person'), at)
    eachReference(entry.payload, (one) => note(entry, one))
  }
  const end = ({ tree, last }: Ended) => {
    const places = erasurePlaces({ files, tree, last, erased }, found)
    for (const [id, reference] of references) {
      const wrong = whatIsWrong({ id, reference, text: texts.get(id), tree, places })
      if (wrong !== undefined) found(wrong)
    }
    for (const id of texts.keys()) if (!references.has(id)) found(unnamed(id))
    if (counted.texts > texts.size) found(doubled)
    return counted
  }
  return { visit, end }
}

const keptOf = (text: Fields): KeptText => {
  const { salt, body } = text
  const isThere = typeof salt === 'string' && typeof body === 'string'
  return {
    author: textOf(text, 'author'),
    hash: isThere ? sha256(`${salt}\n${body}`).toString('hex') : undefined,
    isGone: salt === null && body === null,
    hasBody: body !== null,
  }
}

function eachReference(value: unknown, note: (reference: { id: string; hash: string }) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (isFields(value)) {
    const { id, hash } = value
    if (typeof id === 'string' && typeof hash === 'string') note({ id, hash })
    for (const name in value) eachReference(value[name], note)
  } else if (Array.isArray(value)) for (const one of value) eachReference(one, note)
}

/** Whether an entry names a person anywhere, as the one who acted or in what it says. */
const names = (entry: HashedEntry, person: string): boolean =>
  person !== '' && [entry.actor, entry.onBehalfOf, entry.payload].some((value) => holds(value, person))

const holds = (value: unknown, text: string): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some((one) => holds(one, text)) : value === text

interface Erasing extends Ended {
  readonly files: Files
  /** The erasures among the entries of the file: how many entries stand before each. */
  readonly erased: ReadonlyMap<string, number>
}

/** Where in the log each erased person was erased. */
function erasurePlaces({ files, tree, last, erased }: Erasing, found: Found): ReadonlyMap<string, number> {
  const places = new Map([...erased].map(([person, at]) => [person, tree.places[at] ?? -1]))
  for (const line of jsonLines(files, 'erasures.ndjson')) {
    const [text, index, path] = [textOf(line, 'entry'), numberOf(line, 'index'), line['path']]
    const entry = readJson(text)
    const parts = Array.isArray(path) ? path.map((part) => Buffer.from(String(part), 'hex')) : []
    const leaf = leafOfHash(sha256(text).toString('hex'))
    const isProved = provesInclusion({ index, size: last.size, leaf, path: parts, root: last.root })
    if (isProved && isEntry(entry) && entry.type === 'person_erased') places.set(textOf(entry.payload, 'person'), index)
    else found(noErasure(index))
  }
  return places
}

interface Looked {
  readonly id: string
  readonly reference: Reference
  readonly text: KeptText | undefined
  readonly tree: ReadTree
  readonly places: ReadonlyMap<string, number>
}

function whatIsWrong({ id, reference, text, tree, places }: Looked): Fault | undefined {
  if (text === undefined) return missing(id, reference)
  if (text.hash !== undefined) return text.hash === reference.hash ? undefined : changed(id, reference)
  const place = places.get(text.author) ?? -1
  const isErased = text.isGone && reference.isAuthors && place > (tree.places[reference.at] ?? Infinity)
  return isErased ? undefined : unexplained(id, reference)
}

type At = Pick<Reference, 'stream' | 'seq'>
const at = ({ stream, seq }: At) => ({ stream, seq })

const missing = (id: string, of: At): Fault =>
  fault('documents', {
    at: at(of),
    en: `The text ${id}, which entry ${of.seq} of ${of.stream} names, is not in the file.`,
    'zh-CN': `${of.stream}第${of.seq}条记录提及的文本${id}不在文件中。`,
  })

const changed = (id: string, of: At): Fault =>
  fault('documents', {
    at: at(of),
    en: `The text ${id}, which entry ${of.seq} of ${of.stream} names, was changed after it was recorded.`,
    'zh-CN': `${of.stream}第${of.seq}条记录提及的文本${id}在入账后被更改。`,
  })

const unexplained = (id: string, of: At): Fault =>
  fault('documents', {
    at: at(of),
    en: `The text ${id}, which entry ${of.seq} of ${of.stream} names, is gone, and no erasure of its author explains it.`,
    'zh-CN': `${of.stream}第${of.seq}条记录提及的文本${id}已不存在，且没有其作者的删除记录可说明。`,
  })

const unnamed = (id: string): Fault =>
  fault('documents', { en: `No entry names the text ${id}.`, 'zh-CN': `没有记录提及文本${id}。` })

const doubled: Fault = fault('documents', {
  en: 'texts.ndjson holds one text twice.',
  'zh-CN': 'texts.ndjson 中有文本重复。',
})

const twoHashes = (id: string, of: At): Fault =>
  fault('documents', {
    at: at(of),
    en: `The text ${id} is named under two hashes.`,
    'zh-CN': `文本${id}以两个不同哈希被提及。`,
  })

const noErasure = (index: number): Fault =>
  fault('documents', {
    en: `The erasure at place ${index} in erasures.ndjson is not proved to be in the log.`,
    'zh-CN': `erasures.ndjson 中位置${index}的删除记录未被证明在日志中。`,
  })
