import type { LocalText } from '../locale.js'
import type { StepKey } from '../procedure.js'

/** Steps that come up beside the stages: redress, integrity stop, extraordinary review, change, amendment, renewal, ending. */
export const matterTitles: Readonly<Record<StepKey, LocalText>> = {
  R0: { en: 'Accept the decision or ask for redress', 'zh-CN': '接受决定或提出申诉' },
  R1: { en: 'Admit the request for redress', 'zh-CN': '审查申诉是否受理' },
  R2: { en: 'Decide on the redress', 'zh-CN': '审议申诉' },
  '5.8r': { en: 'Decide the colour again after redress', 'zh-CN': '申诉后重新评定评审结果' },
  '5.9r': { en: 'Confirm the colour decided again', 'zh-CN': '确认重新评定的结果' },
  E6a: { en: 'Examine the integrity stop', 'zh-CN': '审查合规中止事项' },
  E6b: { en: 'Decide on the integrity stop as the Board', 'zh-CN': '理事会审议合规中止事项' },
  '5.13a': { en: 'Open the extraordinary review or not', 'zh-CN': '决定是否启动特别评审' },
  '5.13b': { en: 'Visit the site for the extraordinary review', 'zh-CN': '特别评审实地考察' },
  '5.13c': { en: 'Decide the extraordinary review', 'zh-CN': '评定特别评审结果' },
  '5.13d': { en: 'Confirm the extraordinary review', 'zh-CN': '确认特别评审结果' },
  '8.10a': { en: 'Examine the change of circumstances', 'zh-CN': '审查情况变更' },
  '8.10b': { en: 'Assess the changed place anew', 'zh-CN': '对变更后的地区重新评估' },
  '8.10c': { en: 'Decide after the new assessment', 'zh-CN': '重新评估后作出决定' },
  '3.13a': { en: 'Draft the amendment', 'zh-CN': '起草修订文本' },
  '3.13b': { en: 'Clear the amendment on the local side', 'zh-CN': '地方审核修订文本' },
  '3.13c': { en: 'Sign the amendment for the programme', 'zh-CN': '项目方签署修订文本' },
  '3.13d': { en: 'Sign the amendment for the local side', 'zh-CN': '地方签署修订文本' },
  '3.13e': { en: 'Ask for the renewal or let the term end', 'zh-CN': '申请续签或到期终止' },
  '3.13f': { en: 'Agree to the renewal', 'zh-CN': '审核续签申请' },
  '3.13g': { en: 'Sign the renewal for the programme', 'zh-CN': '项目方签署续签文本' },
  '3.13h': { en: 'Sign the renewal for the local side', 'zh-CN': '地方签署续签文本' },
  '3.13i': { en: 'The term of the memorandum runs out', 'zh-CN': '备忘录期满' },
  '3.13k': { en: 'The notice of ending runs', 'zh-CN': '终止通知期' },
  '3.13l': { en: 'Hand in the closing report', 'zh-CN': '提交终止报告' },
  '3.13m': { en: 'Account for what was not spent', 'zh-CN': '结清未使用资金' },
}
