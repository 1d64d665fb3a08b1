import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { machineClock } from '../../clock/machine-clock.js'
import { MailboxMessage } from '../../api/contract/paper.js'
import { bounded } from '../../cli/rehearsal/bounded.js'
import { samplePeople } from '../../cli/sample-data.js'
import { connect } from '../../db/connect.js'
import { noHash, verifyStream } from '../../db/ledger.js'
import { full } from '../../domain/gicc/full.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { drawn, drawnBy } from '../support/how-much.js'
import { humanCommands, keysOf, ofType, play, readAll, runsOfCommands, type Played } from './a-played-base.js'
import { everythingInTemporal } from './everything-in-temporal.js'

const standard = 'the standard story'
const withdrawn = 'the nominee withdraws'
const beside = {
  'the committee declines': ['--script', 'data/stories/declined-at-committee.json'],
  'the government refuses': ['--script', 'data/stories/government-refuses.json'],
  'yellow, then repaired': ['--script', 'data/stories/yellow-then-repaired.json'],
  'red and withdrawn': ['--script', 'data/stories/red-and-withdrawn.json'],
} as const satisfies Record<string, readonly string[]>
/** The short form plays some of those beside the two that are played each time. */
const some = drawn(Object.entries<readonly string[]>(beside), { short: 1, of: 'stories' })
const stories: readonly (readonly [title: string, args: readonly string[]])[] = [
  [standard, ['C09-yueqing', '--years', '2']],
  [withdrawn, ['--script', 'data/stories/nominee-withdraws-during-site-mission.json']],
  ...some,
]
const titles = stories.map(([title]) => title)
const isPlayed = (title: string): boolean => titles.includes(title)

let stack: Stack
const played = new Map<string, Played>()

beforeAll(async () => {
  stack = await aStack()
  const work = async ([title, args]: (typeof stories)[number]) => void played.set(title, await play(stack, ...args))
  await bounded(stories, { limit: 2, work })
}, 400_000)
afterAll(() => stack.remove(), 90_000)

test(`of ${Object.keys(beside).length} stories beside the two of each time ${some.length} are played, drawn by ${drawnBy}`, () => {
  expect([...played.keys()].toSorted()).toEqual(titles.toSorted())
})

const outcomeOf = (title: string): Played => {
  const outcome = played.get(title)
  if (outcome === undefined) throw new Error(`${title} was not played`)
  return outcome
}
const readStory = (title: string) => readAll(stack, outcomeOf(title).base)
const stagesOf = (title: string) => outcomeOf(title).stages.map(({ stage, outcome }) => `${stage}: ${outcome}`)
const through = [
  'nomination: shortlisted',
  'due_diligence: slot_reserved',
  'memorandum: mou_signed',
  'launch: active_green',
]

test('the standard story goes through the stages of the mission and has two yearly reviews, years ahead', async () => {
  const { stages, virtualDays, wallSeconds } = outcomeOf(standard)
  expect(stagesOf(standard)).toEqual([...through, 'yearly_review: active_green', 'yearly_review: active_green'])
  const instants = stages.flatMap(({ enteredAt, leftAt }) => [enteredAt, leftAt])
  expect(instants).toEqual([...instants].sort())
  expect(Date.parse(stages.at(-1)?.leftAt ?? '') - machineClock().getTime()).toBeGreaterThan(365 * 86_400_000)
  expect(virtualDays).toBeGreaterThan(365)
  expect(wallSeconds).toBeGreaterThan(0)
})

/** What the same rehearsal counted when every opening and every change of a status was a letter to each who could act. */
const lettersOnceSent = 339

test('the standard story sends at most half of the letters it sent when each was sent by itself', () => {
  const { letters } = outcomeOf(standard)
  expect(letters).toBeGreaterThan(20)
  expect(letters).toBeLessThanOrEqual(lettersOnceSent / 2)
})

