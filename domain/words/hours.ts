import { plainDate, weekdayOf, type PlainDate } from '../calendar-date.js'
import { dueDay, endOfDay, localDate, localTime, startOfDay } from '../calendar-zone.js'
import type { Calendar } from '../calendar.js'
import type { Instant } from '../ids.js'
import { dateInWords, type LocalText } from '../locale.js'
import { programmeZone } from '../values/programme-zone.js'
import { zoneAround } from './zone-around.js'
import { zoneName } from './zones.js'

/** A zone by its IANA name, with the offsets it is read by. */
export type NamedZone = Pick<Calendar, 'zone' | 'offsets'>

/**
 * A moment that ends something, as a person reads it: day of the week, date and hour where the side that acts is, and the hour
 * where the other side is (R4). The end of a day is 24:00 of that day and never 0:00 of the next: nobody takes the one for the other.
 */
export const endInWords = (at: Instant, { here, there }: { here: NamedZone; there: NamedZone }): LocalText => {
  const own = shownIn(here, at)
  const other = shownIn(there, at)
  const names = { own: zoneName(here.zone), other: zoneName(there.zone) }
  const same = other.day === own.day
  const english = `${weekdays.en[own.weekday]}, ${dateInWords(own.day, 'en')}, ${own.hour} in ${names.own.en}`
  const chinese = `${dateInWords(own.day, 'zh-CN')}（${weekdays['zh-CN'][own.weekday]}）${hourInChinese(own.hour)}`
  if (here.zone === there.zone) return { en: english, 'zh-CN': `${chinese}（${names.own['zh-CN']}）` }
  const [on, day] = same
    ? [' the same day', '同日']
    : [` on ${dateInWords(other.day, 'en')}`, dayBeside(other.day, own.day)]
  return {
    en: `${english} (${other.hour}${on} in ${names.other.en})`,
    'zh-CN': `${chinese}（${names.own['zh-CN']}；${names.other['zh-CN']}${day}${hourInChinese(other.hour)}）`,
  }
}

/** The same where the place is, a zone by its name, and where the programme is. */
export const endAtPlace = (at: Instant, place: string): LocalText =>
  endInWords(at, { here: zoneAround(place, at), there: zoneAround(programmeZone, at) })

/** The end of a day as it is counted where the place is: what is kept as its last day ends at that moment, and a day alone does not say it. */
export const dayEndAtPlace = (day: string, place: string): LocalText => endAtPlace(dayEndIn(place, day), place)

/**
 * The end of a day as it is counted where the programme is: by that one ends what the programme keeps or judges, wherever it came from.
 * The hour where the place is stands beside it, where one is meant.
 */
export const dayEndOfProgramme = (day: string, place: string = programmeZone): LocalText => {
  const at = dayEndIn(programmeZone, day)
  return endInWords(at, { here: zoneAround(programmeZone, at), there: zoneAround(place, at) })
}

/** The end of a day for whoever has to act by it: as it is counted on its side (R4). */
export const dayEndFor = (
  day: string,
  { owner, place }: { readonly owner: unknown; readonly place: string },
): LocalText => (owner === 'programme' ? dayEndOfProgramme(day, place) : dayEndAtPlace(day, place))

const dayEndIn = (zone: string, day: string): Instant =>
  endOfDay(zoneAround(zone, `${day}T12:00:00.000Z`), plainDate(day))

/**
 * Any other moment as a person reads it, in a list, a paper or a letter: date and hour where the place is, and where the programme
 * is (R4). Where no place is meant, the programme's hour stands beside the one that entries and checkpoints are written in.
 */
export const momentInWords = (at: Instant, place?: string): LocalText => {
  const zones = place === undefined ? [programmeZone, 'UTC'] : [place, programmeZone]
  const [own, ...others] = [...new Set(zones)].map((zone) => ({
    ...shownIn(zoneAround(zone, at), at),
    zone: zoneName(zone),
  }))
  if (own === undefined) throw new RangeError('a moment is told in at least one zone; got none')
  const more = others.map(({ day, hour, zone }) => ({
    en: ` (${day === own.day ? '' : `${dateInWords(day, 'en')}, `}${hour} in ${zone.en})`,
    'zh-CN': `；${zone['zh-CN']}${day === own.day ? '' : dayBeside(day, own.day)}${hourInChinese(hour)}`,
  }))
  return {
    en: `${dateInWords(own.day, 'en')}, ${own.hour} in ${own.zone.en}${more.map(({ en }) => en).join('')}`,
    'zh-CN': `${dateInWords(own.day, 'zh-CN')}${hourInChinese(own.hour)}（${own.zone['zh-CN']}${more.map((one) => one['zh-CN']).join('')}）`,
  }
}

/** The day that a moment belongs to where the programme is, as its papers are dated. */
export const programmeDay = (at: Instant): PlainDate => localDate(zoneAround(programmeZone, at), at)

interface Shown {
  readonly day: PlainDate
  readonly weekday: keyof (typeof weekdays)['en']
  readonly hour: string
}

const shownIn = (zone: NamedZone, at: Instant): Shown => {
  const ends = startOfDay(zone, localDate(zone, at)) === at
  const day = ends ? dueDay(zone, at) : localDate(zone, at)
  return { day, weekday: weekdayOf(day), hour: ends ? '24:00' : localTime(zone, at) }
}

/** `24时`, `9时30分`. */
const hourInChinese = (hour: string): string => {
  const [hours, minutes] = hour.split(':', 2).map(Number)
  return `${hours}时${minutes === 0 ? '' : `${minutes}分`}`
}

/** `3月31日`: the year is the one just named. */
/** A day beside another one: the year is said again only where it is another. */
const dayBeside = (day: PlainDate, own: PlainDate): string => {
  const whole = dateInWords(day, 'zh-CN')
  return day.slice(0, 4) === own.slice(0, 4) ? whole.replace(/^\d+年/, '') : whole
}

const weekdays = {
  en: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
  'zh-CN': { 1: '星期一', 2: '星期二', 3: '星期三', 4: '星期四', 5: '星期五', 6: '星期六', 7: '星期日' },
} as const
