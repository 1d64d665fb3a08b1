import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import type { Activities, DecisionRequest } from '../../activities/contract.js'
import { connect } from '../../db/connect.js'
import { readCommand } from '../../db/reads/commands.js'
import type { Database } from '../../db/schema.js'
import { senderSeal } from '../../db/seals/sender-seal.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { unborn } from '../../domain/state.js'
import { cores } from '../../workers/cores.js'
import { aProgrammeOfNine } from '../support/a-seated-programme.js'
import { dayOfNomination, exampleBase, holderOf, nomination } from '../support/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

/** Whoever reaches the Temporal server sends what he likes, in whose name he likes, with any note: nothing comes of it. */
let database: TestDatabase
let db: Kysely<Database>
let record: Activities['record']
let met: string[] = []

beforeAll(async () => {
  database = await cloneDatabase('sealed senders')
  db = connect(database.appUrl)
  await aProgrammeOfNine(database, { base: exampleBase, namespace: 'cornerstone' })
  record = createRecord({ db, cores, rulesOf: createRulesOf({ db }), onDefect: ({ command }) => met.push(command) })
})
beforeEach(() => {
  met = []
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const note = { route: 'POST /x', bodyHash: 'a'.repeat(64), receivedAt: dayOfNomination }

/** A nomination as the API would send it, sealed by the API. */
const sealed = (): Request => {
  const asked = nominating()
  return { ...asked, seal: senderSeal({ ...asked, command: nomination, workflow: baseWorkflowId(exampleBase) }) }
}

type Request = Extract<DecisionRequest, { kind: 'base' }>
const nominating = (): Request => ({
  kind: 'base',
  base: exampleBase,
  place: { country: 'CN', zone: 'Asia/Shanghai' },
  procedure: 'full',
  state: unborn(exampleBase),
  id: randomUUID(),
  command: nomination,
  actor: holderOf('PM'),
  note,
  now: dayOfNomination,
  namespace: 'cornerstone',
  run: 'run-1',
  isRepeat: false,
  rules: {
    procedure: 'full',
    calendars: [
      { country: 'CN', zone: 'Asia/Shanghai' },
      { country: 'CN', zone: 'Asia/Shanghai' },
    ],
    from: dayOfNomination.slice(0, 10),
  },
})

const forgeries: readonly (readonly [string, (given: Request) => Request])[] = [
  ['without any seal', ({ seal: _, ...given }) => given],
  ['with an empty seal', (given) => ({ ...given, seal: '' })],
  ['with a seal that was made for another command', (given) => ({ ...given, id: randomUUID() })],
  ['in another name', (given) => ({ ...given, actor: { ...holderOf('PM'), person: 'p-PD-1' } })],
  ['with one seat more', (given) => ({ ...given, actor: withSeatsOf(given, 'PD') })],
  ['by another door', (given) => ({ ...given, actor: { ...holderOf('PM'), channel: 'paper' } })],
  ['with another note', (given) => ({ ...given, note: { ...note, bodyHash: 'b'.repeat(64) } })],
  ['with the note left out', ({ note: _, ...given }) => given],
  ['with other words', (given) => ({ ...given, command: { ...nomination, invited: !nomination.invited } })],
  ['to another workflow', (given) => ({ ...given, base: 'gasme-C01-dali-1', state: unborn('gasme-C01-dali-1') })],
  ['in another namespace', (given) => ({ ...given, namespace: 'rehearsal' })],
  ['by nobody, under an id of the clock', ({ actor: _, ...given }) => ({ ...given, id: 'clock:x', seal: '' })],
]

const withSeatsOf = ({ actor }: Request, role: Parameters<typeof holderOf>[0]) => {
  const own = actor ?? holderOf('PM')
  return { ...own, mandates: [...own.mandates, ...holderOf(role).mandates] }
}

test.each(forgeries)(
  'a command sent past the API %s is not carried out, leaves no note, and is told of',
  async (_, as) => {
    const asked = as(sealed())
    const { answer, entries } = await record(asked)
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'sender_unsealed', detail: { command: asked.id } } })
    expect(entries).toEqual([])
    expect(met).toEqual([asked.id])
    expect(await db.selectFrom('ledger_entry').select('seq').execute()).toEqual([])
    expect(await db.selectFrom('command').select('id').execute()).toEqual([])
  },
)

test('the same command with the seal of the API is carried out', async () => {
  const asked = sealed()
  expect((await record(asked)).answer).toMatchObject({ ok: true })
  expect(await readCommand(db, { id: asked.id })).toMatchObject({ actor: 'p-pm-1', state: 'accepted' })
})
