import { expect, test } from '@jest/globals'
import { becomes, choice, formOf, listed, refersTo, table, words } from '../../domain/gicc/form-fields.js'
import { formFaults } from '../../domain/form/form-faults.js'
import type { Form } from '../../domain/form/form.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import type { ReadCells } from '../../domain/form/rows.js'
import { filledOver, followedTables, itemsAsked, itemsOf, type FiledForm } from '../../domain/follow-up/items.js'
import { followed } from '../../domain/follow-up/followed.js'
import { filedFormsIn, type FormEntry } from '../../domain/follow-up/filed-forms.js'
import { full } from '../../domain/gicc/full.js'
import { steps } from '../../domain/gicc/steps.js'
import { sinceTheReport } from '../../domain/gicc/yearly-review/since-the-report.js'
import { keyOf } from '../../domain/values/step-key.js'

const severity = choice(['severity', 'Severity', '程度'], { choices: listed(['minor', 'Minor', '轻微']) })
const found = formOf(
  table(['findings', 'Findings', '结论'], {
    columns: [severity, words(['text', 'Text', '内容'], { most: 100 })],
    most: 9,
    reads: ['severity'],
    enters: { kind: 'finding' },
  }),
)
const finding = refersTo(['finding', 'Finding', '结论'], { to: 'finding' })
const reply = choice(['reply', 'Reply', '答复'], {
  choices: listed(['accept', 'Accept', '认可'], ['drop', 'Drop', '撤回']),
})
const about = {
  column: 'finding',
  sets: becomes('finding', { column: 'reply', to: { accept: 'answered', drop: 'withdrawn' } }),
  every: [{ kind: 'finding', status: ['open'], of: 'look' }],
} as const
const heard = formOf(
  table(['replies', 'Replies', '答复'], { columns: [finding, reply], most: 9, reads: ['finding', 'reply'], about }),
)
const forms: Readonly<Record<string, Form>> = { look: found, hear: heard }

let seq = 0
const filed = (step: string, read: ReadValues): FiledForm => {
  seq += 1
  return {
    step,
    key: step.split('.')[0] ?? '',
    stage: 1,
    seq,
    at: '2027-01-01T00:00:00.000Z',
    closedSeq: seq,
    person: null,
    read,
  }
}
const finds = (step: string, ...rows: readonly string[]) =>
  filed(step, { findings: rows.map((id) => ({ id, cells: { severity: 'minor' } })) })
const replies = (step: string, said: Readonly<Record<string, string>>) =>
  filed(step, {
    replies: Object.entries(said).map(([id, given], index) => ({
      id: `a${index}`,
      cells: { finding: [id], reply: given },
    })),
  })
const standing = (...all: readonly FiledForm[]) =>
  Object.fromEntries(itemsOf(all, ({ key }) => followedTables(forms[key])).map(({ id, status }) => [id, status]))

test('a row is followed once its visit is closed, and is what the last row about it made of it (8.17)', () => {
  const looked = finds('look.1', 'r1', 'r2')
  expect(standing(looked)).toEqual({ 'look.1:findings-r1': 'open', 'look.1:findings-r2': 'open' })
  expect(standing(looked, replies('hear.1', { 'look.1:findings-r1': 'accept' }))).toEqual({
    'look.1:findings-r1': 'answered',
    'look.1:findings-r2': 'open',
  })
})

test('a row about nothing that is followed changes nothing', () => {
  expect(standing(finds('look.1', 'r1'), replies('hear.1', { 'look.9:findings-r1': 'accept' }))).toEqual({
    'look.1:findings-r1': 'open',
  })
})

test('of several who decide more than half have to say the same', () => {
  const looked = finds('look.1', 'r1')
  const drops = () => replies('hear.1', { 'look.1:findings-r1': 'drop' })
  const accepts = () => replies('hear.1', { 'look.1:findings-r1': 'accept' })
  expect(standing(looked, drops(), drops(), accepts())).toEqual({ 'look.1:findings-r1': 'withdrawn' })
  expect(standing(looked, drops(), accepts())).toEqual({ 'look.1:findings-r1': 'open' })
})

test('a step that is done again replaces what it entered and nobody has answered', () => {
  const first = [finds('look.1', 'r1', 'r2'), replies('hear.1', { 'look.1:findings-r2': 'accept' })]
  expect(standing(...first, finds('look.2', 'r1'))).toEqual({
    'look.1:findings-r1': 'replaced',
    'look.1:findings-r2': 'answered',
    'look.2:findings-r1': 'open',
  })
})

const noted = (step: string, cells: ReadCells): FiledForm => ({
  ...filed(step, { activities: [{ id: 'r1', cells }] }),
  key: '5.14a',
})
const recorded = (...all: readonly FiledForm[]) =>
  itemsOf(all, ({ key }) => followedTables(steps[key]?.form)).map(({ id, status }) => [id, status])

