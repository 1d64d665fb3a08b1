import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import type { BaseEvent } from '../../domain/event.js'
import type { By } from '../../domain/values/by.js'
import { keyOf } from '../../domain/values/step-key.js'
import { stepOpened } from '../db/an-example.js'
import { exhibitId, received } from '../exhibits/exhibit-events.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'
import { recordAfter, recordLife } from './a-recorded-life.js'

let api: AnApi
let base: ABase
let head: number
const [one, two, secret] = [exhibitId(1), exhibitId(2), exhibitId(3)]
const place: By = { person: 'p-C09-yueqing-lg', role: 'LG', mandate: 'm-LG', onBehalfOf: 'o-place' }
const content = { id: '00000000-0000-4000-8000-000000000814', hash: 'c'.repeat(64) }

beforeAll(async () => {
  api = await anApi('who cites what was brought')
  base = aNominatedBase()
  head = await recordLife(api, { base, after: 0 })
  await record([
    received(one, { by: place }),
    received(two, { by: place }),
    received(secret, { by: place, readers: 'CPL' }),
  ])
  await act('1.2a.9', { option: 'sent', version: 1, exhibits: [one] })
  await act('1.3.9', { option: 'submit', version: 2, exhibits: [one, two, secret] })
  await act('1.3.8', { option: 'submit', version: 2, exhibits: [two] })
}, 60_000)
afterAll(() => api.close())

const record = async (events: readonly BaseEvent[]): Promise<void> => {
  head = await recordAfter(api, { base, after: head, events, by: place })
}

interface Filled {
  readonly option: string
  readonly version: number
  readonly exhibits: readonly string[]
}

const act = (step: string, { option, version, exhibits }: Filled): Promise<void> =>
  record([
    stepOpened(step, 'LG'),
    {
      type: 'step_acted',
      step,
      key: keyOf(step),
      option,
      form: { version, content, read: {}, exhibits },
      by: place,
    },
  ])

const Cited = z.array(z.looseObject({ beside: z.array(z.looseObject({ id: z.string(), class: z.int() })) }))
const shown = async (exhibit: string, as: string) => {
  const url = `/bases/${base.state().id}/exhibits/${exhibit}`
  return bodyOf(await api.app.inject({ url, headers: await api.as(as) }))
}

test('the officer sees every form that cites an exhibit: the step, the option, the side and the moment, and nobody’s name', async () => {
  const { citedBy } = await shown(one, 'p-lc-1')
  expect(citedBy).toMatchObject([
    { step: '1.2a.9', key: '1.2a', option: 'sent', version: 1, side: 'partner', at: base.now(), beside: [] },
    { step: '1.3.9', key: '1.3', option: 'submit', version: 2, side: 'partner' },
  ])
  expect(JSON.stringify(citedBy)).not.toContain(place.person)
})

test('what one form cites for the same stands side by side, each with its class, as far as the officer may see it', async () => {
  const { citedBy } = await shown(one, 'p-lc-1')
  const beside = Cited.parse(citedBy).at(-1)?.beside ?? []
  expect(beside.map((other) => [other.id, other.class])).toEqual([
    [two, 2],
    [secret, 2],
  ])
})

test('whoever receives no exhibits reads one without who cites it, and one that is cited nowhere is cited by nothing', async () => {
  expect(await shown(one, 'p-pm-1')).not.toHaveProperty('citedBy')
  expect((await shown(secret, 'p-co-1')).citedBy).toHaveLength(1)
  await record([received(exhibitId(4), { by: place })])
  expect((await shown(exhibitId(4), 'p-lc-1')).citedBy).toEqual([])
})
