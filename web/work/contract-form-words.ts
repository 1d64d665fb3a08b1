import type { Locale } from '../../domain/locale.js'

const en = {
  faults: (count: number) =>
    count === 1
      ? 'One thing is missing or does not fit. Nothing was sent yet.'
      : `${count} things are missing or do not fit. Nothing was sent yet.`,
  optional: '(may be left empty)',
  nothing: 'left empty',
  yes: 'Yes',
  no: 'No',
} as const

type Words = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: Words = {
  faults: (count) => `有${count}项缺漏或不符合要求，尚未提交。`,
  optional: '（可不填）',
  nothing: '未填写',
  yes: '是',
  no: '否',
}

/** What stands around fields that follow from the contract of a command. */
export const contractFormWords: Readonly<Record<Locale, Words>> = { en, 'zh-CN': chinese }