test('a sheet of the year adds to those before it, and a row stands in the place of what it names (5.14)', () => {
  const first = noted('5.14a.1', { state: 'under_way' })
  expect(recorded(first, noted('5.14a.2', { state: 'done' }))).toEqual([
    ['5.14a.1:activities-r1', 'recorded'],
    ['5.14a.2:activities-r1', 'recorded'],
  ])
  expect(recorded(first, noted('5.14a.2', { state: 'done', instead: ['5.14a.1:activities-r1'] }))).toEqual([
    ['5.14a.1:activities-r1', 'replaced'],
    ['5.14a.2:activities-r1', 'recorded'],
  ])
})

test('what the report confirms or leaves out is settled, what is of the next year waits for its report (5.2)', () => {
  const done = noted('5.14a.1', { state: 'done' })
  const told = (state: string) => ({
    ...filed('5.2a.1', { activities: [{ id: 'r1', cells: { activity: ['5.14a.1:activities-r1'], state } }] }),
    key: '5.2a',
  })
  const after = (state: string) => recorded(done, told(state))[0]?.[1]
  expect(['done', 'cancelled', 'left_out', 'under_way', 'next_year'].map(after)).toEqual([
    'done',
    'withdrawn',
    'not_taken',
    'recorded',
    'recorded',
  ])
  const corrected = noted('5.14a.2', { state: 'done', instead: ['5.14a.1:activities-r1'] })
  expect(recorded(done, told('done'), corrected)[0]?.[1]).toBe('done')
})

test('a receipt is asked for in the report once finance found it, with its day and amount filled in (5.14)', () => {
  const amount = { amount: 5, currency: 'CNY' }
  const received = {
    ...filed('5.14a.1', { receipts: [{ id: 'r1', cells: { amount, due_on: '2027-03-01' } }] }),
    key: '5.14a',
  }
  const looked = (result: string) => ({
    ...filed('5.14b.1', { results: [{ id: 'r1', cells: { receipt: ['5.14a.1:receipts-r1'], result } }] }),
    key: '5.14b',
  })
  const asking = steps['5.2a']?.form?.fields.find(({ code }) => code === 'instalments')
  const rows = asking?.kind === 'table' && asking.about !== undefined ? asking.about : { column: '' }
  const asked = (...all: readonly FiledForm[]) =>
    itemsAsked(
      itemsOf(all, ({ key }) => followedTables(steps[key]?.form)),
      rows,
    )
  expect(asked(received)).toEqual([])
  expect(asked(received, looked('not_found'))).toEqual([])
  const [found] = asked(received, looked('confirmed'))
  expect(found && filledOver(found, rows)).toEqual({ due_on: '2027-03-01', amount: { ...amount, year: 2027 } })
})

test('since the last report work is counted by area, money at the rates of the budget and apart where it has none (5.14, 5.15)', () => {
  const at = (step: string, read: ReadValues) => ({ ...filed(step, read), key: keyOf(step) })
  const row = (cells: ReadCells) => [{ id: 'r1', cells }]
  const work = row({ area: 'area_markets', state: 'done', firms: 12, persons: 30 })
  const of = (amount: number, currency: string) => row({ amount: { amount, currency } })
  const before = at('5.14a.1', { activities: work, receipts: of(7, 'USD') })
  const reported = { step: '5.2a.1', key: '5.2a', option: 'submit', stage: 1, seq: seq + 1 }
  const all = [
    at('5.2a.1', {}),
    at('5.14a.2', { activities: work, receipts: of(700, 'CNY'), payments: of(20, 'USD') }),
    at('5.14a.3', { receipts: of(90, 'EUR') }),
    at('5.14b.1', { results: row({ receipt: ['5.14a.2:receipts-r1'], result: 'confirmed' }) }),
    at('5.15a.1', { request: row({ area: 'area_talent' }) }),
    at('5.15b.1', { answers: row({ request: ['5.15a.1:request-r1'], answer: 'taken_up' }) }),
    at('5.15c.1', { mark: 4 }),
  ]
  const items = itemsOf([before, ...all], ({ key }) => followedTables(steps[key]?.form))
  const outside = new Map([
    ['5.14a.1:activities-r1', { state: 'confirmed' }],
    ['5.14a.2:activities-r1', { state: 'differs' }],
  ] as const)
  const told = sinceTheReport({ filed: all, closings: [reported], items, outside, perUsd: { CNY: 7 } })
  expect(told.areas.filter(({ activities, requests }) => activities + requests > 0)).toMatchObject([
    { area: 'area_markets', activities: 1, firms: 12, persons: 30, requests: 0 },
    { area: 'area_talent', activities: 0, firms: 0, persons: 0, requests: 1 },
  ])
  expect(told.money).toEqual({
    found: { usd: 100, unrated: [] },
    waiting: { usd: 0, unrated: [{ currency: 'EUR', amount: 90 }] },
    spent: { usd: 20, unrated: [] },
  })
  expect(told.requests).toEqual({ asked: 1, answered: 1, mark: 4 })
  // What was asked about the year before counts in that year.
  expect(told.thirdParties).toEqual({ asked: 1, confirmed: 0, differ: 1, notKnown: 0 })
})

