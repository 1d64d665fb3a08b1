import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { SessionResponse } from '../../api/contract/session.js'
import { headOf } from '../../db/reads/heads.js'
import { judgeConvened } from '../../domain/programme/sessions.js'
import type { ProgrammeEvent } from '../../domain/event.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { By } from '../../domain/values/by.js'
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
const send = async (to: 'moves' | 'notes', payload: object, { as = 'p-cs-1' } = {}) => {
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
  const { answer, command } = await send('notes', { present: ['p-cs-1', 'p-pm-1'], minutes })
  expect(answer.statusCode).toBe(200)
  expect(JSON.stringify(command)).not.toContain('heard the secretary')
  expect(await shownTo('p-cs-1')).toMatchObject({ attended: ['p-cs-1', 'p-pm-1'], minutes: { text: minutes } })
  expect(await shownTo('p-pm-1')).toMatchObject({ attended: null, minutes: null })
})

test('what is not on the agenda, and nobody who is known, is noted of no session; a note says something', async () => {
  const exhibit = randomUUID()
  for (const wrong of [
    { papers: [{ base: 'gasme-W05-prato-1', exhibit }] },
    { papers: [{ base, exhibit }] },
    { present: ['p-nobody'] },
  ])
    expect([(await send('notes', wrong)).answer.statusCode, api.door.sent.length]).toEqual([404, 0])
  expect(bodyOf((await send('notes', {})).answer).code).toBe('invalid_request')
})

test('whoever convenes no session learns from a note neither who is known nor what is there', async () => {
  const exhibit = randomUUID()
  for (const named of [{ present: ['p-nobody'] }, { present: ['p-pm-1'] }, { papers: [{ base, exhibit }] }]) {
    const { answer } = await send('notes', named, { as: 'p-ex-1' })
    expect([answer.statusCode, bodyOf(answer).code, api.door.sent.length]).toEqual([403, 'not_permitted', 0])
  }
  const told = await send('notes', { present: ['p-nobody'] })
  expect([told.answer.statusCode, bodyOf(told.answer).code]).toEqual([404, 'not_found'])
})
