import { expect, test } from '@jest/globals'
import { addDays, plainDate, type PlainDate } from '../../domain/calendar-date.js'
import { startOfDay } from '../../domain/calendar-zone.js'
import type { BaseCommand } from '../../domain/command.js'
import { full } from '../../domain/gicc/full.js'
import { expiriesToCome, expiryDueAt } from '../../domain/judge/expiry.js'
import { dayEndOfProgramme } from '../../domain/words/hours.js'
import { expiryWords } from '../../domain/words/why.js'
import type { Actor } from '../../domain/values/actor.js'
import { defined } from '../../domain/values/defined.js'
import { exhibitId } from '../exhibits/exhibit-events.js'
import { aNominatedBase, rules, type ABase } from '../support/a-base.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { someWords } from '../support/filling.js'
import { playTo } from '../support/playing.js'

const [place, officer] = [holderOf('LG'), holderOf('SO')]

/** A place that completes its dossier: its own government and the screening officer may bring proofs. */
const waiting = (options: Parameters<typeof aNominatedBase>[0] = {}): ABase =>
  playTo(aNominatedBase(options), { key: '1.4a' })

const bring = (
  base: ABase,
  { no, until, actor = officer, supersedes }: { no: number; until: PlainDate; actor?: Actor; supersedes?: string },
): void => {
  const command: BaseCommand = {
    type: 'bring_exhibit',
    exhibit: exhibitId(no),
    says: {
      kind: 'audit_report',
      classProposed: 2,
      readers: 'PAR',
      seal: 'signed',
      languages: ['zh-CN'],
      issuedOn: plainDate('2026-01-01'),
      expiresOn: until,
      ...defined({ supersedes }),
    },
    file: { sha256: String(no).repeat(64), size: 9, media: 'application/pdf', scan: 'clean' },
    words: someWords,
  }
  base.turnTo(new Date(Date.parse(base.now()) + 60_000).toISOString())
  expect(base.send(command, { actor })).toMatchObject({ ok: true })
}

/** Everything that is due by then happens. */
const comesTo = (base: ABase, instant: string): void => {
  base.turnTo(instant)
  while ((base.nextDueAt() ?? 'z') <= base.now()) base.send({ type: 'tick' })
}
const due = (base: ABase) => expiryDueAt(base.state(), { ...rules, procedure: base.procedure })
const told = (base: ABase) =>
  base.events().flatMap((event) => (event.type === 'expiry_told' ? [[event.exhibits, event.days]] : []))
const lastDay = plainDate('2027-06-30')
const before = (days: number): string => startOfDay(calendarOfSide('programme'), addDays(lastDay, -days))

test('60 and 30 days before what was brought expires it is told, once each, and all of one day together (8.6)', () => {
  const base = waiting()
  for (const no of [1, 2]) bring(base, { no, until: lastDay })
  expect(due(base)).toBe(before(60))
  comesTo(base, before(60))
  expect(told(base)).toEqual([[[exhibitId(1), exhibitId(2)], 60]])
  expect(due(base)).toBe(before(30))
  comesTo(base, before(0))
  expect(told(base)).toEqual([
    [[exhibitId(1), exhibitId(2)], 60],
    [[exhibitId(1), exhibitId(2)], 30],
  ])
  expect(due(base)).toBeNull()
})

test('the letters to come are named with their day, to whoever may see what expires and to nobody else', () => {
  const base = waiting()
  for (const no of [1, 2]) bring(base, { no, until: lastDay })
  const to = (isSeen: Parameters<typeof expiriesToCome>[1]['isSeen']) =>
    expiriesToCome(base.state(), { ...rules, procedure: base.procedure, isSeen })
  expect(to(() => true).map(({ exhibits, days, at }) => [exhibits.length, days, at])).toEqual([
    [2, 60, before(60)],
    [2, 30, before(30)],
  ])
  expect(to(() => false)).toEqual([])
  comesTo(base, before(60))
  const [next, ...more] = to(() => true)
  expect([next?.days, more]).toEqual([30, []])
  if (next === undefined) return
  const expires = dayEndOfProgramme(next.expiresOn, 'Asia/Shanghai')
  expect(expiryWords({ ...next, expires }).en).toBe(
    '2 exhibits expire on Wednesday, 30 June 2027, 24:00 in New York (12:00 on 1 July 2027 in Beijing): on 31 May 2027, 30 days before, a letter tells whoever brought them (8.6). Until then nobody has to act on it.',
  )
  expect(expiryWords({ ...next, expires })['zh-CN']).toMatch(
    /^佐证材料2份至2027年6月30日（星期三）24时（纽约时间；北京时间7月1日12时）到期：.*2027年5月31日/,
  )
})

test('nothing is told of what was sent back or replaced, nor of what was brought nearer to its end', () => {
  const base = waiting()
  for (const no of [1, 2]) bring(base, { no, until: lastDay })
  const returned = { type: 'return_exhibit', exhibit: exhibitId(1), code: 'unsigned', reason: someWords } as const
  expect(base.send(returned, { actor: holderOf('LC') })).toMatchObject({ ok: true })
  bring(base, { no: 3, until: plainDate('2028-06-30'), supersedes: exhibitId(2) })
  bring(base, { no: 4, until: addDays(plainDate(base.now().slice(0, 10)), 45) })
  comesTo(base, before(0))
  expect(told(base)).toEqual([[[exhibitId(4)], 30]])
})

test('whoever brought it, it ends by the days of the programme, and after a standstill the last letter speaks for all', () => {
  const base = playTo(aNominatedBase(), { key: '1.3' })
  const until = addDays(plainDate(base.now().slice(0, 10)), 70)
  bring(base, { no: 1, until, actor: place })
  expect(due(base)).toBe(startOfDay(calendarOfSide('programme'), addDays(until, -60)))
  comesTo(base, startOfDay(calendarOfSide('programme'), addDays(until, -29)))
  expect(told(base)).toEqual([[[exhibitId(1)], 30]])
})

test('what was brought on the very day of a notice is told of at the next one alone', () => {
  const base = playTo(aNominatedBase(), { key: '1.3' })
  // Early on 1 May in Beijing: 30 April where the programme is, which is the day of the first notice.
  base.turnTo('2027-04-30T23:00:00.000Z')
  bring(base, { no: 1, until: addDays(plainDate('2027-04-30'), 60), actor: place })
  expect(due(base)).toBe(startOfDay(calendarOfSide('programme'), plainDate('2027-05-30')))
})

test('one person in two offices is told as each of them, so that each later holder is', () => {
  const base = playTo(aNominatedBase(), { key: '1.3' })
  bring(base, { no: 1, until: lastDay, actor: place })
  playTo(base, { key: '1.4a' })
  bring(base, { no: 2, until: lastDay, actor: { ...officer, person: place.person } })
  comesTo(base, before(60))
  expect(told(base)).toEqual([
    [[exhibitId(1)], 60],
    [[exhibitId(2)], 60],
  ])
})

test('under rules that tell nothing the clock does not ring for it: the twin', () => {
  const { expiryNoticeDays: _, ...settings } = full.settings
  const base = waiting({ procedure: { ...full, settings } })
  bring(base, { no: 1, until: lastDay })
  expect(due(base)).toBeNull()
})
