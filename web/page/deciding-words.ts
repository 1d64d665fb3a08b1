import type { Locale } from '../../domain/locale.js'

const en = {
  base: 'Base',
  due: 'Due by',
  seats: 'How many act',
  seatsSay: (acted: number | undefined, seats: number) =>
    acted === undefined ? String(seats) : `${acted} of ${seats} have acted`,
  also: 'May act besides',
  before: 'What came before',
  readText: 'Read the whole text',
  papers: 'The text that is decided on',
  refresh: 'Show what this asks for',
  code: 'Reason code',
  reason: 'In your words',
  interest: 'I have no interest in this base (SD5).',
  last: 'The button below acts at once and only once. What you decide stands in the ledger under your name.',
  notTaken: 'Not possible as things stand:',
  form: 'What is to be filled in',
  partOf: (part: number, parts: number) => `part ${part} of ${parts}`,
  parts: 'All parts, and what is missing in them',
  filled: 'complete',
  left: (left: number) => `${left} to fill in`,
  goOn: 'Go on',
  goBack: 'Go back',
  save: 'Save and come back later',
  draft: 'What was typed before stands in the form.',
  tabled: 'The tables were filled in from the file and saved. Nothing was sent.',
  doneTitle: 'Recorded',
  pendingTitle: 'Sent, not answered yet',
  pendingSays: 'Your decision was sent and is not lost. Send the same page again to hear what became of it.',
} as const

type DecidingWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: DecidingWords = {
  base: '基地',
  due: '办理期限',
  seats: '办理人数',
  seatsSay: (acted, seats) => (acted === undefined ? `${seats}人` : `共${seats}人，已办理${acted}人`),
  also: '亦可办理',
  before: '此前情况',
  readText: '阅读全文',
  papers: '所审定文本',
  refresh: '显示应填内容',
  code: '理由代码',
  reason: '文字说明',
  interest: '本人与该基地无利害关系（SD5）。',
  last: '点击下方按钮即时生效，仅生效一次。您的决定将以您的名义登记在案。',
  notTaken: '目前不能选择：',
  form: '须填写内容',
  partOf: (part, parts) => `第${part}部分，共${parts}部分`,
  parts: '各部分及待填内容',
  filled: '已填妥',
  left: (left) => `尚缺${left}项`,
  goOn: '下一部分',
  goBack: '上一部分',
  save: '保存，稍后继续',
  draft: '此前填写的内容已载入表格。',
  tabled: '已从文件填写各表并保存，尚未提交。',
  doneTitle: '已登记在案',
  pendingTitle: '已发送，尚未答复',
  pendingSays: '您的决定已发送，不会丢失。请重新提交同一页面以查询结果。',
}

/** What is said where somebody decides, on a page of the workplace and by a link alike. */
export const decidingWords = { en, 'zh-CN': chinese } as const satisfies Readonly<Record<Locale, DecidingWords>>
