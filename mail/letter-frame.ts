import type { Locale } from '../domain/locale.js'

/** The labels of the lines that carry the facts. */
export const letterLabels = {
  base: { en: 'Base', 'zh-CN': '基地' },
  step: { en: 'Step', 'zh-CN': '事项' },
  role: { en: 'You act as', 'zh-CN': '办理身份' },
  waitsFor: { en: 'Waits for', 'zh-CN': '待办职务' },
  wanted: { en: 'Wanted', 'zh-CN': '所需职务' },
  signedAs: { en: 'Signed as', 'zh-CN': '签署身份' },
  signatory: { en: 'Signatory', 'zh-CN': '签署人' },
  act: { en: 'What the paper says', 'zh-CN': '书面文件所载意见' },
  signedOn: { en: 'Date on the paper', 'zh-CN': '书面文件日期' },
  enteredBy: { en: 'Entered by', 'zh-CN': '录入人' },
  confirmedBy: { en: 'Confirmed by', 'zh-CN': '确认人' },
  refusedBy: { en: 'Turned away by', 'zh-CN': '退回人' },
  cause: { en: 'Cause', 'zh-CN': '作废原因' },
  because: { en: 'Follows from step', 'zh-CN': '起因事项' },
  decidedBy: { en: 'Decided by', 'zh-CN': '决定人' },
  version: { en: 'Version of the rules', 'zh-CN': '规则版本' },
  former: { en: 'Former version', 'zh-CN': '原版本' },
  agreedBy: { en: 'Agreed by', 'zh-CN': '已同意人' },
  formerDueBy: { en: 'Former date', 'zh-CN': '原期限' },
  dueBy: { en: 'Due by', 'zh-CN': '办理期限' },
  options: { en: 'You may', 'zh-CN': '可选意见' },
  silence: { en: 'If nobody acts', 'zh-CN': '逾期未办' },
  contested: { en: 'The decision it is about', 'zh-CN': '所涉决定' },
  means: { en: 'What the answers mean', 'zh-CN': '各项意见的含义' },
  sentBack: { en: 'Sent back by', 'zh-CN': '退回环节' },
  sentBackFor: { en: 'Why', 'zh-CN': '退回理由' },
  missing: { en: 'What is missing', 'zh-CN': '需补正内容' },
  raised: { en: 'What was asked for', 'zh-CN': '所提事项' },
  raisedWords: { en: 'In the words of whoever asked', 'zh-CN': '提出方的说明' },
  exhibit: { en: 'Exhibit', 'zh-CN': '佐证材料' },
  outcome: { en: 'Outcome', 'zh-CN': '结果' },
  reason: { en: 'Reason', 'zh-CN': '理由' },
  rung: { en: 'Notice number', 'zh-CN': '第几次通知' },
  link: { en: 'See and act here (opening the page decides nothing)', 'zh-CN': '查看及办理（打开页面不产生任何效力）' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>

export const letterFrame = {
  greeting: { en: (name: string) => `Dear ${name},`, 'zh-CN': (name: string) => `${name}：` },
  between: { en: ': ', 'zh-CN': '：' },
  several: {
    en: (count: number, bases: number) => `${count} notices${bases > 1 ? ` about ${bases} bases` : ''}`,
    'zh-CN': (count: number, bases: number) => `${bases > 1 ? `${bases}个基地的` : ''}${count}项通知`,
  },
  told: {
    en: (count: number, bases: number) =>
      `This letter holds ${count} notices${bases > 1 ? ` about ${bases} bases` : ''}, the earliest first.`,
    'zh-CN': (count: number, bases: number) =>
      `本函按时间先后汇总${bases > 1 ? `${bases}个基地的` : ''}${count}项通知。`,
  },
  listed: { en: '; ', 'zh-CN': '；' },
  sender: {
    en: 'Programme Office, Global Alliance of SMEs',
    'zh-CN': '全球中小企业联盟项目办公室',
  },
  ledger: {
    en: (baseId: string, time: string) => `Ledger head of ${baseId} on ${time}:`,
    'zh-CN': (baseId: string, time: string) => `${baseId}登记校验码，${time}：`,
  },
  checkpoint: {
    en: (short: string, time: string) => `Last signed checkpoint of the whole ledger: ${short}, ${time}`,
    'zh-CN': (short: string, time: string) => `全部登记最近的签名检查点：${short}，${time}`,
  },
  rehearsal: {
    en: 'REHEARSAL: this letter is no decision of anybody. Its values are invented for rehearsal.',
    'zh-CN': '演练邮件：本邮件不构成任何机构或个人的决定，所载数值均为演练而虚构。',
  },
  rehearsalSubject: '[演练 REHEARSAL] ',
} as const
