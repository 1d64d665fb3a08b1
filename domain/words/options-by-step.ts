import type { LocalText } from '../locale.js'
import type { Option, StepKey } from '../procedure.js'
import { tenLabelsByStep } from './ten.js'

type Labels = Readonly<Record<Option, LocalText>>

const newCheck: Labels = { return: { en: 'Return for a new check', 'zh-CN': '退回重新审查' } }
const waiverRefused: Labels = { refuse: { en: 'Refuse the waiver', 'zh-CN': '不予豁免' } }
const listEnded: Labels = { window_closed: { en: 'Time on the waiting list ended', 'zh-CN': '候补期届满' } }
const noAnswer: Labels = { refuse: { en: 'Refuse to answer', 'zh-CN': '拒绝提供' } }
const instrument: Labels = { agree: { en: 'Agree to the instrument', 'zh-CN': '同意文书形式' } }
const draftReady: Labels = { ready: { en: 'Pass on the draft', 'zh-CN': '草案定稿送审' } }
const newText: Labels = { return: { en: 'Return the text', 'zh-CN': '退回修改文本' } }
const noLaunch: Labels = { stop: { en: 'No-go: stop the launch', 'zh-CN': '终止启动' } }
const extract: Labels = {
  confirm: { en: 'Confirm the extract', 'zh-CN': '核对无误' },
  differ: { en: 'Report differences', 'zh-CN': '提出不符之处' },
}
const report: Labels = { return: { en: 'Return the report for completion', 'zh-CN': '退回补正报告' } }
const panelAgain: Labels = { return: { en: 'Return to the panel', 'zh-CN': '退回评审小组' } }

/** Where the same option reads differently on the button of one step. */
export const optionLabelsByStep: Readonly<Record<StepKey, Labels>> = {
  '1.2b': { decline: { en: 'Decline the interest', 'zh-CN': '不予受理' } },
  '1.3': { submit: { en: 'Submit the dossier', 'zh-CN': '提交申报材料' } },
  '1.4a': {
    return: { en: 'Return for completion', 'zh-CN': '退回补正' },
    refuse: { en: 'Refuse the dossier', 'zh-CN': '不予受理' },
  },
  '1.5b': newCheck,
  '1.5c': waiverRefused,
  '1.5d': waiverRefused,
  '1.6a': { clear: { en: 'Find no match', 'zh-CN': '认定无匹配记录' } },
  '1.6b': newCheck,
  '1.6c': { clear: { en: 'Find no bar', 'zh-CN': '认定无禁止情形' } },
  '1.7': { object: { en: 'Object to the nomination', 'zh-CN': '提出异议' } },
  '1.10w': listEnded,
  '2.1b': { confirm: { en: 'Confirm the team', 'zh-CN': '确认调查组组成' } },
  '2.2b': noAnswer,
  '2.2c': noAnswer,
  '2.2d': noAnswer,
  '2.4a': { sent: { en: 'Send out the survey', 'zh-CN': '发放问卷' } },
  '2.7': { submit: { en: 'Submit the report', 'zh-CN': '提交尽职调查报告' } },
  '2.8': { defer: { en: 'Defer', 'zh-CN': '建议暂缓' } },
  '2.8d': { window_closed: { en: 'Time of the deferral ended', 'zh-CN': '暂缓期届满' } },
  '2.9a': { publish: { en: 'Publish the notice', 'zh-CN': '发布公示' } },
  '2.9b': { no_objection: { en: 'Close without objection', 'zh-CN': '公示期满无异议' } },
  '2.10': {
    approve: { en: 'Approve and reserve a slot', 'zh-CN': '批准并预留名额' },
    return: { en: 'Return the report', 'zh-CN': '退回尽职调查报告' },
  },
  '2.10w': listEnded,
  ...tenLabelsByStep,
  '3.1b': instrument,
  '3.1c': instrument,
  '3.2a': draftReady,
  '3.2b': draftReady,
  '3.5': {
    accept: { en: 'Accept the draft', 'zh-CN': '同意草案' },
    refuse: { en: 'Refuse the draft', 'zh-CN': '拒绝草案' },
  },
  '3.9a': newText,
  '3.9b': newText,
  '3.9c': newText,
  '4.3': { filed: { en: 'Record the filing', 'zh-CN': '备案已办理' } },
  '4.5b': { agreed: { en: 'Agree to the plans', 'zh-CN': '同意规划和计划' } },
  '4.6a': { partly: { en: 'Commit in part', 'zh-CN': '部分落实' } },
  '4.6b': { partly: { en: 'Find committed in part', 'zh-CN': '认定部分落实' } },
  '4.9': {
    ready: { en: 'Find ready', 'zh-CN': '认定具备启动条件' },
    not_ready: { en: 'Find not ready', 'zh-CN': '认定不具备启动条件' },
  },
  '4.10a': noLaunch,
  '4.10b': noLaunch,
  '4.12b': { confirm: { en: 'Confirm activation', 'zh-CN': '确认投入运行' } },
  '5.2b': report,
  '5.3a': report,
  '5.3c': {
    unfounded: { en: 'Find the suspicion unfounded', 'zh-CN': '认定失实情形不成立' },
    proven: { en: 'Find the misstatement proven', 'zh-CN': '认定失实情形成立' },
  },
  '5.4a': extract,
  '5.4b': extract,
  '5.7a': { send: { en: 'Send the draft findings', 'zh-CN': '送达结论初稿' } },
  '5.9a': panelAgain,
  '5.9b': panelAgain,
  '5.11b': {
    accept: { en: 'Accept the plan', 'zh-CN': '同意整改方案' },
    return: { en: 'Return the plan', 'zh-CN': '退回修改整改方案' },
  },
  '5.12a': { withdraw: { en: 'Withdraw the title', 'zh-CN': '撤销称号' } },
  '5.12b': { not_proven: { en: 'Taking down not proven in time', 'zh-CN': '逾期未证明已停用名称标识并摘牌' } },
}
