import { broughtWords } from '../../db/reads/brought-words.js'
import { readItems } from '../../db/reads/negotiated-texts.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { currentVersion } from '../../domain/negotiation/version.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { AnswerShown, ShownItem, TextDrafting } from '../../web/page/text-model.js'
import { textWords } from '../../web/page/text-words.js'
import { isAnswerSaid, sayWords } from '../../web/page/say-words.js'
import type { ApiParts } from '../parts.js'
import { titlesOf } from '../wording.js'
import { answersPossible } from './answers.js'
import { draftingPlace, type OnTextStep } from './on-text-step.js'
import { textLookedAt, type TextLookedAt } from './text-of-base.js'
import { isAboutText } from './handing.js'
import { itemsView } from './text-view.js'

interface Drafting extends OnTextStep {
  readonly at: TextLookedAt
  /** What is said about the text, as far as it is for the eyes of whoever drafts. */
  readonly items: readonly ShownItem[]
}

/** What a step about a text says of it to one person, in words. */
interface TextOnStepTold {
  /** What goes with the decision: drafts, and answers to what stands; undefined: he or she drafts nothing there. */
  readonly drafted?: readonly LocalText[] | undefined
  /** What stands open about the text, as far as it is for these eyes; undefined: nothing is, or there is no text yet. */
  readonly waiting?: LocalText | undefined
}

/** What goes with the decision of somebody on a step, and what waits there; nothing of a step that is not about a text. */
export const textTold = async (parts: ApiParts, asked: OnTextStep): Promise<TextOnStepTold> => {
  if (!isAboutText(asked.step)) return {}
  const at = await textLookedAt(parts, asked)
  const items = await itemsView(parts, at)
  const drafting = await draftingShown(parts, { ...asked, at, items })
  const isThere = currentVersion(at.place?.state.negotiation) !== undefined
  return { drafted: drafting && draftedIn(drafting, isThere), waiting: isThere ? waitingIn(items) : undefined }
}

/** How many proposals and issues stand open, and how many remarks were handed in. */
const waitingIn = (items: readonly ShownItem[]): LocalText | undefined => {
  const count = (of: ShownItem['kind'], states: readonly string[]): number =>
    items.filter(({ kind, state }) => kind === of && states.includes(state)).length
  const counts = {
    proposals: count('proposal', ['open']),
    issues: count('issue', ['open', 'proposed']),
    remarks: count('comment', ['open']),
  }
  return Object.values(counts).every((one) => one === 0)
    ? undefined
    : inEach((locale) => textWords[locale].waiting(counts))
}

const draftedIn = ({ drafts, answers }: TextDrafting, isThere: boolean): readonly LocalText[] | undefined => {
  if (!isThere && drafts.length === 0) return undefined
  const given = [...answers].flatMap(([no, answer]) =>
    answer.given === undefined || drafts.some((draft) => draft.no === no) ? [] : [{ no, as: answer.given }],
  )
  return [
    ...drafts.map(({ no, kind }) => inEach((locale) => `${textWords[locale][kind]} ${no}`)),
    ...given.map(({ no, as }) =>
      inEach((locale) => sayWords[locale].answered(no, isAnswerSaid(as) ? sayWords[locale].as[as] : as)),
    ),
  ]
}

const inEach = (say: (locale: Locale) => string): LocalText => ({ en: say('en'), 'zh-CN': say('zh-CN') })

/**
 * What somebody drafts about a text on an open step, and how it may be answered there, by the very rule that takes it; undefined:
 * nothing is drafted there by him or her.
 */
export const draftingShown = async (
  parts: ApiParts,
  { at, items, ...asked }: Drafting,
): Promise<TextDrafting | undefined> => {
  const on = await draftingPlace(parts, { ...asked, at })
  if (on === undefined) return undefined
  const { base, step } = asked
  const [kept, brought] = await Promise.all([readItems(parts.db, { base }), broughtWords(parts.db, { base })])
  const drafts = items.filter((item) => item.state === 'draft' && item.step === step && item.side === on.side)
  const answers = items.flatMap((item): readonly (readonly [number, AnswerShown])[] => {
    const one = kept.find(({ no }) => no === item.no)
    const may = one === undefined ? [] : answersPossible(one, { on, step, brought })
    const isBrought = brought.answers.some((answer) => answer.no === item.no && answer.step === step)
    const given = isBrought ? undefined : item.answers.find((answer) => answer.step === step)?.state
    return may.length === 0 && given === undefined ? [] : [[item.no, { given, may }]]
  })
  const { hands } = on.text
  return {
    step,
    title: titlesOf(keyOf(step)),
    mayPropose: hands?.only !== 'accepted',
    isPen: hands !== undefined && hands.only !== 'accepted',
    drafts,
    answers: new Map(answers),
  }
}
