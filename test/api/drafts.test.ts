import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { FormResponse } from '../../api/contract/form.js'
import { sweepDrafts } from '../../api/drafts/draft-sweeper.js'
import { applyChanges } from '../../db/record/change.js'
import { recordsProjectors } from '../../db/record/project-records.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { draftDays } from '../../domain/retention.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'

let api: AnApi
let base: ABase
let url: string
const step = '1.4a.1'
const marker = 'the marker that is found nowhere'

/** A base whose dossier waits for its check (1.4a), with one person for each role, and three more who check. */
beforeAll(async () => {
  api = await anApi('who drafts what')
  base = aNominatedBase()
  playMinutely(base, { until: () => base.open('1.4a') !== undefined })
  await seat(roleCodes.map((role) => ({ person: `f-${role.toLowerCase()}`, role })))
  await seat([
    { person: 'f-second', role: 'SO' },
    { person: 'f-outside', role: 'SO', organisation: 'o-outside' },
    { person: 'f-partial', role: 'SO' },
  ])
  await recordAsItHappened(api.parts.db, { base })
  url = `/bases/${base.state().id}/steps/${step}/draft`
}, 120_000)
afterAll(() => api.close())

interface Seat {
  readonly person: string
  readonly role: Role
  readonly organisation?: string
}

const seat = async (seats: readonly Seat[]): Promise<void> => {
  const people = seats.map(({ person }) => person)
  await savePeople(api.parts.db, {
    organisations: [],
    people: people.map((id) => ({ id, name: { en: id, local: id }, email: `${id}@x.example`, language: 'en' })),
  })
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: seats.map(({ person, role, organisation = 'o-office' }) => ({
      id: `m-${person}`,
      person,
      organisation,
      role,
      from: '2026-01-01T00:00:00.000Z',
      ...defined({ base: roles[role].perBase ? base.state().id : undefined }),
    })),
  })
}

const ask = async (
  method: 'GET' | 'PUT' | 'DELETE',
  { person, payload, query = '' }: { person: string; payload?: object; query?: string },
) =>
  await api.app.inject({
    method,
    url: `${url}${query}`,
    headers: await api.as(person),
    ...defined({ payload }),
  })
const type = (person: string, { version, answers }: { version: number; answers: object }) =>
  ask('PUT', { person, payload: { version, answers } })
const formOf = async (person: string) =>
  FormResponse.parse(
    (await api.app.inject({ url: url.replace(/draft$/, 'form'), headers: await api.as(person) })).json(),
  )

test('what somebody types is there for everybody of the same organisation whose task it is, as typed, and for no other role', async () => {
  expect(
    (await type('f-so', { version: 0, answers: { note: marker, odd: [1, { deep: true }] } })).json(),
  ).toMatchObject({ version: 1 })
  const read = z.looseObject({ answers: z.unknown() }).parse((await ask('GET', { person: 'f-second' })).json())
  expect(read).toMatchObject({ version: 1, changedBy: 'f-so', answers: { note: marker, odd: [1, { deep: true }] } })
  const others = roleCodes.map((role) => `f-${role.toLowerCase()}`).filter((one) => one !== 'f-so')
  for (const person of others) {
    const answers = [await ask('GET', { person: person }), await ask('DELETE', { person: person, query: '?version=1' })]
    expect([person, answers.map(({ statusCode }) => statusCode)]).toEqual([person, [404, 404]])
    expect([person, (await formOf(person)).draft]).toEqual([person, null])
    expect(bodyOf(await type(person, { version: 0, answers: {} })).code).toBe('draft_not_yours')
  }
  // Who checks for another organisation has a draft of its own.
  expect([(await ask('GET', { person: 'f-outside' })).statusCode, (await formOf('f-outside')).draft]).toEqual([
    404,
    null,
  ])
}, 60_000)

test('a draft that is not there is refused in the same words as one that is none of yours', async () => {
  const [foreign, none] = [await ask('GET', { person: 'f-lg' }), await ask('GET', { person: 'f-outside' })]
  const said = [foreign, none].map((answer) => ({ ...bodyOf(answer), requestId: '' }))
  expect(said[0]).toEqual(said[1])
})

test('whoever types over an older version is told who changed it and when, and nothing is written over', async () => {
  expect((await type('f-second', { version: 1, answers: { note: 'second' } })).json()).toMatchObject({
    version: 2,
    changedBy: 'f-second',
  })
  for (const version of [0, 1]) {
    const stale = await type('f-so', { version, answers: { note: 'first again' } })
    expect([stale.statusCode, bodyOf(stale).code]).toEqual([409, 'draft_changed'])
    expect(bodyOf(stale).detail).toMatch(/^f-second changed the draft of step 1\.4a\.1 at 20\d\d-/)
  }
  expect((await ask('GET', { person: 'f-so' })).json()).toMatchObject({ answers: { note: 'second' } })
  expect(bodyOf(await ask('DELETE', { person: 'f-so', query: '?version=1' })).code).toBe('draft_changed')
})

