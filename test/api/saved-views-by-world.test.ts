import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sampleProgramme } from '../../api/contract/rehearsal.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { fieldsOf } from './a-page.js'
import { anApi, type AnApi } from './an-api.js'
import { send, signedInAt } from './signed-in.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let [real, played] = ['', '']
const inSample = `programme=${sampleProgramme}`
beforeAll(async () => {
  api = await anApi('views by their world')
  const begun = { method: 'POST', url: '/rehearsals', payload: { id: sampleProgramme } } as const
  expect((await api.app.inject({ ...begun, headers: await api.write('p-pm-1') })).statusCode).toBeLessThan(300)
  const like = { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) }
  real = await standingBase(api, like)
  played = await standingBase(api, { ...like, programme: sampleProgramme })
}, 60_000)
afterAll(() => api.close())

const save = async (person: string, payload: object) => {
  const url = `/saved-views/${randomUUID()}`
  const answer = await api.app.inject({ method: 'PUT', url, headers: await api.as(person), payload })
  expect(answer.statusCode).toBe(200)
}
const isOn = (page: string, names: readonly string[]): readonly boolean[] => names.map((name) => page.includes(name))

test('a view stands on pages of the world it is of, by the programme it asks for or the base whose list it is, and on no other', async () => {
  const names = ['Real letters', 'Real bases', 'Played letters', 'Played bases']
  await save('p-pm-1', { page: 'letters', name: 'Real letters', asks: { base: real, state: 'bounced' } })
  await save('p-pm-1', { page: 'bases', name: 'Real bases', asks: { late: 'true' } })
  await save('p-pm-1', { page: 'letters', name: 'Played letters', asks: { base: played, state: 'bounced' } })
  await save('p-pm-1', { page: 'bases', name: 'Played bases', asks: { programme: sampleProgramme } })
  const browser = await signedInAt(api.app, 'p-pm-1')
  for (const page of ['/work', '/saved-views']) {
    const ofReal = (await browser.ask(`${page}?lang=en`)).body
    expect([page, ...isOn(ofReal, names)]).toEqual([page, true, true, false, false])
    const ofSample = (await browser.ask(`${page}?${inSample}&lang=en`)).body
    expect([page, ...isOn(ofSample, names)]).toEqual([page, false, false, true, true])
  }
  expect((await browser.ask(`/work?${inSample}&lang=en`)).body).toContain(`href="/saved-views?${inSample}"`)
  const realLetters = (await browser.ask(`/bases/${real}/letters?lang=en`)).body
  const playedLetters = (await browser.ask(`/bases/${played}/letters?lang=en`)).body
  expect(isOn(realLetters, names)).toEqual([true, false, false, false])
  expect(isOn(playedLetters, names)).toEqual([false, false, true, false])
})

test('a view of a rehearsal is on no real page either for whoever sits in it no more', async () => {
  await save('p-so-1', { page: 'letters', name: 'Of a play that is over', asks: { base: 'rhover-C09-yueqing-1' } })
  await save('p-so-1', { page: 'work', name: 'My real work', asks: {} })
  const { namespace, procedure, label } = await api.parts.db
    .selectFrom('programme')
    .select(['namespace', 'procedure', 'label'])
    .where('id', '=', sampleProgramme)
    .executeTakeFirstOrThrow()
  const before = (await (await signedInAt(api.app, 'p-so-1')).ask('/saved-views?lang=en')).body
  expect(isOn(before, ['Of a play that is over', 'My real work'])).toEqual([true, true])
  await createProgramme(api.parts.db, { id: 'rhover', namespace, rehearsal: true, procedure, label })
  const after = (await (await signedInAt(api.app, 'p-so-1')).ask('/saved-views?lang=en')).body
  expect(isOn(after, ['Of a play that is over', 'My real work'])).toEqual([false, true])
})

test('letters of one state and one’s own work are saved where they are shown, and removed in the world they are of', async () => {
  const browser = await signedInAt(api.app, 'p-pm-1')
  const to = `/saved-views?${inSample}`
  const action = to.replace('?', '\\?')
  const list = `/bases/${played}/letters?state=failed`
  const ofLetters = fieldsOf((await browser.ask(`${list}&lang=en`)).body, action)
  expect(ofLetters).toMatchObject({ page: 'letters', asks: `base=${played}&amp;state=failed` })
  const letters = {
    ...ofLetters,
    asks: `base=${played}&state=failed`,
    name: 'Given up',
    share: `${sampleProgramme}/PM`,
  }
  expect(browser.location(await send(browser, { page: to, fields: letters }))).toBe(list)
  expect((await browser.ask(list)).body).toContain(`href="${list}">Given up</a>`)
  const ofWork = fieldsOf((await browser.ask(`/work?${inSample}&lang=en`)).body, action)
  expect(ofWork).toMatchObject({ page: 'work', asks: inSample })
  const nameless = await send(browser, { page: to, fields: ofWork })
  expect([nameless.statusCode, ...isOn(nameless.body, ['Given up', 'Real bases'])]).toEqual([422, true, false])
  const sent = await send(browser, { page: to, fields: { ...ofWork, name: 'To play' } })
  expect(browser.location(sent)).toBe(`/work?${inSample}`)
  const ofReal = fieldsOf((await browser.ask('/work?lang=en')).body, '/saved-views')
  expect(ofReal).toMatchObject({ page: 'work', asks: '' })
  const first = fieldsOf((await browser.ask(`${to}&lang=en`)).body, action)
  const gone = await send(browser, { page: to, fields: { ...first, do: 'drop' } })
  expect(browser.location(gone)).toBe(`${to}&told=removed`)
})
