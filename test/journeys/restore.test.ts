import { randomUUID } from 'node:crypto'
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { connect } from '../../db/connect.js'
import { verifyStream } from '../../db/ledger.js'
import { aDataFolder, aStack, type Stack } from '../support/a-stack.js'
import { parsed, type Answered } from '../support/an-asker.js'
import { readAll } from './a-played-base.js'
import { nominate } from './a-standing-base.js'
import { operate } from './operating.js'

/** What `restore --heal --json` prints, as far as it is looked at here. */
const Healed = z.object({
  healed: z.array(z.object({ stream: z.string(), from: z.number(), to: z.number() })),
  refused: z.array(z.object({ stream: z.string(), seq: z.number(), code: z.string() })),
  letters: z.array(z.object({ id: z.string(), base: z.string() })),
  unnoted: z.array(z.string()),
  texts: z.array(z.string()),
  unknown: z.array(z.string()),
  begun: z.array(z.string()),
  behind: z.array(z.object({ stream: z.string(), knew: z.number(), has: z.number() })),
})

interface Acknowledged {
  readonly path: string
  readonly sent: { readonly as: string; readonly key: string; readonly body: unknown }
  readonly answer: Answered
}

let data: string
let stack: Stack
let yueqing: string
let shaoxing: string
/** Nominated after the backup was taken. */
let wenzhou: string
/** Everything that was answered with yes, after the backup each time. */
const acknowledged: Acknowledged[] = []

const backup = (name: string): string => join(data, 'backups', name)

beforeAll(async () => {
  data = await aDataFolder()
  stack = await aStack({ data })
  yueqing = await nominate(stack, 'C09-yueqing')
  shaoxing = await nominate(stack, 'C02-shaoxing')
}, 240_000)
afterAll(async () => {
  await stack.stop()
  rmSync(data, { recursive: true, force: true })
}, 90_000)

/** Sends a command that is heard, and keeps what its sender was told. */
const act = async (path: string, { as, body }: { as: string; body: object }) => {
  // With its form, so that the same is sent when it is asked again of another stack.
  const sent = { as, key: randomUUID(), body: await stack.filler.withForm(path, { as, body }) }
  const answer = await stack.ask(path, sent)
  acknowledged.push({ path, sent, answer })
  return parsed(answer, AcceptedResponse)
}

const decide = (base: string, { step, as, option }: { step: string; as: string; option: string }) =>
  act(`/bases/${base}/steps/${step}/decisions`, { as, body: { option } })

const differences = async () => {
  const { divergences } = parsed(
    await stack.ask('/programmes/gasme/reconciliation', { as: 'p-au-1' }),
    ReconciliationResponse,
  )
  return divergences
}

const healed = async () => {
  const { code, out, said } = await operate(data, ['restore', '--heal', '--json'])
  if (code !== 0) throw new Error(`Healing ended with ${code}: ${said}`)
  return Healed.parse(JSON.parse(out))
}

const untilLettersAreOut = async (base: string): Promise<void> => {
  for (;;) {
    const { letters } = await readAll(stack, base)
    if (letters.length > 0 && letters.every(({ state }) => state === 'sent' || state === 'not_needed')) return
    await pause(100)
  }
}

/** All that is shown of a base but what becomes of its letters, and people's words, which no history holds. */
const shown = async (base: string) => {
  const { view, entries: all, letters } = await readAll(stack, base)
  const entries = all.map((entry) => ({ ...entry, words: null }))
  return {
    view: { ...view, counts: { ...view.counts, letters: 0 } },
    entries,
    letters: letters.map(({ step, kind, recipient }) => `${step} ${kind} ${recipient}`).toSorted(),
  }
}

const everybodyIsAnsweredAsBefore = async (): Promise<void> => {
  for (const { path, sent, answer } of acknowledged) expect(await stack.ask(path, sent)).toEqual(answer)
}

