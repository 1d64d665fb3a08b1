import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { faultsOf } from '../../domain/procedure-faults.js'
import { finish, happens, paper, stage, step, together, type Story } from '../../domain/story.js'
import type { Unled, UnledOption } from '../../domain/leads.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { play, type Answers } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'
import { ledBy, type StoryGroup } from '../../domain/walk.js'

const made = (key: string, options: Readonly<Record<string, UnledOption>>): Unled => ({
  key,
  stage: 'nomination',
  role: 'PM',
  decides: { by: 'one' },
  options,
  order: Object.keys(options),
  due: { from: 'opening', days: { unit: 'wd', n: 5 } },
  escalation: 'E1',
  documents: [],
  brings: 'nothing',
})
const goesOn: UnledOption = {}

/** Two offices look side by side, a third sums up and may send it back; then comes the next stage. */
function* looking(): Story {
  for (;;) {
    yield* together(step('a'), twice())
    const summed = yield* step('c')
    if (summed.option === 'stop') yield* finish('declined', summed)
    if (summed.option !== 'again' || summed.usedUp) break
  }
  yield* step('d')
}

function* twice(): Story {
  yield* step('b')
  yield* step('e')
}

function* life(): Story {
  const beside = () => []
  yield* stage('nomination', { body: looking, beside })
  yield* stage('due_diligence', { body: last, beside })
}

function* last(): Story {
  yield* step('f')
}

const groups = (story: () => Story): readonly StoryGroup[] => [
  { settles: 'matter', stories: [0, 1].map((past) => () => ({ story: story(), past })) },
]
const steps = {
  a: { ...made('a', { yes: goesOn, no: goesOn }), begins: true as const },
  b: { ...made('b', { yes: goesOn }), begins: true as const },
  c: made('c', {
    on: goesOn,
    again: { leads: { back: 'a', limit: 2, then: 'goes_on' } },
    stop: { leads: { end: 'declined' }, codes: ['INC'] },
  }),
  d: made('d', { done: goesOn }),
  e: made('e', { yes: goesOn }),
  f: { ...made('f', { yes: goesOn }), begins: true as const },
}

test('what an option leads to is read from the story: the next step, what comes when all beside it are done, the next stage', () => {
  const led = ledBy(groups(life), steps)
  const leads = Object.values(led).flatMap(({ key, options }) =>
    Object.entries(options).map(([option, rule]) => [`${key} ${option}`, rule.leads]),
  )
  expect(Object.fromEntries(leads)).toEqual({
    'a yes': { to: ['c'] },
    'a no': { to: ['c'] },
    'b yes': { to: ['e'] },
    'e yes': { to: ['c'] },
    'c on': { to: ['d'] },
    'c again': { back: 'a', limit: 2, then: { to: ['d', 'b'] } },
    'c stop': { end: 'declined' },
    'd done': { stage: 'due_diligence' },
    'f yes': { settles: 'matter' },
  })
})

test('a procedure without one of the steps is told as its story goes on without it', () => {
  const { e, ...without } = steps
  expect(e.key).toBe('e')
  expect(ledBy(groups(life), without)['b']?.options['yes']?.leads).toEqual({ to: ['c'] })
})

test('a step that no story comes to is refused, and so is an option that says nothing where the story stops', () => {
  const lost = { ...steps, g: made('g', { yes: goesOn }) }
  expect(() => ledBy(groups(life), lost)).toThrow('no story goes on from g:yes')
  function* stops(): Story {
    const last = yield* step('a')
    if (last.option === 'no') yield* finish('declined', last)
  }
  expect(() => ledBy(groups(stops), { a: steps.a })).toThrow('no story goes on from a:no')
})

test('both procedures lead to each of their steps, and the stories come round to none of them for ever', () => {
  for (const procedure of [full, light]) expect(faultsOf(procedure)).toEqual([])
})

test.each([
  ['1.11', 'notified', { to: ['1.10w'], stage: 'due_diligence' }],
  ['2.1b', 'confirm', { to: ['2.2a'] }],
  ['3.7b', 'next_round', { back: '3.7a', limit: 2, then: { to: ['3.7c', '3.7d'] } }],
  ['4.12b', 'confirm', { stage: 'yearly_review' }],
  ['R0', 'accept', { settles: 'redress' }],
  ['8.2a', 'keep', { settles: 'matter' }],
])('full says of %s what the story says: %s', (key, option, leads) => {
  expect(full.steps[key]?.options[option]?.leads).toEqual(leads)
})

test('light leads past the steps it does without', () => {
  expect(light.steps['3.2a']?.options['ready']?.leads).toEqual({ to: ['3.3a', '3.3b'] })
  expect(light.steps['5.8r']?.options['yellow']?.leads).toEqual({ to: ['5.10'] })
})

/** Two sides sign, and what both have done makes a record; then one may stop it, which makes a letter of its own. */
function* ordering(): Story {
  yield* together(step('a'), step('b'))
  yield* happens({ effect: 'order', kind: 'custody_record' })
  const summed = yield* step('c')
  if (summed.option === 'stop') {
    yield* happens({ effect: 'order', kind: 'withdrawal_resolution' })
    yield* step('d')
    return yield* finish('declined', summed)
  }
  if (summed.option === 'more') yield* paper('mou_text')
  yield* step('d')
}

test('the papers of a step are read from the story: what it orders by any option before it asks more, of both where both are waited for', () => {
  const stories = [() => ({ story: ordering() })]
  const c = made('c', { on: goesOn, more: goesOn, stop: { leads: { end: 'declined', via: ['d'] }, codes: ['INC'] } })
  const asked = { a: steps.a, b: steps.b, c, d: { ...steps.d, documents: ['session_minutes' as const] } }
  const led = ledBy([{ settles: 'matter', stories }], asked)
  const papers = Object.values(led).map(({ key, documents }) => [key, documents])
  expect(papers.filter(([, documents = []]) => documents.length > 0)).toEqual([
    ['a', ['custody_record']],
    ['b', ['custody_record']],
    ['c', ['mou_text', 'withdrawal_resolution']],
    ['d', ['session_minutes']],
  ])
})

/** Papers that were ordered while another step than one that makes them was the last to close; those of an end by a "no" are its own. */
const strayIn = (base: ABase): readonly string[] => {
  let closed = ''
  return base.events().flatMap((event) => {
    if (event.type === 'step_closed' && event.how !== 'stopped') closed = event.key
    if (event.type !== 'document_ordered') return []
    const isOfStep = base.procedure.steps[closed]?.documents.includes(event.kind) === true
    return isOfStep ? [] : [`${event.kind} after ${closed}`]
  })
}

test('what a played life orders are papers of the steps that were decided, as the rules print them', () => {
  const lived = (answers: Answers): ABase => {
    const base = aNominatedBase()
    play(base, { until: () => base.state().past.length === 7, answers, brings: bringsFor(answers) })
    return base
  }
  for (const answers of [{}, { '5.8': 'yellow' }, { '5.8': 'red_proposal' }])
    expect(strayIn(lived(answers))).toEqual([])
  // A "no" has a letter and a sheet of its own, whichever step it was given on.
  expect(strayIn(lived({ '2.8': 'not_recommend' }))).toEqual(['feedback_sheet after 2.8', 'decision_letter after 2.8'])
})
