import { expect, test } from '@jest/globals'
import { plainDate } from '../../domain/calendar-date.js'
import { endOfDay } from '../../domain/calendar-zone.js'
import { comingTo } from '../../domain/coming.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { baseInWords, otherThan } from '../../domain/why-base.js'
import { whyStep } from '../../domain/why.js'
import { aNominatedBase, rules, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { calendarOfSide, calendars, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

const at = (key: StepKey): ABase => playTo(aNominatedBase(), { key })
const whyOf = (base: ABase, key: StepKey) => {
  const step = stepOf(base, key)
  const [own, theirs] = step.calendar.startsWith('US')
    ? (['programme', 'partner'] as const)
    : (['partner', 'programme'] as const)
  const [calendar, other] = [calendarOfSide(own), calendarOfSide(theirs)]
  return whyStep({ ...step, acted: step.acts.length }, { procedure: rules.procedure, calendar, other, now: base.now() })
}
const shown = (base: ABase): string => baseInWords(base.state(), { ...rules, now: base.now() })
const tickPast = (base: ABase, until: string): void => {
  while ((base.nextDueAt() ?? until) < until) {
    base.turnTo(base.nextDueAt() ?? until)
    base.send({ type: 'tick' })
  }
  base.turnTo(until)
}

test('one sentence says who must act, since when, until when, and what happens if nobody does', () => {
  const base = at('1.4a')
  expect(whyOf(base, '1.4a')).toEqual({
    since: '2026-11-26T15:00:00.000Z',
    dueAt: '2026-12-11T05:00:00.000Z',
    dueOn: '2026-12-10',
    dueBy: {
      en: 'Thursday, 10 December 2026, 24:00 in New York (13:00 on 11 December 2026 in Beijing)',
      'zh-CN': '2026年12月10日（星期四）24时（纽约时间；北京时间12月11日13时）',
    },
    workingDaysLeft: 10,
    sentence: {
      en: 'Step 1.4a.1 "Check the dossier for completeness" waits for Screening officer (SO) since 26 November 2026, due by Thursday, 10 December 2026, 24:00 in New York (13:00 on 11 December 2026 in Beijing), 10 working days left; if nobody acts, from Thursday, 24 December 2026, 24:00 in New York (13:00 on 25 December 2026 in Beijing) on, Programme director (PD) may act on it too.',
      'zh-CN':
        '步骤 1.4a.1“核对申报材料是否齐全”自2026年11月26日起等待审核专员（SO）办理，应于2026年12月10日（星期四）24时（纽约时间；北京时间12月11日13时）前办结，尚余 10 个工作日；若无人办理，2026年12月24日（星期四）24时（纽约时间；北京时间12月25日13时）起，项目主任（PD）亦可办理。',
    },
  })
})

test('names stand in the sentence only where they are given', () => {
  const step = stepOf(at('1.4a'), '1.4a')
  const names = { en: ['Ms Li', 'Mr Wang'], 'zh-CN': ['李女士', '王先生'] }
  const setting = { procedure: rules.procedure, calendar: calendarOfSide('programme'), now: step.openedAt, names }
  const { sentence } = whyStep({ ...step, acted: 0 }, setting)
  expect(sentence.en).toContain('waits for Screening officer (SO): Ms Li, Mr Wang since')
  expect(sentence['zh-CN']).toContain('等待审核专员（SO）：李女士、王先生办理')
})

test('where no table has the holidays of the acting side, the sentence says that only weekends are left out', () => {
  const step = stepOf(at('1.4a'), '1.4a')
  const calendar = calendarOfSide('programme')
  const setting = { procedure: rules.procedure, now: step.openedAt }
  const said = (known: typeof calendar) => whyStep({ ...step, acted: 0 }, { ...setting, calendar: known }).sentence
  expect(said({ ...calendar, weekendsOnly: true }).en).toMatch(
    /\. The public holidays of that country are not known, so/,
  )
  expect(said({ ...calendar, weekendsOnly: true })['zh-CN']).toContain('仅扣除周末')
  expect(said(calendar).en).not.toContain('public holidays')
})

test('working days are counted down to the last day, and up again when the step is late', () => {
  const base = at('1.4a')
  const left = (now: string): number => {
    base.turnTo(now)
    return whyOf(base, '1.4a').workingDaysLeft
  }
  expect(left('2026-12-09T15:00:00.000Z')).toBe(1)
  expect(left('2026-12-10T15:00:00.000Z')).toBe(0)
  expect(whyOf(base, '1.4a').sentence.en).toContain('which is the last day')
  expect(left('2026-12-11T15:00:00.000Z')).toBe(-1)
  expect(left('2026-12-15T15:00:00.000Z')).toBe(-3)
  expect(whyOf(base, '1.4a').sentence['zh-CN']).toContain('已逾期 3 个工作日')
})

test.each([
  { key: '1.3', en: 'it is closed as "', zh: '结案' },
  { key: '1.7', en: 'it is closed as "', zh: '结案' },
  { key: '3.5', en: 'the base is put on hold, and 90 calendar days later it lapses', zh: '基地暂停办理' },
  { key: '2.8', en: 'the votes cast decide where they make a quorum', zh: '否则重新召集' },
  { key: '4.2a', en: 'it is told to Local government (LG)', zh: '此后每 10 个工作日再次报告' },
  { key: '1.8', en: 'it is told to Programme director (PD), Programme manager (PM) and again', zh: '再次报告' },
  { key: '5.1', en: 'comes by the clock and waits for nobody', zh: '无须任何人办理' },
])('if nobody acts on $key: $en', ({ key, en, zh }) => {
  const { sentence } = whyOf(at(key), key)
  expect(sentence.en).toContain(en)
  expect(sentence['zh-CN']).toContain(zh)
})

test('what happens is what the clock then does', () => {
  const base = at('3.5')
  const on = /on \w+, (\d+ \w+ \d+), 24:00 in Beijing \(.*?\), the base/.exec(whyOf(base, '3.5').sentence.en)?.[1]
  tickPast(base, '2027-02-01T15:59:59.999Z')
  expect(base.state().status).toBe('mou_in_negotiation')
  tickPast(base, '2027-02-01T16:00:00.001Z')
  expect([on, base.state().status]).toEqual(['1 February 2027', 'on_hold'])
  expect(shown(base)).toContain('if nobody does, it lapses on ')
})

test('late for long, the sentence names the director beside the officer', () => {
  const base = at('1.4a')
  tickPast(base, '2026-12-28T15:00:00.000Z')
  const { sentence } = whyOf(base, '1.4a')
  expect(sentence.en).toContain('waits for Screening officer (SO) or Programme director (PD)')
  expect(sentence.en).toContain('every 5 working days it is told again')
})

test('in Temporal’s screen stand both languages, ids and roles, and no name', () => {
  const base = at('1.7')
  const text = shown(base)
  expect(text.split('\n')[0]).toMatch(/^gasme-C09-yueqing-1: \S.* · \p{Script=Han}/u)
  for (const { id } of [stepOf(base, '1.7'), stepOf(base, '1.8')]) {
    expect(text).toContain(`Step ${id} `)
    expect(text).toContain(`步骤 ${id}“`)
  }
  expect(text).not.toMatch(/p-[a-z]+-\d/)
})

test('a case that is frozen says which step moves and that the others stand still (E6)', () => {
  const base = at('4.1a')
  base.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO') })
  expect(shown(base)).toMatch(/Step 4\.1a\.1 .*it stands still until the integrity stop is settled/)
  expect(shown(base)).toMatch(/Step E6a\.1 .*if nobody acts, on .* 24:00 in New York/)
})

test('what is on hold, closed or waits for a session says so', () => {
  const held = at('1.4a')
  held.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  expect(shown(held)).toContain('if nobody does, it stays on hold')
  const declined = at('1.2b')
  act(declined, { key: '1.2b', option: 'decline' })
  expect(shown(declined)).toContain('Declined')
})

test('the days off that are kept beside a base give the same sentence as the whole calendar', () => {
  const base = at('2.2b')
  const kept = base.view().calendars ?? {}
  const step = stepOf(base, '2.2b')
  const calendar = kept[step.calendar]
  if (calendar === undefined) throw new Error('no calendar was kept')
  expect(calendar.holidays.length).toBeLessThan(calendars[step.calendar]?.holidays.length ?? 0)
  const other = otherThan(calendar, kept)
  if (other === undefined) throw new Error('the calendar of the other side was not kept')
  const setting = { procedure: rules.procedure, calendar, other, now: base.now() }
  expect(whyStep({ ...step, acted: 0 }, setting)).toEqual(whyOf(base, '2.2b'))
})

test('an active base is told what the clock brings and when: the review of the year, and the renewal of its memorandum', () => {
  const base = at('5.1')
  expect(whyOf(base, '5.1').sentence.en).toContain('Friday, 31 December 2027, 24:00 in New York')
  const [renewal, term, ...more] = comingTo(base.state(), rules)
  expect(more).toEqual([])
  expect(term).toEqual({ what: 'term', at: endsAt(base) })
  expect(renewal?.what).toBe('renewal')
  play(base, { until: () => base.open('3.13e') !== undefined })
  const raised = base.recorded.find(({ event }) => event.type === 'matter_raised' && event.matter === 'renewal')
  expect(raised?.occurredAt).toBe(renewal?.at)
  // Once it is raised, the end of its grace comes too: then the base ends with its memorandum.
  expect(comingTo(base.state(), rules)).toMatchObject([term, { what: 'grace_over' }])
})

/** The end of the last day of the term, where the place is. */
const endsAt = (base: ABase) => endOfDay(calendarOfSide('partner'), plainDate(base.state().facts.endsOn ?? ''))

test('while a slot is kept, the end of its time is told; on hold no time runs and nothing comes', () => {
  const base = at('3.5')
  expect(comingTo(base.state(), rules)).toEqual([{ what: 'reservation', at: base.state().facts.slotUntil }])
  expect(base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PD') }).ok).toBe(true)
  expect(comingTo(base.state(), rules)).toEqual([])
})
