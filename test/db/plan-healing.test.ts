import { expect, test } from '@jest/globals'
import { entrySeal } from '../../db/seals/entry-seal.js'
import { entryHash, noHash } from '../../db/ledger.js'
import type { Head } from '../../db/ledger.js'
import { inOrderOfRecording, planHealing } from '../../db/healing/plan-healing.js'
import type { Batch, Obstacle, StreamFacts } from '../../db/healing/plan-healing.js'
import type { AnyEvent } from '../../domain/event.js'
import type { ToldRow } from '../../reconciliation/told-rows.js'
import { by, yueqing } from './an-example.js'

const firstRun = '00000000-0000-4000-8000-00000000000a'
const director = by('PD')

interface Life {
  readonly from?: number
  readonly code?: 'LEG' | 'COM'
  readonly run?: string
}

/** Six entries of three commands, as their history tells them, each with the hash it had in the ledger. */
const life = ({ run = firstRun, ...changes }: Life = {}): readonly ToldRow[] => {
  const rows: ToldRow[] = []
  let prev_hash = noHash
  for (let seq = 1; seq <= 6; seq += 1) {
    const code = seq >= (changes.from ?? 7) ? (changes.code ?? 'LEG') : 'INC'
    const event: AnyEvent =
      seq % 2 === 1 ? { type: 'held', code, cause: 'person', by: director } : { type: 'resumed', by: director }
    const told: Omit<ToldRow, 'hash'> = {
      seq,
      event,
      schemaVersion: 1,
      channel: 'api',
      rulesVersion: 'full@2026.1',
      run,
      occurredAt: `2027-01-0${seq}T09:00:00.000Z`,
      recordedAt: `2027-01-0${seq}T09:00:00.020Z`,
      commandId: `command ${Math.ceil(seq / 2)}`,
      by: { person: director.person, role: director.role, onBehalfOf: director.onBehalfOf },
    }
    const hash = entryHash({
      stream: yueqing,
      seq,
      type: event.type,
      schema_version: 1,
      payload: event,
      channel: 'api',
      actor: director.person,
      on_behalf_of: director.onBehalfOf,
      role: director.role,
      effective_on: null,
      occurred_at: told.occurredAt,
      recorded_at: told.recordedAt,
      command_id: told.commandId,
      workflow_run: run,
      rules_version: told.rulesVersion,
      prev_hash,
    })
    const seal = entrySeal({ stream: yueqing, seq, command_id: told.commandId, hash })
    rows.push({ ...told, hash, seal })
    prev_hash = hash
  }
  return rows
}

/** A ledger that was restored as it stood after so many entries. */
const restoredAt = (seq: number, told: readonly ToldRow[]): StreamFacts => aLedger(life(), { seq, told })

/** The same of a ledger that has other entries. */
const aLedger = (
  ledger: readonly ToldRow[],
  { seq, told }: { readonly seq: number; readonly told: readonly ToldRow[] },
): StreamFacts => {
  const own = ledger.slice(0, seq)
  const head: Head = { seq, hash: own.at(-1)?.hash ?? noHash }
  return {
    stream: yueqing,
    head,
    kept: new Map(own.map((row) => [row.seq, { hash: row.hash, run: row.run }])),
    told,
    bare: [],
  }
}

const refusedAs = (obstacle: Obstacle) => ({ kind: 'refused', obstacle })

const numbersIn = (facts: StreamFacts) => {
  const plan = planHealing(facts)
  if (plan.kind === 'refused') return { code: plan.obstacle.code, seq: plan.obstacle.seq }
  return plan.batches.map(({ rows }) => rows.map(({ seq }) => seq))
}

test('entries the ledger lacks come back command by command, in their order, with the hashes they had', () => {
  const plan = planHealing(restoredAt(2, [...life()].reverse()))
  expect(numbersIn(restoredAt(2, [...life()].reverse()))).toEqual([
    [3, 4],
    [5, 6],
  ])
  const rows = plan.kind === 'healed' ? plan.batches.flatMap((batch) => batch.rows) : []
  expect(rows.map(({ hash }) => hash)).toEqual(
    life()
      .slice(2)
      .map(({ hash }) => hash),
  )
  expect(rows[0]).toMatchObject({ actor: 'p-PD', role: 'PD', on_behalf_of: 'o-programme', workflow_run: firstRun })
})

test('a stream the database has never heard of comes back from its first entry', () => {
  expect(numbersIn(restoredAt(0, life()))).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
})

