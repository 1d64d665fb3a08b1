import { canonical } from './canonical.js'
import { fieldsOf, isFields, isInstant, listOf, readJson, textOf } from './entry.js'
import type { Fields } from './entry.js'
import type { EvidenceManifest } from './evidence-manifest.js'
import { linesOf } from './source.js'
import { isSubject } from './subject.js'
import { sourceOf } from './zip.js'
import type { Files } from './zip.js'

/** The form of evidence this program reads. */
export const formatKnown = 3

/** Larger manifests are not read. */
const mostBytes = 64 * 1024 * 1024

/** The form a manifest says the file has; undefined when there is none that could be read. */
export const formatIn = (files: Files): number | undefined => {
  const { format } = fieldsOf({ value: readManifestText(files).value }, 'value')
  return typeof format === 'number' ? format : undefined
}

/** Reads the manifest; undefined when there is none, or it has not the form of one or not the only text of its value. */
export function readManifest(files: Files): EvidenceManifest | undefined {
  const { text, value } = readManifestText(files)
  if (!isFields(value) || text !== `${canonical(value)}\n`) return undefined
  const { format, streams } = value
  const kind = textOf(value, 'kind')
  const isForm =
    typeof format === 'number' &&
    Array.isArray(streams) &&
    streams.every((one) => typeof one === 'string') &&
    isInstant(value['madeAt'])
  if (!isForm || (kind !== 'base' && kind !== 'programme')) return undefined
  const [subject, origin, madeAt] = [textOf(value, 'subject'), textOf(value, 'origin'), textOf(value, 'madeAt')]
  const hashes = Object.entries(fieldsOf(value, 'files')).map(([name, hash]) => [name, String(hash)] as const)
  const manifest = { format, kind, subject, origin, madeAt, streams, files: new Map(hashes) } as const
  return isSubject(manifest) ? manifest : undefined
}

function readManifestText(files: Files): { readonly text: string; readonly value: unknown } {
  const bytes = files.bytes('manifest.json') ?? Buffer.alloc(0)
  const text = bytes.length > mostBytes ? '' : bytes.toString('utf8')
  return { text, value: readJson(text) }
}

/** The objects of a file of JSON lines; lines that are none are left out here and told once, with the manifest. */
export const jsonLines = (files: Files, name: string): readonly Fields[] => [...eachJsonLine(files, name)]

/** The same one after another, for a file that may be larger than the memory. */
export function* eachJsonLine(files: Files, name: string): Generator<Fields> {
  for (const line of linesOf(sourceOf(files, name))) {
    const value = readJson(line)
    if (isFields(value)) yield value
  }
}

/** A step of a procedure, as far as its order is checked. */
export interface StepRule {
  readonly stage: string
  readonly role: string
  /** Roles that sit on it besides: the chair of a body, and whoever is drawn for a member (8.4). */
  readonly also: readonly string[]
  /** The matter it belongs to, where it comes up beside a stage. */
  readonly matter: string
  /** It examines a complaint, beside whatever stage the decision fell in. */
  readonly isRedress: boolean
  readonly outsiders: boolean
  readonly notByRaiser: boolean
  readonly options: Fields
}

/** Steps by key, by `procedure@version`. */
export type Procedures = ReadonlyMap<string, ReadonlyMap<string, StepRule>>

/** The procedures in the file, by `id@version`. */
export function readProcedures(files: Files): Procedures {
  const found = new Map<string, ReadonlyMap<string, StepRule>>()
  for (const name of files.names) {
    const [, rules] = /^procedures\/(.+)\.json$/.exec(name) ?? []
    if (rules === undefined) continue
    const value = readJson(files.bytes(name)?.toString('utf8') ?? '')
    if (!isFields(value)) continue
    const steps = Object.entries(fieldsOf(value, 'steps')).flatMap(([key, step]) =>
      isFields(step) ? [[key, ruleOf(step)] as const] : [],
    )
    found.set(rules, new Map(steps))
  }
  return found
}

const ruleOf = (step: Fields): StepRule => {
  const options = fieldsOf(step, 'options')
  const leads = Object.keys(options).map((name) => fieldsOf(fieldsOf(options, name), 'leads'))
  return {
    stage: textOf(step, 'stage'),
    role: textOf(step, 'role'),
    matter: textOf(step, 'matter'),
    options,
    also: ['chair', 'substitutes'].map((name) => textOf(fieldsOf(step, 'decides'), name)).filter((role) => role !== ''),
    isRedress: leads.some((lead) => lead['settles'] === 'redress'),
    outsiders: step['outsiders'] === true,
    notByRaiser: step['notByRaiser'] === true,
  }
}

/** The `files` a paper was made as. */
export const papersOf = (payload: Fields): readonly Fields[] => listOf(payload, 'files')
