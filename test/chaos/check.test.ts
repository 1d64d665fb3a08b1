import { expect, test } from '@jest/globals'
import { check } from './check.js'
import type { CommandFacts, Facts } from './facts.js'
import {
  base,
  comment,
  decision,
  keyOfComment,
  keyOfDecision,
  keyOfRefused,
  notice,
  refused,
  reminder,
  soundFacts,
} from './some-facts.js'

const kindsIn = (facts: Partial<Facts>): readonly string[] =>
  check({ ...soundFacts, ...facts }).map(({ kind, subject }) => `${kind} ${subject}`)

/** The sound commands with one of them otherwise. */
const withCommand = (changed: CommandFacts): Pick<Facts, 'commands'> => ({
  commands: soundFacts.commands.map((command) => (command.key === changed.key ? changed : command)),
})
const withoutEntry = (seq: number): Pick<Facts, 'entries'> => ({
  entries: soundFacts.entries.filter((entry) => entry.seq !== seq),
})
const other = { status: 200, body: '{"command":"other","head":9,"entries":[]}' }

test('where all is as it was said, nothing is found', () => {
  expect(check(soundFacts)).toEqual([])
})

test('an acknowledged entry that is missing is lost', () => {
  expect(kindsIn(withoutEntry(4))).toEqual([`lost comment ${keyOfComment}`])
})

test('an entry of the right number and another type is lost all the same', () => {
  const entries = soundFacts.entries.map((entry) => (entry.seq === 4 ? { ...entry, type: 'held' } : entry))
  expect(kindsIn({ entries })).toContain(`lost comment ${keyOfComment}`)
})

test('an answer that says nothing of entries is lost', () => {
  const empty = { status: 200, body: 'OK' }
  expect(kindsIn(withCommand({ ...comment, answers: [empty], kept: undefined, repeated: empty }))).toEqual([
    `lost comment ${keyOfComment}`,
    `note_missing comment ${keyOfComment}`,
  ])
})

test.each([
  ['further on in the same stream', base],
  ['in another stream', 'gasme-C14-yongkang-1'],
])('a command that stands twice, %s, is doubled', (_where, stream) => {
  const again = { stream, seq: 9, type: 'commented', commandId: keyOfComment, order: undefined }
  expect(kindsIn({ entries: [...soundFacts.entries, again] })).toEqual([`doubled comment ${keyOfComment}`])
})

test('a decision that was acted twice in one row of entries is doubled', () => {
  const entries = soundFacts.entries.map((entry) => (entry.seq === 6 ? { ...entry, type: 'step_acted' } : entry))
  expect(kindsIn({ entries })).toContain(`doubled decide ${keyOfDecision}`)
})

test.each<[string, CommandFacts]>([
  ['a second sender is told otherwise', { ...comment, answers: [...comment.answers, other] }],
  ['the same key is answered otherwise afterwards', { ...comment, repeated: other }],
  ['the note says otherwise', { ...comment, kept: { state: 'accepted', answer: { status: 200, body: {} } } }],
  ['the note has no answer', { ...comment, kept: { state: 'sent', answer: null } }],
])('where %s, it is answered otherwise than recorded', (_what, command) => {
  expect(kindsIn(withCommand(command))).toEqual([`answered_otherwise comment ${keyOfComment}`])
})

test('a refusal whose act stands in the ledger is answered otherwise than recorded', () => {
  const own = { stream: base, seq: 9, type: 'step_acted', commandId: keyOfRefused, order: undefined }
  expect(kindsIn({ entries: [...soundFacts.entries, own] })).toEqual([`answered_otherwise decide ${keyOfRefused}`])
})

test('the same refusal in other bytes is named: a request of its own shows through', () => {
  const again = { status: 409, body: (refused.repeated?.body ?? '').replace('r-1', 'r-9') }
  expect(kindsIn(withCommand({ ...refused, repeated: again }))).toEqual([`other_bytes decide ${keyOfRefused}`])
  expect(kindsIn(withCommand({ ...refused, answers: [...refused.answers, again] }))).toEqual([
    `other_bytes decide ${keyOfRefused}`,
  ])
})

test('an acknowledged command of which there is no note is named', () => {
  expect(kindsIn(withCommand({ ...decision, kept: undefined }))).toEqual([`note_missing decide ${keyOfDecision}`])
  expect(kindsIn(withCommand({ ...refused, kept: undefined }))).toEqual([`note_missing decide ${keyOfRefused}`])
})

