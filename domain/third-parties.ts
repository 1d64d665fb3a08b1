import type { EvidenceClass } from './form/field.js'
import type { LocalText } from './locale.js'

/** What somebody outside says of an activity. */
export const thirdPartyAnswers = ['confirmed', 'differs', 'not_known'] as const
export type ThirdPartyAnswer = (typeof thirdPartyAnswers)[number]

/** The same in words. */
export const thirdPartyAnswerLabels: Readonly<Record<ThirdPartyAnswer, LocalText>> = {
  confirmed: { en: 'It is so', 'zh-CN': '属实' },
  differs: { en: 'It differs', 'zh-CN': '有出入' },
  not_known: { en: 'I do not know', 'zh-CN': '不了解' },
}

/** Whether a text that came from outside is one of them. */
export const isThirdPartyAnswer = (text: string): text is ThirdPartyAnswer =>
  thirdPartyAnswers.some((answer) => answer === text)

/** How a question stands; one whose time is over was not answered. */
export const thirdPartyStates = [...thirdPartyAnswers, 'waits', 'not_answered', 'not_delivered'] as const
export type ThirdPartyState = (typeof thirdPartyStates)[number]

/** The same in words, of somebody else. */
export const thirdPartyStateLabels: Readonly<Record<ThirdPartyState, LocalText>> = {
  confirmed: { en: 'Confirmed by a third party', 'zh-CN': '第三方确认属实' },
  differs: { en: 'A third party says that it differs', 'zh-CN': '第三方认为有出入' },
  not_known: { en: 'A third party does not know', 'zh-CN': '第三方不了解' },
  waits: { en: 'A third party was asked', 'zh-CN': '已请第三方确认' },
  not_answered: { en: 'The third party did not answer', 'zh-CN': '第三方未答复' },
  not_delivered: { en: 'The question could not be delivered', 'zh-CN': '询问未能送达' },
}

/** The class of evidence with which something counts that somebody outside has confirmed (8.6). */
export const classOfConfirmation: EvidenceClass = 3

/** How many calendar days somebody outside has to answer. */
export const thirdPartyDays = 30

/** What stands beside an activity that the lot fell on. */
export const drawnToConfirm: LocalText = {
  en: 'Drawn by lot: a third party can be asked to confirm it (5.4)',
  'zh-CN': '抽签抽中，可请第三方确认（5.4）',
}
