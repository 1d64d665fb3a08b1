import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { RulesProposalResponse } from '../../api/contract/publishing.js'
import { connect } from '../../db/connect.js'
import { newestVersion, readProcedure } from '../../db/reads/procedures.js'
import type { ProgrammeEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { recordLife } from './a-recorded-life.js'
import { recordInProgramme } from './record-in-programme.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('publishing')
  await recordLife(api, { base: aNominatedBase(), after: 0 })
})
afterAll(() => api.close())

const post = async (path: string, { payload = {}, as = 'p-ad-1', programme = 'gasme' } = {}) =>
  await api.app.inject({
    method: 'POST',
    url: `/programmes/${programme}/${path}`,
    headers: await api.write(as),
    payload,
  })
const get = async (path: string, as = 'p-ad-1') =>
  await api.app.inject({ url: `/programmes/gasme/${path}`, headers: await api.as(as) })
const commandSent = (): unknown => api.door.sent.at(-1)?.parcel.command

const connectedAsOwner = async (work: (owner: ReturnType<typeof connect>) => Promise<unknown>) => {
  const owner = connect(api.ownerUrl)
  await work(owner)
  await owner.destroy()
}

let head = 0
const record = async (event: ProgrammeEvent) => {
  expect(await recordInProgramme(api, { after: head, event })).toBe('recorded')
  head += 1
}
const by = (person: string) => ({ person, role: 'AD', mandate: 'm-1', onBehalfOf: 'o-office' }) as const

const RulesCommand = z.object({
  type: z.literal('propose_rules'),
  procedure: z.enum(['full', 'light']),
  version: z.string(),
  inForceFrom: z.string(),
  rulesHash: z.string(),
  previewHash: z.string(),
  newest: z.unknown(),
})

/** The rules as a file has them, with another pass mark. */
const rulesOf = (version: string) => ({
  ...full,
  version,
  settings: { ...full.settings, passMark: 75 },
})
const day = '2027-09-01'
const propose = (rules: object, inForceFrom = day) => post('rules', { payload: { rules, inForceFrom } })
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** What is proposed becomes entries of the ledger, as a workflow would record them. */
const proposed = async (version: string, rules: object = rulesOf(version)) => {
  expect((await propose(rules)).statusCode).toBe(200)
  const command = commandSent()
  const { type: _, newest: __, ...named } = RulesCommand.parse(command)
  await record({ type: 'rules_proposed', ...named, by: by('p-ad-1') })
  return named
}

test('a proposal travels with its day and two hashes alone, beside the newest version there is', async () => {
  expect((await propose(rulesOf('2027-03-01'))).statusCode).toBe(200)
  expect(commandSent()).toEqual({
    type: 'propose_rules',
    procedure: 'full',
    version: '2027-03-01',
    inForceFrom: '2027-09-01T04:00:00.000Z',
    rulesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    previewHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    newest: { version: full.version, inForceFrom: dayOfTheApi },
  })
})

test('unsound rules are refused with a sentence for each fault, and nothing is sent', async () => {
  const before = api.door.sent.length
  const { '1.4a': checked, ...steps } = full.steps
  const refused = await propose({
    ...full,
    version: 'soon',
    steps: { ...steps, '1.4a': { ...checked, due: undefined } },
  })
  expect([refused.statusCode, bodyOf(refused).code]).toEqual([422, 'rules_unsound'])
  expect(refused.json()).toMatchObject({
    errors: [{ path: 'version', message: expect.stringContaining('must be a day') }],
  })
  const gone = await propose({ ...rulesOf('2027-03-02'), steps, extra: 1 })
  expect(gone.json()).toMatchObject({ errors: [{ message: expect.stringContaining('"extra"') }] })
  const nowhere = await propose({ ...rulesOf('2027-03-02'), steps })
  const { errors } = z
    .object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) })
    .parse(nowhere.json())
  expect(errors).toContainEqual({
    path: expect.stringContaining('options'),
    message: expect.stringContaining('there is no step 1.4a'),
  })
  expect(api.door.sent).toHaveLength(before)
})

