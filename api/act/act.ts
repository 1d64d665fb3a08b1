import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Link } from '../../db/reads/links.js'
import type { Locale } from '../../domain/locale.js'
import { refusalInWords } from '../../domain/words/refusals.js'
import type { FilledPage } from '../../web/act/model.js'
import type { HttpAnswer } from '../commands/answer.js'
import type { IdentityProof } from '../auth/proof.js'
import { commandIdOf, settingOf, type WriteRequest } from '../commands/ask.js'
import { bodyMark } from '../commands/fingerprint.js'
import { toBase } from '../commands/to-base.js'
import { AcceptedResponse } from '../contract/answer.js'
import { DecisionRequest } from '../contract/step.js'
import { Problem } from '../contract/problem.js'
import type { ApiParts } from '../parts.js'
import { brought } from '../routes/decisions.js'

/** What became of an act by a link. */
export type ActedByLink =
  | { readonly is: 'done'; readonly seq: number; readonly command: string }
  | { readonly is: 'pending' }
  | { readonly is: 'refused'; readonly status: number; readonly no: NonNullable<FilledPage['no']> }

interface Acting {
  readonly request: FastifyRequest
  readonly link: Link
  readonly locale: Locale
  readonly filling: FilledPage
  readonly hasForm: boolean
  /** The code from the mailbox was typed, where the act takes one. */
  readonly proof: IdentityProof | undefined
}

/**
 * Decides by a link, on the one path of every command. The command follows from the link and from what is sent, so that a second
 * click is the same command, and whoever sends something else finds the link used up.
 */
export const actBy = async (parts: ApiParts, acting: Acting): Promise<ActedByLink> => {
  const { request, link, locale } = acting
  const decision = DecisionRequest.safeParse(decisionOf(acting))
  if (!decision.success) return { is: 'refused', status: 422, no: misfit[locale] }
  const { option, reason, form, ...rest } = decision.data
  const { base, step } = link
  const answer = await toBase(parts, {
    request,
    ask: askOfLink(acting, decision.data),
    base,
    reason,
    channel: 'link',
    filled: form && { step, option, answers: form },
    deciding: { step, option },
    command: (kept) => ({ type: 'decide', step, option, ...kept, ...brought(rest), link: link.id }),
  })
  return readAnswer(answer)
}

const decisionOf = ({ link, filling, hasForm }: Acting): unknown => ({
  option: filling.option.option,
  code: filling.code === '' ? undefined : filling.code,
  reason: filling.reason.trim() === '' ? undefined : filling.reason.replaceAll('\r\n', '\n').trim(),
  noInterest: filling.saysNoInterest ? true : undefined,
  seen: link.documents.length === 0 ? undefined : link.documents,
  form: hasForm ? filling.answers : undefined,
})

const askOfLink = ({ request, link, locale, proof }: Acting, sent: z.output<typeof DecisionRequest>): WriteRequest => {
  const { person } = link
  const mark = bodyMark({ link: link.id, ...sent })
  return {
    key: commandIdOf({ person, key: `link ${link.id} ${mark.bodyHash}` }),
    person,
    route: 'POST /act/decisions',
    ...mark,
    setting: { ...settingOf(request), locale },
    proof,
  }
}

const readAnswer = ({ status, body }: HttpAnswer): ActedByLink => {
  const told: unknown = JSON.parse(body)
  if (status === 202) return { is: 'pending' }
  if (status >= 400) {
    const { detail: says, next } = Problem.parse(told)
    return { is: 'refused', status, no: { says, next } }
  }
  const { command, head } = AcceptedResponse.parse(told)
  return { is: 'done', seq: head, command }
}

const misfit: Readonly<Record<Locale, NonNullable<FilledPage['no']>>> = {
  en: {
    says: 'What was filled in does not fit: a text is too long, or no option was chosen.',
    next: 'Correct it and act again.',
  },
  'zh-CN': { says: '所填内容不符合要求：文字过长，或未选择意见。', next: '请修改后重新办理。' },
}

/** The same words for a form that was not filled in as it must be; the places stand beside the fields. */
export const unfilled = (
  link: Link,
  { locale, option }: { locale: Locale; option: string },
): NonNullable<FilledPage['no']> =>
  refusalInWords({ code: 'form_malformed', detail: { step: link.step, option, faults: [] } }, locale)
