import { every, sound, wrong, type AnswerFault } from '../fault.js'
import type { Choice, FieldOf } from '../field.js'
import type { Locale } from '../../locale.js'
import type { KindOfField } from './kind.js'

const separator = { en: ', ', 'zh-CN': '、' } as const

/** The labels of what can be chosen: codes are never shown. */
const labelsIn = (choices: readonly Choice[], locale: Locale): string =>
  choices.map(({ label }) => label[locale]).join(separator[locale])

const isAmong = (choices: readonly Choice[], value: unknown): value is string =>
  choices.some(({ code }) => code === value)

const checkChoice = (value: unknown, { choices }: FieldOf<'choice'>): readonly AnswerFault[] =>
  isAmong(choices, value)
    ? sound
    : wrong(`one of: ${labelsIn(choices, 'en')}`, `下列之一：${labelsIn(choices, 'zh-CN')}`)

/** One of a closed list. */
export const choice: KindOfField<FieldOf<'choice'>> = {
  check: checkChoice,
  read: (value) => (typeof value === 'string' ? value : undefined),
  checkRead: checkChoice,
  example: ({ choices }, nth) => choices[nth % choices.length]?.code,
}

const checkChoices = (value: unknown, { choices, least = 1, most }: FieldOf<'choices'>): readonly AnswerFault[] => {
  if (!Array.isArray(value)) return wrong('a list of what is chosen', '所选各项的列表')
  const chosen: readonly unknown[] = value
  return every(
    chosen.every((one) => isAmong(choices, one))
      ? sound
      : wrong(`only these: ${labelsIn(choices, 'en')}`, `仅限：${labelsIn(choices, 'zh-CN')}`),
    new Set(chosen).size === chosen.length ? sound : wrong('each one once', '各项不得重复'),
    chosen.length < least ? wrong(`at least ${least}`, `至少${least}项`) : sound,
    chosen.length > (most ?? chosen.length) ? wrong(`at most ${most ?? ''}`, `最多${most ?? ''}项`) : sound,
  )
}

/** Several of a closed list. */
export const choices: KindOfField<FieldOf<'choices'>> = {
  check: checkChoices,
  read: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined),
  checkRead: checkChoices,
  example: ({ choices: all, least = 1 }) => all.slice(0, least).map(({ code }) => code),
}

const checkYesNo = (value: unknown): readonly AnswerFault[] =>
  typeof value === 'boolean' ? sound : wrong('yes or no', '是或否')

/** Yes or no. */
export const yesNo: KindOfField<FieldOf<'yes_no'>> = {
  check: checkYesNo,
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  checkRead: checkYesNo,
  example: (_, nth) => nth % 2 === 1,
}