const chainsAreSound = async (): Promise<void> => {
  const db = connect(stack.readerUrl, { max: 1 })
  for (const stream of ['gasme', yueqing, shaoxing, wenzhou])
    expect({ stream, ...(await verifyStream(db, { stream })) }).toMatchObject({ stream, sound: true })
  await db.destroy()
}

test('a backup is taken while people decide, is checked as it lies there, and holds no key', async () => {
  const [taken] = await Promise.all([
    operate(data, ['make-backup', backup('first'), '--keys', join(data, 'keys')]),
    decide(yueqing, { step: '1.2a.1', as: 'p-C09-yueqing-lg', option: 'sent' }),
  ])
  expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('and were checked.') })
  const key =
    readFileSync(join(data, 'keys', 'person-key'), 'utf8')
      .trim()
      .split('+')
      .at(-1) ?? ''
  const rows = readFileSync(join(backup('first'), 'database', 'person_key.jsonl'), 'utf8')
  expect(rows).not.toContain(key)
  const again = await operate(data, ['make-backup', backup('first')])
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') })
  const inside = await operate(data, ['make-backup', backup('other'), '--keys', backup('other')])
  expect(inside).toMatchObject({ code: 1, said: expect.stringContaining('Keys are kept apart from the backup') })
}, 300_000)

test('nothing is restored while Cornerstone runs, and nothing from a backup that was changed', async () => {
  const running = await operate(data, ['restore', backup('first')])
  expect(running).toMatchObject({ code: 1, said: expect.stringContaining('Stop it first, with Ctrl-C.') })
  await goOn()
  await stack.stop()
  cpSync(backup('first'), backup('damaged'), { recursive: true })
  appendFileSync(join(backup('damaged'), 'database', 'ledger_entry.jsonl'), '\n')
  writeFileSync(join(backup('damaged'), 'database', 'more.jsonl'), '')
  const damaged = await operate(data, ['restore', backup('damaged'), '--only', 'database'])
  expect(damaged.code).toBe(1)
  expect(damaged.said).toContain('is not used, because it is not what was made')
  expect(damaged.said).toContain('database/ledger_entry.jsonl was changed')
  expect(damaged.said).toContain('database/more.jsonl was added')
}, 300_000)

let before: Awaited<ReturnType<typeof shown>>[]

/** What is lost later: decisions on bases the backup has, one it has not, words, and a seat. */
const goOn = async (): Promise<void> => {
  await decide(yueqing, { step: '1.2b.1', as: 'p-pm-1', option: 'invite' })
  wenzhou = await nominate(stack, 'C03-wenzhou')
  await decide(wenzhou, { step: '1.2a.1', as: 'p-C03-wenzhou-lg', option: 'sent' })
  await decide(shaoxing, { step: '1.2a.1', as: 'p-C02-shaoxing-lg', option: 'sent' })
  await act(`/bases/${shaoxing}/comments`, { as: 'p-pm-1', body: { text: 'The map came by post.' } })
  const seat = { person: 'p-so-1', role: 'SO', organisation: 'o-office', from: '2026-01-01T00:00:00.000Z' }
  const proposal = { proposal: 'so-1', paper: { number: '2026-14', date: '2026-11-20' } }
  const { head } = await act('/programmes/gasme/mandates', { as: 'p-ad-1', body: { mandates: [seat], ...proposal } })
  await act('/programmes/gasme/mandates/so-1/confirmations', { as: 'p-pd-1', body: { seq: head } })
  for (const base of [yueqing, shaoxing, wenzhou]) await untilLettersAreOut(base)
  before = [await shown(yueqing), await shown(shaoxing), await shown(wenzhou)]
}

test('an older database beside a newer Temporal: it is told what is missing, of a base too that only Temporal knows', async () => {
  expect(await operate(data, ['restore', backup('first'), '--only', 'database'])).toMatchObject({ code: 0 })
  stack = await aStack({ data })
  const found = await differences()
  expect(new Set(found.map(({ code }) => code))).toContain('entry_missing')
  expect(new Set(found.filter(({ code }) => code === 'entry_missing').map(({ stream }) => stream))).toEqual(
    new Set(['gasme', yueqing, shaoxing, wenzhou]),
  )
  await stack.stop()
}, 300_000)

