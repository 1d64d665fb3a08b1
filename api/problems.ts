import type { Refusal } from '../domain/refusal.js'
import type { RefusalKind } from '../domain/refusals/entry.js'
import { isRefusalCode, refusals } from '../domain/refusal.js'
import { refusalInWords } from '../domain/words/refusals.js'
import type { Locale } from '../domain/locale.js'
import type { ProblemBody } from './contract/problem.js'
import type { FieldFault } from './contract/field-says.js'
import type { ApiProblem } from './problem-catalogue.js'
import { apiProblems } from './problem-catalogue.js'
import { apiProblemText } from './problem-text.js'
import { defined } from '../domain/values/defined.js'

/** How a refusal of the core looks from outside. The domain knows kinds; only this table knows HTTP. */
export const statusOfKind = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  defect: 500,
} as const satisfies Record<RefusalKind, number>

const titleOfKind: Readonly<Record<RefusalKind, Readonly<Record<Locale, string>>>> = {
  invalid: { en: 'The request does not fit the rules', 'zh-CN': '请求不符合规则' },
  forbidden: { en: 'Not for you to decide', 'zh-CN': '您无权决定' },
  missing: { en: 'Not found', 'zh-CN': '未找到' },
  conflict: { en: 'Not possible as things stand', 'zh-CN': '当前状态下不可行' },
  defect: { en: 'A mistake of the program', 'zh-CN': '程序自身错误' },
}

/** Any "no": of the programme's rules, or of the edge. */
export type No = Refusal | ApiProblem

/** Thrown anywhere at the edge to answer with a problem; `headers` and field errors travel along. */
export class ProblemError extends Error {
  constructor(
    readonly no: No,
    readonly more: {
      readonly headers?: Readonly<Record<string, string>>
      readonly errors?: readonly FieldFault[]
    } = {},
  ) {
    super(no.code)
    this.name = 'ProblemError'
  }
}

/** Where and for whom a problem is written. */
export interface ProblemSetting {
  readonly locale: Locale
  readonly instance: string
  readonly requestId: string
  readonly errors?: readonly FieldFault[]
}

/** The one door through which a "no" becomes an HTTP problem: what was got, what is allowed, what to do next. */
export const problemBody = (no: No, { locale, instance, requestId, errors }: ProblemSetting): ProblemBody => {
  const { title, status, says, next } = isRefusal(no)
    ? { ...refusalInWords(no, locale), title: titleOfKind[refusals[no.code].kind][locale], status: statusOf(no) }
    : { ...apiProblemText(no, locale), title: apiProblems[no.code].title[locale], status: statusOf(no) }
  return {
    type: `/problems/${no.code}`,
    title,
    status,
    code: no.code,
    detail: says,
    next,
    instance,
    requestId,
    ...defined({ errors: errors?.map(({ path, says: words }) => ({ path, message: words[locale] })) }),
  }
}

/** The HTTP status of a "no". */
export const statusOf = (no: No): number =>
  isRefusal(no) ? statusOfKind[refusals[no.code].kind] : apiProblems[no.code].status

/** Whether a "no" comes from the refusal catalogue of the domain. */
export const isRefusal = (no: No): no is Refusal => isRefusalCode(no.code)

/** What a person is told to wait, in seconds, when something is away or busy. */
export const retryAfter = { 'retry-after': '5' } as const

/** The problem that says which part of the house cannot be reached, with the time to wait. */
export const unavailable = (what: string): ProblemError =>
  new ProblemError({ code: 'unavailable', detail: { what } }, { headers: retryAfter })

/** The problem that the sequencer did not sign in time; whether it is away or refuses cannot be known here. */
export const notSigned = (what: 'checkpoint' | 'statement'): ProblemError =>
  new ProblemError({ code: 'not_checkpointed', detail: { what } }, { headers: retryAfter })

/** The answer for an id that does not exist or is not for the person's eyes: the two are not told apart. */
export const notFound = (what: string): ProblemError => new ProblemError({ code: 'not_found', detail: { what } })
