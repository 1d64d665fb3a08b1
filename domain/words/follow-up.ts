import type { ItemKind, ItemStatus } from '../follow-up/item-kind.js'
import type { LocalText } from '../locale.js'

/** What is followed, as people read it. */
export const itemKindLabels: Readonly<Record<ItemKind, LocalText>> = {
  finding: { en: 'Finding', 'zh-CN': '核查结论' },
  condition: { en: 'Condition', 'zh-CN': '附带条件' },
  recommendation: { en: 'Recommendation', 'zh-CN': '建议' },
  correction: { en: 'Corrected value', 'zh-CN': '数据更正' },
  measure: { en: 'Measure of improvement', 'zh-CN': '改进措施' },
  risk: { en: 'Risk', 'zh-CN': '风险' },
  activity: { en: 'Activity', 'zh-CN': '活动' },
  receipt: { en: 'Money received', 'zh-CN': '到账款项' },
  payment: { en: 'Money spent', 'zh-CN': '支出款项' },
  request: { en: 'Request of a firm', 'zh-CN': '企业需求' },
}

/** Where it stands. */
export const itemStatusLabels: Readonly<Record<ItemStatus, LocalText>> = {
  draft: { en: 'Draft', 'zh-CN': '初稿' },
  open: { en: 'Open', 'zh-CN': '未办结' },
  recorded: { en: 'Recorded', 'zh-CN': '已登记' },
  answered: { en: 'Answered', 'zh-CN': '已答复' },
  stands: { en: 'Stands', 'zh-CN': '维持' },
  corrected: { en: 'Corrected', 'zh-CN': '已更正' },
  turned: { en: 'Carried on under another heading', 'zh-CN': '转入其他事项' },
  withdrawn: { en: 'Withdrawn', 'zh-CN': '已撤回' },
  replaced: { en: 'Replaced by a later version', 'zh-CN': '已由新版替代' },
  not_taken: { en: 'Not taken up', 'zh-CN': '不采纳' },
  done: { en: 'Done', 'zh-CN': '已完成' },
  closed: { en: 'Closed', 'zh-CN': '已消除' },
}
