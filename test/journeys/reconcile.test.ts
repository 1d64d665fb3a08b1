import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import pg from 'pg'
import { now } from '../../clock/machine-clock.js'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { MailboxMessage } from '../../api/contract/paper.js'
import type { DivergenceCode } from '../../domain/divergence.js'
import { isBaseId, baseWorkflowId, programmeWorkflowId } from '../../domain/ids.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'
import { drawn, drawnBy } from '../support/how-much.js'
import { nominate } from './a-standing-base.js'
import { divergenceInWords, type Divergence } from '../../domain/divergence.js'
import { answerAs, signalTo } from './forging-runs.js'
import { harmsToShown } from './harms-shown.js'
import { actingAs, forgetRun, harms, type Harmed } from './harms.js'
import { defined } from '../../domain/values/defined.js'

let stack: Stack
let connection: Connection
let owner: pg.Client
let rehearsal: string
const bases: string[] = []

/** One base for each harm of the first dozen, so that none hides another. */
const clusters = [
  'C01-dali',
  'C02-shaoxing',
  'C03-wenzhou',
  'C04-xindu',
  'C05-haining',
  'C06-humen',
  'C07-shengzhou',
  'C08-luoshe',
  'C09-yueqing',
  'C10-hangji',
  'C11-wendeng',
  'C12-chenghai',
  'C13-dongguan',
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

const found = async (base: string, whole = false) => {
  const [programme] = base.split('-', 1)
  const path = `/programmes/${programme}/reconciliation?whole=${whole}${isBaseId(base) ? `&base=${base}` : ''}`
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
  expect(await stack.cli('verify', file)).toMatchObject({ code: 0, said: '' })
  const { rows } = await owner.query<{ run: string }>('select run from sealed_history where stream = $1 limit 1', [
    rehearsal,
  ])
  const before = await found(rehearsal)
  await forgetRun({ client, base: rehearsal, run: rows[0]?.run ?? '' })
  const after = await found(rehearsal)
  expect(after).toEqual({ ...before, madeAt: after.madeAt })
  expect(after.found).toBe(0)
}, 60_000)

/** Of each list the short form draws some. What later tests look for is done each time: the first harm, and the one that takes a base away. */
const isAlwaysDone = ({ does }: { readonly does: string }): boolean =>
  does === harms[0]?.does || does === 'a base is taken away with its head'
const drawnHarms = drawn(harms, { short: 7, of: 'harms' })
const doneHarms = harms.filter((one) => isAlwaysDone(one) || drawnHarms.includes(one))
const doneToShown = drawn(harmsToShown, { short: 8, of: 'harms to what is shown' })

test(`each of ${doneHarms.length} of more than two dozen harms (drawn by ${drawnBy}) is found, named in words, and nothing is found where none was done`, async () => {
  expect(harms).toHaveLength(26)
  const seen: { harm: string; found: boolean; inWords: boolean }[] = []
  for (const one of doneHarms) {
    const { does, finds, harm } = one
    const index = harms.indexOf(one)
    // The second dozen is done to the bases of the first: what is found of it was not found before.
    const base = does.includes('time') ? rehearsal : (bases[index % 12] ?? '')
    const codes = await codesOf(base)
    expect(codes).not.toContain(finds)
    if (index < 12) expect(codes).toEqual([])
    const harmed: Harmed = { base, owner, client: clientFor(base), connection }
    await harm(harmed)
    const { divergences } = await found(base)
    const named = divergences.filter(({ code }) => code === finds)
    const inWords = named.every(({ says }) => says.en.startsWith(base) && /\p{Script=Han}/u.test(says['zh-CN']))
    seen.push({ harm: does, found: named.length > 0, inWords })
  }
  expect(seen).toEqual(doneHarms.map(({ does }) => ({ harm: does, found: true, inWords: true })))
  expect(await codesOf(bases.at(-1) ?? '')).toEqual([])
  // Of the one that was taken away only the server of the workflows knows.
  expect((await found('gasme')).divergences.map(({ stream }) => stream)).toContain(bases[11])
}, 300_000)

test(`each of ${doneToShown.length} of two dozen more (drawn by ${drawnBy}), done to what is shown, named or sealed, is found and said in both languages, and none before it was done`, async () => {
  const programme = rehearsal.split('-', 1)[0] ?? ''
  const shown = { base: rehearsal, owner, documents: join(stack.data, 'documents') }
  const names = async () =>
    (await found(programme, true)).divergences.map(({ says, ...one }) => ({ name: JSON.stringify(one), says, one }))
  for (const text of ['One remark.', 'Another one.', 'A third.'])
    parsed(await stack.ask(`/bases/${rehearsal}/comments`, { as: 'p-pm-1', body: { text } }), AcceptedResponse)
  // Taking evidence makes the checkpoint at once that vouches for what was sealed and compared until here.
  const file = join(stack.data, 'before-harm.zip')
  expect(await stack.cli('evidence', rehearsal, '--out', file, '--as', 'p-au-1')).toMatchObject({ code: 0 })
  let before = new Set((await names()).map(({ name }) => name))
  const seen: { harm: string; found: boolean; inWords: boolean }[] = []
  for (const { does, finds, harm } of doneToShown) {
    await harm(shown)
    const now = await names()
    const own = now.filter(({ name, one }) => !before.has(name) && one.code === finds)
    seen.push({ harm: does, found: own.length > 0, inWords: own.every(({ says, one }) => isSaid(says, one)) })
    before = new Set(now.map(({ name }) => name))
  }
  expect(seen).toEqual(doneToShown.map(({ does }) => ({ harm: does, found: true, inWords: true })))
  expect(harmsToShown.length).toBeGreaterThanOrEqual(24)
}, 300_000)

