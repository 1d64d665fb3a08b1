import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { entering, scan } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'
import { recordLife } from './a-recorded-life.js'
import { fieldsOf } from './a-page.js'
import { accepted, anApi, type AnApi } from './an-api.js'
import { send, signedInAt } from './signed-in.js'

let api: AnApi
const step = `/bases/${exampleBase}/steps/1.4a.1`
const url = `${step}/acts/confirm_paper`
const officer = holderOf('SO')

/** A base whose dossier a screening officer has checked on paper, as the secretary has entered it. */
beforeAll(async () => {
  api = await anApi('acts on paper, on a page')
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  const entered = base.send(entering(base, { key: '1.4a', option: 'complete' }), { actor: holderOf('CS') })
  expect(entered).toMatchObject({ ok: true })
  await recordLife(api, { base, after: 0 })
}, 120_000)
afterAll(() => api.close())

test('an act on paper waits on the page of its step for another than entered it, who confirms what was read', async () => {
  const director = await signedInAt(api.app, 'p-pd-1')
  expect((await director.ask(`${step}?lang=en`)).body).toContain(`href="${url}"`)
  const page = (await director.ask(`${url}?lang=en`)).body
  for (const said of [`/bases/${exampleBase}/scans/${scan}`, 'name="seq"']) expect(page).toContain(said)
  api.door.answer = () => accepted
  const sent = await send(director, { page: url, fields: fieldsOf(page, url) })
  expect([sent.statusCode, director.location(sent)]).toEqual([303, step])
  expect(api.door.sent.at(-1)).toMatchObject({
    actor: { channel: 'paper' },
    parcel: { command: { type: 'confirm_paper', step: '1.4a.1', scan, signatory: { person: officer.person } } },
  })
})

test('who entered it does not confirm it, may turn it away, and the place does neither', async () => {
  const secretary = await signedInAt(api.app, 'p-cs-1')
  const own = (await secretary.ask(`${step}?lang=en`)).body
  expect([own.includes(url), own.includes(`${step}/acts/refuse_paper`)]).toEqual([false, true])
  const no = (await secretary.ask(`${url}?lang=zh-CN`)).body
  expect(no).toContain('目前不由您办理')
  expect(no).not.toContain(`action="${url}"`)
  const place = await signedInAt(api.app, 'p-C09-yueqing-lg')
  expect((await place.ask(`${step}?lang=en`)).body).not.toContain('_paper')
  expect((await place.ask(`${url}?lang=en`)).body).not.toContain(scan)
})
