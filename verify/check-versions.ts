import { canonical } from './canonical.js'
import { fieldsOf, isFields, listOf, readJson, textOf } from './entry.js'
import type { Fields, HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { eachJsonLine } from './manifest.js'
import { sha256 } from './tree.js'
import type { Files } from './zip.js'

type Found = (fault: Fault) => void

/** The hashes that the words of a version give: of all of it, and of each section in each language. */
interface Version {
  readonly hash: string
  readonly sections: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/**
 * That each version of the text that both sides made lies in `text-versions.ndjson` with its words, that they give its hash and those of
 * the sections that the entry says it changed, and that no other version does. Sees one entry after another.
 */
export function versionChecker(files: Files, found: Found) {
  const versions = new Map<string, Version | undefined>()
  for (const line of eachJsonLine(files, 'text-versions.ndjson')) {
    const [base, hash] = [textOf(line, 'base'), textOf(line, 'hash')]
    if (versions.has(nameOf(base, hash))) found(twice(base, hash))
    const version = versionOf(textOf(line, 'body'))
    if (version?.hash !== hash) found(changed(base, hash))
    versions.set(nameOf(base, hash), version)
  }
  const named = new Set<string>()
  const visit = ({ type, stream, seq, payload }: HashedEntry): void => {
    if (type !== 'text_handed_over') return
    const name = nameOf(stream, textOf(payload, 'hash'))
    named.add(name)
    if (!versions.has(name)) found(missing(stream, { seq }))
    const version = versions.get(name)
    if (version !== undefined && !tellsTrue(payload, version)) found(otherSections(stream, { seq }))
  }
  const end = (): { versions: number } => {
    for (const name of versions.keys()) if (!named.has(name)) found(unnamed(name))
    return { versions: named.size }
  }
  return { visit, end }
}

const nameOf = (base: string, hash: string): string => `${base} ${hash}`

/** Whether a version has the sections an entry says it changed, with their hashes, and lacks those that went. */
const tellsTrue = (payload: Fields, { sections }: Version): boolean => {
  const { gone } = payload
  return (
    Object.entries(fieldsOf(payload, 'changed')).every(
      ([id, mark]) =>
        isFields(mark) && canonical(fieldsOf(mark, 'hashes')) === canonical(sections.get(id) ?? {}) && sections.has(id),
    ) &&
    (!Array.isArray(gone) || gone.every((id) => typeof id === 'string' && !sections.has(id)))
  )
}

/** The version that some words are; undefined where they are not in the one form that words are hashed in. */
const versionOf = (body: string): Version | undefined => {
  const read = readJson(body)
  if (!isFields(read)) return undefined
  const { model, languages, clauses } = read
  if (!Array.isArray(languages) || !Array.isArray(clauses) || !isFields(model)) return undefined
  const sections = new Map<string, Readonly<Record<string, string>>>()
  const told: unknown[] = []
  for (const [id, wordings] of clauses.map(pairIn)) {
    if (typeof id !== 'string' || !isFields(wordings) || sections.has(id)) return undefined
    const plain = Object.entries(wordings).map(([language, one]) => [language, sectionIn(one)] as const)
    const hashes = Object.fromEntries(plain.map(([language, one]) => [language, hashOf(one)]))
    told.push([id, Object.fromEntries(plain)])
    sections.set(id, hashes)
  }
  const form = { languages, model: { id: textOf(model, 'id'), version: model['version'] } }
  // Whatever stands beside what is hashed would be bound by nothing.
  if (canonical({ ...form, clauses: told }) !== body) return undefined
  return { hash: hashOf({ ...form, clauses: [...sections] }), sections }
}

/** The two things of a pair; of what is none, nothing. */
const pairIn = (value: unknown): readonly unknown[] => (Array.isArray(value) && value.length === 2 ? value : [])

/** A section in one language, of what is hashed of it alone. */
const sectionIn = (section: unknown) => {
  const given = isFields(section) ? section : {}
  return {
    id: textOf(given, 'id'),
    heading: textOf(given, 'heading'),
    paragraphs: listOf(given, 'paragraphs').map((one) => ({
      id: textOf(one, 'id'),
      text: textOf(one, 'text'),
      rows: one['rows'],
    })),
  }
}

const hashOf = (value: unknown): string => sha256(canonical(value)).toString('hex')

const missing = (stream: string, { seq }: { readonly seq: number }): Fault =>
  fault('documents', {
    at: { stream, seq },
    en: `The version of the text that entry ${seq} of ${stream} hands over is not in text-versions.ndjson.`,
    'zh-CN': `text-versions.ndjson 缺少${stream}第${seq}条记录所移交的文本版本。`,
  })

const otherSections = (stream: string, { seq }: { readonly seq: number }): Fault =>
  fault('documents', {
    at: { stream, seq },
    en: `The sections that entry ${seq} of ${stream} says were changed are not those of the version in text-versions.ndjson.`,
    'zh-CN': `${stream}第${seq}条记录所称修改的条款与 text-versions.ndjson 中的文本版本不符。`,
  })

const changed = (base: string, hash: string): Fault =>
  fault('documents', {
    at: { stream: base },
    en: `The words of the version ${hash} of the text of ${base} in text-versions.ndjson are missing or do not give that hash.`,
    'zh-CN': `text-versions.ndjson 中${base}的文本版本${hash}缺少文字或与该哈希不符。`,
  })

const unnamed = (name: string): Fault => {
  const [base = '', hash = ''] = name.split(' ')
  return fault('documents', {
    at: { stream: base },
    en: `No entry hands over the version ${hash} of the text of ${base}, which stands in text-versions.ndjson.`,
    'zh-CN': `text-versions.ndjson 所列${base}的文本版本${hash}没有任何记录移交。`,
  })
}

const twice = (base: string, hash: string): Fault =>
  fault('documents', {
    at: { stream: base },
    en: `The version ${hash} of the text of ${base} stands in text-versions.ndjson twice.`,
    'zh-CN': `${base}的文本版本${hash}在 text-versions.ndjson 中重复。`,
  })
