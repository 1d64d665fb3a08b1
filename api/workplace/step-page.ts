import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Form } from '../../domain/form/form.js'
import type { FromPage } from '../../domain/form/posted.js'
import type { WorkContent, WorkFrame } from '../../web/work/model.js'
import { fillContent, type SentPairs } from '../../web/work/step-form.js'
import type { StepFilling } from '../../web/work/step-model.js'
import { fillingOf } from '../act/filling.js'
import type { OnStep } from '../act/subject.js'
import type { ApiParts } from '../parts.js'
import { frameOf } from './frame.js'
import { giveWorkPage } from './give-work-page.js'
import { readStep, type StepRead } from './step-shown.js'

/** A step that somebody asks for, or whose form is sent. */
export interface AskedStep {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly of: OnStep
  readonly posted: FromPage
}

/** The page of a step, and of the form of the option that was chosen. */
export interface StepOnPage {
  readonly read: StepRead
  readonly frame: WorkFrame
  readonly give: (content: WorkContent, status?: number) => FastifyReply
  /** Undefined: nothing was chosen, or what was chosen would not be taken as things stand. */
  readonly chosen: ChosenOnPage | undefined
}

/** The form of an option as far as it is filled in. */
export interface ChosenOnPage {
  readonly filling: StepFilling
  readonly form: Form | undefined
  /** The version of the draft that is kept now; 0: none. */
  readonly draftNow: number
  /** Gives the form again with something other on it. */
  readonly again: (changes: Partial<StepFilling>, status?: number) => FastifyReply
}

/** Reads a step for its page, and fills its form with what was sent, or with what stands and was typed before. */
export const stepOnPage = async (parts: ApiParts, { request, reply, of, posted }: AskedStep): Promise<StepOnPage> => {
  const [frame, read] = await Promise.all([frameOf(parts, { request, room: 'work' }), readStep(parts, of)])
  const give = (content: WorkContent, status = 200): FastifyReply =>
    giveWorkPage(reply.code(status), { request, frame, content })
  const { shown, view, asksInterest } = read
  const [wanted] = posted('option')
  const option = shown.options.find((one) => one.option === wanted && one.because === undefined)
  if (!view.mayAct || option === undefined) return { read, frame, give, chosen: undefined }
  const draftNow = view.draft?.version ?? 0
  const { filling: filled, form } = await fillingOf(parts, {
    of,
    mark: frame.mark ?? '',
    view,
    option,
    posted,
    asksInterest,
  })
  const filling: StepFilling = {
    ...filled,
    draft: version.parse(posted('draft')[0] ?? draftNow),
    once: once.parse(posted('once')[0]),
    told: undefined,
  }
  const again = (changes: Partial<StepFilling>, status = 200): FastifyReply =>
    give(fillContent({ shown, filling: { ...filling, ...changes } }, frame), status)
  return { read, frame, give, chosen: { filling, form, draftNow, again } }
}

const version = z.coerce.number().int().min(0).catch(0)
const once = z.uuid().catch(() => randomUUID())

/** Goes along by names of its own, or not at all. */
const own = new Set(['do', 'mark', 'option', 'draft', 'once', 'seen', 'lang', 'longer'])

/** What was filled in as it was sent, to be sent once more. */
export const pairsAlong = (body: unknown): SentPairs =>
  Object.entries(typeof body === 'object' && body !== null ? body : {}).flatMap(([name, texts]: [string, unknown]) =>
    own.has(name) || name.startsWith('proof/') || !Array.isArray(texts)
      ? []
      : texts.flatMap((text: unknown) => (typeof text === 'string' ? [[name, text] as const] : [])),
  )