test('healing brings every acknowledged entry back, byte for byte, and no letter goes out twice', async () => {
  const report = await healed()
  expect(report).toMatchObject({ refused: [], begun: [], behind: [], unknown: [] })
  expect(report.healed.map(({ stream }) => stream).toSorted()).toEqual(['gasme', shaoxing, wenzhou, yueqing])
  expect(report.healed.find(({ stream }) => stream === wenzhou)).toMatchObject({ from: 1 })
  expect(report.texts).toHaveLength(6)
  expect(report.letters.length).toBeGreaterThan(0)
  expect(await healed()).toMatchObject({ healed: [], refused: [], letters: [] })
  stack = await aStack({ data })
  await chainsAreSound()
  expect([await shown(yueqing), await shown(shaoxing), await shown(wenzhou)]).toEqual(before)
  const found = (await differences()).map(({ code, subject = '' }) => `${code} ${subject}`)
  expect(report.unnoted).toEqual([])
  // Words and keys of files that only the lost database had are gone, and the comparison says so each time.
  expect(found.filter((one) => one.startsWith('exhibit_missing'))).toHaveLength(2)
  expect(found.filter((one) => !one.startsWith('exhibit_missing')).toSorted()).toEqual(
    report.texts.map((text) => `text_missing ${text}`),
  )
  await everybodyIsAnsweredAsBefore()
  const states = (await readAll(stack, wenzhou)).letters.map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(['unknown']))
}, 300_000)

test('the bases go on, and an older Temporal beside a newer database goes on from the ledger', async () => {
  expect(await operate(data, ['make-backup', backup('second')])).toMatchObject({ code: 0 })
  await decide(wenzhou, { step: '1.2b.1', as: 'p-pm-1', option: 'invite' })
  await act(`/bases/${yueqing}/comments`, { as: 'p-pm-1', body: { text: 'Ask again in spring.' } })
  await stack.stop()
  expect(await operate(data, ['restore', backup('first'), '--only', 'temporal'])).toMatchObject({ code: 0 })
  const report = await healed()
  expect(report).toMatchObject({ healed: [], refused: [], begun: [wenzhou] })
  expect(report.behind.map(({ stream }) => stream).toSorted()).toEqual(['gasme', shaoxing, yueqing])
  expect(await healed()).toMatchObject({ healed: [], refused: [], begun: [] })
  stack = await aStack({ data })
  await act(`/bases/${yueqing}/comments`, { as: 'p-pm-1', body: { text: 'It answered.' } })
  await act(`/bases/${wenzhou}/comments`, { as: 'p-pm-1', body: { text: 'So did this one.' } })
  await decide(shaoxing, { step: '1.2b.1', as: 'p-pm-1', option: 'invite' })
  await everybodyIsAnsweredAsBefore()
  await chainsAreSound()
}, 300_000)

test('the whole backup is restored into a folder of its own, with the keys that were kept apart', async () => {
  await stack.stop()
  const elsewhere = await aDataFolder()
  try {
    const bare = await operate(elsewhere, ['restore', backup('second')])
    expect(bare).toMatchObject({ code: 1, said: expect.stringContaining('which is not in') })
    const whole = await operate(elsewhere, ['restore', backup('second'), '--keys', join(data, 'keys'), '--heal'])
    if (whole.code !== 0) throw new Error(`Restoring ended with ${whole.code}: ${whole.said}`)
    expect(whole.out).toContain('The ledger lacks nothing that a history holds.')
    stack = await aStack({ data: elsewhere })
    expect((await readAll(stack, wenzhou)).view.waitsFor.map(({ step }) => step)).toEqual(['1.2b.1'])
    await stack.decide({ base: wenzhou, step: '1.2b.1' }, { as: 'p-pm-1', option: 'invite' })
  } finally {
    await stack.stop()
    rmSync(elsewhere, { recursive: true, force: true })
  }
}, 300_000)
