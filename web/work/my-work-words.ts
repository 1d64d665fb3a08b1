import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'My work',
  titleOf: (count: number) => (count === 0 ? 'My work' : `My work (${count})`),
  lead: (count: number, late: number) =>
    `${count === 1 ? 'One task waits for you' : `${count} tasks wait for you`}${late === 0 ? '.' : `; ${late === 1 ? 'one is' : `${late} are`} overdue.`} Due first stands first.`,
  inProgramme: 'Programme',
  all: 'Everything that is no rehearsal',
  overdue: (days: number) => (days === 0 ? 'Overdue' : `Overdue by ${days} working ${days === 1 ? 'day' : 'days'}`),
  left: (days: number) => (days === 0 ? 'Due today' : days === 1 ? '1 working day left' : `${days} working days left`),
  due: 'Due',
  as: 'as',
  also: 'Also for you',
  empty: 'Nothing waits for you now.',
  emptyNext: 'When a step opens that you may act on, it stands here, and a letter goes to your address on record.',
  seeBases: 'See the bases',
  words: 'In their words',
  open: 'Open it',
  calendar: 'These dates in your own calendar',
} as const

export type MyWorkWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: MyWorkWords = {
  title: '我的工作',
  titleOf: (count) => (count === 0 ? '我的工作' : `我的工作（${count}）`),
  lead: (count, late) => `有${count}项待您办理${late === 0 ? '' : `，其中${late}项已逾期`}。按期限先后排列。`,
  inProgramme: '项目',
  all: '全部（不含演练）',
  overdue: (days) => (days === 0 ? '已逾期' : `逾期${days}个工作日`),
  left: (days) => (days === 0 ? '今日到期' : `剩余${days}个工作日`),
  due: '期限',
  as: '身份：',
  also: '另待您处理',
  empty: '目前没有待您办理的事项。',
  emptyNext: '有可由您办理的事项时，将显示于此，并发函至您的登记邮箱。',
  seeBases: '查看基地',
  words: '原文说明',
  open: '打开',
  calendar: '将上述期限添加到个人日历',
}

/** What the page of one's own work says. */
export const myWorkWords: Readonly<Record<Locale, MyWorkWords>> = { en, 'zh-CN': chinese }
