import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import pg from 'pg'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { MailboxMessage } from '../../api/contract/paper.js'
import type { DivergenceCode } from '../../domain/witness/divergence.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'
import { nominate } from './a-standing-base.js'
import { actingAs, forgetRun, harms, type Harmed } from './harms.js'

let stack: Stack
let connection: Connection
let owner: pg.Client
let rehearsal: string
const bases: string[] = []

/** One base for each harm, so that none hides another; the last harm is done to the rehearsal. */
const clusters = [
  ...['C01-dali', 'C02-shaoxing', 'C03-wenzhou', 'C04-xindu', 'C05-haining', 'C06-humen', 'C07-shengzhou'],
  ...['C08-luoshe', 'C09-yueqing', 'C10-hangji', 'C11-wendeng', 'C12-chenghai', 'C13-dongguan'],
]

beforeAll(async () => {
  stack = await aStack()
  connection = await Connection.connect({ address: stack.state.temporalAddress })
  owner = new pg.Client({ connectionString: stack.ownerUrl })
  await owner.connect()
  for (const cluster of clusters) {
    const base = await nominate(stack, cluster)
    await stack.decide({ base, step: '1.2a.1' }, { as: `p-${cluster}-lg`, option: 'sent' })
    bases.push(base)
  }
  const played = await stack.cli('rehearse', 'C09-yueqing', '--years', '1', '--json')
  rehearsal = /[a-z0-9]+-C09-yueqing-1/.exec(played.out)?.[0] ?? ''
}, 300_000)
afterAll(async () => {
  await owner.end()
  await connection.close()
  await stack.remove()
}, 90_000)

const seat = { organisation: 'o-office', from: '2020-01-01T00:00:00.000Z' }

const found = async (base: string) => {
  const [programme] = base.split('-', 1)
  const path = `/programmes/${programme}/reconciliation${base.includes('-') ? `?base=${base}` : ''}`
  return parsed(await stack.ask(path, { as: 'p-au-1' }), ReconciliationResponse)
}

const codesOf = async (base: string): Promise<readonly DivergenceCode[]> =>
  (await found(base)).divergences.map(({ code }) => code)

test('where nobody did harm, ledger and histories agree in every entry, command and run, of people and of the clock', async () => {
  const programme = await found('gasme')
  expect(programme).toMatchObject({ found: 0, divergences: [], streams: clusters.length + 1 })
  expect(programme.commands).toBeGreaterThanOrEqual(clusters.length * 2)
  expect(programme.entries).toBeGreaterThan(clusters.length * 5)
  const played = await found(rehearsal)
  expect(played).toMatchObject({ found: 0, divergences: [] })
  expect(played.runs).toBeGreaterThan(2)
  expect(await stack.cli('reconcile', '--as', 'p-au-1')).toMatchObject({
    code: 0,
    out: expect.stringContaining('they agree'),
  })
}, 60_000)

test('a history that the server no longer has is read from its sealed copy, and nothing is missed', async () => {
  const client = clientFor(rehearsal)
  const file = join(stack.data, 'evidence.zip')
  expect(await stack.cli('evidence', rehearsal, '--out', file, '--as', 'p-au-1')).toMatchObject({ code: 0 })
  const { rows } = await owner.query<{ run: string }>('select run from sealed_history where stream = $1 limit 1', [
    rehearsal,
  ])
  const before = await found(rehearsal)
  await forgetRun({ client, base: rehearsal, run: rows[0]?.run ?? '' })
  const after = await found(rehearsal)
  expect(after).toEqual({ ...before, madeAt: after.madeAt })
  expect(after.found).toBe(0)
}, 60_000)

test('each of the twelve harms is found, named in words, and nothing is found where none was done', async () => {
  expect(harms).toHaveLength(12)
  const seen: { harm: string; found: boolean; inWords: boolean }[] = []
  for (const [index, { does, finds, harm }] of harms.entries()) {
    const base = does.includes('time') ? rehearsal : (bases[index] ?? '')
    expect(await codesOf(base)).toEqual([])
    const harmed: Harmed = { base, owner, client: clientFor(base), connection }
    await harm(harmed)
    const { divergences } = await found(base)
    const named = divergences.filter(({ code }) => code === finds)
    const inWords = named.every(({ says }) => says.en.startsWith(base) && /\p{Script=Han}/u.test(says['zh-CN']))
    seen.push({ harm: does, found: named.length > 0, inWords })
  }
  expect(seen).toEqual(harms.map(({ does }) => ({ harm: does, found: true, inWords: true })))
  expect(await codesOf(bases.at(-1) ?? '')).toEqual([])
}, 180_000)

const clientFor = (base: string): Client =>
  new Client({ connection, namespace: base.startsWith('gasme-') ? 'cornerstone' : 'cornerstone-rehearsal' })

test('the verb ends with 1 and says each difference in a sentence', async () => {
  const { code, out, said } = await stack.cli('reconcile', bases[0] ?? '', '--as', 'p-au-1')
  expect(code).toBe(1)
  expect(out).toContain(`${bases[0]}, entry 6`)
  expect(out).toContain('the history says that this entry was recorded, and the ledger does not have it.')
  expect(said).toContain('at odds')
}, 60_000)

test('a command sent past every door of the programme is found', async () => {
  const base = bases.at(-1) ?? ''
  const command = { type: 'comment', text: { id: randomUUID(), hash: '0'.repeat(64) } }
  const byHand = clientFor(base).workflow.getHandle(`base/${base}`)
  await byHand.executeUpdate('comment', { args: [command] }).catch(() => undefined)
  expect(await codesOf(base)).toEqual([])
  const actor = { person: 'p-pm-1', channel: 'api', mandates: [{ id: 'gasme-p-pm-1-PM', role: 'PM', ...seat }] }
  await actingAs(actor, { connection, base, command })
  expect(await codesOf(base)).toEqual(['command_by_hand'])
}, 30_000)

test('each hour the comparison is kept, told to the auditors once, and shown by doctor', async () => {
  const reports = () => stack.all('/programmes/gasme/reconciliations', { schema: ReconciliationResponse })
  const kept = (await reports()).length
  await clientFor('gasme-').schedule.getHandle('reconciliation').trigger()
  while ((await reports()).length === kept) await pause(100)
  const [last] = await reports()
  expect(last?.found).toBeGreaterThan(11)
  expect(await stack.cli('doctor')).toMatchObject({
    code: 3,
    out: expect.stringContaining(`gasme: ${last?.found} differences`),
  })
  const letters = async () =>
    (await stack.all('/mailbox-messages', { schema: MailboxMessage })).filter(({ subject }) =>
      subject.startsWith('Ledger and histories of gasme are at odds'),
    )
  while ((await letters()).length === 0) await pause(100)
  await clientFor('gasme-').schedule.getHandle('reconciliation').trigger()
  while ((await reports()).length === kept + 1) await pause(100)
  const { rows } = await owner.query('select count(distinct reconciliation)::int as told from reconciliation_letter')
  expect(rows).toEqual([{ told: 1 }])
}, 120_000)
