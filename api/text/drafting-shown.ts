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

/**
 * What goes with the decision of somebody on a step, in words: drafts, and answers to what stands; undefined: he or she drafts nothing
 * there, or the step is not about a text.
 */
export const draftedOn = async (parts: ApiParts, asked: OnTextStep): Promise<readonly LocalText[] | undefined> => {
  if (!isAboutText(asked.step)) return undefined
  const at = await textLookedAt(parts, asked)
  const drafting = await draftingShown(parts, { ...asked, at, items: await itemsView(parts, at) })
  if (drafting === undefined) return undefined
  const { drafts, answers } = drafting
  const isThere = currentVersion(at.place?.state.negotiation) !== undefined
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
