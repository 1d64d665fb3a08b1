import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { HoldResponse, PersonRecordsResponse, RegistrationResponse } from '../../api/contract/records.js'
import { openZip } from '../../verify/zip.js'
import { givesSeat } from '../support/gives-seat.js'
import { aStack, type Stack } from '../support/a-stack.js'
import { parsed, type Answered } from '../support/an-asker.js'
import { aDossier } from '../support/an-example.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { actFromAMail } from './act-from-a-mail.js'
import { readEntries } from './a-played-base.js'
import { nominate } from './a-standing-base.js'
import { secretsOfARun } from './secrets-of-a-run.js'
import { everythingKept, placesOf } from './everything-kept.js'

const person = 'p-so-marked'
const markers = {
  name: 'Zephyrine Quillfeather',
  local: '羽泽菲',
  email: 'zephyrine@quillfeather.example',
  reason: 'The statute is legible only under a heron-blue lamp.',
  remark: 'Ask again when the marmalade has set.',
} as const

let stack: Stack
let folder: string
let base: string
let token: string
beforeAll(async () => {
  stack = await aStack()
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-erasure-'))
  base = await nominate(stack, 'C09-yueqing')
  await plant()
}, 240_000)
afterAll(async () => {
  await stack.remove()
  await rm(folder, { recursive: true, force: true })
}, 90_000)

const did = async (path: string, { as, body }: { as: string; body: object }): Promise<void> => {
  const answer = await stack.ask(path, { as, body })
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
}
const acts = (key: string, { as, ...body }: { as: string; option: string; [more: string]: unknown }) =>
  did(`/bases/${base}/steps/${key}.1/decisions`, { as, body })
const codeOf = ({ body }: Answered): string => z.looseObject({ code: z.string().default('accepted') }).parse(body).code

/** A person with a seat, who gets letters, decides with a reason, leaves a remark and is given the next step. */
const plant = async (): Promise<void> => {
  const { name, local, email, reason, remark } = markers
  const register = ['register', person, '--name', name, '--local', local, '--email', email, '--as', 'p-ad-1', '--json']
  const registered = await stack.cli(...register)
  expect(RegistrationResponse.parse(JSON.parse(registered.out))).toEqual({ person })
  const seat = { person, role: 'SO', organisation: 'o-office', from: '2026-01-01T00:00:00.000Z' }
  expect((await givesSeat(stack, seat)).status).toBeLessThan(300)
  token = await actFromAMail(stack, { base, as: 'p-C09-yueqing-lg', key: '1.2a', option: 'sent' })
  await acts('1.2b', { as: 'p-pm-1', option: 'invite' })
  await acts('1.3', { as: 'p-C09-yueqing-lg', option: 'submit', facts: { dossier: aDossier } })
  await did(`/bases/${base}/comments`, { as: person, body: { text: remark } })
  await acts('1.4a', { as: person, option: 'complete', reason })
  await did(`/bases/${base}/steps/1.5a.1/reassignments`, {
    as: 'p-pd-1',
    body: { to: person, code: 'LAT', reason: 'illness' },
  })
  await untilFound(markers.email, 'table mailbox_message')
  expect(await stack.cli('evidence', base, '--out', join(folder, 'before.zip'), '--as', 'p-au-1')).toMatchObject({
    code: 0,
  })
}

const kept = () => everythingKept(stack, { base, folder })

/** Letters leave a moment after what they tell of. */
const untilFound = async (marker: string, place: string): Promise<void> => {
  while (!placesOf(await kept(), marker).includes(place)) await pause(200)
}

const programmeEvidence = async (): Promise<Uint8Array> => {
  const headers = { authorization: `Bearer ${await stack.tokenOf('p-au-1')}` }
  return new Uint8Array(
    await (await fetch(new URL('/programmes/gasme/evidence', stack.url), { headers })).arrayBuffer(),
  )
}

