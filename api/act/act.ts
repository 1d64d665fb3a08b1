import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { readCommand } from '../../db/reads/commands.js'
import type { Link } from '../../db/reads/links.js'
import type { Locale } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
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
import type { OnStep } from './subject.js'

/** What became of an act. */
export type ActedOnPage =
  | { readonly is: 'done'; readonly seq: number; readonly command: string }
  | { readonly is: 'pending' }
  | { readonly is: 'refused'; readonly status: number; readonly no: NonNullable<FilledPage['no']> }

interface Acting {
  readonly request: FastifyRequest
  readonly of: OnStep
  readonly locale: Locale
  readonly filling: FilledPage
  readonly hasForm: boolean
  /** The text that was on the page, by its fingerprints. */
  readonly seen: readonly string[]
  /** Through which door, and what makes two acts the same one. */
  readonly door: {
    readonly route: string
    readonly channel: 'api' | 'link'
    readonly link?: string
    readonly keyOf: (bodyHash: string, attempt: number) => string
  }
  /** How whoever acts has just shown who he or she is, where the act asks for it: by a code, or with the sign-in. */
  readonly proof: IdentityProof | undefined
}

/** Decides from a page, on the one path of every command. */
export const actBy = async (parts: ApiParts, acting: Acting): Promise<ActedOnPage> => {
  const { request, of, locale, door } = acting
  const decision = DecisionRequest.safeParse(decisionOf(acting))
  if (!decision.success) return { is: 'refused', status: 422, no: misfit[locale] }
  const { option, reason, form, ...rest } = decision.data
  const { base, step } = of
  const answer = await toBase(parts, {
    request,
    ask: await askUnrefused(parts, (attempt) => askFrom(acting, { sent: decision.data, attempt })),
    base,
    reason,
    channel: door.channel,
    filled: form && { step, option, answers: form },
    deciding: { step, option },
    command: (kept) => ({
      type: 'decide',
      step,
      option,
      ...kept,
      ...brought(rest),
      ...defined({ link: door.link }),
    }),
  })
  return readAnswer(answer)
}

/**
 * Decides by a link. The command follows from the link and from what is sent, so that a second click is the same command, and
 * whoever sends something else finds the link used up. What was refused may be sent once more with the same words: what it lacked
 * may have been done since.
 */
export const actByLink = (
  parts: ApiParts,
  { link, ...acting }: Pick<Acting, 'request' | 'locale' | 'filling' | 'hasForm' | 'proof'> & { readonly link: Link },
): Promise<ActedOnPage> =>
  actBy(parts, {
    ...acting,
    of: link,
    seen: link.documents,
    door: {
      route: 'POST /act/decisions',
      channel: 'link',
      link: link.id,
      keyOf: (bodyHash, attempt) => `link ${link.id} ${bodyHash}${attempt === 1 ? '' : ` again ${attempt}`}`,
    },
  })

const decisionOf = ({ seen, filling, hasForm }: Acting): unknown => ({
  option: filling.option.option,
  code: filling.code === '' ? undefined : filling.code,
  reason: filling.reason.trim() === '' ? undefined : filling.reason.replaceAll('\r\n', '\n').trim(),
  noInterest: filling.saysNoInterest ? true : undefined,
  seen: seen.length === 0 ? undefined : seen,
  form: hasForm ? filling.answers : undefined,
})

/** The first of its names under which it was not refused before; a door that names each try by itself has one alone. */
const askUnrefused = async (parts: ApiParts, named: (attempt: number) => WriteRequest): Promise<WriteRequest> => {
  for (let attempt = 1; ; attempt += 1) {
    const [ask, next] = [named(attempt), named(attempt + 1)]
    const known = ask.key === next.key ? undefined : await readCommand(parts.db, { id: ask.key })
    if (known?.state !== 'refused') return ask
  }
}

interface Attempt {
  readonly sent: z.output<typeof DecisionRequest>
  readonly attempt: number
}

const askFrom = (
  { request, of: { person, base, step }, door, locale, proof }: Acting,
  { sent, attempt }: Attempt,
): WriteRequest => {
  const mark = bodyMark(door.link === undefined ? { base, step, ...sent } : { link: door.link, ...sent })
  return {
    key: commandIdOf({ person, key: door.keyOf(mark.bodyHash, attempt) }),
    person,
    route: door.route,
    ...mark,
    setting: { ...settingOf(request), locale },
    proof,
  }
}

const readAnswer = ({ status, body }: HttpAnswer): ActedOnPage => {
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
  { step }: Pick<OnStep, 'step'>,
  { locale, option }: { locale: Locale; option: string },
): NonNullable<FilledPage['no']> =>
  refusalInWords({ code: 'form_malformed', detail: { step, option, faults: [] } }, locale)