test('whoever is no administrator proposes nothing, and a rehearsal publishes no rules of real bases', async () => {
  const before = api.door.sent.length
  const payload = { rules: rulesOf('2027-03-01'), inForceFrom: day }
  expect((await post('rules', { payload, as: 'p-pd-1' })).statusCode).toBe(403)
  await connectedAsOwner((owner) =>
    owner.updateTable('programme').set({ rehearsal: true }).where('id', '=', 'gasme').execute(),
  )
  const inRehearsal = await post('rules', { payload })
  await connectedAsOwner((owner) =>
    owner.updateTable('programme').set({ rehearsal: false }).where('id', '=', 'gasme').execute(),
  )
  expect([inRehearsal.statusCode, bodyOf(inRehearsal).code]).toEqual([403, 'not_permitted'])
  expect(bodyOf(inRehearsal).detail).toContain('a programme that is no rehearsal')
  expect(api.door.sent).toHaveLength(before)
})

test('the preview says for each running base what would be otherwise, and its hash is that of the entry', async () => {
  const named = await proposed('2027-03-01')
  const shown = RulesProposalResponse.parse((await get('rules/full/2027-03-01')).json())
  expect([hashOf(shown.rules), hashOf(shown.preview)]).toEqual([named.rulesHash, named.previewHash])
  expect(JSON.parse(shown.rules)).toEqual(JSON.parse(JSON.stringify(rulesOf('2027-03-01'))))
  expect(JSON.parse(shown.preview)).toMatchObject({
    version: 'full@2027-03-01',
    comparedWith: `full@${full.version}`,
    differences: [
      { at: 'version', from: full.version, to: '2027-03-01' },
      { at: 'settings.passMark', from: full.settings.passMark, to: 75 },
    ],
    bases: [{ base: exampleBase, procedure: `full@${full.version}`, changes: [] }],
    elsewhere: { bases: 0, changed: 0 },
  })
  expect((await get('rules/full/2027-03-01', 'p-C09-yueqing-lg')).statusCode).toBe(403)
  expect((await get('rules/full/2027-03-01', 'p-au-1')).statusCode).toBe(200)
})

test('whoever has an interest in a base of a preview does not read it, and a look at it is logged', async () => {
  const before = await get('rules/full/2027-03-01', 'p-pd-1')
  expect(before.statusCode).toBe(200)
  await api.parts.db
    .insertInto('interest')
    .values({ base: exampleBase, person: 'p-pd-1', kind: 'direct', declared_seq: 1, declared_at: dayOfTheApi })
    .execute()
  expect((await get('rules/full/2027-03-01', 'p-pd-1')).statusCode).toBe(404)
  const looks = await api.parts.db.selectFrom('access_log').select(['person', 'subject']).execute()
  expect(looks).toContainEqual({ person: 'p-pd-1', subject: 'rules' })
})

test('a version judges from its day on once a second administrator has confirmed it, and not before', async () => {
  const at = '2027-09-02T00:00:00.000Z'
  expect(await newestVersion(api.parts.db, { id: 'full', at })).toBe(full.version)
  const { rulesHash, previewHash, inForceFrom, seq } = RulesProposalResponse.parse(
    (await get('rules/full/2027-03-01')).json(),
  )
  expect((await post('rules/full/2027-03-01/confirmations', { as: 'p-ad-2', payload: { seq } })).statusCode).toBe(200)
  expect(commandSent()).toMatchObject({ type: 'confirm_rules', procedure: 'full', version: '2027-03-01', seq })
  const named = { procedure: 'full', version: '2027-03-01', inForceFrom, rulesHash, previewHash } as const
  await record({ type: 'rules_confirmed', ...named, proposedBy: 'p-ad-1', by: by('p-ad-2') })
  expect(await newestVersion(api.parts.db, { id: 'full', at })).toBe('2027-03-01')
  expect((await readProcedure(api.parts.db, { id: 'full', at }))?.settings.passMark).toBe(75)
  // A running base stays with the version it is pinned to; what began before the day takes the one before.
  expect(await newestVersion(api.parts.db, { id: 'full', at: dayOfTheApi })).toBe(full.version)
  expect(await readProcedure(api.parts.db, { id: 'full', version: full.version })).toMatchObject({
    version: full.version,
  })
})

