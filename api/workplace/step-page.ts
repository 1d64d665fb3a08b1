import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Form } from '../../domain/form/form.js'
import type { FromPage } from '../../domain/form/posted.js'
import type { WorkContent, WorkFrame } from '../../web/work/model.js'
import { fillContent } from '../../web/work/step-form.js'
import type { StepFilling } from '../../web/act/model.js'
import type { OnStep } from '../act/subject.js'
import type { ApiParts } from '../parts.js'
import { frameOf } from './frame.js'
import { giveWorkPage } from './give-work-page.js'
import { stepFilling } from '../act/step-filling.js'
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

/** Reads a step for its page, with its form as far as it is filled in. */
export const stepOnPage = async (parts: ApiParts, { request, reply, of, posted }: AskedStep): Promise<StepOnPage> => {
  const [frame, read] = await Promise.all([
    frameOf(parts, { request, room: 'work' }),
    readStep(parts, { ...of, request }),
  ])
  const give = (content: WorkContent, status = 200): FastifyReply =>
    giveWorkPage(reply.code(status), { request, frame, content })
  const { shown, view, asksInterest } = read
  const [wanted] = posted('option')
  const option = shown.options.find((one) => one.option === wanted && one.because === undefined)
  if (!view.mayAct || option === undefined) return { read, frame, give, chosen: undefined }
  const { filling, form } = await stepFilling(parts, { of, view, asksInterest, option, posted, mark: frame.mark ?? '' })
  const again = (changes: Partial<StepFilling>, status = 200): FastifyReply =>
    give(fillContent({ shown, filling: { ...filling, ...changes } }, frame), status)
  return { read, frame, give, chosen: { filling, form, draftNow: view.draft?.version ?? 0, again } }
}
