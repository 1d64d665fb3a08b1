import { expect, test } from '@jest/globals'
import type { EvidenceClass } from '../../domain/form/field.js'
import { followedTables, itemsOf, ownRequests } from '../../domain/follow-up/items.js'
import { full } from '../../domain/gicc/full.js'
import { keyOf } from '../../domain/values/step-key.js'
import { serviceAnswer } from '../../domain/gicc/matters/service-request-forms.js'
import { checkFilled } from '../../domain/form/check.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { pointer } from '../../domain/form/fault.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { checkKnown, peopleIn } from '../../domain/form/known.js'
import {
  checklist,
  fact,
  files,
  formOf,
  listed,
  person,
  proof,
  refersTo,
  table,
  withOption,
  yesNo,
} from '../../domain/gicc/form-fields.js'

const sum = { unit: ['yuan', '元'] } as const
const form = formOf(
  proof(['shown', 'Shown by', '佐证'], { weakest: 3 }),
  files(['map', 'Map', '地图']),
  person(['lead', 'Lead', '组长']),
  checklist(['items', 'Items', '事项'], {
    items: listed(['a1', 'First', '第一项']),
    results: listed(['sound', 'Sound', '合格'], ['serious', 'Serious', '严重']),
    proofs: ['serious'],
    weakest: 3,
  }),
  table(['years', 'Years', '年度'], { columns: [fact(['output', 'Output', '产值'], sum)], most: 5 }),
)
/** The register knows one person, the store an exhibit of class 2 and one of class 4. */
const classes: Readonly<Record<string, EvidenceClass>> = { strong: 2, weak: 4 }
/** Somebody outside has confirmed one activity. Two findings wait for an answer; one decision was taken. */
const known = {
  classOf: (id: string) => classes[id],
  isConfirmed: (id: string) => id === 'confirmed',
  isPerson: (id: string) => id === 'p-1',
  isThere: ({ kind, id }: { kind: string; id: string }) =>
    ['finding f1', 'finding f2', 'decision d1'].includes(`${kind} ${id}`),
  askedIn: () => ['f1', 'f2'],
  ownCell: ({ id }: { id: string }) => id !== 'private',
}
const wrongIn = (of: Form, answers: FormAnswers) => checkKnown(of, { option: 'go', answers, known }).map(pointer)
const wrongAt = (answers: FormAnswers) => wrongIn(form, answers)

const cites = (...ids: readonly string[]) => ids.map((exhibit) => ({ exhibit }))
const figure = (claimed: EvidenceClass, evidence?: readonly object[]) => ({
  years: [{ id: 'y1', output: { value: 1, year: 2026, cutOff: 'all', nature: 'actual', class: claimed, evidence } }],
})

test('an activity that somebody outside has confirmed shows what class 3 shows, and is no paper (8.6)', () => {
  expect(wrongAt({ shown: cites('confirmed') })).toEqual([])
  expect(wrongAt({ shown: cites('denied') })).toEqual(['/shown'])
  expect(wrongAt(figure(3, cites('confirmed')))).toEqual([])
  expect(wrongAt(figure(2, cites('confirmed')))).toEqual(['/years/0/output/evidence'])
  expect(wrongAt(figure(2, cites('confirmed', 'strong')))).toEqual([])
  expect(wrongAt({ map: cites('confirmed') })).toEqual(['/map'])
  expect(wrongAt({ map: cites('weak') })).toEqual([])
})

test('that the name is down somebody signs, or a third party has confirmed (5.12b)', () => {
  const takingDown = full.steps['5.12b']?.form
  if (takingDown === undefined) throw new Error('5.12b has no form')
  const { witness: _, witness_paper: __, ...unsigned } = exampleAnswers(takingDown, { option: 'removed', number: 1 })
  const lacks = (answers: FormAnswers) =>
    checkFilled(takingDown, { option: 'removed', answers: { ...unsigned, ...answers } }).map(pointer)
  expect(lacks({ witness_kind: 'third_party', confirmed: cites('confirmed') })).toEqual([])
  expect(lacks({ witness_kind: 'third_party' })).toEqual(['/confirmed'])
  expect(lacks({ witness_kind: 'notary' })).toEqual(['/witness', '/witness_paper'])
  const shown = (activity: string) => wrongIn(takingDown, { confirmed: cites(activity) })
  expect([shown('confirmed'), shown('denied')]).toEqual([[], ['/confirmed']])
})

test('what is cited is there, and one of it is as strong as the field asks', () => {
  expect(wrongAt({ shown: cites('strong', 'weak'), map: cites('weak') })).toEqual([])
  expect(wrongAt({ shown: cites('weak') })).toEqual(['/shown'])
  expect(wrongAt({ shown: cites('strong', 'nobody-brought-it') })).toEqual(['/shown'])
  expect(wrongAt({ map: cites('nobody-brought-it') })).toEqual(['/map'])
})

