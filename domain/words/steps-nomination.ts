import type { LocalText } from '../locale.js'

/** What the actor of each step of stage 1 does; 1.1 belongs to the programme, which opens the call. */
export const nominationTitles: Readonly<Record<string, LocalText>> = {
  '1.1a': { en: 'Propose the opening of a call', 'zh-CN': '提出启动征集的建议' },
  '1.1b': { en: 'Decide on the opening of the call', 'zh-CN': '审批启动征集' },
  '1.2a': { en: 'Express interest', 'zh-CN': '提交意向表达函' },
  '1.2b': { en: 'Reply to the expression of interest', 'zh-CN': '答复意向表达' },
  '1.3': { en: 'Submit the dossier', 'zh-CN': '提交申报材料' },
  '1.4a': { en: 'Check the dossier for completeness', 'zh-CN': '核对申报材料是否齐全' },
  '1.4b': { en: 'Complete the dossier', 'zh-CN': '补正申报材料' },
  '1.5a': { en: 'Judge the eligibility of the nomination', 'zh-CN': '审查资格条件' },
  '1.5b': { en: 'Confirm the eligibility result as second officer', 'zh-CN': '复核资格审查结果' },
  '1.5c': { en: 'Decide on the waiver as programme director', 'zh-CN': '项目主任审批豁免申请' },
  '1.5d': { en: 'Decide on the waiver as committee chair', 'zh-CN': '委员会主席审批豁免申请' },
  '1.6a': { en: 'Screen for integrity and sanctions', 'zh-CN': '开展诚信审查与制裁筛查' },
  '1.6b': { en: 'Confirm the screening result as second officer', 'zh-CN': '复核诚信审查结果' },
  '1.6c': { en: 'Examine the match found in the screening', 'zh-CN': '核查疑似匹配事项' },
  '1.7': { en: 'State the position of the superior authority', 'zh-CN': '上级主管部门出具意见' },
  '1.8': { en: 'Score the nomination independently', 'zh-CN': '对提名独立评分' },
  '1.8b': { en: 'Score the nomination as fourth expert', 'zh-CN': '第四位专家独立评分' },
  '1.9a': { en: 'Moderate the score sheets', 'zh-CN': '汇总核对评分表' },
  '1.9b': { en: 'Lock the score', 'zh-CN': '锁定评分结果' },
  '1.10': { en: 'Decide on the shortlist', 'zh-CN': '审议入围名单' },
  '1.10w': { en: 'Look after the place on the waiting list', 'zh-CN': '管理候补名单事项' },
  '1.11': { en: 'Notify the nominee of the decision', 'zh-CN': '向提名方送达决定' },
}
