import { someWords } from '../support/filling.js'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import type { Activities, DecisionRequest } from '../../activities/contract.js'
import { createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import { connect } from '../../db/connect.js'
import { isAsSealed } from '../../db/seals/entry-seal.js'
import { baseRevival } from '../../db/reads/revival.js'
import { firstUnsealed } from '../../db/reads/stuck.js'
import { readStream } from '../../db/healing/read-stream.js'
import type { Database } from '../../db/schema.js'
import { receiveCommand } from '../../db/writes/commands.js'
import type { BaseCommand } from '../../domain/command.js'
import { unborn } from '../../domain/state.js'
import { cores } from '../../workers/cores.js'
import { dayOfNomination, exampleBase, holderOf, nomination } from '../support/an-example.js'
import { aProgrammeOfNine, atBase } from '../support/a-seated-programme.js'
import { forgeEntry } from '../support/forging.js'
import { sentByTheDoor } from '../support/sent-by-the-door.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
let record: Activities['record']
const met: string[] = []

beforeAll(async () => {
  database = await cloneDatabase('sealed entries')
  db = connect(database.appUrl)
  await aProgrammeOfNine(database, { base: exampleBase, namespace: 'cornerstone' })
  record = sentByTheDoor(
    createRecord({ db, cores, rulesOf: createRulesOf({ db }), onDefect: ({ command }) => met.push(command) }),
  )
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

type BaseRequest = Extract<DecisionRequest, { kind: 'base' }>

const manager = atBase(exampleBase, holderOf('PM'))
const place = { country: 'CN', zone: 'Asia/Shanghai' }
const note = { route: 'POST /programmes/gasme/bases', bodyHash: 'b'.repeat(64), receivedAt: dayOfNomination }
const rules = {
  procedure: 'full' as const,
  calendars: [{ country: 'US', zone: 'America/New_York' }, place],
  from: dayOfNomination.slice(0, 10),
}

/** A base of its own for each test, nominated by a command that came with its note. */
let turn = 0
const nominated = async () => {
  turn += 1
  const base = `${exampleBase.replace('C09-yueqing', `C${60 + turn}-yueqing`)}`
  const request: BaseRequest = {
    kind: 'base',
    base,
    place,
    procedure: 'full',
    state: unborn(base),
    id: randomUUID(),
    note,
    rules,
    command: { ...nomination, cluster: { ...nomination.cluster, cluster: `C${60 + turn}-yueqing` } },
    actor: manager,
    now: dayOfNomination,
    namespace: 'cornerstone',
    run: 'run-1',
    isRepeat: false,
  }
  const { answer, entries } = await record(request)
  if (!answer.ok) throw new Error(`the nomination was refused: ${answer.refusal.code}`)
  return { base, request, head: entries.length }
}

const entriesOf = (stream: string) =>
  db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()

const hold: BaseCommand = { type: 'hold', code: 'FMJ', reason: someWords }

/** The next command of a person, of a workflow that knows nothing but the beginning. */
const holding = ({ request }: Awaited<ReturnType<typeof nominated>>): BaseRequest => ({
  ...request,
  id: randomUUID(),
  command: hold,
  state: unborn(request.base),
})

test('each entry a worker writes bears a seal that is true of it and of no other', async () => {
  const { base } = await nominated()
  const [first, second] = await entriesOf(base)
  if (first === undefined || second === undefined) throw new Error('nothing was recorded')
  expect([first, second].map(isAsSealed)).toEqual([true, true])
  expect(isAsSealed({ ...first, seal: second.seal })).toBe(false)
  expect(isAsSealed({ ...first, stream: `${base}1` })).toBe(false)
  expect(isAsSealed({ ...first, actor: 'p-PD-1' })).toBe(false)
  expect(isAsSealed({ ...first, seal: null })).toBe(false)
})

test('what a worker wrote and the workflow does not know is taken over', async () => {
  const it = await nominated()
  const { entries } = await record(holding(it))
  expect(entries.slice(0, it.head).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test.each([
  ['of a machine', { command_id: 'clock:forged', channel: 'machine' as const }],
  ['of a person', { command_id: randomUUID() }],
])(
  'an entry %s that no worker sealed stops its stream: the command is refused, and nothing is recorded',
  async (_, as) => {
    const it = await nominated()
    const seq = await forgeEntry(db, { stream: it.base, ...as })
    const asked = holding(it)
    const { answer, entries } = await record(asked)
    expect(answer).toEqual({
      ok: false,
      refusal: { code: 'entry_unsealed', detail: { command: asked.id, stream: it.base, seq } },
    })
    expect(entries).toEqual([])
    expect(met).toContain(asked.id)
    expect(await entriesOf(it.base)).toHaveLength(it.head + 1)
    const { actor: __, note: ___, ...ofAMachine } = { ...asked, id: `clock:${it.base}`, isRepeat: true }
    await expect(record(ofAMachine)).rejects.toThrow('bears no seal of a worker')
  },
)

test('who only looks takes nothing over from a ledger with a forged entry, and is told so', async () => {
  const it = await nominated()
  await forgeEntry(db, { stream: it.base, command_id: randomUUID() })
  const { command: _, actor: __, note: ___, ...look } = { ...it.request, id: 'look' }
  expect(await record(look)).toMatchObject({ entries: [], answer: { refusal: { code: 'entry_unsealed' } } })
})

test('an entry forged under the id of a command on its way is not told as what the command became', async () => {
  const it = await nominated()
  const asked = { ...holding(it), state: it.request.state }
  await forgeEntry(db, { stream: it.base, command_id: asked.id })
  expect((await record(asked)).answer).toMatchObject({ ok: false, refusal: { code: 'entry_unsealed' } })
})

test('a seal taken from another entry is no seal', async () => {
  const it = await nominated()
  const [first] = await entriesOf(it.base)
  await forgeEntry(db, { stream: it.base, command_id: randomUUID(), seal: first?.seal ?? null })
  expect((await record(holding(it))).answer).toMatchObject({ refusal: { code: 'entry_unsealed' } })
})

test.each([
  ['by nobody', undefined],
  ['by another person', { actor: 'p-PD-1' }],
  ['for another base', { stream: 'gasme-C01-dali-1' }],
])('a sealed entry of a person’s command that the door noted %s is not taken over', async (_, noted) => {
  const it = await nominated()
  const { id: commandId } = it.request
  const owner = connect(database.ownerUrl)
  await owner.deleteFrom('command').where('id', '=', commandId).execute()
  await owner.destroy()
  const as = {
    id: commandId,
    stream: it.base,
    route: note.route,
    actor: manager.person,
    bodyHash: note.bodyHash,
    body: {},
  }
  if (noted !== undefined) await receiveCommand(db, { ...as, ...noted })
  expect((await record(holding(it))).answer).toMatchObject({ refusal: { code: 'entry_unsealed' } })
})

test('a note that a crash took comes back with the command itself, whose entries are its own', async () => {
  const it = await nominated()
  const owner = connect(database.ownerUrl)
  await owner.deleteFrom('command').where('id', '=', it.request.id).execute()
  await owner.destroy()
  expect((await record(it.request)).answer).toMatchObject({ ok: true, entries: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] })
})

test('nothing is revived or healed from a ledger with a forged entry, and who looks for what is stuck sees it', async () => {
  const it = await nominated()
  expect(await baseRevival(db, it.base)).toMatchObject({ revivedFrom: it.head })
  expect(await firstUnsealed(db, { stream: it.base, after: 0 })).toBeUndefined()
  const seq = await forgeEntry(db, { stream: it.base, command_id: randomUUID() })
  await expect(baseRevival(db, it.base)).rejects.toThrow('bears no seal of a worker')
  expect(await firstUnsealed(db, { stream: it.base, after: it.head })).toBe(seq)
  expect((await readStream(db, it.base)).unsealed).toBe(seq)
})
