import { randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { checkFilled } from '../../domain/form/check.js'
import type { FormField } from '../../domain/form/field.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { answersPosted, type FromPage } from '../../domain/form/posted.js'
import { askedOf } from '../../domain/form/read.js'
import { isWeighty } from '../../domain/judge/weighty.js'
import { shapeOf, type Shape } from '../../domain/form/shape.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { ActOption, FormPart, StepFilling } from '../../web/act/model.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { readPinned } from '../views/pinned-procedure.js'
import { fieldsAsked, pageFilled, type FormView } from './filling.js'
import type { OnStep } from './subject.js'

interface ToFill {
  readonly of: OnStep
  readonly view: FormView
  readonly asksInterest: boolean
  readonly option: ActOption
  readonly posted: FromPage
  readonly mark: string
}

interface FormOnTheWay {
  readonly filling: StepFilling
  readonly form: Form | undefined
  /** The act weighs so much that whoever acts shows once more who he or she is (0061). */
  readonly asksOnceMore: boolean
}

/** The form of a chosen option: what stands already, what was typed before, and over both what the page that was sent had on it. */
export const stepFilling = async (
  parts: ApiParts,
  { of, view, asksInterest, option: chosen, posted, mark }: ToFill,
): Promise<FormOnTheWay> => {
  const base = await readBase(parts.db, { id: of.base })
  if (base === undefined) throw notFound(`base ${of.base}`)
  const { steps } = await readPinned(parts, base)
  const form = steps[keyOf(of.step)]?.form
  const { option } = chosen
  const answers = form === undefined ? {} : answersOf(form, { option, view, posted })
  const asked = form === undefined ? [] : fieldsAsked(form, { option, answers })
  const faults = form === undefined ? [] : checkFilled(form, { option, answers })
  const formParts = partsOf(form, { asked, faults })
  const part = Math.min(Math.max(number.parse(posted('to')[0] ?? posted('part')[0]), 1), Math.max(1, formParts.length))
  const codes = formParts[part - 1]?.codes ?? []
  const fields = asked.filter(({ code }) => codes.includes(code))
  const { draft } = view
  // What one typed oneself on another page is never held against one: only the fields of this page are written over it.
  const isOwn = draft === null || draft.changedBy === of.person
  return {
    form,
    asksOnceMore: !base.rehearsal && isWeighty({ command: { type: 'decide', step: of.step, option }, steps }),
    filling: {
      ...(await pageFilled(parts, { of, mark, view, option: chosen, posted, asksInterest, fields, answers })),
      draft: isOwn ? (draft?.version ?? 0) : number.parse(posted('draft')[0] ?? draft.version),
      once: once.parse(posted('once')[0]),
      told: undefined,
      parts: formParts,
      part,
      asked,
      begun: begunStill(view, answers),
    },
  }
}

const number = z.coerce.number().int().min(0).catch(0)
const once = z.uuid().catch(() => randomUUID())

/** Which answers still stand as the form began with them, and why it did. */
const begunStill = ({ begun }: FormView, answers: FormAnswers): StepFilling['begun'] =>
  begun.filter(({ field, answer }) => canonicalize(answer) === canonicalize(answers[field]))

interface Answering {
  readonly option: string
  readonly view: FormView
  readonly posted: FromPage
}

const answersOf = (form: Form, { option, view, posted }: Answering): FormAnswers => {
  const on = new Set(posted('on').flatMap((codes) => codes.split(' ')))
  const begun = Object.fromEntries(view.begun.map(({ field, answer }) => [field, answer]))
  const before = Object.entries({ ...begun, ...view.prefilled, ...view.draft?.answers }).filter(
    ([code]) => !on.has(code),
  )
  const onPage = form.fields.filter(({ code }) => on.has(code))
  return askedOf(form, { option, answers: { ...Object.fromEntries(before), ...answersPosted(onPage, posted) } })
}

interface Dividing {
  readonly asked: Form['fields']
  readonly faults: ReturnType<typeof checkFilled>
}

/** A form in parts of about the same weight. Where one ends hangs on no answer, so that a field never moves to another page. */
const partsOf = (form: Form | undefined, { asked, faults }: Dividing): readonly FormPart[] => {
  const isAsked = (code: string): boolean => asked.some((field) => field.code === code)
  return inPieces(form?.fields ?? [])
    .map((fields) => fields.filter(({ code }) => isAsked(code)))
    .filter((fields) => fields.length > 0)
    .map((fields, at) => ({
      no: at + 1,
      codes: fields.map(({ code }) => code),
      label: fields[0]?.label ?? { en: '', 'zh-CN': '' },
      left: faults.filter(({ at: [code] }) => fields.some((field) => field.code === code)).length,
    }))
}

const inPieces = (fields: Form['fields']): readonly (readonly FormField[])[] => {
  const pieces: FormField[][] = [[]]
  let weight = 0
  for (const field of fields) {
    const own = weightOf(shapeOf(field))
    // A few short questions do not make a page: they stand before the table that follows.
    if (weight >= lightest && weight + own > heaviest) {
      pieces.push([])
      weight = 0
    }
    pieces.at(-1)?.push(field)
    weight += own
  }
  return pieces
}

/** One question weighs one; a table as much as four of its cells, as it is first drawn. */
const weightOf = (shape: Shape): number => Math.max(1, Math.ceil(cellsOf(shape) / 4))

const cellsOf = (shape: Shape): number => {
  if (shape.is === 'group') return shape.parts.reduce((sum, part) => sum + cellsOf(part.shape), 0)
  if (shape.is === 'list') return Math.max(1, shape.least, shape.each?.choices.length ?? 0) * cellsOf(shape.of)
  return 1
}

const [lightest, heaviest] = [4, 24]
