import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { BaseSummary } from '../../api/contract/base.js'
import { ProgrammeResponse } from '../../api/contract/programme.js'
import { MailboxMessage } from '../../api/contract/paper.js'
import { connect } from '../../db/connect.js'
import { verifyStream } from '../../db/ledger.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { humanCommands, play, readAll, runsOfCommands, type Entry, type Played } from './a-played-base.js'

const story = ['C09-yueqing', '--years', '1'] as const
let stack: Stack
let undisturbed: Played
let disturbed: Played
let killed: readonly number[] = []

beforeAll(async () => {
  stack = await aStack()
  undisturbed = await play(stack, ...story)
  const playing = play(stack, ...story)
  await untilDueDiligence()
  killed = [await stack.pidOf('worker'), await stack.pidOf('relay')]
  for (const pid of killed) process.kill(pid, 'SIGKILL')
  disturbed = await playing
}, 400_000)
afterAll(() => stack.remove(), 90_000)

/** Waits until some base is in due diligence and somebody has acted there. */
const untilDueDiligence = async (): Promise<void> => {
  for (;;) {
    for (const { id } of await stack.all('/programmes?rehearsals=true', { schema: ProgrammeResponse })) {
      const [base] = await stack.all(`/bases?programme=${id}&stage=due_diligence`, { schema: BaseSummary })
      if (base !== undefined && base.waitsFor.every(({ key }) => !key.startsWith('2.1'))) return
    }
    await pause(20)
  }
}

/** What was decided, by step and option, whatever the order in which parallel steps came. */
const decidedIn = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(({ type }) => type === 'step_acted' || type === 'step_closed')
    .map(({ type, actor, payload }) => `${payload.step} ${type} ${JSON.stringify(payload['option'])} ${actor}`)
    .sort()

test.each(['worker', 'relay'] as const)(
  'the supervisor says that the %s ended and starts another one',
  async (part) => {
    expect(stack.said()).toContain(`The ${part} ended unexpectedly; it is started again`)
    expect(stack.said()).toContain(`The ${part} runs again.`)
    expect(killed).not.toContain(await stack.pidOf(part))
  },
)

test('the rehearsal ends as it does without the kill', async () => {
  const outcomes = ({ stages }: Played) => stages.map(({ stage, outcome }) => `${stage}: ${outcome}`)
  expect(outcomes(disturbed)).toEqual(outcomes(undisturbed))
  const counts = ({ steps, decisions, documents }: Played) => ({ steps, decisions, documents: documents.length })
  expect(counts(disturbed)).toEqual(counts(undisturbed))
})

test('no command is lost and none is carried out twice', async () => {
  const [with_, without] = [await readAll(stack, disturbed.base), await readAll(stack, undisturbed.base)]
  expect(decidedIn(with_.entries)).toEqual(decidedIn(without.entries))
  expect(humanCommands(with_.entries)).toBe(disturbed.decisions)
  const runs = runsOfCommands(with_.entries)
  expect(runs).toHaveLength(new Set(runs).size)
})

test('the chain of the ledger verifies up to the head that was printed', async () => {
  const db = connect(stack.readerUrl, { max: 1 })
  const head = { seq: disturbed.ledger.entries, hash: disturbed.ledger.head }
  expect(await verifyStream(db, { stream: disturbed.base, head })).toEqual({ sound: true, head })
  await db.destroy()
})

/** Binding letters are handed over at most once; one that was on its way at the kill stays unknown for a person to judge. */
const binding = ['base_closed', 'document_made']

const mailsOf = ({ letters }: Awaited<ReturnType<typeof readAll>>): number =>
  new Set(letters.flatMap(({ id, sentWith, state }) => (state === 'sent' ? [sentWith ?? id] : []))).size

test('every letter was written once, and has arrived unless it was needed no more or says that nobody knows', async () => {
  const [with_, without] = [await readAll(stack, disturbed.base), await readAll(stack, undisturbed.base)]
  const written = ({ letters }: typeof with_) =>
    letters.map(({ kind, step, recipient, language }) => [kind, step, recipient, language].join(' ')).sort()
  expect(written(with_)).toEqual(written(without))
  const unknown = with_.letters.filter(({ state }) => state === 'unknown')
  expect(unknown.filter(({ kind }) => !binding.includes(kind))).toEqual([])
  const settled = with_.letters.filter(({ state }) => state === 'sent' || state === 'not_needed')
  expect(settled).toHaveLength(with_.letters.length - unknown.length)
  const arrived = await stack.all('/mailbox-messages', { schema: MailboxMessage })
  const surely = mailsOf(without) + mailsOf(with_)
  expect(arrived.length).toBeGreaterThanOrEqual(surely)
  expect(arrived.length).toBeLessThanOrEqual(surely + unknown.length)
})
