import { expect, test } from '@jest/globals'
import { placeOf, programmePlace } from '../../domain/place.js'

test.each([
  ['CN-ZJ', 'Asia/Shanghai'],
  ['CN-GD', 'Asia/Shanghai'],
  ['US-NY', 'America/New_York'],
  ['US-CA', 'America/Los_Angeles'],
  ['US-MI', 'America/Detroit'],
  ['IT-52', 'Europe/Rome'],
  ['IN-KA', 'Asia/Kolkata'],
  ['JP-40..JP-46', 'Asia/Tokyo'],
])('official time in %s is that of %s', (code, zone) => {
  expect(placeOf(code)?.zone).toBe(zone)
})

test('a place in China is addressed in Chinese first, and keeps its subdivision', () => {
  expect(placeOf('CN-ZJ')).toEqual({
    country: 'CN',
    zone: 'Asia/Shanghai',
    languages: ['zh-CN', 'en'],
    subdivision: 'ZJ',
  })
})

test('a range of subdivisions names none of them', () => {
  expect(placeOf('JP-40..JP-46')).not.toHaveProperty('subdivision')
})

test.each(['US', 'US-TX', 'XX-1', '', 'constructor'])('no zone is guessed for %j', (code) => {
  expect(placeOf(code)?.zone).toBeUndefined()
})

test('the programme works by New York time', () => {
  expect(programmePlace).toMatchObject({ country: 'US', zone: 'America/New_York' })
})