const records = async () =>
  parsed(await stack.ask(`/programmes/gasme/people/${person}/records`, { as: 'p-ad-1' }), PersonRecordsResponse)

test('before the erasure the search finds the name, the address and the words where they are read', async () => {
  const places = await kept()
  expect(Object.keys(places).filter((place) => place.startsWith('table ')).length).toBeGreaterThan(35)
  // Ids are meant to be there, and are found: the search reads what Temporal keeps.
  expect(placesOf(places, person).some((place) => place.startsWith('temporal '))).toBe(true)
  expect(Object.keys(places).filter((place) => place.startsWith('log ')).length).toBeGreaterThanOrEqual(3)
  expect(placesOf(places, markers.name)).toEqual(['table mailbox_message'])
  expect(placesOf(places, markers.email)).toEqual(['table mailbox_message'])
  for (const words of [markers.reason, markers.remark])
    expect(placesOf(places, words)).toEqual(['evidence texts.ndjson'])
  expect(await records()).toMatchObject({ state: 'kept', label: { en: markers.name, 'zh-CN': markers.local } })
}, 120_000)

test('the token by which somebody acted from a mail is found nowhere, and the ledger says that it was a link (0051)', async () => {
  const secrets = await secretsOfARun(stack)
  const places = await kept()
  expect(placesOf(places, token)).toEqual([])
  // Nor is anything else by which somebody is let in, or that the processes hold: no table, log, evidence, mail or file of Temporal has it.
  expect(Object.values(secrets).filter((secret) => secret.length < 16)).toEqual([])
  expect(Object.keys(secrets).length).toBeGreaterThanOrEqual(11)
  expect(Object.entries(secrets).filter(([, secret]) => placesOf(places, secret).length > 0)).toEqual([])
  expect(placesOf(places, tokenHash(token))).toEqual(['table act_link'])
  expect(placesOf(places, '/act#')).toEqual(['table mailbox_message'])
  const [acted] = (await readEntries(stack, base)).filter(({ type }) => type === 'step_acted')
  expect(acted).toMatchObject({ channel: 'link', payload: { key: '1.2a', option: 'sent' } })
}, 120_000)

test('a hold set by one keeps the records, and ends only with two others who release it (8.13)', async () => {
  const held = await stack.cli('hold-records', '--person', person, '--code', 'LEG', '--as', 'p-co-1', '--json')
  expect(held).toMatchObject({ code: 0, said: '' })
  const [hold] = await stack.all('/programmes/gasme/holds', { schema: HoldResponse })
  expect(hold).toMatchObject({ person, state: 'asked' })
  const refused = await stack.ask(`/programmes/gasme/people/${person}/erasures`, { as: 'p-pd-1', body: {} })
  expect([refused.status, codeOf(refused)]).toEqual([409, 'records_held'])
  expect(JSON.stringify(refused.body)).toContain(hold?.id)
  const on = `/programmes/gasme/holds/${hold?.id}`
  const seq = hold?.seq ?? 0
  expect(codeOf(await stack.ask(`${on}/confirmations`, { as: 'p-co-1', body: { seq } }))).toBe('second_person_needed')
  const other = ['hold-records', hold?.id ?? '', '--seq', String(seq + 1), '--as', 'p-pd-1']
  expect(await stack.cli(...other)).toMatchObject({ code: 1, said: expect.stringContaining(`entry ${seq}`) })
  const confirmed = await stack.cli('hold-records', hold?.id ?? '', '--seq', String(seq), '--as', 'p-pd-1')
  expect(confirmed).toMatchObject({ code: 0 })
  expect(await stack.cli('release-records', hold?.id ?? '', '--as', 'p-pd-1')).toMatchObject({ code: 0 })
  const [asked] = await stack.all('/programmes/gasme/holds', { schema: HoldResponse })
  const alone = await stack.ask(`${on}/releases/confirmations`, { as: 'p-pd-1', body: { seq: asked?.seq } })
  expect(codeOf(alone)).toBe('second_person_needed')
  const read = ['--confirm', '--seq', String(asked?.seq)]
  expect(await stack.cli('release-records', hold?.id ?? '', ...read, '--as', 'p-ad-1')).toMatchObject({ code: 0 })
  expect(await stack.all('/programmes/gasme/holds', { schema: HoldResponse })).toMatchObject([{ seq: null }])
  expect((await stack.cli('holds', '--as', 'p-au-1')).out).toContain('released')
}, 120_000)

