import type { LocalText } from '../locale.js'
import type { Option, StepKey } from '../procedure.js'

/** Options that only matters beside the stages have. */
export const matterOptionLabels: Readonly<Record<Option, LocalText>> = {
  request: { en: 'Ask for redress', 'zh-CN': '提出申诉' },
  admit: { en: 'Admit the request', 'zh-CN': '受理申诉' },
  dismiss: { en: 'Dismiss the redress', 'zh-CN': '驳回申诉' },
  uphold: { en: 'Uphold the redress', 'zh-CN': '支持申诉' },
  to_board: { en: 'Refer to the Board', 'zh-CN': '提交理事会' },
  end: { en: 'End the matter', 'zh-CN': '终结该基地' },
  not_open: { en: 'Do not open', 'zh-CN': '不予启动' },
  reported: { en: 'Hand in the report', 'zh-CN': '提交报告' },
  keep: { en: 'Keep the status', 'zh-CN': '维持现状' },
  noted: { en: 'Note the change', 'zh-CN': '予以备案' },
  assess: { en: 'Ask for a new assessment', 'zh-CN': '要求重新评估' },
  holds: { en: 'Find that it still holds', 'zh-CN': '认定仍符合条件' },
  fails: { en: 'Find that it no longer holds', 'zh-CN': '认定不再符合条件' },
  signed: { en: 'Sign', 'zh-CN': '签署' },
  declined: { en: 'Do not sign', 'zh-CN': '不予签署' },
  renew: { en: 'Ask for the renewal', 'zh-CN': '申请续签' },
  let_end: { en: 'Let the term end', 'zh-CN': '到期终止' },
  term_over: { en: 'The term is over', 'zh-CN': '备忘录期满' },
  notice_over: { en: 'The notice has run', 'zh-CN': '通知期届满' },
  settled: { en: 'Find everything settled', 'zh-CN': '认定资金已结清' },
  claimed: { en: 'Claim the rest back', 'zh-CN': '追缴余款' },
}

const graceOver = { window_closed: { en: 'The grace after the term ended', 'zh-CN': '宽限期届满' } }

/** Where a matter says the same option in other words. */
export const matterLabelsByStep: Readonly<Record<StepKey, Readonly<Record<Option, LocalText>>>> = {
  R0: {
    accept: { en: 'Accept the decision', 'zh-CN': '接受决定' },
    window_closed: { en: 'The time for redress ended', 'zh-CN': '申诉期届满' },
  },
  R1: { refuse: { en: 'Do not admit the request', 'zh-CN': '不予受理申诉' } },
  E6a: { lift: { en: 'Lift the stop', 'zh-CN': '解除中止' } },
  E6b: { lift: { en: 'Lift the stop', 'zh-CN': '解除中止' } },
  '5.9r': { return: { en: 'Return to the panel', 'zh-CN': '退回评审小组' } },
  '5.13a': { open: { en: 'Open the review', 'zh-CN': '启动特别评审' } },
  '5.13d': { return: { en: 'Return to the panel', 'zh-CN': '退回评审小组' } },
  '3.13a': { ready: { en: 'Pass on the amendment', 'zh-CN': '修订文本定稿送审' } },
  '3.13e': graceOver,
  '3.13f': { agree: { en: 'Agree to the renewal', 'zh-CN': '同意续签' } },
  '3.13g': graceOver,
  '3.13h': graceOver,
  '3.13m': { returned: { en: 'Find the rest returned', 'zh-CN': '认定余款已退回' } },
}
