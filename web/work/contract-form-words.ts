import type { Locale } from '../../domain/locale.js'

const en = {
  faults: 'Something is missing or does not fit. Nothing was sent yet.',
  optional: '(may be left empty)',
  nothing: 'left empty',
  yes: 'Yes',
  no: 'No',
} as const

export type ContractFormWords = Readonly<Record<keyof typeof en, string>>

const chinese: ContractFormWords = {
  faults: '有内容缺漏或不符合要求，尚未提交。',
  optional: '（可不填）',
  nothing: '未填写',
  yes: '是',
  no: '否',
}

/** What stands around fields that follow from the contract of a command. */
export const contractFormWords: Readonly<Record<Locale, ContractFormWords>> = { en, 'zh-CN': chinese }