test('the standard story reaches every step but those of another course', async () => {
  const elsewhere =
    '1.4b 1.5c 1.5d 1.6c 1.8b 1.10w 2.8d 2.9c 2.10w 2.10o 3.7a 3.7b 3.7c 3.7d 4.3x 5.2d 5.3c 5.8s 5.9b 5.11a 5.11b 5.11c 5.12a 5.12b R0 R1 R2 5.8r 5.9r'
  // Beside the stages: a base is screened again, and its years are noted.
  const beside = '1.6d 5.14a 5.14b 5.15a 5.15b 5.15c'.split(' ')
  const reached = Object.values(full.steps)
    .filter(({ key, matter }) => (matter === undefined ? !elsewhere.split(' ').includes(key) : beside.includes(key)))
    .map(({ key }) => key)
  const { entries } = await readStory(standard)
  expect([...keysOf(entries)].sort()).toEqual(reached.sort())
  const closed = new Set(ofType(entries, 'step_closed').map(({ payload: { key } }) => key))
  expect(reached.filter((key) => !closed.has(key))).toEqual([])
})

type Ending = readonly [title: string, stages: readonly (string | undefined)[], status: string, code: string]
const endings: readonly Ending[] = [
  ['the committee declines', ['nomination: declined'], 'declined', 'COM'],
  ['the government refuses', [...through.slice(0, 2), 'memorandum: lapsed'], 'lapsed', 'GOV'],
  // The board decides on a red while the next review is under way already (5.12): until then the base keeps its colour.
  ['red and withdrawn', [...through, 'yearly_review: active_green', 'yearly_review: red'], 'red', 'PLN'],
  [withdrawn, [through[0], 'due_diligence: withdrawn_by_nominee'], 'withdrawn_by_nominee', 'WDR'],
]

test.each(endings.filter(([title]) => isPlayed(title)))(
  '%s: the base is closed with status and reason, holds no slot and waits for nobody',
  async (title, stages, status, code) => {
    expect(stagesOf(title)).toEqual(stages)
    const { view } = await readStory(title)
    expect(view).toMatchObject({ status, code, closed: true, waitsFor: [], nextDueAt: null })
    expect(view.slot).toBeUndefined()
  },
)

if (isPlayed('yellow, then repaired'))
  test('yellow, then repaired: the plan is asked for, returned once and kept, and the next review is green again', async () => {
    const title = 'yellow, then repaired'
    expect(stagesOf(title)).toEqual([...through, 'yearly_review: active_yellow', 'yearly_review: active_green'])
    const { view, entries } = await readStory(title)
    expect(view).toMatchObject({ status: 'active_green', closed: false, slot: 1 })
    const steps = ofType(entries, 'step_closed').map(({ payload: { step } }) => step)
    expect(steps).toEqual(expect.arrayContaining(['5.11a.1', '5.11b.1', '5.11a.2', '5.11b.2', '5.11c.1']))
  })

test('the nominee withdraws during the site mission: the step under way is stopped, not decided (14.11, 9)', async () => {
  const { entries } = await readStory(withdrawn)
  const last = ofType(entries, 'step_closed').at(-1)
  expect(last?.payload).toMatchObject({ step: '2.5a.1', how: 'stopped' })
  expect(ofType(entries, 'withdrawal_declared').map(({ role }) => role)).toEqual(['LG'])
})

if (isPlayed('the government refuses')) {
  test('the government refuses: a slot that was reserved is freed', async () => {
    const { entries } = await readStory('the government refuses')
    const slots = entries.map(({ type }) => type).filter((type) => type.startsWith('slot_'))
    expect(slots).toEqual(['slot_reserved', 'slot_freed'])
  })

  test('a government that lets the draft lie is reminded and the matter is escalated, with letters of both', async () => {
    const { entries, letters } = await readStory('the government refuses')
    for (const type of ['reminded', 'escalated']) {
      expect(ofType(entries, type).map(({ payload: { key } }) => key)).toContain('3.5')
      expect(letters.filter(({ kind, step }) => kind === type && step === '3.5.1').length).toBeGreaterThan(0)
    }
  })
}

