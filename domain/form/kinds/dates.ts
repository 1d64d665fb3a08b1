import { addDays, isPlainDate, plainDate } from '../../calendar-date.js'
import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import type { FieldOf } from '../field.js'
import { isKeyed, keyed, noOther, type KindOfField } from './kind.js'

const checkDate = (value: unknown): readonly AnswerFault[] =>
  typeof value === 'string' && isPlainDate(value) ? sound : wrong('a day, such as 2027-03-31', '日期，如 2027-03-31')

/** A calendar day. */
export const date: KindOfField<FieldOf<'date'>> = {
  check: checkDate,
  read: (value) => (typeof value === 'string' ? value : undefined),
  checkRead: checkDate,
  example: ({ behind }, nth) => addDays(plainDate(behind === undefined ? '2027-03-01' : '2026-03-01'), nth),
}

export const fromLabel = { en: 'From', 'zh-CN': '起' }
export const toLabel = { en: 'To', 'zh-CN': '止' }

const checkPeriod = (value: unknown): readonly AnswerFault[] => {
  if (!isKeyed(value)) return wrong('its first and last day', '起止日期')
  const { from, to } = value
  return every(
    noOther(value, { known: ['from', 'to'], needs: wrong('its first and last day, and no more', '仅限起止日期') }),
    inside({ code: 'from', label: fromLabel }, checkDate(from)),
    inside({ code: 'to', label: toLabel }, checkDate(to)),
    typeof from === 'string' && typeof to === 'string' && from > to
      ? inside({ code: 'to', label: toLabel }, wrong('not before the first day', '不早于起始日期'))
      : sound,
  )
}

/** From one day to another, both included; a year is a period. */
export const period: KindOfField<FieldOf<'period'>> = {
  check: checkPeriod,
  read: (value) => {
    const { from, to } = keyed(value)
    return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined
  },
  checkRead: checkPeriod,
  example: ({ behind }, nth) => ({
    from: addDays(plainDate(behind === undefined ? '2027-03-01' : '2025-03-01'), nth),
    to: addDays(plainDate(behind === undefined ? '2028-02-28' : '2026-02-28'), nth),
  }),
}
