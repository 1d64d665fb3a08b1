import type { LocalText } from '../locale.js'
import type { Option } from '../values/step-key.js'

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
  breach_found: { en: 'Report a breach of integrity', 'zh-CN': '报告发现严重合规问题' },
  heard: { en: 'Be heard', 'zh-CN': '陈述申辩' },
  waived: { en: 'Give up the hearing', 'zh-CN': '放弃陈述申辩' },
  keep: { en: 'Keep the status', 'zh-CN': '维持现状' },
  hold: { en: 'Hold the base', 'zh-CN': '予以暂缓办理' },
  noted: { en: 'Note the change', 'zh-CN': '予以备案' },
  assess: { en: 'Ask for a new assessment', 'zh-CN': '要求重新评估' },
  authority_anew: { en: 'Have the authority to sign proven anew', 'zh-CN': '要求重新核实签署授权' },
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
