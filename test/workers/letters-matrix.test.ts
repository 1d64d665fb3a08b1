import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { connect } from '../../db/connect.js'
import { lettersOf } from '../../db/record/queue-letters.js'
import type { Database } from '../../db/schema.js'
import { takeLetters, type OutgoingLetter } from '../../db/writes/letters.js'
import type { BaseCommand } from '../../domain/command.js'
import { full } from '../../domain/gicc/full.js'
import { letterKinds, letters } from '../../domain/letters/letters.js'
import { roles, type Role } from '../../domain/role.js'
import { anonymousRoles } from '../../domain/sight/act-kind.js'
import type { Actor } from '../../domain/values/actor.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { act } from '../support/acting.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { everybody, from, past, personOf, seatEverybody, type Moment } from './every-seat.js'
import { decidedStep, rowOf, toPeople, toRoles, waiting, type LetterCell } from './every-letter.js'

let database: TestDatabase
let db: Kysely<Database>
let base: ABase

beforeAll(async () => {
  database = await cloneDatabase('matrix of letters')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  base = playTo(aNominatedBase(), { key: waiting.key })
  await recordLife(db, base)
  await seatEverybody(db, decidedStep.step)
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

class Undone extends Error {}

/** Queues the letters of a cell and reads them; nothing of it stays. */
const queued = async <T>(cell: LetterCell, read: (trx: Kysely<Database>) => Promise<T>): Promise<T> => {
  const found: T[] = []
  const { event, more = [], beside = [] } = cell
  const events = [event, ...more, ...beside.filter((one) => one !== event)]
  const of = { stream: exampleBase, programme: 'gasme' }
  await db
    .transaction()
    .execute(async (trx) => {
      const letters = lettersOf({
        ...of,
        placed: events.map((one) => ({ ...of, event: one, seq: 1, at: from, base: undefined, stageNo: undefined })),
        occurredAt: base.now(),
        recordedAt: base.now(),
        head: { seq: 1, hash: 'a'.repeat(64) },
        awaitsSession: true,
      })
      await letters?.statement.execute(trx)
      found.push(await read(trx))
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  const [first] = found
  if (first === undefined) throw new Error(`${rowOf(cell)} was not read`)
  return first
}

const known = new Map<LetterCell, Promise<readonly string[]>>()
const recipientsOf = (cell: LetterCell): Promise<readonly string[]> => {
  const found = known.get(cell) ?? askedOf(cell)
  known.set(cell, found)
  return found
}
const askedOf = (cell: LetterCell): Promise<readonly string[]> =>
  queued(cell, async (trx) => {
    const rows = await trx
      .selectFrom('letter')
      .select('recipient')
      .where('seq', '=', 1)
      .where('kind', '=', cell.kind)
      .execute()
    return rows.map(({ recipient }) => recipient)
  })

interface Reader {
  readonly role: Role
  readonly moment: Moment
  readonly id: string
}

/** What the rules say of one cell: who holds a role that reads it, by a seat that is in force, on this side, without an interest. */
const mayRead = ({ readers, inPerson }: LetterCell, { role, moment }: Reader): boolean => {
  if (readers !== 'those' && !readers.includes(role)) return false
  return moment === 'now' || (moment === 'lent' && inPerson !== true)
}

const cells: readonly LetterCell[] = [...toRoles, ...toPeople(everybody.map(({ id }) => id))]

/** Every cell in which somebody reads a letter who is not to, or does not who is. */
const wrongIn = async (got: (cell: LetterCell) => Promise<readonly string[]>): Promise<readonly string[]> => {
  const wrong: string[] = []
  for (const cell of cells) {
    const readers = await got(cell)
    for (const { role, moment, id } of everybody)
      if (readers.includes(id) !== mayRead(cell, { role, moment, id }))
        wrong.push(
          `${rowOf(cell)} ${cell.form ?? ''}: ${role} ${moment} ${readers.includes(id) ? 'reads it' : 'does not'}`,
        )
  }
  return wrong
}

test('there is a cell for every event that sends a letter, and for every form of one', () => {
  const rows = letterKinds.flatMap((kind) => Object.keys(letters[kind].on).map((type) => `${kind} ${type}`))
  expect([...new Set(cells.map(rowOf))].toSorted()).toEqual(rows.toSorted())
  const forms = letterKinds.flatMap((kind) => Object.keys(letters[kind].forms ?? {}))
  expect(cells.flatMap(({ form }) => form ?? []).toSorted()).toEqual(forms.toSorted())
})

test('letter × role × seat: each letter reaches whom the rules name, and nobody else', async () => {
  const wrong = await wrongIn(recipientsOf)
  const size = cells.length * everybody.length
  process.stderr.write(`letters: ${size} cells of letter, role and seat, ${wrong.length} wrong\n`)
  expect(size).toBeGreaterThan(5_000)
  expect(wrong).toEqual([])
}, 120_000)

const withMoment = (readers: readonly string[], moment: Moment) =>
  readers.flatMap((one) => [one, one.replace('-now', `-${moment}`)])

test.each<readonly [string, (readers: readonly string[]) => readonly string[]]>([
  ['an ended seat still reads', (readers) => withMoment(readers, 'ended')],
  ['an interest does not bar', (readers) => withMoment(readers, 'interest')],
  ['the manager hears nothing', (readers) => readers.filter((one) => one !== personOf('PM', 'now'))],
])('the matrix would find that %s: the twin', async (_, change) => {
  const wrong = await wrongIn(async (cell) => change(await recipientsOf(cell)))
  expect(wrong.length).toBeGreaterThan(5)
})

/** Who votes, scores or rates, as ids of the cells and of the played life name them. */
const nameless = new RegExp(`\\bp-(?:${anonymousRoles(full).join('|').toLowerCase()})-\\d`)
const side = (recipient: string) => roles[everybody.find(({ id }) => id === recipient)?.role ?? 'PM'].side

const parts = (trx: Kysely<Database>) => ({ db: trx, publicUrl: 'https://x.example', log: pino({ level: 'silent' }) })
const takenIn = async (trx: Kysely<Database>): Promise<readonly OutgoingLetter[]> => {
  // Their time may be rounded up to the next thousandth.
  await trx.updateTable('letter').set({ next_attempt_at: from }).where('seq', '=', 1).execute()
  return (await takeLetters(trx, { limit: 10_000 })).filter(({ seq }) => seq === 1)
}

const textsOf = (cell: LetterCell) =>
  queued(cell, async (trx) => {
    const sent = (await takenIn(trx)).filter(({ recipient }) => recipient.endsWith('-now'))
    const texts: { readonly to: string; readonly text: string }[] = []
    for (const one of sent) {
      const [mail] = await writeLetters([one], parts(trx))
      texts.push({ to: one.recipient, text: mail?.rendered?.text ?? '' })
    }
    return texts
  })

test('no letter to the place names who votes, scores or rates; the programme reads it in the same letter', async () => {
  const told: string[] = []
  let texts = 0
  for (const cell of cells)
    for (const { to, text } of await textsOf(cell)) {
      texts += 1
      expect([rowOf(cell), to, text.length > 200]).toEqual([rowOf(cell), to, true])
      if (nameless.test(text)) told.push(`${side(to)} ${cell.kind}`)
    }
  expect(texts).toBeGreaterThan(200)
  expect([...new Set(told)]).toEqual(['programme step_voided'])
}, 120_000)

interface Left {
  readonly step: boolean
  readonly other: boolean
  /** Whose own interest keeps the base from him or her (SD5). */
  readonly barred?: string
}
const barred = personOf('SO', 'now')
const screening: Actor = { ...holderOf('SO'), person: barred }

/** What became of the base between the letter's queueing and its turn, and of its reader. */
const since: readonly (readonly [string, () => void, which: Left])[] = [
  ['nothing', () => undefined, { step: true, other: true }],
  ['a hold', () => sent({ type: 'hold', code: 'FMJ' }, holderOf('PM')), { step: true, other: true }],
  ['its end', () => sent({ type: 'resume' }, holderOf('PD')), { step: true, other: true }],
  [
    'an interest',
    () => sent({ type: 'declare_interest', kind: 'direct' }, screening),
    { step: true, other: true, barred },
  ],
  ['a decision', () => void act(base, { key: waiting.key, option: 'complete' }), { step: false, other: true, barred }],
  [
    'the end of the base',
    () => sent({ type: 'withdraw', code: 'WDR' }, holderOf('LG')),
    { step: false, other: true, barred },
  ],
]
const sent = (command: BaseCommand, actor: Actor): void =>
  void expect(base.send(command, { actor })).toMatchObject({ ok: true })

/** By hand: what says that the open step waits; and what is of a step that never waited here. */
const ofTheStep = ['step_opened', 'reminded', 'escalated', 'deadline_moved', 'paper_awaits']
const ofNone = ['vacancy_found', 'slot_offered']
const leaves = ({ kind, step, recipient, facts: { form } }: OutgoingLetter, which: Left): boolean => {
  if (recipient === which.barred) return false
  // Written under the first entry: other statuses have followed in the life, and it waits for no session.
  if ((kind === 'status_changed' && form === undefined) || form === 'session') return false
  if (ofNone.includes(kind) || (kind === 'step_opened' && step === decidedStep.step)) return false
  return ofTheStep.includes(kind) && step !== null ? which.step : which.other
}

test('letter × moment: what is no longer so does not leave, and nothing to whoever lost the seat or declared an interest', async () => {
  const all: OutgoingLetter[] = []
  for (const cell of cells)
    all.push(...(await queued(cell, takenIn)).filter(({ recipient }) => recipient.endsWith('-now')))
  const wrong: string[] = []
  let written = base.recorded.length
  for (const [what, happens, which] of since) {
    base.turnTo(new Date(Date.parse(base.now()) + 60_000).toISOString())
    happens()
    await recordLife(db, { ...base, recorded: base.recorded.slice(written) })
    written = base.recorded.length
    const whyKept = keptBack(db)
    for (const one of all)
      if (((await whyKept(one)) === undefined) !== leaves(one, which))
        wrong.push(`${one.kind} to ${one.recipient} after ${what}`)
  }
  expect(wrong).toEqual([])
  await db.updateTable('mandate').set({ revoked_at: past }).where('person', 'like', 'm-%-now').execute()
  const still: string[] = []
  const whyKept = keptBack(db)
  for (const one of all) if ((await whyKept(one)) === undefined) still.push(`${one.kind} to ${one.recipient}`)
  expect(still).toEqual([])
  process.stderr.write(
    `letters: ${all.length * (since.length + 1)} cells of letter and moment, ${wrong.length} wrong\n`,
  )
}, 120_000)
