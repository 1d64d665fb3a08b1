import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { FromPage } from '../../domain/form/posted.js'
import type { Locale } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import { sayings, sayName } from '../../web/page/say-names.js'
import { sayWords } from '../../web/page/say-words.js'
import type { ShownText, TextForms } from '../../web/page/text-model.js'
import { answerOf } from '../commands/answer.js'
import { commandIdOf, settingOf } from '../commands/ask.js'
import { bodyMark } from '../commands/fingerprint.js'
import { once } from '../commands/once.js'
import { TextAnswerRequest, TextItemRequest, TextNumberResponse } from '../contract/texts.js'
import { fieldSays } from '../contract/field-says.js'
import type { ApiParts } from '../parts.js'
import { problemBody, ProblemError } from '../problems.js'
import { draftAnswer } from './answers.js'
import { draftItem } from './items.js'
import { itemOnPage, textPosted } from './item-on-page.js'
import type { OnTextStep } from './on-text-step.js'

interface SaidOnPage {
  readonly request: FastifyRequest
  readonly of: OnTextStep
  readonly posted: FromPage
  readonly locale: Locale
  readonly route: string
  readonly text: ShownText
  /** The step holds the pen: what is written there is meant for its version. */
  readonly isPen: boolean
}

type NotSaid = NonNullable<TextForms['no']>

/** Keeps what the form of a page says about a text, as the JSON routes do and by the same checks; says why not, in the language of the page. */
export const sayOnPage = async (parts: ApiParts, said: SaidOnPage): Promise<NotSaid | undefined> => {
  const { posted, locale } = said
  const [doing] = posted('do')
  const saying = sayings.find((one) => one === doing)
  const { strange: says, strangeNext: next } = sayWords[locale]
  if (saying === undefined) return { says, next }
  try {
    return saying === 'answer' ? await keepAnswerOn(parts, said) : await keepItemOn(parts, { ...said, saying })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const problem = problemBody(error.no, { ...settingOf(said.request), locale })
    return { says: problem.detail, next: problem.next }
  }
}

const keepAnswerOn = async (parts: ApiParts, said: SaidOnPage): Promise<NotSaid | undefined> => {
  const { of, posted, locale } = said
  const [no = ''] = posted('no')
  const words = textPosted(posted, sayName({ saying: 'answer', no }, 'words'))
  const counted = numberTyped(no)
  if (counted === undefined)
    return { says: sayWords[locale].noNumber(no.slice(0, 60)), next: sayWords[locale].strangeNext }
  const read = TextAnswerRequest.safeParse({ step: of.step, state: posted('state')[0], ...defined({ words }) })
  if (!read.success) return unfit(read.error, locale)
  const answer = { ...of, ...read.data, no: counted }
  await keepOnce(parts, { ...said, body: { no, ...read.data }, work: () => draftAnswer(parts, answer) })
  return undefined
}

/** What was said about a text is counted in decimal digits: what a program takes for a number besides is none of them. */
const numberTyped = (typed: string): number | undefined => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined)

type SaidItem = SaidOnPage & { readonly saying: Parameters<typeof itemOnPage>[0]['saying'] }

const keepItemOn = async (parts: ApiParts, said: SaidItem): Promise<NotSaid | undefined> => {
  const { of, locale, isPen } = said
  const item = itemOnPage(said)
  if (item === undefined) return { says: sayWords[locale].same, next: sayWords[locale].sameNext }
  const read = TextItemRequest.safeParse({ step: of.step, ...item })
  if (!read.success) return unfit(read.error, locale)
  const body = read.data
  const work = async (command: string): Promise<number> => {
    const no = await draftItem(parts, { ...of, body, command })
    if (isPen && body.kind === 'proposal') await draftAnswer(parts, { ...of, no, state: 'accepted' })
    return no
  }
  await keepOnce(parts, { ...said, body, work })
  return undefined
}

interface Keeping extends SaidOnPage {
  readonly body: object
  readonly work: (command: string) => Promise<number>
}

/** The same page sent twice is the same write; with something other on it, another one. */
const keepOnce = async (parts: ApiParts, { request, of, posted, route, body, work }: Keeping): Promise<void> => {
  const { person, base: stream } = of
  const mark = bodyMark({ on: of.step, ...body })
  const key = commandIdOf({ person, key: `text ${posted('once')[0] ?? ''} ${mark.bodyHash}` })
  const ask = { key, person, route, ...mark, setting: settingOf(request) }
  const kept = async () => answerOf(TextNumberResponse, { status: 201, value: { no: await work(key) } })
  await once(parts, { ask, stream, work: kept })
}

/** What of a form does not fit, by the words its field has on the page. */
const unfit = ({ issues: [first] }: z.ZodError, locale: Locale): NotSaid => {
  const say = sayWords[locale]
  const { path = [], ...found } = first ?? { code: 'custom' }
  const [field = '', inner, language] = path.map(String)
  const name = inner === 'text' && language !== undefined ? say.wordingIn(language) : say.fields[fieldOf(field)]
  return { says: say.unsaid(name, fieldSays(found)[locale]), next: say.unsaidNext }
}

type NamedField = keyof (typeof sayWords)['en']['fields']
const named: readonly NamedField[] = ['why', 'text', 'title', 'position', 'words', 'state', 'from']
const fieldOf = (field: string): NamedField => named.find((one) => one === field) ?? 'other'
