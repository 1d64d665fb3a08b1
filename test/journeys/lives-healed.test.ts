import type { Played } from '../../cli/rehearsal/filled/filled-in.js'
import { formFilledIn } from '../support/filling.js'
import { defined } from '../../domain/values/defined.js'
import { full } from '../../domain/gicc/full.js'
import { someWords } from '../support/filling.js'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Client } from '@temporalio/client'
import { historyReaders } from '../../api/temporal/history-readers.js'
import { now } from '../../clock/machine-clock.js'
import { readCommand } from '../../db/reads/commands.js'
import { reconcile } from '../../db/reads/reconciliations.js'
import { baseRevival } from '../../db/reads/revival.js'
import { markSent, receiveCommand } from '../../db/writes/commands.js'
import { skipCommand } from '../../db/writes/skip-command.js'
import { createFolderStore } from '../../documents/folder-store.js'
import type { BaseCommand } from '../../domain/command.js'
import { baseWorkflowId } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import { aDossier } from '../support/an-example.js'
import { aCommandId, sendNomination, sendToBase } from '../support/a-worker.js'
import { twoStores, type TwoStores } from '../support/two-stores.js'

/** A database that was restored beside a Temporal in which a workflow has lived more than once. */
let stores: TwoStores
beforeEach(async () => {
  stores = await twoStores('lives healed')
}, 120_000)
afterEach(() => stores.close(), 60_000)

const send = async (role: Role, { id = aCommandId(), ...command }: BaseCommand & { id?: string }): Promise<void> => {
  const delivery = await sendToBase(stores, { command, actor: stores.holderOf(role), id })
  expect(delivery).toMatchObject({ kind: 'accepted' })
}
const filled = (key: string, chosen: string | { readonly option: string; readonly played: Played }) =>
  defined({ form: formFilledIn(full.steps[key]?.form, chosen) })
const guidanceSent = { type: 'decide', step: '1.2a.1', option: 'sent', ...filled('1.2a', 'sent') } as const
const invitation = { type: 'decide', step: '1.2b.1', option: 'invite', ...filled('1.2b', 'invite') } as const
const submission = {
  type: 'decide',
  step: '1.3.1',
  option: 'submit',
  ...filled('1.3', { option: 'submit', played: { dossier: aDossier } }),
} as const

const nominated = async (): Promise<void> =>
  expect(await sendNomination(stores, { actor: stores.holderOf('PM') })).toMatchObject({ kind: 'accepted' })

const ledger = () => stores.db().selectFrom('ledger_entry').selectAll().orderBy('stream').orderBy('seq').execute()
const runsIn = async (): Promise<readonly string[]> => [
  ...new Set((await ledger()).filter(({ stream }) => stream === stores.base).map(({ workflow_run: run }) => run)),
]

const workflow = () => {
  const { connection, namespace, base } = stores
  return new Client({ connection, namespace }).workflow.getHandle(baseWorkflowId(base))
}

const revived = async (): Promise<void> => {
  const { base, namespace, door } = stores
  const input = await baseRevival(stores.db(), base)
  if (input === undefined) throw new Error('the base has no entry')
  const command = { type: 'revive', code: 'TER' } as const
  const start = { type: workflowTypes.base, input, summary: base, revives: true as const }
  const parcel = { namespace, workflow: baseWorkflowId(base), update: command.type, command, start }
  expect(await door.send(parcel, { id: aCommandId(), actor: stores.holderOf('AD') })).toMatchObject({
    kind: 'accepted',
  })
}

const differences = async () => {
  const documents = createFolderStore({ folder: tmpdir() })
  const readers = historyReaders({ temporal: stores.door, documents })
  const report = await reconcile(stores.db(), { programme: 'gasme', readers, pause: async () => undefined })
  return report?.divergences
}

test('entries that a run recorded before its base was revived come back with those of the run after it', async () => {
  await nominated()
  await stores.backUp()
  await send('LG', guidanceSent)
  await workflow().terminate('by mistake')
  await revived()
  await send('PM', invitation)
  const before = await ledger()
  expect(await runsIn()).toHaveLength(2)
  await stores.restore()
  expect((await ledger()).length).toBeLessThan(before.length)
  const report = await stores.heal()
  expect(report).toMatchObject({ refused: [], begun: [], behind: [] })
  expect(await ledger()).toEqual(before)
  await send('LG', submission)
}, 240_000)

