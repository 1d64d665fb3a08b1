import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { z } from 'zod'
import { machineClock } from '../../clock/machine-clock.js'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { PersonRecordsResponse } from '../../api/contract/records.js'
import { DelegationResponse } from '../../api/contract/who.js'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { givesSeat } from '../support/gives-seat.js'
import { aDataFolder, aStack, type Stack } from '../support/a-stack.js'
import { aDossier } from '../support/an-example.js'
import { parsed } from '../support/an-asker.js'
import { play } from './a-played-base.js'
import { nominate } from './a-standing-base.js'
import { operate } from './operating.js'

/** Everything people may do, and nothing that they may not: so nothing is told of any of it. */
let data: string
let stack: Stack
let yueqing: string
let shaoxing: string
let wenzhou: string
const rehearsals: string[] = []

beforeAll(async () => {
  data = await aDataFolder()
  stack = await aStack({ data })
  yueqing = await nominate(stack, 'C09-yueqing')
  shaoxing = await nominate(stack, 'C02-shaoxing')
  wenzhou = await nominate(stack, 'C03-wenzhou')
}, 240_000)
afterAll(async () => {
  await stack.stop()
  rmSync(data, { recursive: true, force: true })
}, 90_000)

const did = async (...words: readonly string[]): Promise<string> => {
  const { code, out, said } = await stack.cli(...words, '--json')
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${said}`)
  return out
}

/** The entry that an accepted act is, as a second person names it. */
const entryOf = (out: string): readonly string[] => ['--seq', String(AcceptedResponse.parse(JSON.parse(out)).head)]

const acted = async (key: string, { as, ...body }: { as: string; option: string; [more: string]: unknown }) => {
  const answer = await stack.ask(`/bases/${shaoxing}/steps/${key}.1/decisions`, { as, body })
  if (answer.status >= 300) throw new Error(`${key}: ${JSON.stringify(answer.body)}`)
}

const told = async (programme: string, whole: boolean) => {
  const path = `/programmes/${programme}/reconciliation?whole=${whole}`
  const { divergences, runs } = parsed(await stack.ask(path, { as: 'p-au-1' }), ReconciliationResponse)
  return { runs, says: divergences.map(({ says }) => says.en) }
}

/** What both comparisons tell: that which starts from sealed runs, and that which reads them all again. */
const nothingIsTold = async (programme: string, known: readonly unknown[] = []): Promise<void> => {
  const [light, whole] = [await told(programme, false), await told(programme, true)]
  expect(light).toEqual({ ...whole, says: known })
  expect(whole.says).toEqual(known)
}

/** Takes the evidence of a base or a programme and checks it, as whoever is given the file would. */
const isSound = async (subject: string): Promise<void> => {
  const file = join(data, 'evidence.zip')
  await did('evidence', subject, '--out', file, '--as', 'p-au-1')
  expect(Sound.parse(JSON.parse(await did('verify', file)))).toEqual({ sound: true, faults: [] })
}
const Sound = z.object({ sound: z.boolean(), faults: z.array(z.unknown()) })

test('a paper is entered, turned away, entered again and confirmed; a void is proposed and confirmed; a cancel is asked', async () => {
  const letter = join(data, 'letter.pdf')
  writeFileSync(letter, '%PDF-1.7 the sealed letter of intent\n%%EOF\n')
  const scanned = await did('scan', yueqing, letter, '--as', 'p-cs-1')
  const { sha256: scan } = z.object({ sha256: z.string() }).parse(JSON.parse(scanned))
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(machineClock())
  const of = ['--signatory', 'p-C09-yueqing-lg', '--scan', scan]
  const enter = ['enter-paper', yueqing, '1.2a.1', 'sent', '--number', 'Yue 15', '--signed-on', today, ...of]
  await did(...enter, '--as', 'p-cs-1')
  await did(
    'refuse-paper',
    yueqing,
    '1.2a.1',
    '--signatory',
    'p-C09-yueqing-lg',
    '--code',
    'DAT',
    '--reason',
    'misread',
    '--as',
    'p-cs-2',
  )
  const entered = await did(...enter, '--as', 'p-cs-1')
  await did('confirm-paper', yueqing, '1.2a.1', ...of, ...entryOf(entered), '--as', 'p-pd-1')
  await did('decide', yueqing, '1.2b.1', 'invite', '--as', 'p-pm-1')
  const asked = await did('void', yueqing, '1.2b.1', '--code', 'DAT', '--reason', 'signed by mistake', '--as', 'p-cs-1')
  await did('confirm-void', yueqing, '1.2b.1', ...entryOf(asked), '--as', 'p-pd-1')
  const connection = await Connection.connect({ address: stack.state.temporalAddress })
  await new Client({ connection, namespace: 'cornerstone' }).workflow.getHandle(baseWorkflowId(yueqing)).cancel()
  await connection.close()
  await did('comment', yueqing, 'Seen.', '--as', 'p-pm-1')
  await isSound(yueqing)
  await nothingIsTold('gasme')
}, 120_000)

test('a seat is lent and taken back, a person decides with words and is erased, a base is held and goes on, another withdraws', async () => {
  await did('register', 'p-so-9', '--name', 'Ada', '--local', '艾达', '--email', 'ada@x.example', '--as', 'p-ad-1')
  const seat = { person: 'p-so-9', role: 'SO', organisation: 'o-office', from: '2026-01-01T00:00:00.000Z' }
  const granted = await givesSeat(stack, seat)
  expect(granted.status).toBeLessThan(300)
  await did('delegate', 'SO', '--to', 'p-so-9', '--until', '2026-12-20', '--as', 'p-so-1')
  await acted('1.2a', { as: 'p-C02-shaoxing-lg', option: 'sent' })
  await acted('1.2b', { as: 'p-pm-1', option: 'invite', reason: 'A strong cluster.' })
  await acted('1.3', { as: 'p-C02-shaoxing-lg', option: 'submit', facts: { dossier: aDossier } })
  await acted('1.4a', { as: 'p-so-9', option: 'complete', reason: 'All fourteen parts are legible.' })
  await did('interest', shaoxing, '--kind', 'direct', '--reason', 'a relative works there', '--as', 'p-ex-2')
  const [lent] = await stack.all('/delegations', { as: 'p-so-1', schema: DelegationResponse })
  await did('end-delegation', lent?.id ?? '', '--as', 'p-so-1')
  await did('hold', shaoxing, '--code', 'GOV', '--reason', 'a change of office', '--as', 'p-pd-1')
  await did('resume', shaoxing, '--as', 'p-pd-1')
  await did('withdraw', wenzhou, '--code', 'WDR', '--reason', 'other plans', '--as', 'p-C03-wenzhou-lg')
  const { seq } = PersonRecordsResponse.parse(JSON.parse(await did('erase', 'p-so-9', '--as', 'p-pd-1')))
  await did('erase', 'p-so-9', '--confirm', '--seq', String(seq), '--as', 'p-ad-1')
  await nothingIsTold('gasme')
}, 120_000)

/** The committee declines, the place asks for a second look, and the panel dismisses it (8.9). */
const redressed = (): string => {
  const declined = z.looseObject({ answers: z.record(z.string(), z.unknown()) })
  const { answers, ...script } = declined.parse(
    JSON.parse(readFileSync('data/stories/declined-at-committee.json', 'utf8')),
  )
  const asked = {
    ...answers,
    R0: { option: 'request', code: 'DAT' },
    R1: { option: 'admit' },
    R2: { option: 'dismiss' },
  }
  const file = join(data, 'redressed.json')
  writeFileSync(file, JSON.stringify({ ...script, cluster: 'C08-luoshe', answers: asked }))
  return file
}

test('lives are rehearsed over several runs, with papers made and histories sealed, and evidence of them is taken', async () => {
  const stories = [
    ['C09-yueqing', '--years', '1'],
    ['--script', 'data/stories/declined-at-committee.json'],
    ['--script', redressed()],
  ]
  const played = await Promise.all(stories.map((words) => play(stack, ...words)))
  for (const { base } of played) {
    await isSound(base)
    const [programme = ''] = base.split('-', 1)
    rehearsals.push(programme)
    await nothingIsTold(programme)
  }
  expect((await told(rehearsals[0] ?? '', false)).runs).toBeGreaterThan(4)
}, 300_000)

test('a workflow that was ended is revived by an operator: its end is told, and nothing of the revival', async () => {
  const connection = await Connection.connect({ address: stack.state.temporalAddress })
  const { workflow } = new Client({ connection, namespace: 'cornerstone' })
  await workflow.getHandle(baseWorkflowId(shaoxing)).terminate('by mistake')
  await connection.close()
  await did('revive', shaoxing, '--code', 'TER', '--reason', 'ended by mistake', '--as', 'p-ad-1')
  await did('comment', shaoxing, 'It goes on.', '--as', 'p-pm-1')
  await nothingIsTold('gasme', [expect.stringMatching(/^gasme-C02-shaoxing-1, run .* was terminated from outside\.$/)])
}, 120_000)

test('a backup that is restored elsewhere tells the same, and what is done there adds nothing', async () => {
  const [backup, keys, elsewhere] = [join(data, 'backup'), join(data, 'keys'), await aDataFolder()]
  expect(await operate(data, ['make-backup', backup, '--keys', keys])).toMatchObject({ code: 0 })
  await stack.stop()
  try {
    const restored = await operate(elsewhere, ['restore', backup, '--keys', keys, '--heal'])
    if (restored.code !== 0) throw new Error(`Restoring ended with ${restored.code}: ${restored.said}`)
    stack = await aStack({ data: elsewhere })
    await did('comment', yueqing, 'It answers.', '--as', 'p-pm-1')
    await nothingIsTold('gasme', [expect.stringContaining('was terminated from outside')])
    for (const programme of rehearsals) await nothingIsTold(programme)
  } finally {
    await stack.stop()
    rmSync(elsewhere, { recursive: true, force: true })
  }
}, 300_000)
