import { expect, test } from '@jest/globals'
import type { DivergenceCode } from '../../domain/divergence.js'
import { defined } from '../../domain/values/defined.js'
import { diverges } from '../../reconciliation/diverges.js'
import { factsOf, numberAt, textAt } from '../../reconciliation/facts-of.js'
import { baseAt } from '../../reconciliation/folded.js'
import { newsTo, standsOf, standsTold } from '../../reconciliation/news.js'
import type { RunFacts, ToldSignal } from '../../reconciliation/run-facts.js'
import type { Testimony } from '../../reconciliation/testimony.js'
import {
  codes,
  eventsOf,
  first,
  followedAt,
  forgedState,
  inFirst,
  inSecond,
  membersOf,
  names,
  programme,
  programmeRun,
  reading,
  rows,
  runs,
  second,
  stream,
  whole,
} from './a-witnessed-life.js'

test('each run that went on did so with the state that its ledger leads to, for the base and by the procedure of its nomination', () => {
  expect(runs.slice(1).map(({ begunWith }) => numberAt(begunWith, 'seq'))).toEqual([70, 190, 265, 348, 456, 554])
  expect(runs.map(({ input }) => textAt(input, 'base'))).toEqual(names.map(() => stream))
  expect(first.signals).toMatchObject([{ name: 'ranked', from: `programme/${programme}` }])
  expect(codes(inSecond({ handled: [] }))).toEqual([])
})

const begunLike = (change: object): Partial<RunFacts> => ({ input: { ...membersOf(second.input), ...change } })
const fromProgramme = (name: string, content: object): ToldSignal => ({
  name,
  from: `programme/${programme}`,
  content,
})
const ranked = (change: object): ToldSignal =>
  fromProgramme('ranked', { session: 'session-1', place: 1, of: 1, ...change })
const left = fromProgramme('person_left', { person: 'p-lg-1', roles: ['LG'] })
const closedState = { ...membersOf(second.begunWith), closed: true }
const laterState = { ...membersOf(second.begunWith), seq: 9_999 }
const abroad = { country: 'US', zone: 'America/Detroit' }
const inAll = (change: Partial<RunFacts>): Partial<Testimony> => ({ runs: runs.map((run) => ({ ...run, ...change })) })
const revivedFrom = (from: number): Partial<RunFacts> => ({
  begunWith: forgedState,
  input: { ...membersOf(first.input), revivedFrom: from },
})
test.each<[string, Partial<Testimony>, DivergenceCode]>([
  ['a run went on with an invented state', inSecond({ begunWith: closedState }), 'state_forged'],
  ['a run went on with the state after an entry there is not', inSecond({ begunWith: laterState }), 'state_forged'],
  [
    'a run went on with a state of old',
    { ...inSecond({ begunWith: { ...membersOf(second.begunWith), seq: 63 } }), folded: followedAt([63]) },
    'state_forged',
  ],
  ['a run went on with nothing', inSecond({ begunWith: undefined, handled: undefined }), 'state_forged'],
  [
    'a run went on believing a tick of the clock was heard',
    inSecond({ handled: [`clock:${stream}:64`] }),
    'state_forged',
  ],
  ['a run went on at another place', inSecond(begunLike({ place: abroad })), 'beginning_differs'],
  ['a run went on under another procedure', inSecond(begunLike({ procedure: 'light' })), 'beginning_differs'],
  ['a run went on as another base', inSecond(begunLike({ base: `${stream}0` })), 'beginning_differs'],
  ['a run went on with more than the one before', inSecond(begunLike({ other: true })), 'beginning_differs'],
  ['a run went on as if revived from nothing', inSecond(begunLike({ revivedFrom: 0 })), 'beginning_differs'],
  ['a run went on as if revived from what is to come', inSecond(begunLike({ revivedFrom: 65 })), 'beginning_differs'],
  ['a first run began at another place', inAll(begunLike({ place: abroad })), 'beginning_differs'],
  ['a first run began under another procedure', inAll(begunLike({ procedure: 'light' })), 'beginning_differs'],
  ['what a first run began with cannot be read', inFirst({ input: undefined }), 'beginning_differs'],
  ['a run was revived from no entry', inFirst(revivedFrom(0)), 'beginning_differs'],
  ['a run was revived from another entry', inFirst(revivedFrom(2)), 'beginning_differs'],
  [
    'a rank came from the programme that no session gave',
    inFirst({ signals: [ranked({ place: 2, of: 2 })] }),
    'signal_by_hand',
  ],
  [
    'a rank of a session came from elsewhere',
    inFirst({ signals: [{ ...ranked({}), from: 'programme/other' }] }),
    'signal_by_hand',
  ],
  [
    'an offer came that was not made',
    inFirst({ signals: [fromProgramme('offered', { offer: 'x-offer-1' })] }),
    'signal_by_hand',
  ],
  ['somebody is said to have left who is there', inFirst({ signals: [left] }), 'signal_by_hand'],
  ['a signal came that is none of ours', inFirst({ signals: [fromProgramme('other', {})] }), 'signal_by_hand'],
])('when %s, it is found', (_, change, code) => {
  expect(codes(change)).toContain(code)
})

const heard = factsOf(programmeRun, reading).signals
const states = baseAt(stream, { entries: rows, numbers: standsTold([{ signals: heard }]).get(stream) ?? [] })

