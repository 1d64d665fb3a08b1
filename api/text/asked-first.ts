import type { LocalText } from '../../domain/locale.js'
import type { StepText, TextNeed } from '../../domain/negotiation/rules.js'

/** What is done on the page of the text before an option is taken, for each need that asks for something there. */
const needsInWords: Readonly<Record<Exclude<TextNeed, 'unchanged'>, LocalText>> = {
  proposal: {
    en: 'Before this is taken, at least one proposal for a clause is drafted on the page of the text. Words typed here alone are not enough.',
    'zh-CN': '选择本项前，须先在文本页面起草至少一项条文修改建议；仅在此填写文字说明不能代替。',
  },
  remark: {
    en: 'Before this is taken, at least one remark, issue or proposal is drafted on the page of the text; a remark on the text as a whole will do. Words typed here alone are not enough.',
    'zh-CN':
      '选择本项前，须先在文本页面起草至少一条意见、磋商事项或修改建议（可为对全文的意见）；仅在此填写文字说明不能代替。',
  },
  answers: {
    en: 'Before this is taken, every open proposal is answered on the page of the text.',
    'zh-CN': '选择本项前，须先在文本页面逐项答复未决修改建议。',
  },
  settled: {
    en: 'Before this is taken, every issue is settled or put off on the page of the text.',
    'zh-CN': '选择本项前，须先在文本页面解决或搁置全部磋商事项。',
  },
  open_point: {
    en: 'Before this is taken, an issue is open or a proposal is drafted on the page of the text.',
    'zh-CN': '选择本项前，须有未决磋商事项，或先在文本页面起草修改建议。',
  },
}

/** What each option of a step asks to be done on the page of the text first, so that nobody learns it from a refusal. */
export const askedFirst = (text: StepText | undefined): Readonly<Record<string, readonly LocalText[]>> =>
  Object.fromEntries(
    Object.entries(text?.needs ?? {}).flatMap(([option, needs]) => {
      const asked = needs.flatMap((need) => (need === 'unchanged' ? [] : [needsInWords[need]]))
      return asked.length === 0 ? [] : [[option, asked]]
    }),
  )