test('where nothing is missing nothing is written, and a command told twice comes back once', () => {
  expect(numbersIn(restoredAt(6, life()))).toEqual([])
  expect(numbersIn(restoredAt(0, []))).toEqual([])
  expect(numbersIn(restoredAt(4, [...life(), ...life()]))).toEqual([[5, 6]])
})

test('a command of which the ledger has a part gets the rest', () => {
  expect(numbersIn(restoredAt(3, life()))).toEqual([[4], [5, 6]])
})

test('a ledger that went on by itself is left as it is', () => {
  const forked = life({ from: 4, code: 'LEG' })
  expect(numbersIn(aLedger(forked, { seq: 5, told: life() }))).toEqual({ code: 'forked', seq: 5 })
  expect(numbersIn(aLedger(forked, { seq: 3, told: life() }))).toEqual([[4], [5, 6]])
})

test('two lives under one name are told with the runs that recorded them, whichever of them the ledger has', () => {
  const [one, other] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']
  const lost = life({ from: 1, code: 'COM', run: other })
  const told = [...life(), ...lost]
  expect(planHealing(restoredAt(3, told))).toEqual(refusedAs({ code: 'forked', seq: 1, runs: [one, other] }))
  expect(planHealing(restoredAt(0, told))).toEqual(refusedAs({ code: 'contradicted', seq: 1, runs: [one, other] }))
  expect(planHealing(restoredAt(0, life())).kind).toBe('healed')
})

test('where the history begins after the fork, the chain itself says that they do not belong together', () => {
  const other = life({ from: 1, code: 'COM' })
  expect(numbersIn(aLedger(other, { seq: 4, told: life().slice(4) }))).toEqual({ code: 'untrue', seq: 5 })
})

test('a gap, a changed entry and two histories that differ stand against healing', () => {
  const whole = life()
  expect(
    numbersIn(
      restoredAt(
        2,
        whole.filter(({ seq }) => seq !== 4),
      ),
    ),
  ).toEqual({ code: 'untold', seq: 4 })
  const changed = whole.map((row) => (row.seq === 4 ? { ...row, occurredAt: '2027-01-09T09:00:00.000Z' } : row))
  expect(numbersIn(restoredAt(2, changed))).toEqual({ code: 'untrue', seq: 4 })
  const other = whole.map((row) => (row.seq === 5 ? { ...row, hash: 'f'.repeat(64) } : row))
  expect(numbersIn(restoredAt(2, [...whole, ...other]))).toEqual({ code: 'contradicted', seq: 5 })
})

test('what no worker sealed stands against healing, whether a history tells it or the ledger has it', () => {
  const told = life().map((row) => (row.seq === 4 ? { ...row, seal: `${'0'.repeat(8)}.${'a'.repeat(64)}` } : row))
  expect(numbersIn(restoredAt(2, told))).toEqual({ code: 'unsealed', seq: 4 })
  const bare = life().map(({ seal: _, ...row }) => row)
  expect(numbersIn(restoredAt(2, bare))).toEqual({ code: 'unsealed', seq: 3 })
  expect(numbersIn({ ...restoredAt(2, life()), unsealed: 2 })).toEqual({ code: 'unsealed', seq: 2 })
})

test('an entry of an older program, told without all its row is made of, is said to be so', () => {
  const facts = { ...restoredAt(4, life().slice(0, 5)), bare: [2, 6] }
  expect(numbersIn(facts)).toEqual({ code: 'told_bare', seq: 6 })
  expect(numbersIn({ ...facts, bare: [2] })).toEqual([[5]])
})

test('streams come back in the order in which they were recorded, each in its own', () => {
  const batch = (stream: string, at: string): Batch => {
    const [row] = life()
    const plan = row === undefined ? undefined : planHealing({ ...restoredAt(0, [row]), stream: yueqing })
    const rows = plan?.kind === 'healed' ? (plan.batches[0]?.rows ?? []) : []
    return { stream, commandId: `${stream} ${at}`, rows: rows.map((one) => ({ ...one, recorded_at: at })) }
  }
  const given = [batch('b-1', '3'), batch('b-1', '1'), batch('a-1', '2'), batch('c-1', '4')]
  expect(inOrderOfRecording(given).map(({ commandId }) => commandId)).toEqual(['a-1 2', 'b-1 3', 'b-1 1', 'c-1 4'])
})
