import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect } from '../../db/connect.js'
import { openPaperSeal } from '../../documents/paper-seal.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { shortCode } from '../../mail/render-letter.js'
import { aForm } from '../exhibits/a-form.js'
import { examplePaper } from '../documents/example-papers.js'
import { aNominatedBase } from '../support/a-base.js'
import { aSealKey } from '../support/a-seal-key.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { fieldsOf } from './a-page.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'
import { lacking } from './forms-of-a-text.js'
import { signedInAt } from './signed-in.js'

let api: AnApi
let paper = ''
let entry = { seq: 0, hash: '' }

beforeAll(async () => {
  api = await anApi('verifying')
  await recordLife(api, { base: playTo(aNominatedBase(), { key: '1.9b' }), after: 0 })
  const { db } = api.parts
  const [first] = await db.selectFrom('document').select('sha256').orderBy('made_seq').execute()
  const [last] = await db
    .selectFrom('ledger_entry')
    .select(['seq', 'hash'])
    .where('stream', '=', exampleBase)
    .orderBy('seq', 'desc')
    .execute()
  paper = first?.sha256 ?? ''
  entry = last ?? entry
}, 120_000)
afterAll(() => api.close())

/** Types something into the form of the page, and follows where it leads. */
const typing = async (person: string, typed: string) => {
  const browser = await signedInAt(api.app, person)
  const page = (await browser.ask('/verify?lang=en')).body
  const sent = aForm({ name: '', bytes: Buffer.alloc(0), fields: { ...fieldsOf(page, '/verify'), sha256: typed } })
  const answer = await browser.ask('/verify', { method: 'POST', ...sent })
  const to = browser.location(answer) ?? ''
  return { to, body: (await browser.ask(`${to}${to.includes('?') ? '&' : '?'}lang=en`)).body }
}

test('the code at the foot of a letter is checked as it stands there, and says which entry it fits', async () => {
  const { body } = await typing('p-pm-1', ` ${shortCode(entry.hash)} `)
  expect(lacking(body, [`The code fits entry ${entry.seq} of ${exampleBase}`])).toEqual([])
  const swapped = `${entry.hash.startsWith('f') ? '0' : 'f'}${entry.hash.slice(1, 12)}`
  const other = await typing('p-pm-1', swapped)
  expect([other.body.includes('The code fits'), other.body.includes('Nothing with this code')]).toEqual([false, true])
})

test('the twelve signs of a list of papers lead to the paper, and the whole fingerprint straight to it', async () => {
  const { body } = await typing('p-pm-1', paper.slice(0, 12))
  expect(lacking(body, [`href="/documents/${paper}/origin"`])).toEqual([])
  expect((await typing('p-pm-1', paper.toUpperCase())).to).toBe(`/documents/${paper}/origin`)
})

test('of a paper that bears the seal of the programme it is said whose that is, and of one that bears none that it bears none', async () => {
  const typesetter = createTypesetter()
  const pdf = await typesetter.render(examplePaper('decision_letter', { language: 'en' }))
  await typesetter.close()
  const sealed = await (await openPaperSeal(await aSealKey()))(pdf, new Date('2027-03-01T08:00:00.000Z'))
  const { sha256 } = await api.parts.documents.put(sealed)
  const owner = connect(api.ownerUrl)
  await owner.updateTable('document').set({ sha256 }).where('sha256', '=', paper).execute()
  const { body } = await typing('p-pm-1', sha256)
  expect(lacking(body, ['true of the whole file', 'Seal of a test'])).toEqual([])
  await owner.updateTable('document').set({ sha256: paper }).where('sha256', '=', sha256).execute()
  await owner.destroy()
  const other = (await typing('p-pm-1', paper)).body
  expect([other.includes('Seal in the file'), other.includes('true of the whole file')]).toEqual([true, false])
})

test('where the file cannot be had it is said that its seal cannot be looked at, and not that it bears none', async () => {
  const { documents } = api.parts
  const { get } = documents
  for (const away of [() => Promise.resolve(undefined), () => Promise.reject(new Error('the store is away'))]) {
    Object.assign(documents, { get: away })
    const { body } = await typing('p-pm-1', paper)
    Object.assign(documents, { get })
    expect(lacking(body, ['Seal in the file', 'cannot be looked at now'])).toEqual([])
  }
  Object.assign(documents, { get: () => Promise.resolve(Buffer.from('no paper')) })
  expect((await typing('p-pm-1', paper)).body).not.toContain('cannot be looked at now')
  Object.assign(documents, { get })
})

test('nobody learns by a code of a base that is not for his or her eyes', async () => {
  await api.parts.db
    .insertInto('interest')
    .values({
      base: exampleBase,
      person: 'p-au-1',
      kind: 'direct',
      declared_seq: 1,
      declared_at: '2026-12-01T00:00:00.000Z',
    })
    .execute()
  for (const code of [entry.hash.slice(0, 12), paper.slice(0, 12)]) {
    const { body } = await typing('p-au-1', code)
    expect([body.includes('Nothing with this code'), body.includes(exampleBase)]).toEqual([true, false])
  }
})

test('what is no code is told so and stands in the field again, and nothing at all is told so too', async () => {
  const { body } = await typing('p-pm-1', 'GASME/L/2026/7')
  expect(lacking(body, ['What was typed is no code', 'value="GASME/L/2026/7"'])).toEqual([])
  expect((await typing('p-pm-1', '')).body).toContain('Write a code, or choose a file.')
})
