import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { linkOfToken } from '../../db/reads/links.js'
import { makeLink, revokeLinks } from '../../db/writes/links.js'
import { savePeople, saveBootstrapMandates } from '../../db/writes/people.js'
import { readTableFile } from '../../exhibits/tables/read-table-file.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { steps } from '../../domain/gicc/steps.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { lettersWritten } from '../workers/seated-readers.js'
import { aForm } from '../exhibits/a-form.js'
import { aPdf } from '../exhibits/files.js'
import { anApi, dayOfTheApi, type AnApi } from './an-api.js'
import { ours, recording, sendForm, type FormSent } from './by-link.js'
import { fieldsOf, typedWhole } from './a-page.js'

let api: AnApi
let token: string
let entries: number
let exhibit = ''

beforeAll(async () => {
  api = await anApi('acting by a link')
  const { db } = api.parts
  const office = {
    id: 'p-lg-link',
    name: { en: 'Ms Lin', local: '林女士' },
    email: 'lg@link.example',
    language: 'zh-CN',
  } as const
  await savePeople(db, { organisations: [], people: [office] })
  const seat = { id: 'm-lg-link', person: office.id, organisation: 'o-office', role: 'LG', base: exampleBase } as const
  const from = '2026-01-01T00:00:00.000Z'
  const other = { ...seat, id: 'm-clo-link', role: 'CLO', from } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...seat, from }, other] })
  await recordLife(db, aNominatedBase())
  const text = (await lettersWritten(db)).textTo('step_opened', office.id)
  token = /\/act#([\w-]{43})/.exec(text)?.[1] ?? ''
  api.door.answer = recording(api)
  entries = await count()
})
afterAll(() => api.close())

const Answers = z.record(z.string(), z.unknown())
/** An example with the proof that was brought in the place of the invented ones. */
const citing = (answers: object) =>
  Answers.parse(JSON.parse(JSON.stringify(answers).replaceAll(/"example-\d"/g, `"${exhibit || 'example-1'}"`)))

const decided = () => api.door.sent.filter(({ parcel }) => parcel.update === 'decide')
const count = async () =>
  (await api.parts.db.selectFrom('ledger_entry').select('seq').where('stream', '=', exampleBase).execute()).length
const withFile = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>>) => {
  const sent = aForm({ name: '意向函.pdf', bytes: aPdf(), fields })
  return api.app.inject({ method: 'POST', url: '/act/proofs', ...sent, headers: { ...headers, ...sent.headers } })
}
const post = (url: string, fields: Readonly<Record<string, string>>) => postWith(ours, { url, fields })
const postWith = (headers: Readonly<Record<string, string>>, sent: FormSent) => sendForm(api, { ...sent, headers })
/** The form of a step as a person has filled it in, ready to be sent by its button. */
const filledIn = async (option: string) => {
  const page = await post('/act', { token, option, lang: 'en' })
  const form = steps['1.2a']?.form
  if (form === undefined) throw new Error('1.2a has a form')
  return {
    page,
    fields: { ...fieldsOf(page.body, '/act/drafts'), ...typedWhole(form, citing(exampleAnswers(form, { option }))) },
  }
}

test('a machine that reads mail changes nothing, whatever it opens, fetches before anybody asks, or sends by itself', async () => {
  expect(token).toHaveLength(43)
  const prefetch = { 'sec-purpose': 'prefetch', purpose: 'prefetch', 'x-moz': 'prefetch' }
  for (const method of ['HEAD', 'GET', 'GET', 'GET', 'GET', 'GET', 'OPTIONS'] as const)
    for (const headers of [{}, prefetch]) await api.app.inject({ method, url: '/act', headers })
  expect((await api.app.inject({ method: 'GET', url: '/act' })).body).not.toContain(token)
  const { fields } = await filledIn('sent')
  const { origin: _, ...silent } = ours
  for (const headers of [
    silent,
    { ...ours, origin: 'null' },
    { ...ours, origin: 'https://mail.example' },
    { ...ours, 'sec-fetch-site': 'cross-site' },
  ])
    expect((await postWith(headers, { url: '/act/decisions', fields })).statusCode).toBe(403)
  const { mark, ...unmarked } = fields
  for (const other of [unmarked, { ...fields, mark: '' }, { ...fields, option: 'withdraw' }])
    expect((await post('/act/decisions', other)).statusCode).toBe(403)
  expect(mark).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{64}$/)
  expect([await count(), api.door.sent.length]).toEqual([entries, 0])
  expect((await linkOfToken(api.parts.db, token))?.usedBy).toBeUndefined()
})

