import type { LocalText } from '../locale.js'

/** What the actor of each step of stage 4 does. */
export const launchTitles: Readonly<Record<string, LocalText>> = {
  '4.1a': { en: 'Constitute the joint steering committee', 'zh-CN': '组建联合指导委员会' },
  '4.1b': { en: 'Confirm the joint steering committee', 'zh-CN': '确认联合指导委员会组成' },
  '4.2': { en: 'Work through the launch checklist', 'zh-CN': '逐项完成启动清单' },
  '4.2a': { en: 'Provide the base office', 'zh-CN': '提供基地办公场所' },
  '4.2b': { en: 'Staff the base office', 'zh-CN': '配备基地工作人员' },
  '4.3': { en: 'Settle the legal presence', 'zh-CN': '办理主体登记或活动备案' },
  '4.3x': { en: 'Cure the refused registration', 'zh-CN': '处置登记备案未获批准事项' },
  '4.4a': { en: 'Hand in the baseline', 'zh-CN': '报送基线值' },
  '4.4b': { en: 'Examine the baseline', 'zh-CN': '审核基线值' },
  '4.5a': { en: 'Prepare the three-year plan and the plan of year one', 'zh-CN': '编制三年规划和首年计划' },
  '4.5b': { en: 'Give the view of enterprises on the plans', 'zh-CN': '企业代表对规划和计划提出意见' },
  '4.5c': { en: 'Adopt the plans', 'zh-CN': '审议通过规划和计划' },
  '4.6a': { en: 'Commit the budget and the co-funding', 'zh-CN': '落实预算与配套资金' },
  '4.6b': { en: 'Confirm the budget and the co-funding', 'zh-CN': '核定预算与配套资金' },
  '4.7': { en: 'Grant the name and logo licence', 'zh-CN': '授予名称与标识使用许可' },
  '4.8a': { en: 'Approve the communication plan for the programme', 'zh-CN': '项目方审定宣传方案' },
  '4.8b': { en: 'Approve the communication plan for the government', 'zh-CN': '政府方审定宣传方案' },
  '4.9': { en: 'Check the readiness for launch', 'zh-CN': '核查启动准备情况' },
  '4.10a': { en: 'Decide go or no-go as programme director', 'zh-CN': '项目主任决定是否启动' },
  '4.10b': { en: 'Decide go or no-go for the local side', 'zh-CN': '地方政府决定是否启动' },
  '4.11a': { en: 'Hold the ceremony', 'zh-CN': '举行启动仪式' },
  '4.11b': { en: 'Hand over the plaque', 'zh-CN': '授予基地牌匾' },
  '4.12a': { en: 'Propose the activation of the base', 'zh-CN': '提请基地投入运行' },
  '4.12b': { en: 'Confirm the activation of the base', 'zh-CN': '确认基地投入运行' },
}