test('a "no" of the edge that was noted nowhere may be written anew; one of the rules may not', () => {
  const noOf = (code: string, requestId: string) => ({ status: 404, body: JSON.stringify({ code, requestId }) })
  const passing = (code: string) =>
    withCommand({
      ...refused,
      answers: [noOf(code, 'r-1')],
      repeated: noOf(code, 'r-2'),
      otherText: [noOf('not_found', 'r-3')],
      kept: undefined,
    })
  expect(kindsIn(passing('not_found'))).toEqual([])
  expect(kindsIn(passing('unknown_step'))).toEqual([
    `other_bytes decide ${keyOfRefused}`,
    `note_missing decide ${keyOfRefused}`,
    `conflict_untold decide ${keyOfRefused}`,
  ])
})

test('a command nobody was ever told of is named', () => {
  const silent = { ...comment, answers: [], otherText: [], kept: undefined, repeated: undefined }
  expect(kindsIn(withCommand(silent))).toEqual([`unanswered comment ${keyOfComment}`])
})

test('another text under the same key that is carried out, or answered as the first, is named', () => {
  const [first] = comment.answers
  const otherText = first === undefined ? [] : [first]
  expect(kindsIn(withCommand({ ...comment, otherText }))).toEqual([`conflict_untold comment ${keyOfComment}`])
})

test('whatever the comparison of the two witnesses names after a storm is a false accusation', () => {
  const divergences = [{ code: 'command_by_hand', says: 'a command was sent by hand' }]
  expect(kindsIn({ divergences })).toEqual(['false_accusation command_by_hand'])
  expect(kindsIn({ divergences: [{ code: 'recovered_after_crash', says: 'told as what it is' }] })).toEqual([])
})

test('evidence that does not verify is named', () => {
  expect(kindsIn({ evidence: [{ base, sound: false, says: 'Entry 4 does not fit.' }] })).toEqual([`unsound ${base}`])
})

const named = ({ kind, seq, messageId }: typeof notice): string => `${kind} ${base} ${seq} ${messageId}`
const again = (letter: typeof notice, { answered = true, at = 90_000 } = {}): Pick<Facts, 'copies'> => ({
  copies: [...soundFacts.copies, { messageId: letter.messageId, answered, at }],
})

test('a binding letter that came twice is doubled, whatever happened meanwhile', () => {
  const disturbances = [{ what: 'relay', from: 61_000, to: 62_000 }]
  expect(kindsIn({ ...again(notice), disturbances })).toEqual([`letter_doubled ${named(notice)}`])
})

test('any other letter that came twice is doubled where the relay was told yes and nothing was in its way', () => {
  expect(kindsIn(again(reminder))).toEqual([`letter_doubled ${named(reminder)}`])
  expect(kindsIn({ ...again(reminder), disturbances: [{ what: 'relay', from: 61_000, to: 62_000 }] })).toEqual([])
  const [first, ...rest] = soundFacts.copies
  const unheard = first === undefined ? [] : [{ ...first, answered: false }]
  expect(kindsIn({ copies: [...unheard, ...rest, ...again(reminder).copies.slice(-1)] })).toEqual([])
})

/** The letters with one of them in another state, and without what came of it. */
const leftAs = (letter: typeof notice, state: string): Pick<Facts, 'letters' | 'copies'> => ({
  letters: soundFacts.letters.map((one) => (one === letter ? { ...one, state } : one)),
  copies: soundFacts.copies.filter(({ messageId }) => messageId !== letter.messageId),
})

test.each(['sent', 'queued', 'failed', 'unknown'])('a letter that never came and is kept as %s is missing', (state) => {
  expect(kindsIn(leftAs(reminder, state))).toEqual([`letter_missing ${named(reminder)}`])
})

test('a binding letter may stay unknown, and any letter may be refused for good by the mail server', () => {
  expect(kindsIn(leftAs(notice, 'unknown'))).toEqual([])
  expect(kindsIn({ ...leftAs(reminder, 'failed'), refusedForGood: [reminder.messageId] })).toEqual([])
})

test('an entry that always tells somebody, and for which no letter was queued, is named', () => {
  const held = { stream: base, seq: 9, type: 'held', commandId: 'c-9', order: undefined }
  expect(kindsIn({ entries: [...soundFacts.entries, held] })).toEqual([`letter_missing ${base} 9`])
})

test('a paper that was ordered and not made, made twice, or cannot be read is named', () => {
  expect(kindsIn(withoutEntry(8))).toEqual([`paper_missing ${base} o-1`])
  const [made] = soundFacts.entries.slice(-1)
  const twice = made === undefined ? [] : [{ ...made, seq: 9 }]
  expect(kindsIn({ entries: [...soundFacts.entries, ...twice] })).toEqual([`paper_doubled ${base} o-1`])
  expect(kindsIn({ papers: [] })).toEqual([`paper_missing ${base} o-1`])
  expect(kindsIn({ papers: soundFacts.papers.map((paper) => ({ ...paper, readable: false })) })).toEqual([
    `paper_missing ${base} o-1`,
  ])
})
