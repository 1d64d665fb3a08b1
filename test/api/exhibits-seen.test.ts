import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ExhibitReaders } from '../../domain/exhibits/exhibit.js'
import { visibilityClasses } from '../../domain/form/field.js'
import { roleCodes, roles } from '../../domain/role.js'
import { broughtForm } from '../../domain/sight/matrix.js'
import { right } from '../support/sight-matrix.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

test('29 roles, six classes, before and after, with and without a task: 0 of 696 are wrong', () => {
  const asked = roleCodes.flatMap((role) =>
    visibilityClasses.flatMap((readers) =>
      [false, true].flatMap((isDecided) => [false, true].map((isTask) => ({ role, readers, isDecided, isTask }))),
    ),
  )
  const wrong = asked.filter(({ role, isTask, ...thing }) => {
    const seen = broughtForm({ role, person: 'p-a' }, { ...thing, person: 'p-b', tasks: isTask ? [role] : [] })
    return seen !== right(role, { ...thing, isTask })
  })
  expect([asked.length, wrong]).toEqual([696, []])
})

test('what one brought oneself one reads, and of what is not known to be decided the narrower of both counts', () => {
  const thing = { readers: 'FRM', person: 'p-a', isDecided: true, tasks: [] } as const
  expect(broughtForm({ role: 'CLO', person: 'p-a' }, thing)).toBe('whole')
  expect(broughtForm({ role: 'CLO', person: 'p-b' }, thing)).toBe('none')
  expect(broughtForm({ role: 'CM', person: 'p-b' }, { ...thing, readers: 'PAR', isDecided: undefined })).toBe('masked')
})

let api: AnApi
let base: string
const brought = ['PUB', 'PAR', 'PRG', 'CPL', 'FRM'] as const satisfies readonly ExhibitReaders[]
const idOf = (readers: ExhibitReaders, stage: number) =>
  `0000000${stage}-0000-4000-8000-00000000000${brought.indexOf(readers)}`

beforeAll(async () => {
  api = await anApi('who sees what was brought')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
  for (const stage of [0, 1]) for (const readers of brought) await bring(readers, stage)
  await api.parts.db
    .insertInto('base_stage')
    .values({ base, no: 1, stage: 'nomination', year: null, entered_at: at, left_at: null, outcome: null, code: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}, 60_000)
afterAll(() => api.close())

const at = '2027-01-04T09:00:00.000Z'
const bring = (readers: ExhibitReaders, stage: number) =>
  api.parts.db
    .insertInto('exhibit')
    .values({
      base,
      id: idOf(readers, stage),
      kind: 'audit_report',
      class_proposed: 2,
      class: null,
      readers,
      status: 'received',
      says: JSON.stringify({ seal: 'signed', languages: ['en'] }),
      sha256: 'a'.repeat(64),
      size: 9,
      media: 'application/pdf',
      scan: 'clean',
      pages: null,
      text_id: '00000000-0000-4000-8000-000000000000',
      expires_on: null,
      stage_no: stage,
      person: 'p-nobody',
      role: 'LG',
      received_seq: stage * 10 + brought.indexOf(readers),
      received_at: at,
      checked_by: null,
      checked_at: null,
      settled_by: null,
      settled_at: null,
      code: null,
      reason_id: null,
      superseded_by: null,
    })
    .execute()

const holders = roleCodes.map((role) => ({
  role,
  person: roles[role].side === 'programme' ? `p-${role.toLowerCase()}-1` : `p-C09-yueqing-${role.toLowerCase()}`,
}))

test('over the API every role sees in the list, and one by one, just what the matrix says', async () => {
  const wrong: unknown[] = []
  let asked = 0
  for (const { role, person } of holders) {
    const held = await api.parts.db.selectFrom('mandate').select('role').where('person', '=', person).execute()
    if (held.length !== 1) continue
    const headers = await api.as(person)
    const list = bodyOf(await api.app.inject({ url: `/bases/${base}/exhibits`, headers })).items
    for (const stage of [0, 1])
      for (const readers of brought) {
        const id = idOf(readers, stage)
        const row = list.find((one) => one['id'] === id)
        const inList = row === undefined ? 'none' : row['masked'] === true ? 'masked' : 'whole'
        const one = await api.app.inject({ url: `/bases/${base}/exhibits/${id}`, headers })
        // The stage of number 1 runs; there the officer has a step, and it is open.
        const form = right(role, { readers, isDecided: stage === 0, isTask: role === 'SO' })
        // An exhibit cannot be shown without its names: what is to be unnamed is masked.
        const is = form === 'unnamed' ? 'masked' : form
        asked += 1
        if (inList !== is || (one.statusCode === 200) !== (is !== 'none'))
          wrong.push([role, readers, stage, inList, is])
      }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(200)
}, 120_000)

test('one of another base, and one that is not for the reader’s eyes, are answered as if there were none', async () => {
  const id = idOf('CPL', 1)
  const foreign = await api.app.inject({
    url: `/bases/${base}/exhibits/${id}`,
    headers: await api.as('p-C12-prato-lg'),
  })
  const unseen = await api.app.inject({ url: `/bases/${base}/exhibits/${id}`, headers: await api.as('p-fo-1') })
  const none = await api.app.inject({
    url: `/bases/${base}/exhibits/${idOf('CPL', 9)}`,
    headers: await api.as('p-fo-1'),
  })
  expect([foreign.statusCode, unseen.statusCode, none.statusCode]).toEqual([404, 404, 404])
  expect(bodyOf(unseen).detail.replace(id, 'x')).toBe(bodyOf(none).detail.replace(idOf('CPL', 9), 'x'))
  expect(bodyOf(foreign).detail).not.toContain(id)
})

test('every reading leaves a row in the access log', async () => {
  const id = idOf('FRM', 1)
  await api.app.inject({ url: `/bases/${base}/exhibits/${id}`, headers: await api.as('p-au-1') })
  const rows = await api.parts.db.selectFrom('access_log').selectAll().where('object', '=', id).execute()
  expect(rows).toContainEqual(
    expect.objectContaining({ person: 'p-au-1', kind: 'read', subject: 'exhibit', stream: base }),
  )
})
