import { expect, test } from '@jest/globals'
import { localDate, localTime, startOfDay } from '../../domain/calendar-zone.js'
import { addDays } from '../../domain/calendar-date.js'
import { partnerCalendarIn, programmeCalendarIn } from '../../domain/judge/draft.js'
import { thirdPartyDays } from '../../domain/third-parties.js'
import { aNominatedBase } from '../support/a-base.js'
import { calendars, holderOf } from '../support/an-example.js'

test('the time of somebody outside ends at 24:00 of the place whose work it is about, and not of the programme', () => {
  const base = aNominatedBase()
  const question = { type: 'ask_third_party', confirmation: 'q-1', activity: 'x.1:rows-r1' } as const
  expect(base.send(question, { actor: holderOf('CLO') }).ok).toBe(true)
  const asked = base.events().flatMap((event) => (event.type === 'third_party_asked' ? [event.until] : []))
  const [until = ''] = asked
  const [place, programme] = [partnerCalendarIn(calendars, base.state()), programmeCalendarIn(calendars)]
  expect([asked.length, localTime(place, until), localTime(programme, until) === '00:00']).toEqual([1, '00:00', false])
  // A day that is no working day moves it on, by ten days at most.
  const earliest = startOfDay(place, addDays(localDate(place, base.now()), thirdPartyDays + 1))
  const latest = startOfDay(place, addDays(localDate(place, base.now()), thirdPartyDays + 11))
  expect(until >= earliest && until <= latest).toBe(true)
})
