import type { Said } from './fault.js'

/** The hour in which the programme is told (R4). */
const zone = 'America/New_York'
const instants = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g

/** A sentence with the day and hour where the programme is beside each instant, which stays: it is compared to the digit. */
export const withDays = (sentence: string, language: keyof Said): string =>
  sentence.replaceAll(instants, (instant) => {
    const at = new Date(instant)
    return Number.isNaN(at.getTime()) ? instant : `${shown[language](partsOf(at))} / ${instant}`
  })

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>>

const reader = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
})

const partsOf = (at: Date): Parts => {
  const found = new Map(reader.formatToParts(at).map(({ type, value }) => [String(type), Number(value)]))
  const part = (name: keyof Parts): number => found.get(name) ?? 0
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const two = (digits: number): string => String(digits).padStart(2, '0')

const shown: Readonly<Record<keyof Said, (parts: Parts) => string>> = {
  en: ({ year, month, day, hour, minute }) =>
    `${day} ${months[month - 1] ?? ''} ${year}, ${two(hour)}:${two(minute)} in New York`,
  'zh-CN': ({ year, month, day, hour, minute }) =>
    `${year}年${month}月${day}日${hour}时${minute === 0 ? '' : `${minute}分`}（纽约）`,
}
