import type { Wording } from '../../documents/facts/parts.js'
import type { FormAnswers } from '../../domain/form/form.js'
import type { FormColumn, FormField, VisibilityClass } from '../../domain/form/field.js'
import { isKeyed, keyed, listed } from '../../domain/form/kinds/kind.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import { actKindOf } from '../../domain/sight/act-kind.js'
import { classOf } from '../../domain/sight/answers.js'
import { answerInWords } from '../../domain/form/answer-in-words.js'
import { actsOn, lastClosed, type EventAt, type StorySoFar } from './story-so-far.js'

/** What somebody filled in, with the fields that told what was asked: a form, or a row of one of its tables. */
export interface Quotable {
  readonly fields: readonly (FormColumn | FormField)[]
  readonly answers: FormAnswers
}

/** An answer as a paper prints it: what the form calls it, and what was answered. */
export interface QuotedLine {
  readonly label: Wording
  readonly value: Wording
}

/** What was handed in when a step was closed last; undefined where nothing was, or its author was erased. */
export const broughtOn = (
  story: StorySoFar,
  { key, ...more }: Also & { readonly key: string },
): Quotable | undefined => {
  const closed = lastClosed(story, [key])
  return closed === undefined ? undefined : broughtWith(story, { act: actsOn(story, closed.step).at(-1), ...more })
}

interface Also {
  /** Fields that a rule has the paper quote though their form is for narrower eyes (8.15, 8.16). */
  readonly also?: readonly string[]
}

/** What was handed in with an act, as far as it is for the eyes of those who get the paper (8.12). */
export const broughtWith = (
  story: StorySoFar,
  { act, also = [] }: Also & { readonly act: EventAt<'step_acted'> | undefined },
): Quotable | undefined => {
  const form = act === undefined ? undefined : story.procedure.steps[act.key]?.form
  const answers = act?.form === undefined ? undefined : answersIn(story.texts.get(act.form.content.id))
  if (act === undefined || form === undefined || answers === undefined) return undefined
  const kind = actKindOf(act.key, { steps: story.procedure.steps })
  const eyes = readersOf(story.kind)
  const fields = form.fields.flatMap((field): readonly FormField[] => {
    const readers = classOf(field, { form, act: kind })
    const isQuoted = also.includes(field.code)
    if (!isQuoted && !eyes.includes(readers)) return []
    if (field.kind !== 'table') return [field]
    const columns = field.columns.filter(({ seen }) => eyes.includes(seen ?? (isQuoted ? 'PAR' : readers)))
    return [{ ...field, columns }]
  })
  return { fields, answers }
}

/** A paper that goes to the place quotes what both sides read; the confidential report what the programme does (8.11, 8.12). */
const readersOf = (kind: DocumentKind): readonly VisibilityClass[] =>
  kind === 'due_diligence_report' ? ['PUB', 'PAR', 'PRG', 'COM'] : ['PUB', 'PAR']

const answersIn = (body: string | undefined): FormAnswers | undefined => {
  const read: unknown = body === undefined ? undefined : JSON.parse(body)
  const { answers } = keyed(read)
  return isKeyed(answers) ? answers : undefined
}

/** The rows of a table, each as something filled in itself. */
export const rowsOf = (brought: Quotable | undefined, code: string): readonly Quotable[] => {
  const table = brought?.fields.find((field) => field.code === code)
  return brought === undefined || table?.kind !== 'table'
    ? []
    : listed(brought.answers[code]).map((row) => ({ fields: table.columns, answers: keyed(row) }))
}

/** One answer in words; undefined where there is none, or it is not for these eyes. */
export const quoted = (brought: Quotable | undefined, code: string): Wording | undefined => {
  const field = brought?.fields.find((one) => one.code === code)
  const value = brought?.answers[code]
  return field === undefined || value === undefined ? undefined : answerInWords(field, value)
}

/** Some answers with their labels, those that are there. */
export const quotedLines = (brought: Quotable | undefined, codes: readonly string[]): readonly QuotedLine[] =>
  codes.flatMap((code) => {
    const value = quoted(brought, code)
    const label = brought?.fields.find((one) => one.code === code)?.label
    return value === undefined || label === undefined ? [] : [{ label, value }]
  })

/** What was chosen, by its code. */
export const chosen = (brought: Quotable | undefined, code: string): string | undefined => {
  const value = brought?.fields.some((field) => field.code === code) === true ? brought.answers[code] : undefined
  return typeof value === 'string' ? value : undefined
}
