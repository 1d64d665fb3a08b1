import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'As it stood',
  scrubber: 'Look back',
  slider: 'Look back: entry',
  outOf: (entries: number) => `of ${entries}`,
  day: 'or the end of a day (New York)',
  show: 'Show',
  previous: 'What happened before',
  next: 'What happened next',
  stood: (entry: number) => `As it stood after entry ${entry}`,
  before: 'As it stood before its first entry',
  past: 'This is the past: nothing can be done here.',
  now: 'To the base as it stands now',
  happened: 'What happened then',
  nothing: 'Nothing had happened yet.',
  changed: 'What changed by it',
} as const

type AsOfWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: AsOfWords = {
  title: '当时状态',
  scrubber: '回看',
  slider: '回看：条目',
  outOf: (entries) => `共${entries}条`,
  day: '或某日结束时（纽约时间）',
  show: '查看',
  previous: '此前一步',
  next: '此后一步',
  stood: (entry) => `第${entry}条之后的状态`,
  before: '首条记录之前的状态',
  past: '此为过去的状态，在此不能办理任何事项。',
  now: '查看基地现状',
  happened: '当时发生',
  nothing: '当时尚未发生任何事项。',
  changed: '由此产生的变化',
}

/** What the page of a base in its past says, and the slider that leads there. */
export const asOfWords: Readonly<Record<Locale, AsOfWords>> = { en, 'zh-CN': chinese }
