import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import { exampleAnswers } from '../../domain/form/example.js'
import type { Role } from '../../domain/role.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { aForm } from '../exhibits/a-form.js'
import { aWorkbook, inline } from '../exhibits/a-workbook.js'
import { aBrowser } from './a-browser.js'
import { fieldsOf, posted, typedPairs } from './a-page.js'
import { anApi, type AnApi } from './an-api.js'
import { seatPeople } from './everybody-seated.js'

let api: AnApi
let base: ABase
let id: string
let step: string
const people: readonly (readonly [string, Role])[] = [
  ['w-so', 'SO'],
  ['w-second', 'SO'],
  ['w-pm', 'PM'],
  ['w-fo', 'FO'],
  ['w-lg', 'LG'],
]

/** A base whose dossier waits for its check (1.4a). */
beforeAll(async () => {
  api = await anApi('the workplace')
  base = aNominatedBase()
  playMinutely(base, { until: () => base.open('1.4a') !== undefined })
  id = base.state().id
  step = `/bases/${id}/steps/1.4a.1`
  await seatPeople(api.parts.db, { people, base: id })
  await recordAsItHappened(api.parts.db, { base })
}, 120_000)
beforeEach(() => void api.door.sent.splice(0))
afterAll(() => api.close())

const signedIn = async (person: string) => {
  const browser = aBrowser(api.app)
  await browser.signIn(person)
  return browser
}
type Browser = Awaited<ReturnType<typeof signedIn>>

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const send = (browser: Browser, { url, fields }: { url: string; fields: Readonly<Record<string, string>> }) =>
  browser.ask(url, { method: 'POST', payload: posted(fields), headers: form })

test('the front door leads a browser to sign in, and whoever is signed in to his or her work', async () => {
  const browser = aBrowser(api.app)
  const first = await browser.ask('/')
  expect([first.statusCode, browser.location(first)]).toEqual([303, '/sign-in?to=/work'])
  expect((await browser.ask('/work')).statusCode).toBe(401)
  expect(browser.location(await browser.signIn('w-so', '/work'))).toBe('/work')
  const second = await browser.ask('/')
  expect([second.statusCode, browser.location(second)]).toEqual([303, '/work'])
})

test('what waits stands on the page of whoever it waits for, and on nobody else’s', async () => {
  const [hers, another] = [await signedIn('w-so'), await signedIn('w-fo')]
  const page = await hers.ask('/work?lang=en')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  for (const said of [`href="${step}"`, 'My work (1)', 'One task waits for you', 'working days left'])
    expect(page.body).toContain(said)
  const idle = await another.ask('/work?lang=en')
  expect(idle.body).toContain('Nothing waits for you now.')
  expect(idle.body).not.toContain(id)
})

