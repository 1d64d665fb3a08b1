import type { Played } from '../../cli/rehearsal/filled/filled-in.js'
import { formFilledIn } from '../support/filling.js'
import { defined } from '../../domain/values/defined.js'
import { full } from '../../domain/gicc/full.js'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openTemporalDoor } from '../../api/temporal/door.js'
import { listHistory } from '../../db/reads/history.js'
import { obtainTemporalServer } from '../../workers/embedded/obtain-temporal.js'
import { startTemporal } from '../../workers/embedded/temporal.js'
import { aDossier } from '../support/an-example.js'
import { aCommandId, aProgramme, aWorker, sendNomination, sendToBase, type AProgramme } from '../support/a-worker.js'

const decision = {
  type: 'decide',
  step: '1.2a.1',
  option: 'sent',
  ...defined({ form: formFilledIn(full.steps['1.2a']?.form, 'sent') }),
} as const
let programme: AProgramme
let child: ChildProcess | undefined

beforeEach(async () => {
  programme = await aProgramme(`a kill right after record ${aCommandId()}`)
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await programme.close()
})

const crashingWorker = async (options: {
  stopOn: string
  then: 'die' | 'wait'
  address?: string
}): Promise<ChildProcess> => {
  const { database, namespace, temporalAddress, taskQueue } = programme
  const settings = { databaseUrl: database.appUrl, address: temporalAddress, namespace, taskQueue, ...options }
  const started = fork('test/support/crashing-worker.ts', [JSON.stringify(settings)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await once(started, 'message')
  return started
}

/** The entries one command became, as the ledger has them. */
const entriesOf = async (id: string) =>
  (await listHistory(programme.db, { stream: programme.base, limit: 200 })).items.filter(
    ({ commandId }) => commandId === id,
  )

test('a worker killed right after record has committed: the decision stands once, as stored, with its first time', async () => {
  const id = aCommandId()
  child = await crashingWorker({ stopOn: id, then: 'die' })
  expect(await sendNomination(programme)).toMatchObject({ kind: 'accepted' })
  const answer = sendToBase(programme, { command: decision, actor: programme.holderOf('LG'), id })
  await once(child, 'exit')
  const stored = await entriesOf(id)
  expect(stored.map(({ type }) => type)).toEqual(['step_acted', 'step_closed', 'step_opened'])
  const worker = await aWorker(programme)
  const repeated = await untilAccepted(() =>
    sendToBase(programme, { command: decision, actor: programme.holderOf('LG'), id }),
  )
  await answer
  expect(repeated).toMatchObject({
    kind: 'accepted',
    accepted: { entries: [{ occurredAt: stored.at(-1)?.occurredAt }, {}, {}] },
  })
  expect(await entriesOf(id)).toEqual(stored)
  await worker.stop()
}, 150_000)

test('the Temporal server killed right after record has committed: the decision stands once, with its first time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-temporal-'))
  const program = await obtainTemporalServer({ say: () => undefined })
  const start = () => startTemporal({ program, folder, namespace: programme.namespace, say: () => undefined })
  const first = await start()
  const id = aCommandId()
  child = await crashingWorker({ stopOn: id, then: 'wait', address: first.address })
  const door = openTemporalDoor({ address: first.address, taskQueue: programme.taskQueue })
  const sending = { ...programme, door }
  expect(await sendNomination(sending)).toMatchObject({ kind: 'accepted' })
  const recorded = once(child, 'message')
  const answer = sendToBase(sending, { command: decision, actor: programme.holderOf('LG'), id })
  await recorded
  const stored = await entriesOf(id)
  process.kill(first.pid, 'SIGKILL')
  await first.ended
  const second = await start()
  child.send('go on')
  const again = openTemporalDoor({ address: second.address, taskQueue: programme.taskQueue })
  const repeated = await untilAccepted(() =>
    sendToBase({ ...programme, door: again }, { command: decision, actor: programme.holderOf('LG'), id }),
  )
  expect(repeated).toMatchObject({ accepted: { entries: [{ occurredAt: stored.at(-1)?.occurredAt }, {}, {}] } })
  expect(await entriesOf(id)).toEqual(stored)
  await answer
  await Promise.all([door.close(), again.close()])
  child.kill('SIGKILL')
  await second.stop()
  await rm(folder, { recursive: true })
}, 150_000)

test('a worker killed while it makes a paper: another makes it, once, within half a minute', async () => {
  child = await crashingWorker({ stopOn: 'paper', then: 'die' })
  expect(await sendNomination(programme)).toMatchObject({ kind: 'accepted' })
  const dead = once(child, 'exit')
  const handedIn = [
    { command: decision, actor: programme.holderOf('LG') },
    {
      command: { ...decision, step: '1.2b.1', option: 'invite', ...formOf('1.2b', 'invite') },
      actor: programme.holderOf('PM'),
    },
    {
      command: {
        ...decision,
        step: '1.3.1',
        option: 'submit',
        ...formOf('1.3', { option: 'submit', played: { dossier: aDossier } }),
      },
      actor: programme.holderOf('LG'),
    },
  ] as const
  for (const one of handedIn) expect(await sendToBase(programme, one)).toMatchObject({ kind: 'accepted' })
  await dead
  const worker = await aWorker(programme)
  const since = performance.now()
  while ((await papersMade()) === 0 && performance.now() - since < 30_000) await pause(100)
  expect(await papersMade()).toBe(1)
  await worker.stop()
}, 150_000)

const papersMade = async (): Promise<number> =>
  (await listHistory(programme.db, { stream: programme.base, limit: 200 })).items.filter(
    ({ type }) => type === 'document_made',
  ).length

/** Sends the same command again until the server that came back has an answer, as the API's sweeper does. */
const untilAccepted = async (send: () => Promise<{ kind: string }>): Promise<{ kind: string }> => {
  for (let turn = 0; ; turn += 1) {
    const delivery = await send()
    if (delivery.kind === 'accepted' || turn === 5) return delivery
  }
}

/** An invented form, where the step has one. */
const formOf = (key: string, chosen: string | { readonly option: string; readonly played: Played }) =>
  defined({ form: formFilledIn(full.steps[key]?.form, chosen) })
