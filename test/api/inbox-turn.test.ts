import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { recordEntries } from '../../db/record/record-entries.js'
import { nominate, requestOf, stepOpened } from '../db/an-example.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

const first = 'gasme-C01-ahead-1'
let api: AnApi

beforeAll(async () => {
  api = await anApi('the turn of a base')
  const base = playTo(aNominatedBase(), { key: '1.10' })
  await recordLife(api, { base, after: 0 })
  await nominate(api.parts.db, { base: first, view: { cluster: 'C01-ahead' } })
  await write('opened', { after: 3, events: [stepOpened('1.10.1', 'CM')] })
  const session = base.state().ranks[0]?.session ?? ''
  await api.parts.db
    .insertInto('session')
    .values({ programme: 'gasme', id: session, convened_at: base.now() })
    .execute()
  await api.parts.db
    .insertInto('session_rank')
    .values(
      [first, exampleBase].map((one, at) => ({
        programme: 'gasme',
        session,
        base: one,
        place: at + 1,
        score: 90 - at,
        proposal: null,
      })),
    )
    .execute()
})
afterAll(() => api.close())

type Events = Parameters<typeof requestOf>[0]['events']
const write = async (name: string, { after, events }: { after: number; events: Events }) =>
  expect(
    await recordEntries(api.parts.db, requestOf({ base: first, name, after, events, view: { cluster: 'C01-ahead' } })),
  ).toMatchObject({ kind: 'recorded' })

const Item = z.looseObject({ base: z.string(), key: z.string() })
const waitingFor = async (person: string) =>
  bodyOf(await api.app.inject({ url: '/inbox', headers: await api.as(person) })).items.flatMap((item) => {
    const { base, key } = Item.parse(item)
    return base === exampleBase ? [key] : []
  })

test('the inbox of a member holds a base only when its turn in the session has come (R9)', async () => {
  expect(await waitingFor('p-cm-1')).toEqual([])
  const closed = { type: 'step_closed', step: '1.10.1', key: '1.10', option: 'advance', how: 'vote' } as const
  await write('closed', { after: 4, events: [closed] })
  expect(await waitingFor('p-cm-1')).toEqual(['1.10'])
})