test('two persons erase a person: name, address and words are nowhere, and the report says what stays until when', async () => {
  const asked = await stack.cli('erase', person, '--as', 'p-pd-1', '--json')
  const { state, seq } = PersonRecordsResponse.parse(JSON.parse(asked.out))
  expect(state).toBe('requested')
  const confirm = ['erase', person, '--confirm', '--seq', String(seq)]
  const alone = await stack.cli(...confirm, '--as', 'p-pd-1')
  expect([alone.code, alone.said]).toEqual([1, expect.stringContaining('8.13')])
  const erased = await stack.cli(...confirm, '--as', 'p-ad-1', '--json')
  const report = PersonRecordsResponse.parse(JSON.parse(erased.out))
  expect(report).toMatchObject({ state: 'erased', label: { en: 'erased person', 'zh-CN': '已删除人员' } })
  const counts = Object.fromEntries(report.erases.map(({ kind, count }) => [kind, count]))
  expect(counts).toMatchObject({ contacts: 1, texts: 3, seats: 1 })
  expect(counts['letters']).toBeGreaterThan(1)
  // The base lives: what was issued stays until ten years after its end, which nobody knows yet.
  expect(report.stays.map(({ kind, base: of, until }) => [kind, of, until])).toEqual([
    ['entries', null, null],
    ['documents', base, null],
    ['evidence', base, null],
  ])
  expect(report.stays.find(({ kind }) => kind === 'documents')?.count).toBeGreaterThan(0)
  const places = await kept()
  for (const marker of Object.values(markers)) expect(placesOf(places, marker)).toEqual([])
}, 120_000)

test('the ledger says that a person was erased, by ids alone, and every chain still verifies', async () => {
  expect((await kept())['table ledger_entry']).toContain('person_erased')
  const ofBase = join(folder, 'after.zip')
  expect(await stack.cli('evidence', base, '--out', ofBase, '--as', 'p-au-1')).toMatchObject({ code: 0 })
  const whole = join(folder, 'programme.zip')
  await writeFile(whole, await programmeEvidence())
  // What was handed out before stays as it was, words and all, and is in the report.
  const before = join(folder, 'before.zip')
  for (const file of [ofBase, whole, before])
    expect(await stack.cli('verify', file)).toMatchObject({ code: 0, out: expect.stringContaining('Everything fits.') })
  expect(
    openZip(await readFile(before))
      .bytes('texts.ndjson')
      ?.toString('utf8'),
  ).toContain(markers.reason)
  expect(
    openZip(await readFile(whole))
      .bytes('texts.ndjson')
      ?.toString('utf8'),
  ).not.toContain(markers.reason)
}, 120_000)

test('the step that was given to the erased person is open to the others, and the person acts no more', async () => {
  const recused = async () => (await readEntries(stack, base)).filter(({ type }) => type === 'step_recused')
  while ((await recused()).length === 0) await pause(100)
  expect((await recused()).map(({ payload }) => payload)).toMatchObject([{ key: '1.5a', person, acted: false }])
  await acts('1.5a', { as: 'p-so-2', option: 'eligible' })
  const again = await stack.ask(`/programmes/gasme/people/${person}/erasures`, { as: 'p-pd-1', body: {} })
  expect([again.status, codeOf(again)]).toEqual([409, 'person_erased'])
  expect((await stack.ask('/tokens', { body: { person } })).status).toBe(404)
}, 60_000)