test('a language that was chosen stays on this browser, and nothing is loaded from anywhere', async () => {
  const browser = await signedIn('w-so')
  expect((await browser.ask('/work?lang=zh-CN')).body).toContain('<html lang="zh-CN">')
  const later = await browser.ask('/work', { headers: { 'accept-language': 'en' } })
  expect(later.body).toContain('有1项待您办理')
  const policy = String(later.headers['content-security-policy'])
  for (const rule of ["default-src 'none'", "form-action 'self'"]) expect(policy).toContain(rule)
  expect(later.body).not.toMatch(/(src|href)="https?:/)
  expect(Buffer.byteLength(later.body)).toBeLessThan(40_000)
})

test('a form is kept as it is typed, for whoever may act on the step too, and says what is missing before anything is sent', async () => {
  const [first, second] = [await signedIn('w-so'), await signedIn('w-second')]
  expect((await first.ask(`${step}?lang=en`)).body).toContain(`href="${step}?option=return"`)
  const page = (await first.ask(`${step}?option=return`)).body
  const fields = fieldsOf(page, step)
  const incomplete = await send(first, { url: step, fields: { ...fields, do: 'check' } })
  expect(incomplete.statusCode).toBe(422)
  expect(incomplete.body).toMatch(/(One thing is|\d+ things are) missing or do/)
  expect(incomplete.body).toMatch(/<a href="#[^"]+">[^<]+: [^<]+\.<\/a>/)
  const saved = await send(first, {
    url: step,
    fields: { ...fieldsOf(incomplete.body, step), reason: 'x', do: 'save' },
  })
  expect([saved.statusCode, first.location(saved)]).toEqual([303, `${step}?option=return&part=1&saved=yes`])
  expect((await second.ask(`${step}?lang=en`)).body).toContain('What was typed before stands in the form.')
  expect(api.door.sent).toEqual([])
})

test('words that were typed beside a form stay when a file is brought from the same page, taken or not', async () => {
  const browser = await signedIn('w-so')
  const page = (await browser.ask(`${step}?option=return&lang=en`)).body
  // Of a form with a file nothing behind the file is read, so that what is typed must stand before it.
  const [before = '', after] = page.split('type="file"')
  expect([after === undefined, before.includes('name="reason"')]).toEqual([false, true])
  const fields = { ...fieldsOf(page, step), reason: 'Nothing of this may be lost.' }
  const { headers, payload } = aForm({ name: 'x.pdf', control: 'proof', bytes: Buffer.from('no paper'), fields })
  const told = await browser.ask(`${step}/proofs`, { method: 'POST', payload, headers })
  expect([told.statusCode, told.body.includes('>Nothing of this may be lost.</textarea>')]).toEqual([422, true])
})

test('a workbook fills in the tables of a form, and that is kept like what is typed', async () => {
  const browser = await signedIn('w-so')
  const fields = fieldsOf((await browser.ask(`${step}?option=return&lang=en`)).body, step)
  const sendBook = (sent: Readonly<Record<string, string>>, rows: readonly (readonly string[])[]) => {
    const bytes = aWorkbook({ sheets: [{ name: 'What is missing', cells: rows.map((row) => row.map(inline)) }] })
    const { headers, payload } = aForm({ name: 'x.xlsx', control: 'filled', bytes, fields: sent })
    return browser.ask(`${step}/tables`, { method: 'POST', payload, headers })
  }
  const missing = full.steps['1.4a']?.form?.fields.find(({ code }) => code === 'missing')
  if (missing?.kind !== 'table') throw new Error('1.4a has that table.')
  const head = missing.columns.map(({ label }) => label.en)
  const [item, ask] = missing.columns
  const chosen = item?.kind === 'choice' ? (item.choices[0]?.label['zh-CN'] ?? '') : ''
  const words = ask?.kind === 'text' && ask.both === true ? 'Sealed copy, please | 请补交盖章件' : 'Sealed copy, please'
  const taken = await sendBook(fields, [head, [chosen, words]])
  expect([taken.statusCode, taken.body.includes('filled in from the file and saved')]).toEqual([200, true])
  expect(taken.body).toContain('>Sealed copy, please<')
  expect(taken.body).toContain(`href="${step}?lang=zh-CN"`)
  expect((await browser.ask(`${step}?option=return&lang=en`)).body).toContain('>Sealed copy, please<')
  const wrong = await sendBook(fieldsOf(taken.body, step), [head, ['nonsense', words]])
  expect([wrong.statusCode, wrong.body.includes('sheet “What is missing”, row 2, column A')]).toEqual([422, true])
  const { mark: _, ...unmarked } = fields
  expect((await sendBook(unmarked, [head, [chosen, words]])).statusCode).toBe(403)
  expect(api.door.sent).toEqual([])
})

test('what was answered is read once more, and then decided once, on the path of every command', async () => {
  const browser = await signedIn('w-so')
  const { form: asked } = full.steps['1.4a'] ?? {}
  if (asked === undefined) throw new Error('1.4a has a form.')
  const answers = exampleAnswers(asked, { option: 'return' })
  const begun = fieldsOf((await browser.ask(`${step}?option=return&lang=en`)).body, step)
  const filled: readonly (readonly [string, string])[] = [
    ...Object.entries({ ...begun, code: 'INC', reason: 'Three parts are missing.', do: 'check' }),
    ...asked.fields.map(({ code }) => ['on', code] as const),
    ...typedPairs(asked, answers),
  ]
  const sent = new URLSearchParams()
  for (const [name, text] of filled) sent.append(name, text)
  const payload = sent.toString()
  const checked = await browser.ask(step, { method: 'POST', payload, headers: form })
  expect([checked.statusCode, checked.body.includes('Nothing was sent yet')]).toEqual([200, true])
  expect(api.door.sent).toEqual([])
  const last = { ...fieldsOf(checked.body, step), do: 'act' }
  const done = await send(browser, { url: step, fields: last })
  expect([done.statusCode, browser.location(done)]).toEqual([303, `${step}?done=yes`])
  expect((await send(browser, { url: step, fields: last })).statusCode).toBe(303)
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toMatchObject([
    { type: 'decide', step: '1.4a.1', option: 'return', code: 'INC' },
  ])
})

test('a form that lacks the mark of its sign-in, comes from elsewhere, or from no browser, does nothing', async () => {
  const browser = await signedIn('w-pm')
  const url = `/bases/${id}/acts/hold`
  const fields = { ...fieldsOf((await browser.ask(url)).body, url), code: 'FMJ', reason: 'A typhoon.' }
  const { mark = '', ...unmarked } = { mark: undefined, ...fields }
  expect(mark).not.toBe('')
  const sent = [
    await send(browser, { url, fields: unmarked }),
    await send(browser, { url, fields: { ...fields, mark: `${mark.slice(1)}x` } }),
    await browser.ask(url, {
      method: 'POST',
      payload: posted(fields),
      headers: { ...form, origin: 'https://x.example' },
    }),
    await api.app.inject({
      method: 'POST',
      url,
      payload: posted(fields),
      headers: { ...form, ...(await api.as('w-pm')), origin: 'http://127.0.0.1:4310' },
    }),
  ]
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
  expect(api.door.sent).toEqual([])
  expect((await send(browser, { url, fields })).statusCode).toBe(303)
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toMatchObject([{ type: 'hold', code: 'FMJ' }])
})

test('a base shows what it waits for and its tasks, and offers what its reader may do and nothing else', async () => {
  const [manager, place] = [await signedIn('w-pm'), await signedIn('w-lg')]
  const [hers, theirs] = [await manager.ask(`/bases/${id}?lang=en`), await place.ask(`/bases/${id}?lang=en`)]
  for (const { body } of [hers, theirs])
    for (const said of ['What it waits for', 'Nomination: 3 closed', `href="${step}"`]) expect(body).toContain(said)
  expect([hers.body.includes('/acts/hold'), hers.body.includes('/acts/withdraw')]).toEqual([true, false])
  expect([theirs.body.includes('/acts/hold'), theirs.body.includes('/acts/withdraw')]).toEqual([false, true])
})

test('what weighs much is withdrawn by its page, which says before it that one signs in afresh, and leads back', async () => {
  const browser = await signedIn('w-lg')
  const url = `/bases/${id}/acts/withdraw`
  const afresh = `/sign-in?fresh=yes&amp;to=${encodeURIComponent(url)}`
  const page = (await browser.ask(`${url}?lang=en`)).body
  expect(page).not.toContain(afresh)
  const fields = { ...fieldsOf(page, url), code: 'WDR', reason: 'Other plans.' }
  expect((await send(browser, { url, fields })).statusCode).toBe(303)
  expect(api.door.sent.at(-1)?.actor).toMatchObject({ person: 'w-lg', factor: 'sign_in' })
  const earlier = new Date(api.parts.clock().getTime() - 15 * 60_000)
  const { token } = await api.issuer.issue({ person: 'w-lg', now: earlier })
  const headers = { authorization: `Bearer ${token}`, accept: 'text/html' }
  const other = await api.app.inject({ url, headers })
  expect(other.body).toContain(afresh)
})

test('an address has two faces by the same view: JSON for programs, a page for browsers, and one row for either', async () => {
  const headers = await api.as('w-pm')
  const rows = () =>
    api.parts.db
      .selectFrom('access_log')
      .select('subject')
      .where('person', '=', 'w-pm')
      .where('kind', '=', 'read')
      .execute()
  for (const url of [`/bases/${id}`, `/bases/${id}/conditions`, `/bases/${id}/figures`, '/bases']) {
    const before = (await rows()).length
    const json = await api.app.inject({ url, headers: { ...headers, accept: '*/*' } })
    const between = (await rows()).length
    const page = await api.app.inject({ url, headers: { ...headers, accept: 'text/html' } })
    expect([url, json.statusCode, page.statusCode]).toEqual([url, 200, 200])
    expect(json.headers['content-type']).toContain('application/json')
    expect(page.headers['content-type']).toContain('text/html')
    expect([url, (await rows()).length - between]).toEqual([url, between - before])
  }
})

test('what is not there, or not for these eyes, is a page too, in the language that was chosen', async () => {
  const browser = await signedIn('w-so')
  for (const url of ['/nowhere?lang=zh-CN', '/bases/rhxxxx-C09-yueqing-1', '/bases/rhxxxx-C09-yueqing-1/steps/1.3.1']) {
    const gone = await browser.ask(url)
    expect([url, gone.statusCode, gone.headers['content-type']]).toEqual([url, 404, 'text/html; charset=utf-8'])
    expect(gone.body).toContain('<html lang="zh-CN">')
    expect(gone.body).not.toContain('To my work')
  }
})

test('a page that is not there leads to our own addresses alone', async () => {
  for (const url of ['//evil.example/x', '/\\evil.example/x', '///evil.example/x']) {
    const { body } = await (await signedIn('w-so')).ask(url)
    expect(body).toContain('lang=')
    expect([url, body.match(/(?:href|action)="[/\\]{2}[^"]*"/g)]).toEqual([url, null])
  }
})