test('the form says of the draft what is wrong and what is missing for each option, before the act', async () => {
  const { example, options } = await formOf('f-so')
  const option = options.find(({ option: one }) => one === 'return')?.option ?? ''
  const whole = { ...example[option] }
  const [field = ''] = Object.keys(whole)
  await type('f-so', { version: 2, answers: { ...whole, [field]: undefined, none: 'such' } })
  const broken = (await formOf('f-so')).options.find((one) => one.option === option)
  expect(broken?.faults.length).toBeGreaterThan(1)
  await type('f-so', { version: 3, answers: whole })
  const sound = await formOf('f-so')
  expect(sound.options.find((one) => one.option === option)).toMatchObject({ faults: [], missing: [] })
  expect(sound.draft).toMatchObject({ version: 4, answers: whole })
  expect((await formOf('f-pm')).options.flatMap(({ faults }) => faults)).toEqual([])
})

test('a draft lies sealed, and neither ledger nor log nor what only looks at the tables knows a word of it', async () => {
  await type('f-so', { version: 4, answers: { note: marker } })
  const { db } = api.parts
  const [row] = await db.selectFrom('draft').selectAll().execute()
  expect(row?.body).toMatch(/^s1\./)
  for (const table of ['ledger_entry', 'command', 'access_log', 'refused_attempt', 'text', 'draft'] as const)
    expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain(marker)
  expect(api.door.sent).toEqual([])
})

test('a draft larger than any form is refused, and one just smaller is kept: the twin', async () => {
  const large = { note: '漢'.repeat(88_000) }
  expect(bodyOf(await type('f-so', { version: 5, answers: large })).code).toBe('draft_too_large')
  expect((await type('f-so', { version: 5, answers: { note: '漢'.repeat(87_000) } })).statusCode).toBe(200)
})

test('with everybody who typed at it a draft goes, whoever typed last, and one of others stays', async () => {
  expect((await type('f-partial', { version: 6, answers: { note: 'partial' } })).statusCode).toBe(200)
  expect((await type('f-outside', { version: 0, answers: { note: 'outside' } })).statusCode).toBe(200)
  const { db } = api.parts
  const erase = (person: string) =>
    db.transaction().execute(async (trx) => {
      const by = { person: 'f-pd', role: 'PD', mandate: 'm-f-pd', onBehalfOf: 'o-office' } as const
      const event = { type: 'person_erased', person, requestedBy: 'f-ad', mandates: [], by } as const
      const place = { stream: 'gasme', programme: 'gasme', seq: 1, at: base.now(), base: undefined, stageNo: undefined }
      const placed = { ...place, event }
      const drafts = recordsProjectors.person_erased(trx, placed).filter(({ row }) => row.startsWith('drafts'))
      await applyChanges(trx, drafts)
      return drafts.length
    })
  const left = async () => (await db.selectFrom('draft').select('author').execute()).map(({ author }) => author)
  expect([await erase('f-pm'), await left()]).toEqual([1, ['f-partial', 'f-outside']])
  expect([await erase('f-second'), await left()]).toEqual([1, ['f-outside']])
})

test('what was never handed in goes when its time is over after the step was closed, unless records are held; what is open stays', async () => {
  const { db } = api.parts
  const days = (n: number) => ({ db, clock: () => new Date(Date.parse('2027-06-01T00:00:00.000Z') + n * 86_400_000) })
  expect(await sweepDrafts(days(10 * draftDays))).toBe(0)
  await db.updateTable('step').set({ closed_at: '2027-06-01T00:00:00.000Z' }).where('id', '=', step).execute()
  expect(await sweepDrafts(days(draftDays - 1))).toBe(0)
  const hold = { programme: 'gasme', id: 'hold-1', base: base.state().id, person: null, code: 'INT' } as const
  await db
    .insertInto('record_hold')
    .values({ ...hold, state: 'held', asked_at: base.now(), held_at: base.now(), released_at: null })
    .execute()
  expect(await sweepDrafts(days(draftDays + 1))).toBe(0)
  await db.updateTable('record_hold').set({ state: 'released' }).execute()
  expect(await sweepDrafts(days(draftDays + 1))).toBe(1)
  await db.updateTable('step').set({ closed_at: null }).where('id', '=', step).execute()
  expect(bodyOf(await ask('DELETE', { person: 'f-so', query: '?version=6' })).code).toBe('draft_gone')
})

test('with the act the draft is gone, and whoever comes too late finds none', async () => {
  expect((await type('f-so', { version: 0, answers: { note: 'to be handed in' } })).statusCode).toBe(200)
  const after = base.recorded.at(-1)?.seq ?? 0
  playMinutely(base, { until: () => base.open('1.4a') === undefined })
  await recordAsItHappened(api.parts.db, { base, after })
  expect(await api.parts.db.selectFrom('draft').selectAll().execute()).toEqual([])
  expect((await ask('GET', { person: 'f-so' })).statusCode).toBe(404)
  expect(bodyOf(await type('f-second', { version: 1, answers: { note: 'too late' } })).code).toBe('draft_not_yours')
})