test('rules that somebody puts into the database beside this judge nothing', async () => {
  await connectedAsOwner((owner) =>
    owner
      .updateTable('procedure')
      .set({ body: JSON.stringify({ ...rulesOf('2027-03-01'), settings: { ...full.settings, passMark: 1 } }) })
      .where('version', '=', '2027-03-01')
      .execute(),
  )
  expect(await newestVersion(api.parts.db, { id: 'full', at: '2027-09-02T00:00:00.000Z' })).toBe(full.version)
})

test('what waits is listed with who may confirm it, and no more once it is taken back', async () => {
  await proposed('2027-04-01')
  const mandates = [
    { id: 'm-so-9', person: 'p-ad-2', organisation: 'o-office', role: 'SO', from: dayOfTheApi },
  ] as const
  const paper = { number: 'GASME-2026-14', date: '2026-11-20' }
  await record({ type: 'seats_proposed', proposal: 'so-9', mandates, paper, by: by('p-pd-1') })
  const office = {
    kind: 'organisation',
    id: 'o-gasme',
    name: { en: 'Office', local: 'Office' },
    country: 'US',
  } as const
  await record({ type: 'register_added', entry: office, by: by('p-ad-1') })
  await record({ type: 'correction_asked', entry: { ...office, country: 'DE' }, by: by('p-ad-1') })
  const { items } = bodyOf(await get('proposals'))
  expect(items).toMatchObject([
    { kind: 'organisation', id: 'o-gasme', proposedBy: 'p-ad-1', proposedAt: null, mayConfirm: expect.any(Array) },
    { kind: 'rules', id: 'full@2027-04-01', proposedBy: 'p-ad-1', proposedAt: dayOfTheApi, mayConfirm: ['p-ad-2'] },
    { kind: 'seats', id: 'so-9', proposedBy: 'p-pd-1', proposedAt: dayOfTheApi },
  ])
  // Neither who proposed it nor who gets the seat.
  expect(items[0]?.['mayConfirm']).toEqual(expect.arrayContaining(['p-ad-2', 'p-pd-1']))
  expect(items[2]?.['mayConfirm']).toContain('p-ad-1')
  expect(items[2]?.['mayConfirm']).not.toContain('p-ad-2')
  const paged = bodyOf(await get(`proposals?limit=1&after=${next(await get('proposals?limit=1'))}`))
  expect(paged.items).toMatchObject([{ kind: 'rules' }])

  expect((await post('proposals/rules/full@2027-04-01/withdrawals', { as: 'p-ad-2' })).statusCode).toBe(200)
  expect(commandSent()).toEqual({ type: 'withdraw_proposal', kind: 'rules', id: 'full@2027-04-01' })
  for (const [kind, id] of [
    ['rules', 'full@2027-04-01'],
    ['seats', 'so-9'],
    ['organisation', 'o-gasme'],
  ] as const)
    await record({ type: 'proposal_withdrawn', kind, id, proposedBy: 'p-ad-1', by: by('p-ad-2') })
  expect(bodyOf(await get('proposals')).items).toEqual([])
  expect(RulesProposalResponse.parse((await get('rules/full/2027-04-01')).json()).withdrawnBy).toBe('p-ad-2')
  await proposed('2027-04-01')
  expect(bodyOf(await get('proposals')).items).toMatchObject([{ kind: 'rules' }])
})

const next = (answer: { json: () => unknown }): string => z.object({ next: z.string() }).parse(answer.json()).next
