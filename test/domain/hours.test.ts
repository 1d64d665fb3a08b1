import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, plainDate } from '../../domain/calendar-date.js'
import { endOfDay, instantOf } from '../../domain/calendar-zone.js'
import { dayEndAtPlace, endInWords, type NamedZone } from '../../domain/words/hours.js'
import { calendarOfSide } from '../support/an-example.js'

const [beijing, newYork] = [calendarOfSide('partner'), calendarOfSide('programme')]

test.each([
  [
    'the end of a day where the place is',
    endOfDay(beijing, plainDate('2027-03-31')),
    [beijing, newYork],
    'Wednesday, 31 March 2027, 24:00 in Beijing (12:00 the same day in New York)',
    '2027年3月31日（星期三）24时（北京时间；纽约时间同日12时）',
  ],
  [
    'the end of a day in New York, which is the next one at the place',
    endOfDay(newYork, plainDate('2027-01-29')),
    [newYork, beijing],
    'Friday, 29 January 2027, 24:00 in New York (13:00 on 30 January 2027 in Beijing)',
    '2027年1月29日（星期五）24时（纽约时间；北京时间1月30日13时）',
  ],
  [
    'one zone alone where both sides share it',
    endOfDay(newYork, plainDate('2027-01-29')),
    [newYork, newYork],
    'Friday, 29 January 2027, 24:00 in New York',
    '2027年1月29日（星期五）24时（纽约时间）',
  ],
  [
    'the hour of a moment within a day, so that nobody believes to have all of it',
    '2027-01-29T05:30:00.000Z',
    [beijing, newYork],
    'Friday, 29 January 2027, 13:30 in Beijing (00:30 the same day in New York)',
    '2027年1月29日（星期五）13时30分（北京时间；纽约时间同日0时30分）',
  ],
] satisfies readonly (readonly [string, string, readonly [NamedZone, NamedZone], string, string])[])(
  'an end is told as %s',
  (_, at, [here, there], en, chinese) => {
    expect(endInWords(at, { here, there })).toEqual({ en, 'zh-CN': chinese })
  },
)

test('a zone that has no name of its own goes by its IANA name', () => {
  const tomsk = { zone: 'Asia/Tomsk', offsets: [{ from: '2000-01-01T00:00:00.000Z', minutes: 420 }] }
  const words = endInWords('2027-06-30T17:00:00.000Z', { here: tomsk, there: newYork })
  expect(words.en).toBe('Wednesday, 30 June 2027, 24:00 in the zone Asia/Tomsk (13:00 the same day in New York)')
  expect(words['zh-CN']).toContain('（当地时间（Asia/Tomsk）；纽约时间同日13时）')
})

test('whatever the moment, the day named with 24:00 ends exactly then, and any other day is named with its hour', () => {
  const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2029-01-01') })
  const days = fc.integer({ min: 0, max: 1000 }).map((n) => endOfDay(beijing, addDays(plainDate('2026-02-01'), n)))
  fc.assert(
    fc.property(fc.oneof(moments.map(instantOf), days), (at) => {
      const { en } = endInWords(at, { here: beijing, there: newYork })
      const [, day = '', month = '', year = '', hour = ''] = /^\w+, (\d+) (\w+) (\d+), (\d\d:\d\d) in/.exec(en) ?? []
      const named = plainDate(new Date(`${day} ${month} ${year} UTC`).toISOString().slice(0, 10))
      expect(hour === '24:00').toBe(endOfDay(beijing, named) === at)
      expect(hour).not.toBe('00:00')
    }),
    { seed: 13 },
  )
})

test.each([
  ['Asia/Shanghai', 'Sunday, 9 December 2029, 24:00 in Beijing (11:00 the same day in New York)'],
  ['America/New_York', 'Sunday, 9 December 2029, 24:00 in New York'],
  ['Pacific/Auckland', 'Sunday, 9 December 2029, 24:00 in the zone Pacific/Auckland (06:00 the same day in New York)'],
])('a last day in %s is told with the hour at which it ends there', (place, said) => {
  expect(dayEndAtPlace('2029-12-09', place).en).toBe(said)
})