/** What is said of signals of a programme that knows its bases by their entries. */
const toldOf = (signals: readonly ToldSignal[]): readonly DivergenceCode[] =>
  diverges({
    ...whole,
    stream: programme,
    entries: [],
    commands: [],
    news: standsOf(stream, states),
    runs: [{ run: 'r', ended: false, updates: [], recorded: [], incidents: [], signals }],
  }).map(({ code }) => code)

test('what a programme heard in the life of a base is what the base had to say after its entries', () => {
  const stands = heard.filter(({ name }) => name === 'stands')
  expect(stands.length).toBeGreaterThan(4)
  expect(toldOf(heard)).toEqual([])
})

test.each([
  ['under the name of another base', { from: 'base/gasme-C05-haining-1' }],
  ['under a name that is only like it', { from: stream }],
  ['by hand', { from: undefined }],
  ['about another base', { content: { base: 'gasme-C05-haining-1' } }],
  ['of another entry', { content: { seq: 149 } }],
  ['of an entry there is not', { content: { seq: 9_999 } }],
  ['of another stand', { content: { stand: { is: 'none' } } }],
  ['with more than there is to say', { content: { other: true } }],
])(
  'where a base stands, told %s, is no news of it',
  (_, { content = {}, ...change }: { from?: string | undefined; content?: object }) => {
    const [one] = heard
    const { name = '', from } = { ...one, ...change }
    const signal = { name, ...defined({ from }), content: { ...membersOf(one?.content), ...content } }
    expect(toldOf([signal])).toEqual(['signal_by_hand'])
  },
)

test('who left is news where the programme erased the person, whichever the seats were, and an offer where it made it to this base', () => {
  const entries = [
    { type: 'person_erased', payload: { person: 'p-lg-1' } },
    { type: 'slot_offered', payload: { base: stream, offer: 'x-offer-1' } },
    { type: 'slot_offered', payload: { base: 'gasme-C05-haining-1', offer: 'x-offer-2' } },
  ]
  const news = newsTo(stream, { programme, entries })
  const found = (signal: ToldSignal) => codes({ ...inFirst({ signals: [signal] }), news })
  expect(found(left)).toEqual([])
  expect(found(fromProgramme('offered', { offer: 'x-offer-1' }))).toEqual([])
  expect(found(fromProgramme('offered', { offer: 'x-offer-2' }))).toEqual(['signal_by_hand'])
})

test('that a session was moved is news to the bases of its agenda alone, in just these words', () => {
  const ranked = { session: 's-1', ranking: [{ base: stream, score: 80 }] }
  const meets = { on: '2027-06-21', mode: 'by_link' }
  const entries = [
    { type: 'session_convened', payload: ranked },
    { type: 'session_moved', payload: { session: 's-1', meets: { ...meets, place: { id: 'x' } }, code: 'FMJ' } },
    { type: 'session_moved', payload: { session: 's-2', meets, code: 'FMJ' } },
  ]
  const news = newsTo(stream, { programme, entries })
  const found = (signal: ToldSignal) => codes({ ...inFirst({ signals: [signal] }), news })
  const moved = { session: 's-1', meets, code: 'FMJ' }
  expect(found(fromProgramme('meeting_moved', moved))).toEqual([])
  for (const other of [{ session: 's-2' }, { code: 'LAT' }, { meets: { ...meets, on: '2027-06-22' } }])
    expect(found(fromProgramme('meeting_moved', { ...moved, ...other }))).toEqual(['signal_by_hand'])
})

test('what cannot be read leads to no state and to no stop', () => {
  const notJson = { payloads: [{ data: Buffer.from('{') }] }
  const events = [
    { workflowExecutionStartedEventAttributes: { continuedExecutionRunId: 'before', input: notJson } },
    { workflowExecutionSignaledEventAttributes: { signalName: 'stands', input: notJson } },
  ]
  expect(factsOf({ run: 'r', events }, reading)).toMatchObject({ continues: 'before', signals: [{ name: 'stands' }] })
  const rewritten = rows.map((row) => (row.seq === 4 ? { ...row, event: { ...row.event, step: 'none' } } : row))
  expect([...baseAt(stream, { entries: rewritten, numbers: [64] }).values()]).not.toContainEqual(second.begunWith)
})

test('an update whose argument, sender and answer are no JSON is told by its id, and the rest of the history is read', () => {
  const [name = ''] = names
  const events = eventsOf(name)
  const junk = { payloads: [{ data: Buffer.from('xyz') }] }
  const told = factsOf(
    {
      run: name,
      events: [
        ...events,
        {
          workflowExecutionUpdateAcceptedEventAttributes: {
            protocolInstanceId: 'by-hand',
            acceptedRequest: {
              input: { args: junk, header: { fields: { [reading.actorHeader]: { data: Buffer.from('x') } } } },
            },
          },
        },
        {
          workflowExecutionUpdateCompletedEventAttributes: {
            meta: { updateId: 'by-hand' },
            outcome: { success: junk },
          },
        },
      ],
    },
    reading,
  )
  expect(told.updates.at(-1)).toEqual({ id: 'by-hand', command: null, outcome: { ok: true, entries: [] } })
  expect(told.recorded).toEqual(factsOf({ run: name, events }, reading).recorded)
})