type Told = Awaited<ReturnType<typeof found>>['divergences'][number]

const isSaid = (says: Told['says'], { code, stream, run, seq, subject }: Omit<Told, 'says'>): boolean => {
  const place = {
    ...defined({
      run: run !== null ? run : undefined,
      seq: seq !== null ? seq : undefined,
      subject: subject !== null ? subject : undefined,
    }),
  }
  const words = divergenceInWords({ code, stream, ...place } satisfies Divergence)
  return says.en === words.en && says['zh-CN'] === words['zh-CN'] && /\p{Script=Han}/u.test(words['zh-CN'])
}

const clientFor = (base: string): Client =>
  new Client({ connection, namespace: base.startsWith('gasme-') ? 'cornerstone' : 'cornerstone-rehearsal' })

test('the verb ends with 1 and says each difference in a sentence', async () => {
  const { code, out, said } = await stack.cli('reconcile', bases[0] ?? '', '--as', 'p-au-1')
  expect(code).toBe(1)
  expect(out).toContain(`${bases[0]}, entry 7`)
  expect(out).toContain('the history says that this entry was recorded, and the ledger does not have it.')
  expect(said).toContain('at odds')
}, 60_000)

test('a command sent past every door of the programme is found', async () => {
  const base = bases.at(-1) ?? ''
  const command = { type: 'comment', text: { id: randomUUID(), hash: '0'.repeat(64) } }
  const byHand = clientFor(base).workflow.getHandle(`base/${base}`)
  await expect(byHand.executeUpdate('comment', { args: [command] })).rejects.toMatchObject({
    cause: { type: 'sender_unsealed' },
  })
  expect(await codesOf(base)).toEqual(['command_by_hand'])
  const actor = { person: 'p-pm-1', channel: 'api', mandates: [{ id: 'gasme-p-pm-1-PM', role: 'PM', ...seat }] }
  const note = { route: `POST /bases/${base}/comments`, bodyHash: '0'.repeat(64), receivedAt: now() }
  await expect(actingAs({ ...actor, note }, { connection, base, command })).rejects.toMatchObject({
    cause: { type: 'sender_unsealed' },
  })
  expect(await codesOf(base)).toEqual(['command_by_hand', 'command_by_hand'])
}, 30_000)

test('news that a workflow tells under the id of a base or of its programme, and that no entry of theirs has, is found', async () => {
  const [base = '', other = ''] = [bases[10], bases[2]]
  const client = clientFor(base)
  const byHand = async (stream: string) =>
    (await found('gasme')).divergences.filter((one) => one.code === 'signal_by_hand' && one.stream === stream)
  expect([await byHand('gasme'), await byHand(other)]).toEqual([[], []])
  const place = { cluster: 'C11-wendeng', category: 'fishing', province: 'CN-SD', overlaps: [] }
  const stands = { base, seq: 1, stand: { is: 'holding', slot: 3, active: true, place } }
  const toProgramme = signalTo(programmeWorkflowId('gasme'), { name: 'stands', content: stands })
  const asBase = { client, workflowId: baseWorkflowId(base), type: workflowTypes.base, input: {} }
  await answerAs({ ...asBase, commands: [toProgramme] })
  expect(await byHand('gasme')).toMatchObject([{ subject: 'stands' }])
  const left = { person: 'p-lg-1', roles: ['LG'] }
  const toBase = signalTo(baseWorkflowId(other), { name: 'person_left', content: left })
  const asProgramme = { client, workflowId: programmeWorkflowId('gasme'), type: workflowTypes.programme, input: {} }
  await answerAs({ ...asProgramme, commands: [toBase] })
  expect(await byHand(other)).toMatchObject([{ subject: 'person_left' }])
}, 60_000)

test('each hour the comparison is kept, told to the auditors once, and shown by doctor', async () => {
  const reports = () => stack.all('/programmes/gasme/reconciliations', { schema: ReconciliationResponse })
  const kept = (await reports()).length
  await clientFor('gasme-').schedule.getHandle('reconciliation').trigger()
  while ((await reports()).length === kept) await pause(100)
  const [last] = await reports()
  expect(last?.found).toBeGreaterThan(doneHarms.length / 2)
  expect(await stack.cli('doctor')).toMatchObject({
    code: 3,
    out: expect.stringMatching(/gasme: \d+ differences, .*, the first: gasme[-,]/),
  })
  const letters = async () =>
    (await stack.all('/mailbox-messages', { schema: MailboxMessage })).filter(({ subject }) =>
      subject.startsWith('Ledger and histories of gasme are at odds'),
    )
  while ((await letters()).length === 0) await pause(100)
  // The hour itself may have struck while the harms were done, and was told then: what counts is that nothing new is told no more.
  const told = async () => {
    const { rows } = await owner.query<{ reports: number }>(
      'select count(distinct reconciliation)::int as reports from reconciliation_letter',
    )
    return rows[0]?.reports
  }
  const once = await told()
  const before = (await reports()).length
  await clientFor('gasme-').schedule.getHandle('reconciliation').trigger()
  while ((await reports()).length === before) await pause(100)
  const [again] = await reports()
  expect(again?.divergences).toEqual(last?.divergences)
  expect(await told()).toEqual(once)
}, 120_000)
