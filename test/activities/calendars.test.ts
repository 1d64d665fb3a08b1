import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { decreesIn } from '../../activities/calendar-decrees.js'
import { calendarFor } from '../../activities/calendars.js'
import { plainDate, type PlainDate } from '../../domain/calendar-date.js'
import { isWorkingDay, type Calendar } from '../../domain/calendar.js'

test('China rests and works as decreed for 2026', () => {
  const china = calendarFor({ country: 'CN', subdivision: 'ZJ', zone: 'Asia/Shanghai', from: '2026-01-01', months: 11 })
  expect(within(china.holidays, '2026-09')).toEqual(['2026-09-25'])
  expect(within(china.holidays, '2026-10')).toEqual([
    '2026-10-01',
    '2026-10-02',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ])
  expect(within(china.holidays, '2026-02')).toHaveLength(6)
  expect(china.workdays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
})

test("days that only some people have in China are everybody's working days", () => {
  const china = calendarFor({ country: 'CN', zone: 'Asia/Shanghai', from: '2027-01-01' })
  expect(china.holidays).not.toContain('2027-03-08')
  expect(china.holidays).not.toContain('2027-05-04')
  expect(china.holidays).not.toContain('2027-06-01')
})

test('beyond the last decree China has its statutory days, said to be provisional', () => {
  const china = calendarFor({ country: 'CN', zone: 'Asia/Shanghai', from: '2026-11-24' })
  expect(china.knownUntil).toBe('2026-12-31')
  expect(within(china.holidays, '2027-02')).toEqual(['2027-02-05', '2027-02-08'])
  expect(china.workdays).toEqual([])
})

test('India is provisional without a list, a country of fixed rules is known to the end of the span', () => {
  const india = calendarFor({ country: 'IN', subdivision: 'KA', zone: 'Asia/Kolkata', from: '2026-11-24' })
  expect(india.knownUntil).toBe('2026-11-23')
  expect(india.offsets.map(({ minutes }) => minutes)).toEqual([330])
  expect(calendarFor({ country: 'DE', zone: 'Europe/Berlin', from: '2026-11-24' }).knownUntil).toBe('2028-05-24')
})

test('a substitute day is off and the Saturday it stands for is a rest day anyway', () => {
  const programme = calendarFor({ country: 'US', zone: 'America/New_York', from: '2026-01-01', months: 24 })
  expect(programme.holidays).toContain('2026-07-03')
  expect(programme.holidays).not.toContain('2026-07-04')
  expect(programme.holidays).toContain('2026-11-26')
  expect(programme.holidays).toContain('2027-12-31') // stands for Saturday 1 January 2028
})

test('Japan takes Constitution Day after the other days of the week, and the day between two holidays', () => {
  const japan = calendarFor({ country: 'JP', zone: 'Asia/Tokyo', from: '2026-01-01' })
  expect(within(japan.holidays, '2026-05')).toEqual(['2026-05-04', '2026-05-05', '2026-05-06'])
  expect(within(japan.holidays, '2026-09')).toEqual(['2026-09-21', '2026-09-22', '2026-09-23'])
})

test('half days and bank days are worked, moving feasts are not', () => {
  const germany = calendarFor({ country: 'DE', zone: 'Europe/Berlin', from: '2026-01-01', months: 12 })
  expect(germany.holidays).not.toContain('2026-12-24')
  expect(germany.holidays).toContain('2026-05-14')
  expect(calendarFor({ country: 'IT', subdivision: '52', zone: 'Europe/Rome', from: '2026-01-01' }).holidays).toEqual(
    expect.arrayContaining(['2026-01-06', '2026-04-06', '2026-06-02', '2026-12-08']),
  )
})

test('a feast of several days that begins at sunset is off on each of its days', () => {
  const arabia = calendarFor({ country: 'SA', zone: 'Asia/Riyadh', from: '2026-05-01', months: 2 })
  expect(arabia.restDays).toEqual([5, 6])
  expect(arabia.holidays).toEqual(['2026-05-26', '2026-05-27', '2026-05-28'])
})

test('a state has its own days where the sources know them', () => {
  const state = calendarFor({
    country: 'US',
    subdivision: 'NY',
    zone: 'America/New_York',
    from: '2026-11-01',
    months: 1,
  })
  expect(state).toMatchObject({ id: 'US-NY@America/New_York' })
  expect(state.holidays).toContain('2026-11-03')
  const unknown = calendarFor({ country: 'CN', subdivision: 'ZJ', zone: 'Asia/Shanghai', from: '2026-11-01' })
  expect(unknown.id).toBe('CN@Asia/Shanghai')
})

test('the same request gives the same calendar, and other content another version', () => {
  const request = { country: 'CN', zone: 'Asia/Shanghai', from: '2026-01-01' } as const
  const calendar = calendarFor(request)
  expect(calendarFor(request)).toEqual(calendar)
  expect(calendar.version).toMatch(/^date-holidays 3\S+; chinese-days 1\S+; tz 20\d\d\w; sha256:[0-9a-f]{12}$/)
  expect(calendarFor({ ...request, from: '2026-02-01' }).version).not.toBe(calendar.version)
})

test.each([
  ['CN', 'Asia/Shanghai'],
  ['US', 'America/Los_Angeles'],
  ['JP', 'Asia/Tokyo'],
])('a calendar of eighteen months for %s stays under 1.5 KB', (country, zone) => {
  const bytes = JSON.stringify(calendarFor({ country, zone, from: '2026-01-01' })).length
  expect(bytes).toBeLessThan(1_500)
})

test('a decree kept as a file makes the year known, and replaces the provisional days', () => {
  const folder = folderWith('CN-2027.json', decreeOf2027)
  const china = calendarFor({ country: 'CN', zone: 'Asia/Shanghai', from: '2026-11-24', months: 13 }, decreesIn(folder))
  expect(china.knownUntil).toBe('2027-12-24')
  expect(within2027(china)).toEqual({ holidays: ['2027-02-09'], workdays: ['2027-02-20'] })
  expect(china.version).toContain('an invented decree for this test')
})

test('a decree that does not keep to the form is refused by name', () => {
  const folder = folderWith('CN-2028.json', { ...decreeOf2027, year: 2028 })
  expect(() => decreesIn(folder)).toThrow('CN-2028.json is no holiday decree')
})

test.each([
  ['Qatar, which rests on Friday and Saturday', 'QA', 'Asia/Qatar', ['2027-01-01', '2027-01-02']],
  ['Cambodia', 'KH', 'Asia/Phnom_Penh', ['2027-01-02', '2027-01-03']],
] as const)('a country without a table works with its weekends alone, and says so: %s', (_, country, zone, rest) => {
  const calendar = calendarFor({ country, zone, from: '2026-12-01' })
  expect(calendar).toMatchObject({ weekendsOnly: true, holidays: [], workdays: [] })
  const days = ['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03']
  expect(days.filter((day) => !isWorkingDay(calendar, plainDate(day)))).toEqual(rest)
})

test('a country with a table, or with a decree, says nothing of the kind', () => {
  expect(calendarFor({ country: 'VN', zone: 'Asia/Ho_Chi_Minh', from: '2026-12-01' })).not.toHaveProperty(
    'weekendsOnly',
  )
  const decree = { ...decreeOf2027, country: 'KH', holidays: ['2027-04-14'], workdays: [] }
  const given = decreesIn(folderWith('KH-2027.json', decree))
  const decreed = calendarFor({ country: 'KH', zone: 'Asia/Phnom_Penh', from: '2027-01-01' }, given)
  expect(decreed).not.toHaveProperty('weekendsOnly')
  expect(decreed.holidays).toEqual(['2027-04-14'])
})

test('an unknown country, zone or date is refused with what to write instead', () => {
  const request = { country: 'CN', zone: 'Asia/Shanghai', from: '2026-01-01' } as const
  expect(() => calendarFor({ ...request, country: 'XX' })).toThrow('use ISO 3166-1 alpha-2, as CN')
  expect(() => calendarFor({ ...request, zone: 'Asia/Peking' })).toThrow(RangeError)
  expect(() => calendarFor({ ...request, from: '2026-02-30' })).toThrow('is not a date')
})

const decreeOf2027 = {
  country: 'CN',
  year: 2027,
  source: 'an invented decree for this test',
  holidays: ['2027-02-09', '2027-02-13'],
  workdays: ['2027-02-20'],
}

const folderWith = (name: string, content: object): string => {
  const folder = mkdtempSync(join(tmpdir(), 'decrees-'))
  writeFileSync(join(folder, name), JSON.stringify(content))
  return folder
}

const within = (dates: readonly PlainDate[], month: string): readonly PlainDate[] =>
  dates.filter((date) => date.startsWith(month))

const within2027 = ({ holidays, workdays }: Calendar): Pick<Calendar, 'holidays' | 'workdays'> => ({
  holidays: within(holidays, '2027'),
  workdays: within(workdays, '2027'),
})
