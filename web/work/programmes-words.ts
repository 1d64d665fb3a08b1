import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Programmes',
  lead: 'The programmes you hold a seat in.',
  as: 'Your seats:',
  rehearsal: 'rehearsal',
  work: 'My work',
  bases: 'Bases',
  people: 'People',
  holds: 'Records that are held',
  none: 'You hold no seat that is in force.',
  noneNext: 'Seats are given by the administrator of a programme.',
} as const

type ProgrammesWords = Readonly<Record<keyof typeof en, string>>

const chinese: ProgrammesWords = {
  title: '项目',
  lead: '您任职的各个项目。',
  as: '任职：',
  rehearsal: '演练',
  work: '我的工作',
  bases: '基地',
  people: '人员',
  holds: '保全的记录',
  none: '您目前没有有效席位。',
  noneNext: '席位由项目系统管理员授予。',
}

/** What the page of programmes says. */
export const programmesWords: Readonly<Record<Locale, ProgrammesWords>> = { en, 'zh-CN': chinese }
