import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import type { BaseCommand } from '../../domain/command.js'
import { addDays, plainDate } from '../../domain/calendar-date.js'
import { startOfDay } from '../../domain/calendar-zone.js'
import type { ExhibitReaders, RejectionCode } from '../../domain/exhibits/exhibit.js'
import type { Actor } from '../../domain/values/actor.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { exhibitId } from '../exhibits/exhibit-events.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { calendarOfSide, holderOf } from '../support/an-example.js'
import { someWords } from '../support/filling.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { lettersWritten, seated } from './seated-readers.js'

let database: TestDatabase
let db: Kysely<Database>
let letters: Awaited<ReturnType<typeof lettersWritten>>

beforeAll(async () => {
  database = await cloneDatabase('letters about what was brought')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  await seated(db, [
    ['SO', 1, 'zh-CN'],
    ['LC', 1, 'en'],
    ['CO', 1, 'en'],
    ['CO', 2, 'en'],
  ])
  await recordLife(db, judged())
  letters = await lettersWritten(db)
}, 60_000)
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const [place, officer, compliance] = [holderOf('SO'), holderOf('LC'), holderOf('CO')]

/** What counts for three years from its issue, unless an earlier day is printed on it. */
const lastDay = '2027-06-30'

/**
 * The screening officer brings five files: one is sent back unsigned, one as doubtful, one by compliance itself, and the other two
 * come near to their end.
 */
const judged = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  for (const [no, readers] of [[1, 'PAR'] as const, [2, 'PAR'] as const, [3, 'CPL'] as const])
    next(base, { command: bringing(exhibitId(no), readers), actor: place })
  next(base, { command: back(exhibitId(1), 'unsigned'), actor: officer })
  next(base, { command: back(exhibitId(2), 'doubtful'), actor: officer })
  next(base, { command: back(exhibitId(3), 'doubtful'), actor: compliance })
  for (const no of [4, 5]) next(base, { command: bringing(exhibitId(no), 'PAR'), actor: place })
  base.turnTo(startOfDay(calendarOfSide('programme'), addDays(plainDate(lastDay), -60)))
  base.send({ type: 'tick' })
  return base
}

const next = (base: ABase, { command, actor }: { command: BaseCommand; actor: Actor }): void => {
  base.turnTo(new Date(Date.parse(base.now()) + 60_000).toISOString())
  expect(base.send(command, { actor })).toMatchObject({ ok: true })
}

const bringing = (exhibit: string, readers: ExhibitReaders): BaseCommand => ({
  type: 'bring_exhibit',
  exhibit,
  says: {
    kind: 'audit_report',
    classProposed: 2,
    readers,
    seal: 'signed',
    languages: ['zh-CN'],
    issuedOn: plainDate('2026-01-01'),
    expiresOn: plainDate(lastDay),
  },
  file: { sha256: exhibit.slice(0, 8).repeat(8), size: 9, media: 'application/pdf', scan: 'clean' },
  words: someWords,
})

const back = (exhibit: string, code: RejectionCode): BaseCommand => ({
  type: 'return_exhibit',
  exhibit,
  code,
  reason: someWords,
})

test('whoever brought a file as proof is told that it was sent back, which one, and why (8.6)', () => {
  expect(letters.readersOf('exhibit_returned')).toEqual([place.person, place.person, place.person])
  const text = letters.textTo('exhibit_returned', place.person)
  expect(text).toMatch(new RegExp(`理由：无签章[\\s\\S]*佐证材料编号${exhibitId(1)}`))
  expect(text).toContain('已被退回')
})

test('compliance is told of what may not be genuine, with whoever found it left out, and not of its own doubt (8.6)', () => {
  expect(letters.readersOf('exhibit_doubted').toSorted()).toEqual([compliance.person, holderOf('CO', 2).person])
  const text = letters.textTo('exhibit_doubted', compliance.person)
  expect(text).toMatch(new RegExp(`The reason given: Doubtful[\\s\\S]*File ${exhibitId(2)}`))
  expect(text).not.toContain(officer.person)
})

test('whoever brought what expires is told once of all that ends on a day, in both languages, and nobody of what fell (8.6)', () => {
  expect(letters.readersOf('expiry_told')).toEqual([place.person])
  const text = letters.textTo('expiry_told', place.person)
  expect(text).toContain('共2份，可引用至2027年6月30日')
  for (const no of [4, 5]) expect(text).toContain(`佐证材料编号${exhibitId(no)}`)
  expect(text).not.toContain(exhibitId(1))
  expect(letters.of('expiry_told')[0]?.letter.facts.expiring).toEqual({
    ids: [exhibitId(4), exhibitId(5)],
    on: lastDay,
  })
})

test('what is queued of them are an id and a code', () => {
  const facts = [...letters.of('exhibit_returned'), ...letters.of('exhibit_doubted')].map(({ letter }) => letter.facts)
  expect(facts[0]?.exhibit).toEqual({ id: exhibitId(1), code: 'unsigned' })
  expect(Object.keys(facts[0] ?? {}).toSorted()).toEqual(['exhibit', 'head', 'seq'])
})