test('a figure is of the class of what shows it, and needs nothing where it is self-declared (8.6)', () => {
  expect(wrongAt(figure(5))).toEqual([])
  expect(wrongAt(figure(2, cites('strong')))).toEqual([])
  expect(wrongAt(figure(1, cites('strong')))).toEqual(['/years/0/output/evidence'])
  expect(wrongAt(figure(4))).toEqual(['/years/0/output/evidence'])
  expect(wrongAt(figure(5, cites('nobody-brought-it')))).toEqual(['/years/0/output/evidence'])
})

test('a result that asks for proof has one that is strong enough; beside another result it only has to be there', () => {
  const item = (result: string, ...ids: readonly string[]) => ({ items: { a1: { result, evidence: cites(...ids) } } })
  expect(wrongAt(item('serious', 'strong'))).toEqual([])
  expect(wrongAt(item('serious', 'weak'))).toEqual(['/items/a1/evidence'])
  expect(wrongAt(item('sound', 'weak'))).toEqual([])
  expect(wrongAt(item('sound', 'nobody-brought-it'))).toEqual(['/items/a1/evidence'])
})

test('somebody named by id is in the register; somebody named by name need not be', () => {
  expect(wrongAt({ lead: { id: 'p-1' } })).toEqual([])
  expect(wrongAt({ lead: { id: 'p-9' } })).toEqual(['/lead'])
  expect(wrongAt({ lead: { name: 'Invented', position: { en: 'x', 'zh-CN': 'x' } } })).toEqual([])
  expect(peopleIn(form, { lead: { id: 'p-9' } })).toEqual(['p-9'])
})

const replies = formOf(
  table(['replies', 'Replies', '答复'], {
    columns: [refersTo(['finding', 'Finding', '结论'], { to: 'finding' }), yesNo(['agreed', 'Agreed', '认可'])],
    least: 0,
    most: 9,
    reads: ['finding', 'agreed'],
    about: { column: 'finding', every: [{ kind: 'finding', status: ['open'] }] },
    ...withOption('go'),
  }),
)
const replyTo = (...ids: readonly string[]) => ({
  replies: ids.map((id) => ({ id, finding: [{ kind: 'finding', id }], agreed: true })),
})

test('each item that a table asks for has a row, and no row is about something that is not there (8.17)', () => {
  expect(wrongIn(replies, replyTo('f1', 'f2'))).toEqual([])
  expect(wrongIn(replies, replyTo('f1'))).toEqual(['/replies'])
  expect(wrongIn(replies, { replies: [] })).toEqual(['/replies'])
  expect(wrongIn(replies, replyTo('f1', 'f2', 'f3'))).toEqual(['/replies/2/finding'])
})

test('with an option that does not ask for the table nothing is lacking', () => {
  expect(checkKnown(replies, { option: 'stop', answers: {}, known })).toEqual([])
})

test('a decision that a form points at was taken', () => {
  const pointing = formOf(refersTo(['decision', 'Decision', '决定'], { to: 'decision' }))
  expect(wrongIn(pointing, { decision: [{ kind: 'decision', id: 'd1' }] })).toEqual([])
  expect(wrongIn(pointing, { decision: [{ kind: 'decision', id: 'd2' }] })).toEqual(['/decision'])
})

test('a request that is not to be passed on is answered in another way (5.15)', () => {
  const ids = ['f1', 'f2', 'private']
  const answering = (answer: string): FormAnswers => ({
    answers: ids.map((id) => ({
      id,
      request: [{ kind: 'request', id }],
      answer: id === 'f1' ? 'to_programme' : answer,
    })),
  })
  const on = (answers: FormAnswers) =>
    checkKnown(serviceAnswer, { option: 'replied', answers, known: { ...known, isThere: () => true } }).map(pointer)
  expect(on(answering('not_possible'))).toEqual([])
  for (const passed of ['to_programme', 'to_authority']) expect(on(answering(passed))).toEqual(['/answers/2/answer'])
})

test('whoever asked for a service has the request as it was answered, and nobody else has it (5.15)', () => {
  const common = { stage: 1, at: '2027-01-01T00:00:00.000Z', seq: 1, closedSeq: 1 }
  const of = (step: string) => ({ ...common, step, key: keyOf(step) })
  const asked = { request: [{ id: 'r1', cells: { area: 'area_talent' } }] }
  const answered = { answers: [{ id: 'a1', cells: { request: ['5.15a.1:request-r1'], answer: 'not_possible' } }] }
  const sheets = [
    { ...of('5.15a.1'), person: 'p-en-1', read: asked },
    { ...of('5.15b.1'), person: 'p-clo-1', read: answered },
  ]
  const items = itemsOf(sheets, ({ key }) => followedTables(full.steps[key]?.form))
  const [own] = [...ownRequests(items, { person: 'p-en-1' }).values()]
  expect([own?.status, own?.said.map(({ row }) => row)]).toEqual(['not_taken', ['a1']])
  expect(ownRequests(items, { person: 'p-en-2' }).size).toBe(0)
})
