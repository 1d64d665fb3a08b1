import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { aStack, type Ended, type Stack } from '../support/a-stack.js'
import { howMuch } from '../support/how-much.js'

const Whole = z.object({
  programme: z.string(),
  bases: z.array(z.object({ cluster: z.string(), status: z.string(), code: z.string().optional() })),
  passed: z.array(z.string()),
  check: z.object({ holds: z.boolean(), broken: z.array(z.string()) }),
})

const years = howMuch({ short: 1, long: 2 })

let stack: Stack
let played: Ended
const whole = (): z.infer<typeof Whole> => Whole.parse(JSON.parse(played.out))

beforeAll(async () => {
  stack = await aStack()
  played = await stack.cli('rehearse', '--all', '--years', String(years), '--json')
  if (played.code !== 0) throw new Error(played.said)
}, 900_000)
afterAll(() => stack.remove(), 90_000)

test(`of 22 nominations exactly ten pass their reviews (years: ${years})`, () => {
  expect(whole().bases).toHaveLength(22)
  expect(whole().passed).toHaveLength(10)
})

test('each of the others ends with a status and a reason code, where the rules send it', () => {
  const { bases, passed } = whole()
  const ended = bases.filter(({ cluster }) => !passed.includes(cluster))
  expect(
    ended.map(({ cluster, status, code }) => `${cluster.slice(0, 3)} ${status} ${code ?? 'without a code'}`),
  ).toEqual([
    'W01 declined INE',
    'W02 declined INE',
    'W03 declined LAT',
    'W04 removed QUO',
    'W05 not_recommended LAB',
    'W06 not_recommended DAT',
    'W07 declined INE',
    'C02 removed CAP',
    'C03 removed CAP',
    'C05 removed CAP',
    'C06 removed CAP',
    'C08 declined SCA',
  ])
})

test('the ten keep variety and territory (8.2), by a script of its own that reads the API alone', async () => {
  expect(whole().check).toMatchObject({ holds: true, broken: [] })
  const checked = await stack.cli('check-ten', whole().programme, '--json')
  expect(checked.code).toBe(0)
})