test('in another stage it replaces nothing', () => {
  const later = { ...finds('look.2', 'r1'), stage: 2 }
  expect(standing(finds('look.1', 'r1'), later)).toEqual({ 'look.1:findings-r1': 'open', 'look.2:findings-r1': 'open' })
})

test('a table asks for the items that stand as it says, entered where it says', () => {
  const items = itemsOf(
    [finds('look.1', 'r1', 'r2'), replies('hear.1', { 'look.1:findings-r1': 'accept' })],
    ({ key }) => followedTables(forms[key]),
  )
  expect(itemsAsked(items, about).map(({ id }) => id)).toEqual(['look.1:findings-r2'])
  const elsewhere = { ...about, every: [{ kind: 'finding', status: ['open'], of: 'elsewhere' }] } as const
  expect(itemsAsked(items, elsewhere)).toEqual([])
})

test('a table that is followed reads a column, and one about items points at them by one', () => {
  const unread = formOf(table(['t', 'T', '表'], { columns: [severity], most: 1, enters: { kind: 'risk' } }))
  const blind = formOf(table(['t', 'T', '表'], { columns: [reply], most: 1, reads: ['reply'], about }))
  const odd = formOf(
    table(['t', 'T', '表'], {
      columns: [finding, reply],
      most: 1,
      reads: ['finding', 'reply'],
      about: { ...about, sets: becomes('risk', { column: 'reply', to: { lost: 'closed' } }) },
    }),
  )
  expect(formFaults(found, [])).toEqual([])
  expect(formFaults(heard, [])).toEqual([])
  expect(formFaults(unread, []).map(({ because }) => because)).toEqual(['is followed and has no column that is read'])
  expect(formFaults(blind, [])[0]?.because).toBe('is about items and reads no column that points at them')
  expect(formFaults(odd, []).map(({ because }) => because)).toEqual([
    'asks about items it cannot point at',
    'changes items by reply, which does not say lost or is not read',
  ])
})

const entry = (event: object): FormEntry => {
  seq += 1
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- an entry with no more in it than this reading asks for
  return { seq, at: '2027-01-01T00:00:00.000Z', event: event as FormEntry['event'] }
}
const acted = (step: string, person: string) =>
  entry({
    type: 'step_acted',
    step,
    key: step.split('.')[0],
    by: { person, role: 'SP' },
    form: { read: { findings: [{ id: person, cells: { severity: 'minor' } }] } },
  })
const closed = (step: string) =>
  entry({ type: 'step_closed', step, key: step.split('.')[0], option: 'done', how: 'act' })
const personsOf = (...entries: readonly FormEntry[]) =>
  filedFormsIn([entry({ type: 'stage_entered', no: 1 }), ...entries]).filed.map(({ read }) => read['findings'])

test('of a visit that closed count the last form of each, none of whoever recused, and none where it was voided', () => {
  const two = [acted('look.1', 'a'), acted('look.1', 'b')]
  expect(personsOf(...two)).toHaveLength(0)
  expect(personsOf(...two, closed('look.1'))).toHaveLength(2)
  expect(personsOf(...two, acted('look.1', 'a'), closed('look.1'))).toHaveLength(2)
  expect(
    personsOf(...two, entry({ type: 'step_recused', step: 'look.1', person: 'a' }), closed('look.1')),
  ).toHaveLength(1)
  expect(personsOf(...two, closed('look.1'), entry({ type: 'step_voided', step: 'look.1' }))).toHaveLength(0)
})

test('whoever may not know how a step ended sees what it entered and not what it made of the rest', () => {
  const { filed: all } = filedFormsIn([
    entry({ type: 'stage_entered', no: 1 }),
    acted('look.1', 'r1'),
    closed('look.1'),
    entry({
      type: 'step_acted',
      step: 'hear.1',
      key: 'hear',
      by: { person: 'p', role: 'LG' },
      form: { read: { replies: [{ id: 'a', cells: { finding: ['look.1:findings-r1'], reply: 'drop' } }] } },
    }),
    closed('hear.1'),
  ])
  const told = { steps: { look: { form: found }, hear: { form: heard } }, procedure: full, state: undefined }
  expect(followed(all, told).map(({ status }) => status)).toEqual(['withdrawn'])
  expect(followed(all, { ...told, knows: ({ key }) => key !== 'hear' }).map(({ status }) => status)).toEqual(['open'])
})

test('every kind that a form of the programme asks about is entered by some form', () => {
  const tables = Object.values(steps).flatMap(({ form }) => followedTables(form))
  const entered = new Set(tables.flatMap(({ enters }) => enters?.kind ?? []))
  const asked = new Set(tables.flatMap(({ about: rows }) => rows?.every?.map(({ kind }) => kind) ?? []))
  expect([...asked].filter((kind) => !entered.has(kind))).toEqual([])
  expect([...entered].sort()).toEqual([
    'activity',
    'condition',
    'correction',
    'finding',
    'measure',
    'payment',
    'receipt',
    'recommendation',
    'request',
    'risk',
  ])
})