test('the page shows the whole step in both languages, until when in both zones, and lets nothing run but its own script', async () => {
  const [en, zh] = [await post('/act', { token, lang: 'en' }), await post('/act', { token, lang: 'zh-CN' })]
  for (const said of [exampleBase, '1.2a', 'Local government', 'in Beijing', 'in New York', 'of 1 have acted'])
    expect(en.body).toContain(said)
  for (const said of ['地方政府', '北京时间', '纽约时间']) expect(zh.body).toContain(said)
  expect(en.headers).toMatchObject({
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  })
  expect(en.headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[^;]+'; script-src 'sha256-[^;]+'; form-action 'self'/,
  )
  const seen = await api.parts.db
    .selectFrom('access_log')
    .select(['kind', 'subject', 'stream'])
    .distinct()
    .where('person', '=', 'p-lg-link')
    .orderBy('kind')
    .execute()
  expect(seen).toEqual([
    { kind: 'read', subject: 'form', stream: exampleBase },
    { kind: 'signed_in', subject: 'link', stream: exampleBase },
  ])
  const { page, fields } = await filledIn('sent')
  expect(page.statusCode).toBe(200)
  for (const { label } of steps['1.2a']?.form?.fields ?? []) expect(page.body).toContain(escaped(label.en))
  const missing = await post('/act/decisions', fieldsOf(page.body, '/act/drafts'))
  expect([missing.statusCode, missing.body.includes('role="alert"'), await count()]).toEqual([422, true, entries])
  expect(fields['token']).toBe(token)
})
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')

test('a proof is brought from the page, and what was filled in stands there again', async () => {
  const { fields } = await filledIn('sent')
  const proof = {
    title: '意向函',
    kind: 'yearbook',
    readers: 'PAR',
    seal: 'stamped',
    languages: 'zh-CN',
    issuedOn: '2026-08-01',
    from: '2025-01-01',
    to: '2025-12-31',
    territories: 'CN-ZJ',
    allowed: 'yes',
  }
  const said = Object.fromEntries(Object.entries(proof).map(([name, text]) => [`proof/${name}`, text]))
  const { 'proof/allowed': _, ...careless } = said
  const wrong = [
    [{ ...fields, ...careless }, ours],
    [{ ...fields, ...said, mark: '' }, ours],
    [
      { ...fields, ...said },
      { ...ours, origin: 'null' },
    ],
  ] as const
  const refused: number[] = []
  for (const [sent, headers] of wrong) refused.push((await withFile(sent, headers)).statusCode)
  expect([refused, await count()]).toEqual([[422, 403, 403], entries])
  const { statusCode, body } = await withFile({ ...fields, ...said }, ours)
  expect([statusCode, await count()]).toEqual([200, entries + 1])
  expect(body).toContain('value="Rehearsal Person 1"')
  exhibit = /<option value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
  const brought = await api.parts.db
    .selectFrom('ledger_entry')
    .select(['actor', 'channel'])
    .where('type', '=', 'exhibit_received')
    .execute()
  expect(brought).toEqual([{ actor: 'p-lg-link', channel: 'link' }])
  entries = await count()
})

test('a table is filled in from a file chosen on the page, or the file is told by its place and nothing of it taken', async () => {
  const { fields } = await filledIn('sent')
  const sendTables = (rows: string, more: Readonly<Record<string, string>> = {}) => {
    const sent = aForm({
      name: 'figures.csv',
      control: 'filled',
      bytes: Buffer.from(rows),
      fields: { ...fields, ...more },
    })
    return api.app.inject({ method: 'POST', url: '/act/tables', ...sent, headers: { ...ours, ...sent.headers } })
  }
  const head = 'Measure,Figure,Currency'
  const rows = [head, '产值,7654321 | 2025 | actual | 5,CNY', 'firms,321 | 2025,', 'Exports,42 | 2025,USD']
  const taken = await sendTables(rows.join('\n'))
  expect([taken.statusCode, taken.body.includes('value="7654321"'), await count()]).toEqual([200, true, entries])
  const wrong = await sendTables([...rows.slice(0, 3), 'Exports,many,USD'].join('\n'))
  expect([wrong.statusCode, wrong.body.includes('row 4, column B (Figure'), wrong.body.includes('7654321')]).toEqual([
    422,
    true,
    false,
  ])
  expect((await sendTables('')).body).toMatch(/Got: The file is empty\. Allowed: [^.]+\.</)
  expect((await sendTables(rows.join('\n'), { mark: '' })).statusCode).toBe(403)
  const empty = await sendTables('', { tables: 'empty' })
  expect(empty.headers['content-disposition']).toBe('attachment; filename="1.2a.1-tables.xlsx"')
  const again = await readTableFile(empty.rawPayload)
  expect('sheets' in again && again.sheets[0]?.rows.map(({ cells }) => cells[0])).toEqual([
    'Measure',
    'Output',
    'Firms',
    'Exports',
  ])
})

