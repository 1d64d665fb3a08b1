import type { LocalText } from '../locale.js'

/** What the actor of each step of stage 5 does. */
export const yearlyReviewTitles: Readonly<Record<string, LocalText>> = {
  '5.1': { en: 'Open the yearly review', 'zh-CN': '启动年度评审' },
  '5.2a': { en: 'Submit the self report', 'zh-CN': '提交自评报告' },
  '5.2b': { en: 'Endorse the self report', 'zh-CN': '审核自评报告' },
  '5.2d': { en: 'Submit the delayed self report', 'zh-CN': '延期提交自评报告' },
  '5.3a': { en: 'Check the self report for completeness', 'zh-CN': '核对自评报告是否齐全' },
  '5.3b': { en: 'Test the sample of evidence', 'zh-CN': '抽查佐证材料' },
  '5.3c': { en: 'Examine the suspected misstatement', 'zh-CN': '核查涉嫌重大失实事项' },
  '5.4a': { en: 'Confirm the report extract as local government', 'zh-CN': '地方政府核对报告摘要' },
  '5.4b': { en: 'Confirm the report extract as enterprise', 'zh-CN': '企业代表核对报告摘要' },
  '5.5a': { en: 'Visit the site, or settle for the desk assessment', 'zh-CN': '开展年度实地考察或书面评估' },
  '5.5b': { en: 'Confirm the visit report as second visitor', 'zh-CN': '复核年度实地考察报告' },
  '5.6': { en: 'Score the year independently', 'zh-CN': '对年度工作独立评分' },
  '5.7a': { en: 'Send the draft findings to the base', 'zh-CN': '送达评审结论初稿' },
  '5.7b': { en: 'Answer the draft findings of the review', 'zh-CN': '就评审结论初稿陈述申辩' },
  '5.8': { en: 'Decide the colour of the year', 'zh-CN': '评定年度评审结果' },
  '5.8s': { en: 'Decide on the suspension', 'zh-CN': '办理暂停资格事项' },
  '5.9a': { en: 'Confirm the result as programme director', 'zh-CN': '项目主任确认评审结果' },
  '5.9b': { en: 'Confirm red or role model as the Board', 'zh-CN': '理事会确认红色或示范基地结果' },
  '5.10': { en: 'Publish the result', 'zh-CN': '公布评审结果' },
  '5.11a': { en: 'Draw up the improvement plan', 'zh-CN': '制定整改方案' },
  '5.11b': { en: 'Examine the improvement plan', 'zh-CN': '审核整改方案' },
  '5.11c': { en: 'Check the improvement at half-time', 'zh-CN': '整改中期检查' },
  '5.12a': { en: 'Decide on the withdrawal', 'zh-CN': '审议撤销事项' },
  '5.12b': { en: 'Take down name, logo and plaque', 'zh-CN': '停用名称和标识并摘除牌匾' },
}
