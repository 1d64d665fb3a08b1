import { expect, test } from '@jest/globals'
import { told } from '../../verify/told.js'
import { withDays } from '../../verify/moments.js'
import { momentInWords } from '../../domain/words/hours.js'

const at = '2027-03-01T08:30:00.000Z'
const verdict = {
  sound: true,
  faults: [],
  figures: {},
  keys: [],
  last: { size: 9, root: 'a'.repeat(64), time: at },
} as const

test('a verdict says day, hour and zone beside each instant, as the rest of the programme does (R4)', () => {
  const [english, chinese] = (['en', 'zh-CN'] as const).map((language) => told(verdict, { language, kept: 1 }))
  expect(english).toContain(`1 March 2027, 03:30 in New York / ${at}`)
  expect(chinese).toContain(`2027年3月1日3时30分（纽约） / ${at}`)
  // The same day and hour as anywhere else in the programme, worked out without its code.
  expect(momentInWords(at).en).toContain('1 March 2027, 03:30 in New York')
})

test('summer time and the last hour of a day are told as they are there; what is no instant stays', () => {
  expect(withDays('2027-07-01T03:59:59Z.', 'en')).toBe('30 June 2027, 23:59 in New York / 2027-07-01T03:59:59Z.')
  expect(withDays('full@2027-03-01', 'en')).toBe('full@2027-03-01')
})
