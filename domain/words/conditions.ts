import type { ConditionDue, ConditionOwner, ConditionStatus, ConditionTerms } from '../conditions.js'
import type { LocalText } from '../locale.js'
import { dayEndFor } from './hours.js'

/** By when a condition is to be met, as people read it. */
export const conditionDueLabels: Readonly<Record<ConditionDue, LocalText>> = {
  before_signature: { en: 'Before signature', 'zh-CN': '签署前' },
  before_launch: { en: 'Before launch', 'zh-CN': '启动前' },
  year_one: { en: 'In year one', 'zh-CN': '首年内' },
  date: { en: 'On a day', 'zh-CN': '指定日期' },
}

/** By when it is to be met: a day ends where its owner has its days, and is told with both hours (R4). */
export const conditionDueInWords = (
  { due, dueOn, owner }: Pick<ConditionTerms, 'due' | 'dueOn' | 'owner'>,
  place: string,
): LocalText => (dueOn === undefined ? conditionDueLabels[due] : dayEndFor(dueOn, { owner, place }))

/** Who has to meet it. */
export const conditionOwnerLabels: Readonly<Record<ConditionOwner, LocalText>> = {
  government: { en: 'Local government', 'zh-CN': '地方政府' },
  organisation: { en: 'Cluster organisation', 'zh-CN': '集群促进机构' },
  programme: { en: 'Alliance', 'zh-CN': '联盟' },
}

/** Where it stands. */
export const conditionStatusLabels: Readonly<Record<ConditionStatus, LocalText>> = {
  open: { en: 'Open', 'zh-CN': '未落实' },
  shown: { en: 'Shown, to be checked', 'zh-CN': '已提交，待核验' },
  met: { en: 'Met', 'zh-CN': '已落实' },
  not_met: { en: 'Not met', 'zh-CN': '未落实（核验未通过）' },
  lifted: { en: 'Lifted', 'zh-CN': '已解除' },
}
