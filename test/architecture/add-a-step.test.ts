import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type * as proceduresThere from '../../domain/gicc/procedures.js'
import type * as faultsThere from '../../domain/procedure-faults.js'
import type * as stepsThere from '../../domain/words/steps.js'
import type * as criteriaThere from '../../domain/words/criteria.js'
import type * as separationThere from '../../domain/separation.js'
import type * as tellingThere from '../../domain/telling.js'
import type * as storyThere from '../../domain/gicc/due-diligence/story.js'
import type * as fourEyesThere from '../../verify/four-eyes.js'
import { unborn, type BaseState, type StepState } from '../../domain/state.js'
import { copySources, type SourceChange } from '../../tools/replay/copied-sources.js'

/**
 * What "add a step" says is so: an eighth work-stream of due diligence is told in the module of its stage and in the
 * verifier's own table, and every room knows it. No rule has it, so its key is put together here.
 */
const eighth = ['2.3', 'h'].join('')
const stream = `  '${eighth}': stream({
    name: 'logistics_examination',
    title: { en: 'Examine the logistics', 'zh-CN': '核查物流' },
    workStream: { en: 'Logistics', 'zh-CN': '物流' },
    weight: 5,
  }),
`
const changes: readonly SourceChange[] = [
  { file: 'domain/gicc/due-diligence/work-streams.ts', from: "  '2.3g': stream({", to: `${stream}  '2.3g': stream({` },
  { file: 'domain/gicc/due-diligence/work-streams.ts', from: 'weight: 20,', to: 'weight: 15,' },
  { file: 'verify/four-eyes.ts', from: '2.3f 2.3g', to: `2.3f 2.3g ${eighth}` },
]

interface House {
  readonly procedures: typeof proceduresThere
  readonly faults: typeof faultsThere
  readonly steps: typeof stepsThere
  readonly criteria: typeof criteriaThere
  readonly separation: typeof separationThere
  readonly telling: typeof tellingThere
  readonly story: typeof storyThere
  readonly fourEyes: typeof fourEyesThere
}

let copy: Awaited<ReturnType<typeof copySources>>
let house: House
beforeAll(async () => {
  copy = await copySources(['domain', 'workflows', 'verify'])
  for (const change of changes) await copy.change(change)
  // One after the other: Jest loses its way where two imports meet the same module at once.
  house = {
    procedures: await import(join(copy.folder, 'domain/gicc/procedures.ts')),
    faults: await import(join(copy.folder, 'domain/procedure-faults.ts')),
    steps: await import(join(copy.folder, 'domain/words/steps.ts')),
    criteria: await import(join(copy.folder, 'domain/words/criteria.ts')),
    separation: await import(join(copy.folder, 'domain/separation.ts')),
    telling: await import(join(copy.folder, 'domain/telling.ts')),
    story: await import(join(copy.folder, 'domain/gicc/due-diligence/story.ts')),
    fourEyes: await import(join(copy.folder, 'verify/four-eyes.ts')),
  }
})
afterAll(() => copy.remove())

const full = () => house.procedures.procedures.find(({ id }) => id === 'full')
const light = () => house.procedures.procedures.find(({ id }) => id === 'light')

test('two hand-written files hold the new step', () => {
  expect([...new Set(changes.map(({ file }) => file))]).toHaveLength(2)
})

test('the page on adding a step names both', async () => {
  const page = await readFile('docs/how-to/add-a-step.md', 'utf8')
  expect(page).toContain('domain/gicc/')
  expect(page).toContain('verify/four-eyes.ts')
})

test('the procedures have it: its step, its share of the score, and nothing is wrong with them', () => {
  expect(full()?.steps[eighth]).toMatchObject({ stage: 'due_diligence', role: 'SP', order: ['A', 'B', 'C', 'D'] })
  expect(full()?.streams[eighth]).toBe(5)
  expect(Object.values(full()?.streams ?? {}).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  expect(light()?.steps[eighth]).toBeUndefined()
  expect(house.procedures.procedures.flatMap((procedure) => house.faults.faultsOf(procedure))).toEqual([])
})

test('the story opens it beside the other work-streams once the place has answered', () => {
  const procedure = full()
  if (procedure === undefined) throw new Error('there is no procedure full')
  const { due } = house.telling.tell(house.story.dueDiligence(), { state: asked(), procedure })
  const opens = due.flatMap((effect) => (effect.effect === 'open' ? [effect.key] : []))
  expect(opens).toContain(eighth)
  expect(opens).toHaveLength(10)
})

test('the report rests on it, whoever scored the nomination stays out of it, and it has its words', () => {
  const procedure = full()
  expect(procedure?.rests?.['2.7']).toContain(eighth)
  const acted = { life: ['1.8'], before: [], stage: [] }
  if (procedure === undefined) throw new Error('there is no procedure full')
  expect(house.separation.conflictOf(procedure.separation, { key: eighth, acted })).toEqual({
    rule: 'SD3',
    other: '1.8',
  })
  expect(house.steps.stepTitle(eighth, 'zh-CN')).toBe('核查物流')
  expect(house.criteria.streamLabel(eighth, 'en')).toBe('Logistics')
})

test('the verifier keeps it apart from scoring by its own table', () => {
  const pairs = house.fourEyes.exclusivePairs.filter(([rule]) => rule === 'SD3')
  expect(pairs.some(([, first, second]) => first.includes('1.8') && second.split(' ').includes(eighth))).toBe(true)
})

test('without the change there is no such step anywhere', async () => {
  const { procedures } = await import('../../domain/gicc/procedures.js')
  const { stepTitle } = await import('../../domain/words/steps.js')
  expect(procedures.flatMap(({ steps }) => Object.keys(steps)).filter((key) => key === eighth)).toEqual([])
  expect(stepTitle(eighth, 'en')).toBe(eighth)
})

/** A base whose place has answered the data request, and which is to be examined now. */
const asked = (): BaseState => ({
  ...unborn('gasme-C09-yueqing-1'),
  stage: {
    stage: 'due_diligence',
    no: 1,
    enteredAt: '2027-03-01T00:00:00.000Z',
    effects: { 'status:in_due_diligence': 1 },
    steps: Object.fromEntries(
      [
        ['2.1a', 'appoint'],
        ['2.1b', 'confirm'],
        ['2.2a', 'ask'],
        ['2.2b', 'answered'],
        ['2.2c', 'answered'],
        ['2.2d', 'answered'],
      ].map(([key = '', option = '']) => [`${key}.1`, closed(key, option)]),
    ),
  },
})

const closed = (key: string, option: string): StepState => ({
  id: `${key}.1`,
  key,
  role: 'PD',
  openedAt: '2027-03-01T00:00:00.000Z',
  dueAt: '2027-03-02T00:00:00.000Z',
  calendar: 'US@America/New_York',
  seats: 1,
  alarms: [],
  reconvened: 0,
  acts: [],
  outcome: { option },
})
