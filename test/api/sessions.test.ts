import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { SessionResponse } from '../../api/contract/session.js'
import { headOf } from '../../db/reads/heads.js'
import { judgeConvened } from '../../domain/programme/sessions.js'
import type { BaseEvent, ProgrammeEvent } from '../../domain/event.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { Role } from '../../domain/role.js'
import type { By } from '../../domain/values/by.js'
import { stepOpened } from '../db/an-example.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { recordAfter } from './a-recorded-life.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'
import { recordInProgramme } from './record-in-programme.js'
import { openCall, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
const by: By = { person: 'p-cs-1', role: 'CS', mandate: 'm-cs-1', onBehalfOf: 'o-office' }

beforeAll(async () => {
  api = await anApi('what becomes of a session')
  await openCall(api, 'call-1')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  const ranked = { base, score: 80, category: 'electric', province: 'CN-ZJ', overlaps: [], cluster: 'C09-yueqing' }
  await happens({ type: 'session_convened', session: 's-1', ranking: [ranked], by })
}, 60_000)
afterAll(() => api.close())

const happens = async (event: ProgrammeEvent): Promise<void> => {
  expect(await recordInProgramme(api, { event, after: await headOf(api.parts.db, 'gasme') })).toBe('recorded')
}
/** Sends a command about the session, and has happen what the core makes of it. */
const sendAs = async (as: string, { to, payload }: { readonly to: 'moves' | 'notes'; readonly payload: object }) => {
  api.door.sent.length = 0
  const url = `/programmes/gasme/sessions/s-1/${to}`
  const headers = { ...(await api.as(as)), 'idempotency-key': randomUUID() }
  const answer = await api.app.inject({ method: 'POST', url, headers, payload })
  const command = api.door.sent[0]?.parcel.command
  if (command?.type === 'move_session' || command?.type === 'note_session') {
    const became = judgeConvened({ sessions: ['s-1'] }, { command, by, today: plainDate('2026-01-01') })
    if ('type' in became) await happens(became)
  }
  return { answer, command }
}
const send = (to: 'moves' | 'notes', payload: object) => sendAs('p-cs-1', { to, payload })
const shownTo = async (person: string) => {
  const answer = await api.app.inject({ url: '/programmes/gasme/sessions/s-1', headers: await api.as(person) })
  return SessionResponse.parse(answer.json())
}

test('the day of a session is moved with its reason: the bases of its agenda hear of it, and words stay outside', async () => {
  const why = 'The hall is closed for repairs.'
  const moved = { on: '2099-06-21', mode: 'by_link', place: 'https://meet.example/7', code: 'FMJ', reason: why }
  const { answer, command } = await send('moves', moved)
  expect(answer.statusCode).toBe(200)
  expect(command).toMatchObject({ type: 'move_session', bases: [base], meets: { on: '2099-06-21', mode: 'by_link' } })
  for (const said of [why, 'meet.example']) expect(JSON.stringify(command)).not.toContain(said)
  expect(await shownTo('p-pm-1')).toMatchObject({
    meets: { on: '2099-06-21', mode: 'by_link', place: 'https://meet.example/7' },
    moves: [{ from: null, to: '2099-06-21', code: 'FMJ', reason: why }],
    minutes: null,
  })
})

test('papers, presence and minutes are noted; who does not sit in the body reads neither who was there nor what was said', async () => {
  const minutes = 'The committee met in the room and heard the secretary.'
  const [from, to] = ['2027-06-14T13:00:00.000Z', '2027-06-14T16:00:00.000Z']
  const present = [
    { person: 'p-cs-1', from },
    { person: 'p-pm-1', from, to },
  ]
  const { answer, command } = await send('notes', { present, minutes })
  expect(answer.statusCode).toBe(200)
  expect(JSON.stringify(command)).not.toContain('heard the secretary')
  expect(await shownTo('p-cs-1')).toMatchObject({
    attended: [{ person: 'p-cs-1', from, to: null }, present[1]],
    minutes: { text: minutes },
  })
  expect(await shownTo('p-pm-1')).toMatchObject({ attended: null, minutes: null })
})

test('what is not on the agenda, and nobody who is known, is noted of no session; a note says something', async () => {
  const exhibit = randomUUID()
  for (const wrong of [
    { papers: [{ base: 'gasme-W05-prato-1', exhibit }] },
    { papers: [{ base, exhibit }] },
    { present: [{ person: 'p-nobody', from: '2027-06-14T13:00:00.000Z' }] },
    { extracts: [{ base: 'gasme-W05-prato-1', text: { en: 'Heard.', 'zh-CN': '已审议。' } }] },
  ])
    expect([(await send('notes', wrong)).answer.statusCode, api.door.sent.length]).toEqual([404, 0])
  const backwards = { person: 'p-cs-1', from: '2027-06-14T13:00:00.000Z', to: '2027-06-14T12:00:00.000Z' }
  for (const none of [{}, { present: [backwards] }])
    expect(bodyOf((await send('notes', none)).answer).code).toBe('invalid_request')
})

const [step, key, option] = ['1.10.1', '1.10', 'advance'] as const

/** The base was ranked in the session, and these have voted on it. */
const haveVoted = async (life: ABase, people: Readonly<Record<string, Role>>): Promise<number> => {
  const voted = ([person, role]: readonly [string, Role]): BaseEvent => ({
    type: 'step_acted',
    step,
    key,
    option,
    by: { ...by, person, role },
  })
  const ranked: BaseEvent = { type: 'ranked', session: 's-1', place: 1, of: 1 }
  const events = [ranked, { ...stepOpened(step, 'CM'), seats: 9 }, ...Object.entries(people).map(voted)]
  return await recordAfter(api, { base: life, after: 0, by, events })
}

test('the quorum is counted of who was there when they voted, and the place reads its extract once it is told', async () => {
  const life = aNominatedBase()
  const votes = ['p-cm-1', 'p-cm-2', 'p-cm-3', 'p-cm-4', 'p-cm-5', 'p-cm-6', 'p-cm-7']
  let after = await haveVoted(life, { ...Object.fromEntries(votes.map((one) => [one, 'CM'])), 'p-cm-1': 'CH' })
  const at = life.now()
  const [before, later] = [-1, 1].map((hours) => new Date(Date.parse(at) + hours * 3_600_000).toISOString())
  const there = votes.map((person) => ({ person, from: before }))
  const rowFor = async (person: string) => (await shownTo(person)).items[0]
  const text = { en: 'The committee found the dossier sound.', 'zh-CN': '委员会认为申报材料充分。' }
  const minutesFor = async (person: string) => {
    const answer = await api.app.inject({ url: `/bases/${base}/minutes`, headers: await api.as(person) })
    return [answer.statusCode, ...bodyOf(answer).items]
  }

  expect((await send('notes', { present: there, extracts: [{ base, text }] })).answer.statusCode).toBe(200)
  expect((await rowFor('p-cs-1'))?.extract).toEqual(text)
  expect((await rowFor('p-pm-1'))?.extract).toBeNull()
  after = await recordAfter(api, {
    base: life,
    after,
    by,
    events: [{ type: 'step_closed', step, key, option, how: 'act' }],
  })
  expect((await rowFor('p-cs-1'))?.quorum).toEqual({ needs: 6, there: 7, met: true })
  expect(await rowFor('p-pm-1')).toMatchObject({ extract: text, quorum: null })
  // Whoever came after the vote makes no quorum: the twin.
  await send('notes', { present: [...there.slice(0, 5), { person: 'p-cm-7', from: later }] })
  expect((await rowFor('p-cs-1'))?.quorum).toEqual({ needs: 6, there: 5, met: false })
  // As many members as it needs, and neither chair nor deputy among them: no quorum (8.4).
  await send('notes', { present: there.slice(1) })
  expect((await rowFor('p-cs-1'))?.quorum).toEqual({ needs: 6, there: 6, met: false })

  const told = [200, { session: 's-1', decidedAt: at, text }]
  expect(await minutesFor('p-pm-1')).toMatchObject(told)
  expect(await minutesFor('p-C09-yueqing-lg')).toEqual([200])
  const letter = { step: '1.11.1', key: '1.11' } as const
  await recordAfter(api, {
    base: life,
    after,
    by,
    events: [stepOpened(letter.step, 'CS'), { type: 'step_closed', ...letter, option: 'notified', how: 'act' }],
  })
  expect(await minutesFor('p-C09-yueqing-lg')).toMatchObject(told)
})

test('whoever convenes no session learns from a note neither who is known nor what is there', async () => {
  const exhibit = randomUUID()
  const there = (person: string) => ({ person, from: '2027-06-14T13:00:00.000Z' })
  for (const named of [
    { present: [there('p-nobody')] },
    { present: [there('p-pm-1')] },
    { papers: [{ base, exhibit }] },
  ]) {
    const { answer } = await sendAs('p-ex-1', { to: 'notes', payload: named })
    expect([answer.statusCode, bodyOf(answer).code, api.door.sent.length]).toEqual([403, 'not_permitted', 0])
  }
  const told = await send('notes', { present: [there('p-nobody')] })
  expect([told.answer.statusCode, bodyOf(told.answer).code]).toEqual([404, 'not_found'])
})