test.each(titles)('%s: its numbers are those of the ledger, the letters and the papers', async (title) => {
  const { steps, decisions, letters, documents, ledger } = outcomeOf(title)
  const told = await readStory(title)
  expect(ofType(told.entries, 'step_closed')).toHaveLength(steps)
  expect(humanCommands(told.entries)).toBe(decisions)
  expect(runsOfCommands(told.entries)).toHaveLength(new Set(runsOfCommands(told.entries)).size)
  expect(told.letters.filter(({ state }) => state === 'sent')).toHaveLength(letters)
  expect(new Set(told.letters.map(({ state }) => state))).toEqual(new Set(['sent', 'not_needed']))
  const made = ofType(told.entries, 'document_made').flatMap(
    ({ payload }) => z.object({ files: z.array(z.unknown()) }).parse(payload).files,
  )
  expect(made).toHaveLength(documents.length)
  expect(ledger).toEqual({ entries: told.entries.length, head: told.entries.at(-1)?.hash })
})

test('where everybody acts at once, at most half of the letters leave that were queued for a person and an event each', async () => {
  const told = (await Promise.all(titles.map(readStory))).flatMap(({ letters }) => letters)
  expect(told.filter(({ state }) => state === 'sent').length).toBeLessThanOrEqual(told.length / 2)
})

test.each(titles)('%s: every paper is a PDF stored under its own SHA-256, in each of the languages', async (title) => {
  const { documents } = outcomeOf(title)
  const kinds = [...new Set(documents.map(({ kind }) => kind))]
  const languages = kinds.map((of) => documents.filter(({ kind }) => kind === of).map(({ language }) => language))
  for (const known of languages) expect([...new Set(known)].sort()).toEqual(['en', 'zh-CN'])
  for (const { sha256 } of documents) {
    const response = await fetch(new URL(`/documents/${sha256}`, stack.url), {
      headers: { authorization: `Bearer ${await stack.tokenOf('p-au-1')}` },
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  }
})

test('every letter that was sent lies in the mailbox, in one mail for each reader and look, and nothing else does', async () => {
  const told = (await Promise.all(titles.map(readStory))).flatMap(({ letters }) => letters)
  const mails = new Set(told.flatMap(({ state, sentWith }) => (state === 'sent' ? [sentWith] : [])))
  const arrived = await stack.all('/mailbox-messages', { schema: MailboxMessage })
  expect(mails.has(null)).toBe(false)
  expect(arrived).toHaveLength(mails.size)
})

test('the chain of every ledger verifies up to the head that was printed, and up to no other', async () => {
  const db = connect(stack.readerUrl, { max: 1 })
  for (const { base, ledger } of played.values()) {
    const head = { seq: ledger.entries, hash: ledger.head }
    expect(await verifyStream(db, { stream: base, head })).toEqual({ sound: true, head })
    const forged = await verifyStream(db, { stream: base, head: { ...head, hash: noHash } })
    expect(forged).toMatchObject({ sound: false, fault: 'other_head' })
  }
  await db.destroy()
})

test.each(titles)('%s: Temporal knows people by their ids, and no name, address or word of theirs', async (title) => {
  const { base } = outcomeOf(title)
  const place = { namespace: 'cornerstone-rehearsal', workflowId: baseWorkflowId(base) }
  const { runs, text } = await everythingInTemporal(stack.state.temporalAddress, place)
  expect(runs).toBeGreaterThanOrEqual(outcomeOf(title).stages.length)
  expect(text).toContain(`"p-${base.slice(base.indexOf('-') + 1, -2)}-lg"`)
  const { people } = samplePeople()
  const private_ = people.flatMap(({ name, email }) => [name.en, name.local, email, 'Invented for rehearsal.'])
  expect([...new Set(private_)].filter((words) => text.includes(words))).toEqual([])
})