test('the click of the person works once and only once, also when it comes twice at once', async () => {
  const { fields } = await filledIn('sent')
  const [left, right] = await Promise.all([post('/act/decisions', fields), post('/act/decisions', fields)])
  expect([left.statusCode, right.statusCode]).toEqual([200, 200])
  expect(left.body).toBe(right.body)
  expect(new Set(decided().map(({ id }) => id)).size).toBe(1)
  const acted = await api.parts.db
    .selectFrom('ledger_entry')
    .select(['actor', 'channel', 'command_id'])
    .where('type', '=', 'step_acted')
    .execute()
  expect(acted).toEqual([{ actor: 'p-lg-link', channel: 'link', command_id: decided()[0]?.id }])
  expect((await linkOfToken(api.parts.db, token))?.usedBy).toBe(decided()[0]?.id)
  const after = await count()
  const other = await post('/act/decisions', { ...fields, reason: 'Something else.' })
  const look = await post('/act', { token, lang: 'en' })
  expect([other.statusCode, look.statusCode]).toEqual([409, 409])
  expect(look.body).toContain('You have acted already')
  expect(await count()).toBe(after)
})

const withdrawnLetter = '00000000-0000-4000-8000-0000000000f1'

test('a link that was never one, one that nobody sealed, one that was withdrawn and one whose seat is gone give the same page', async () => {
  const { db } = api.parts
  const pageOf = async (one: string) => {
    const { statusCode, body, headers } = await post('/act', { token: one, lang: 'en' })
    return { statusCode, body: body.replaceAll(one, 'TOKEN'), policy: headers['content-security-policy'] }
  }
  const never = await pageOf('A'.repeat(43))
  expect([never.statusCode, never.body.includes('This link does not act')]).toEqual([410, true])
  await db
    .updateTable('mandate')
    .set({ revoked_at: '2026-11-01T00:00:00.000Z' })
    .where('id', '=', 'm-lg-link')
    .execute()
  expect(await pageOf(token)).toEqual(never)
  const withdrawn = await makeLink(db, {
    person: 'p-lg-link',
    seat: 'm-clo-link',
    base: exampleBase,
    step: '1.2a.1',
    documents: [],
    letter: withdrawnLetter,
    at: dayOfTheApi,
  })
  expect((await pageOf(withdrawn)).statusCode).toBe(409)
  await revokeLinks(db, { letter: withdrawnLetter, at: dayOfTheApi })
  expect(await pageOf(withdrawn)).toEqual(never)
})

test('whoever holds a dead link gets a fresh letter to the address on record, not twice in ten minutes, and hears the same as anybody', async () => {
  const { db } = api.parts
  const link = await linkOfToken(db, token)
  await db
    .updateTable('letter')
    .set({ state: 'sent', sent_at: '2026-01-01T00:00:00.000Z', queued_at: '2026-01-01T00:00:00.000Z' })
    .execute()
  const asked = [
    await post('/act/fresh', { token, lang: 'en' }),
    await post('/act/fresh', { token, lang: 'en' }),
    await post('/act/fresh', { token: 'A'.repeat(43), lang: 'en' }),
  ]
  expect(asked.map(({ statusCode, body }) => [statusCode, body])).toEqual(asked.map(() => [200, asked[0]?.body]))
  const queued = await db
    .selectFrom('letter')
    .select(['recipient', 'kind', 'step', 'again'])
    .where('state', '=', 'queued')
    .execute()
  expect(queued).toEqual([{ recipient: link?.person, kind: 'step_opened', step: '1.2a.1', again: 1 }])
})

test('who keeps the people of a programme ends the links of somebody whose mailbox is in other hands, and nobody else does', async () => {
  const { db } = api.parts
  const act = { seat: 'm-clo-link', base: exampleBase, step: '1.2a.1', documents: [] }
  const own = await makeLink(db, { ...act, person: 'p-lg-link', letter: withdrawnLetter, at: dayOfTheApi })
  const others = await makeLink(db, { ...act, person: 'p-pm-1', letter: withdrawnLetter, at: dayOfTheApi })
  const ends = async (as: string) =>
    await api.app.inject({
      method: 'POST',
      url: '/programmes/gasme/people/p-lg-link/links/revocations',
      headers: await api.write(as),
      payload: {},
    })
  expect((await ends('p-pm-1')).statusCode).toBe(403)
  expect((await linkOfToken(db, own))?.isRevoked).toBe(false)
  expect((await ends('p-ad-1')).statusCode).toBe(200)
  const standing = [await linkOfToken(db, own), await linkOfToken(db, others), await linkOfToken(db, token)]
  expect(standing.map((link) => link?.isRevoked)).toEqual([true, false, false])
})

test('whoever asks too often is told when to come again, by the link and by the address', async () => {
  const asked = async (one: string) => await post('/act', { token: one, lang: 'en' })
  const tries = await Promise.all(Array.from({ length: 31 }, () => asked('B'.repeat(43))))
  const late = tries.filter(({ statusCode }) => statusCode === 429)
  expect([late.length, Number(late[0]?.headers['retry-after']) > 0]).toEqual([1, true])
  expect((await asked('C'.repeat(43))).statusCode).toBe(410)
  for (let at = 0; at < 120; at += 1) await asked(String(at).padStart(43, 'D'))
  expect((await asked('E'.repeat(43))).statusCode).toBe(429)
})