test('a missing workflow that healing begins is begun as by its nomination, from all that the ledger has', async () => {
  await nominated()
  await send('LG', guidanceSent)
  const { raw: nominatedRun } = await workflow().describe()
  await workflow().terminate('by mistake')
  const before = await ledger()
  expect(await stores.heal()).toMatchObject({ healed: [], refused: [], begun: [stores.base] })
  const { raw: healedRun } = await workflow().describe()
  expect(healedRun.executionConfig).toEqual(nominatedRun.executionConfig)
  const [begun] = (await workflow().fetchHistory()).events ?? []
  const [sent] = begun?.workflowExecutionStartedEventAttributes?.input?.payloads ?? []
  const { revivedFrom: _, ...input } = (await baseRevival(stores.db(), stores.base)) ?? {}
  expect(JSON.parse(Buffer.from(sent?.data ?? []).toString())).toEqual(input)
  await send('PM', invitation)
  expect((await ledger()).slice(0, before.length)).toEqual(before)
}, 240_000)

test('a base that was nominated and withdrawn after the backup, and nominated again, has two lives: both are told', async () => {
  await stores.backUp()
  await nominated()
  await send('LG', { type: 'withdraw', code: 'WDR', reason: someWords })
  await workflow().result()
  const [first] = await runsIn()
  await stores.restore()
  await nominated()
  const [second] = await runsIn()
  expect(second).not.toBe(first)
  const { base: stream } = stores
  expect(await differences()).toContainEqual({ code: 'entry_differs', stream, run: second, seq: 1 })
  const before = await ledger()
  const report = await stores.heal()
  expect(report.refused).toEqual([{ stream, code: 'forked', seq: 1, runs: [second, first] }])
  expect(await ledger()).toEqual(before)
}, 240_000)

test('a command that was skipped after the restore and had been recorded before it comes back, and all the others with it', async () => {
  await nominated()
  const { base, namespace } = stores
  const id = aCommandId()
  const parcel = { namespace, workflow: baseWorkflowId(base), update: guidanceSent.type, command: guidanceSent }
  const route = `POST /bases/${base}/steps/1.2a.1/decisions`
  const note = { stream: base, route, actor: stores.holderOf('LG').person, bodyHash: '0'.repeat(64) }
  await receiveCommand(stores.db(), { ...note, id, body: { ...parcel, channel: 'api' } })
  await markSent(stores.db(), { command: { ...note, id, body: { ...parcel, channel: 'api' } } })
  await stores.backUp()
  await send('LG', { ...guidanceSent, id })
  await send('PM', invitation)
  const before = await ledger()
  const answered = await readCommand(stores.db(), { id })
  await stores.restore()
  expect(await skipCommand(stores.db(), { id, outcome: { status: 409, body: '{}' }, at: now() })).toBe(true)
  const report = await stores.heal()
  expect(report).toMatchObject({ refused: [], overruled: [id] })
  expect(await ledger()).toEqual(before)
  expect(await readCommand(stores.db(), { id })).toEqual(answered)
  expect(await stores.heal()).toMatchObject({ healed: [], overruled: [] })
}, 240_000)

test('another text that came after the restore under the id of a recorded command gives way to the one that was recorded', async () => {
  await nominated()
  const { base, namespace, door } = stores
  await stores.backUp()
  const [id, route, at] = [aCommandId(), `POST /bases/${base}/steps/1.2a.1/decisions`, now()]
  const parcel = { namespace, workflow: baseWorkflowId(base), update: guidanceSent.type, command: guidanceSent }
  const note = { route, bodyHash: '1'.repeat(64), receivedAt: at, body: { ...parcel, channel: 'api' } }
  expect(await door.send(parcel, { id, actor: stores.holderOf('LG'), note })).toMatchObject({ kind: 'accepted' })
  await stores.restore()
  await receiveCommand(stores.db(), { id, stream: base, route, actor: 'p-x', bodyHash: '2'.repeat(64), body: {} })
  expect(await stores.heal()).toMatchObject({ refused: [], overruled: [id], unnoted: [] })
  const told = { state: 'accepted', actor: stores.holderOf('LG').person, bodyHash: note.bodyHash, body: note.body }
  expect(await readCommand(stores.db(), { id })).toMatchObject(told)
}, 240_000)
