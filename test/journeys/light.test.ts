import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { samplePeople, smallStaff } from '../../cli/sample-data.js'
import { light } from '../../domain/procedures/light.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { keysOf, play, readAll, type Played } from './a-played-base.js'

let stack: Stack
let played: Played

beforeAll(async () => {
  stack = await aStack()
  played = await play(stack, 'C08-luoshe', '--procedure', 'light', '--years', '1')
}, 300_000)
afterAll(() => stack.remove(), 90_000)

test('twelve people carry a base under light from nomination to its first review, and no thirteenth acts (R18)', async () => {
  expect(played.stages.map(({ stage, outcome }) => `${stage}: ${outcome}`)).toEqual([
    'nomination: shortlisted',
    'due_diligence: slot_reserved',
    'memorandum: mou_signed',
    'launch: active_green',
    'yearly_review: active_green',
  ])
  const { entries } = await readAll(stack, played.base)
  const acted = new Set(entries.flatMap(({ actor }) => actor ?? []))
  const beside = Object.keys(smallStaff().beside)
  const twelve = samplePeople('light').people.filter(
    ({ id, base }) => !beside.includes(id) && (base === undefined || base === 'C08-luoshe'),
  )
  expect([...acted].sort()).toEqual(twelve.map(({ id }) => id).sort())
  expect(played.people).toBe(12)
})

test('its steps are those of light, and its rules are pinned by name and version', async () => {
  const { entries } = await readAll(stack, played.base)
  expect([...keysOf(entries)].filter((key) => light.steps[key] === undefined)).toEqual([])
  expect(new Set(entries.map(({ rulesVersion }) => rulesVersion))).toEqual(new Set([`light@${light.version}`]))
})
