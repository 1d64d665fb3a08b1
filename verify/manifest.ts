import { fieldsOf, isFields, listOf, readJson, textOf } from './entry.js'
import type { Fields } from './entry.js'
import type { Files } from './zip.js'

/** What `manifest.json` says the file is. */
export interface Manifest {
  readonly format: number
  readonly kind: 'base' | 'programme'
  readonly subject: string
  readonly origin: string
  readonly madeAt: string
  readonly streams: readonly string[]
}

/** The newest form of evidence this program reads. */
export const formatKnown = 1

/** Reads the manifest; undefined when there is none or it has not the form of one. */
export function readManifest(files: Files): Manifest | undefined {
  const value = readJson(files.bytes('manifest.json')?.toString('utf8') ?? '')
  if (!isFields(value)) return undefined
  const { format, streams } = value
  const kind = textOf(value, 'kind')
  const isForm = typeof format === 'number' && Array.isArray(streams) && streams.every((one) => typeof one === 'string')
  if (!isForm || (kind !== 'base' && kind !== 'programme')) return undefined
  const [subject, origin, madeAt] = [textOf(value, 'subject'), textOf(value, 'origin'), textOf(value, 'madeAt')]
  return { format, kind, subject, origin, madeAt, streams }
}

/** The objects of a file of JSON lines; lines that are none are left out and counted by whoever needs them all. */
export const jsonLines = (files: Files, name: string): readonly Fields[] =>
  (files.bytes(name)?.toString('utf8') ?? '')
    .split('\n')
    .map(readJson)
    .filter((value) => isFields(value))

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
    const value = readJson(files.bytes(name)?.toString('utf8') ?? '')
    if (rules === undefined || !isFields(value)) continue
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
    ...{ stage: textOf(step, 'stage'), role: textOf(step, 'role'), matter: textOf(step, 'matter'), options },
    also: ['chair', 'substitutes'].map((name) => textOf(fieldsOf(step, 'decides'), name)).filter((role) => role !== ''),
    isRedress: leads.some((lead) => lead['settles'] === 'redress'),
    ...{ outsiders: step['outsiders'] === true, notByRaiser: step['notByRaiser'] === true },
  }
}

/** The `files` a paper was made as. */
export const papersOf = (payload: Fields): readonly Fields[] => listOf(payload, 'files')
