import type { DocumentKind } from '../domain/document-kind.js'
import type { Locale, LocalText } from '../domain/locale.js'
import { optionLabel } from '../domain/words/options.js'
import { reasonCodeLabel } from '../domain/words/reason-codes.js'
import { stepTitle } from '../domain/words/steps.js'

/** A text in every language, from a way to say it in one. */
export const inEveryLanguage = (say: (locale: Locale) => string): LocalText => ({
  en: say('en'),
  'zh-CN': say('zh-CN'),
})

/** A step's title in every language. */
export const titleOf = (key: string): LocalText => inEveryLanguage((locale) => stepTitle(key, locale))

/** What a step's option is called in every language. */
export const wordsOf = (choice: { readonly key: string; readonly option: string }): LocalText =>
  inEveryLanguage((locale) => optionLabel(choice, locale))

/** A reason code in every language (domain.md 8.14). */
export const reasonOf = (code: string): LocalText => inEveryLanguage((locale) => reasonCodeLabel(code, locale))

/** What the letters call a paper. */
export const paperNames: Readonly<Record<DocumentKind, LocalText>> = {
  call_notice: { en: 'Call for nominations', 'zh-CN': '征集公告' },
  dossier_receipt: { en: 'Receipt of the dossier', 'zh-CN': '申报材料回执' },
  decision_letter: { en: 'Decision letter', 'zh-CN': '决定函' },
  feedback_sheet: { en: 'Feedback sheet', 'zh-CN': '评审意见反馈表' },
  due_diligence_report: { en: 'Due-diligence report', 'zh-CN': '尽职调查报告' },
  mou_text: { en: 'Text of the memorandum of understanding', 'zh-CN': '谅解备忘录文本' },
  launch_record: { en: 'Launch record', 'zh-CN': '启动记录' },
  review_letter: { en: 'Review letter', 'zh-CN': '年度评审函' },
  withdrawal_resolution: { en: 'Withdrawal resolution', 'zh-CN': '撤销决议' },
}
