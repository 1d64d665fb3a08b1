import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { sightRules } from '../../api/views/pinned-procedure.js'
import { payloadSeen } from '../../domain/sight/entry.js'
import { seenAs } from '../../domain/sight/seen-as.js'
import type { ThingSeen } from '../../domain/sight/thing.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
let base: ABase
let head: number

beforeAll(async () => {
  api = await anApi('votes of a running meeting')
  base = playTo(aNominatedBase(), { key: '1.10' })
  for (const number of [1, 2]) act(base, { key: '1.10', option: 'advance', number })
  head = await recordLife(api, { base, after: 0 })
}, 120_000)
afterAll(() => api.close())

const Item = z.looseObject({
  type: z.string(),
  commandId: z.string().nullable(),
  payload: z.looseObject({}),
  actor: z.unknown(),
})
const Step = z.looseObject({ acts: z.array(z.looseObject({ person: z.string() })), withheld: z.boolean() })

const itemsOf = async (path: string, person: string) => {
  const answer = await api.app.inject({ url: `/bases/${exampleBase}${path}`, headers: await api.as(person) })
  return z.object({ items: z.array(z.unknown()) }).parse(answer.json()).items
}
const votes = async (person: string) =>
  z.array(Item).parse(await itemsOf('/history?step=1.10&kind=step_acted&limit=200', person))
const voters = async (person: string) =>
  z
    .array(Step)
    .parse(await itemsOf('/steps?open=true', person))
    .flatMap(({ acts }) => acts.map((one) => one.person))

const chosen = (entries: readonly z.infer<typeof Item>[]) => entries.map(({ payload }) => payload['option'] ?? null)

test.each(['p-pm-1', 'p-pd-1', 'p-ad-1', 'p-so-1', 'p-cm-3', 'p-C09-yueqing-lg'])(
  'while the committee votes, %s reads that there were votes and neither how nor on which command',
  async (person) => {
    const entries = await votes(person)
    expect([entries.length, chosen(entries)]).toEqual([2, [null, null]])
    expect(entries.map(({ commandId }) => commandId)).toEqual([null, null])
    expect(await voters(person)).toEqual([])
    const table = await api.app.inject({
      url: `/bases/${exampleBase}/history.csv?step=1.10`,
      headers: await api.as(person),
    })
    expect(table.body).not.toContain('advance')
  },
)

test('a member reads the own vote and no other', async () => {
  const [first = ''] = base.recorded.flatMap(({ event }) =>
    event.type === 'step_acted' && event.key === '1.10' ? [event.by.person] : [],
  )
  const eyes = { person: first, rules: sightRules(base.procedure), sealed: new Set(['1.10.1']) }
  const member = {
    person: first,
    seats: [{ role: 'CM', programme: 'gasme', from: '2026-01-01T00:00:00.000Z' }],
  } as const
  const sees = (thing: ThingSeen) =>
    seenAs({ ...member, interests: [] }, { thing: { ...thing, of: exampleBase }, moment: { now: base.now() } })
  const masked = base.recorded.flatMap(({ event }) =>
    event.type === 'step_acted' && event.key === '1.10' ? [payloadSeen(event, { ...eyes, sees }).isMasked] : [],
  )
  expect(masked).toEqual([false, true])
})

test.each(['p-cs-1', 'p-au-1'])('%s, who runs or examines the meeting, reads them: the twin', async (person) => {
  expect(chosen(await votes(person))).toEqual(['advance', 'advance'])
  expect(await voters(person)).toHaveLength(2)
})

test('with the outcome the programme’s people read every vote, and who directs it that there were votes', async () => {
  for (let number = 3; base.state().stage?.steps['1.10.1']?.outcome === undefined; number += 1)
    act(base, { key: '1.10', option: 'advance', number })
  head = await recordLife(api, { base, after: head })
  const entries = await votes('p-pm-1')
  expect(entries.length).toBeGreaterThan(5)
  expect(new Set(chosen(entries))).toEqual(new Set(['advance']))

  const masked = await votes('p-pd-1')
  expect([masked.length, new Set(chosen(masked))]).toEqual([entries.length, new Set([null])])
  expect(new Set(masked.map(({ commandId }) => commandId))).toEqual(new Set([null]))
  const closed = async (person: string) => {
    const items = z.array(Step.extend({ key: z.string(), outcome: z.string().nullable() }))
    return items.parse(await itemsOf('/steps', person)).find(({ key }) => key === '1.10')
  }
  expect(await closed('p-pd-1')).toMatchObject({ acts: [], withheld: true, outcome: 'advance' })
  expect((await closed('p-pm-1'))?.acts.length).toBeGreaterThan(5)
})
