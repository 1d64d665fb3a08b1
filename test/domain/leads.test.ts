import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { faultsOf } from '../../domain/procedure-faults.js'
import { finish, stage, step, together, type Story } from '../../domain/story.js'
import { ledBy, type StoryGroup, type Unled, type UnledOption } from '../../domain/walk.js'

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
