import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { checkContent, pendingContent } from '../../web/work/step-form.js'
import type { StepFilling } from '../../web/work/step-model.js'
import { stepContent, stepHref } from '../../web/work/step-pages.js'
import { actBy, unfilled } from '../act/act.js'
import { faultsIn } from '../act/filling.js'
import { settingOf } from '../commands/ask.js'
import { typeDraft } from '../drafts/drafts.js'
import type { ApiParts } from '../parts.js'
import { problemBody, ProblemError } from '../problems.js'
import { pairsAlong, stepOnPage, type AskedStep, type ChosenOnPage, type StepOnPage } from './step-page.js'

interface SentForm extends AskedStep {
  /** Everything that was sent, by name. */
  readonly fields: unknown
}

const doings = z.enum(['look', 'save', 'check', 'act']).catch('look')

/** Takes the form of a step: looks at it, keeps it, shows it to be checked, or decides by it. */
export const takeStepForm = async (parts: ApiParts, sent: SentForm): Promise<FastifyReply> => {
  const page = await stepOnPage(parts, sent)
  const { chosen, give, read, frame } = page
  // Decided meanwhile, or not possible any more: the page of the step says so.
  if (chosen === undefined) return give(stepContent(read.shown, frame), 409)
  const on = { sent, page, chosen }
  switch (doings.parse(sent.posted('do')[0])) {
    case 'look':
      return chosen.again({})
    case 'save':
      return save(parts, on)
    case 'check':
      return check(parts, on)
    case 'act':
      return act(parts, on)
  }
}

interface OnForm {
  readonly sent: SentForm
  readonly page: StepOnPage
  readonly chosen: ChosenOnPage
}

/** Keeps what was typed and comes back to it by its address. */
const save = async (parts: ApiParts, on: OnForm): Promise<FastifyReply> => {
  const kept = await keepDraft(parts, on)
  const { sent, chosen } = on
  if ('no' in kept) return chosen.again({ no: kept.no, draft: chosen.draftNow }, 409)
  const { option } = chosen.filling.option
  return sent.reply.redirect(`${stepHref(sent.of)}?option=${option}&saved=yes`, 303)
}

/** Shows what was answered to be read once more, or what is wrong with it. What was typed is kept either way. */
const check = async (parts: ApiParts, on: OnForm): Promise<FastifyReply> => {
  const {
    sent,
    page: { read, frame, give },
    chosen: { filling, form, draftNow, again },
  } = on
  const kept = form === undefined ? { version: filling.draft } : await keepDraft(parts, on)
  if ('no' in kept) return again({ no: kept.no, draft: draftNow }, 409)
  const { option } = filling.option
  const draft = kept.version
  const faults = faultsIn(form, { option, answers: filling.answers })
  if (faults.length > 0) return again({ faults, draft, no: unfilled(sent.of, { locale: frame.locale, option }) }, 422)
  const ready = { ...filling, draft }
  return give(checkContent({ shown: read.shown, filling: ready, sent: pairsAlong(sent.fields) }, frame))
}

/** Decides, on the one path of every command; the same page sent twice is the same command. */
const act = async (parts: ApiParts, on: OnForm): Promise<FastifyReply> => {
  const {
    sent: { request, reply, of, posted, fields },
    page: { read, frame, give },
    chosen: { filling, form, again },
  } = on
  const { locale } = frame
  const { option } = filling.option
  const faults = faultsIn(form, { option, answers: filling.answers })
  if (faults.length > 0) return again({ faults, no: unfilled(of, { locale, option }) }, 422)
  const acted = await actBy(parts, {
    request,
    of,
    locale,
    filling,
    hasForm: form !== undefined,
    seen: [...posted('seen')],
    door: { route: `POST ${stepHref(of)}`, channel: 'api', keyOf: () => `page ${filling.once}` },
  })
  if (acted.is === 'pending')
    return give(pendingContent({ shown: read.shown, filling, sent: pairsAlong(fields) }, frame), 202)
  // What is sent after a refusal is another act.
  if (acted.is === 'refused') return again({ no: acted.no, once: randomUUID() }, acted.status)
  return reply.redirect(`${stepHref(of)}?done=yes`, 303)
}

type Kept = { readonly version: number } | { readonly no: NonNullable<StepFilling['no']> }

/** Keeps what was typed over the version it was typed over; says why not. */
const keepDraft = async (
  parts: ApiParts,
  { sent: { request, of }, page: { frame }, chosen: { filling } }: OnForm,
): Promise<Kept> => {
  try {
    return await typeDraft(parts, { ...of, version: filling.draft, answers: filling.answers })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { detail: says, next } = problemBody(error.no, { ...settingOf(request), locale: frame.locale })
    return { no: { says, next } }
  }
}
