import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { BaseSummary } from '../../api/contract/base.js'
import { sampleProgramme } from '../../api/contract/rehearsal.js'
import { TextItemsResponse } from '../../api/contract/texts.js'
import { sampleScripts } from '../../cli/sample-data.js'
import { aStack, type Ended, type Stack } from '../support/a-stack.js'
import { parsed } from '../support/an-asker.js'
import { isLong } from '../support/how-much.js'

const Played = z.strictObject({
  programme: z.string(),
  seed: z.int(),
  bases: z.array(
    z.looseObject({ base: z.string(), cluster: z.string(), open: z.array(z.string()), broke: z.string().optional() }),
  ),
  nominatedAfter: z.number(),
  wallSeconds: z.number(),
})
const seed = 7
const few = ['C14-yongkang', 'C15-changzhou', 'C10-hangji', 'C06-humen']
const clusters = isLong ? sampleScripts().map(({ cluster }) => cluster) : few

let stack: Stack
let played: z.output<typeof Played>

const play = async (): Promise<Ended> =>
  stack.cli('rehearse', '--sample', ...(isLong ? [] : [few.join(',')]), '--seed', String(seed), '--json')

beforeAll(async () => {
  stack = await aStack()
  const { code, out, said } = await play()
  if (code !== 0) throw new Error(said)
  played = Played.parse(JSON.parse(out))
}, 900_000)
afterAll(() => stack.remove(), 90_000)

const listed = (query: string) => stack.all(`/bases${query}`, { schema: BaseSummary, as: 'p-pm-1' })

test(`each base of the sample comes to rest where its script says (bases: ${clusters.length}, seed: ${seed})`, () => {
  expect(played.bases.map(({ cluster, open, broke }) => [cluster, open, broke])).toEqual(
    sampleScripts().flatMap(({ cluster, rests }) =>
      clusters.includes(cluster)
        ? [[cluster, cluster === 'C03-wenzhou' ? ['R0'] : expect.arrayContaining(rests.slice(0, 1)), undefined]]
        : [],
    ),
  )
  for (const { cluster, open } of played.bases) {
    const { rests = [] } = sampleScripts().find((one) => one.cluster === cluster) ?? {}
    expect([cluster, open.filter((key) => !rests.includes(key))]).toEqual([cluster, []])
  }
})

test('the sample stands among no real bases: the real programme is empty', async () => {
  expect(await listed('')).toEqual([])
  const sampled = await listed(`?programme=${sampleProgramme}`)
  expect(sampled.map(({ cluster }) => cluster).toSorted()).toEqual(clusters.toSorted())
})

test('in the memorandum under negotiation another wording and an issue of the place wait for an answer', async () => {
  const answer = await stack.ask(`/bases/${sampleProgramme}-C14-yongkang-1/text/items`, { as: 'p-pm-1' })
  const { items } = parsed(answer, TextItemsResponse)
  expect(items.map(({ kind, side, state }) => [kind, side, state])).toEqual([
    ['proposal', 'partner', 'open'],
    ['issue', 'partner', 'open'],
  ])
})

test('played once more it finds its bases there and leaves them as they stand', async () => {
  const before = await listed(`?programme=${sampleProgramme}`)
  const again = await play()
  expect(again.code).toBe(0)
  expect(Played.parse(JSON.parse(again.out)).bases).toEqual([])
  expect(await listed(`?programme=${sampleProgramme}`)).toEqual(before)
}, 60_000)
