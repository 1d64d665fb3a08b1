import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { checkContent, pendingContent } from '../../web/work/step-check.js'
import type { StepFilling } from '../../web/act/model.js'
import { stepContent, stepHref } from '../../web/work/step-pages.js'
import { actBy, unfilled } from '../act/act.js'
import { faultsIn } from '../act/filling.js'
import { keepTyped } from '../drafts/keep-typed.js'
import type { ApiParts } from '../parts.js'
import { giveEmptyTables, tablesFromPage, wantsEmpty } from '../forms/filled-tables.js'
import type { WholeForm } from '../uploads/form.js'
import { stepOnPage, type AskedStep, type ChosenOnPage, type StepOnPage } from './step-page.js'

const doings = z.enum(['look', 'save', 'check', 'act']).catch('look')

/** Takes the form of a step: looks at it, keeps it, shows it to be checked, or decides by it. What was typed is kept whichever it is. */
export const takeStepForm = async (parts: ApiParts, sent: AskedStep): Promise<FastifyReply> => {
  const page = await stepOnPage(parts, sent)
  const { chosen, give, read, frame } = page
  const doing = doings.parse(sent.posted('do')[0])
  if (chosen === undefined) {
    // A second click finds what the first one did.
    if (doing === 'act' && read.own !== undefined) return sent.reply.redirect(`${stepHref(sent.of)}?done=yes`, 303)
    // Decided meanwhile, or not possible any more: the page of the step says so.
    return give(stepContent(read.shown, frame), 409)
  }
  const typed = { request: sent.request, of: sent.of, locale: frame.locale }
  const kept =
    chosen.form === undefined ? { version: 0 } : await keepTyped(parts, { ...typed, filling: chosen.filling })
  if ('no' in kept) return chosen.again({ no: kept.no, draft: chosen.draftNow }, 409)
  const filling = { ...chosen.filling, draft: kept.version }
  const on = { sent, page, chosen, filling }
  switch (doing) {
    case 'look':
      return chosen.again(filling)
    case 'save': {
      const { option, part } = { option: filling.option.option, part: filling.part }
      return sent.reply.redirect(`${stepHref(sent.of)}?option=${option}&part=${part}&saved=yes`, 303)
    }
    case 'check':
      return faultsOf(on) ?? give(checkContent({ shown: read.shown, filling }, frame))
    case 'act':
      return faultsOf(on) ?? (await act(parts, on))
  }
}

/** Fills in the tables of the form from a file and keeps that as what is typed is kept; or gives them empty. */
export const takeTables = async (
  parts: ApiParts,
  { file, ...sent }: AskedStep & { readonly file: WholeForm['file'] },
): Promise<FastifyReply> => {
  const page = await stepOnPage(parts, sent)
  const { chosen, give, read, frame } = page
  if (chosen?.form === undefined) return give(stepContent(read.shown, frame), 409)
  const { posted, reply, of } = sent
  const { asked: fields } = chosen.filling
  const { locale } = frame
  if (wantsEmpty(posted)) return giveEmptyTables(parts, { reply, fields, step: of.step, locale })
  const found = await tablesFromPage({ fields, file, posted, locale })
  if ('no' in found) return chosen.again({ no: found.no }, 422)
  const filling = { ...chosen.filling, answers: { ...chosen.filling.answers, ...found.answers } }
  const kept = await keepTyped(parts, { request: sent.request, of, locale, filling })
  if ('no' in kept) return chosen.again({ answers: filling.answers, no: kept.no, draft: chosen.draftNow }, 409)
  return chosen.again({ answers: filling.answers, draft: kept.version, told: 'tabled' })
}

interface OnForm {
  readonly sent: AskedStep
  readonly page: StepOnPage
  readonly chosen: ChosenOnPage
  readonly filling: StepFilling
}

/** What is wrong with the whole form, before it is sent anywhere; undefined: nothing. */
const faultsOf = ({ sent: { of }, page: { frame }, chosen: { form, again }, filling }: OnForm) => {
  const { option } = filling.option
  const faults = faultsIn(form, { option, answers: filling.answers })
  if (faults.length === 0) return undefined
  return again({ ...filling, faults, no: unfilled(of, { locale: frame.locale, option }) }, 422)
}

/** Decides, on the one path of every command; the same page sent twice is the same command. */
const act = async (parts: ApiParts, { sent, page, chosen, filling }: OnForm): Promise<FastifyReply> => {
  const { request, reply, of, posted } = sent
  const { read, frame, give } = page
  const acted = await actBy(parts, {
    request,
    of,
    locale: frame.locale,
    filling,
    hasForm: chosen.form !== undefined,
    seen: [...posted('seen')],
    proof: request.proof,
    door: { route: `POST ${stepHref(of)}`, channel: 'api', keyOf: () => `page ${filling.once}` },
  })
  if (acted.is === 'pending') return give(pendingContent({ shown: read.shown, filling }, frame), 202)
  // What is sent after a refusal is another act.
  if (acted.is === 'refused') return chosen.again({ ...filling, no: acted.no, once: randomUUID() }, acted.status)
  return reply.redirect(`${stepHref(of)}?done=yes`, 303)
}
