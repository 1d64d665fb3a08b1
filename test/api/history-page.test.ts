import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { entryInWords } from '../../api/views/entry-in-words.js'
import { savePeople } from '../../db/writes/people.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { anApi, type AnApi } from './an-api.js'
import { personOf, seatEverybody } from './everybody-seated.js'

let api: AnApi
const [office, government] = [holderOf('PM'), holderOf('LG')]
const called = { en: 'Office of the Alliance', local: '联盟办公室' }
const town = { en: 'Town Hall', local: '市府大楼' }

beforeAll(async () => {
  api = await anApi('the page of a history')
  const base = aNominatedBase()
  playMinutely(base, { until: ({ open }) => open('1.4a') !== undefined })
  await recordAsItHappened(api.parts.db, { base })
  await seatEverybody(api.parts.db, exampleBase)
  const rows = await api.parts.db.selectFrom('ledger_entry').select(['actor', 'on_behalf_of as of']).execute()
  const placeOf = (person: string): string => rows.find(({ actor }) => actor === person)?.of ?? ''
  await savePeople(api.parts.db, {
    people: [],
    organisations: [
      { programme: 'gasme', id: placeOf(office.person), name: called, country: 'US' },
      { programme: 'gasme', id: placeOf(government.person), name: town, country: 'CN' },
    ],
  })
}, 120_000)
afterAll(() => api.close())

const pageFor = async (person: string, lang: string) => {
  const headers = { ...(await api.as(person)), accept: 'text/html' }
  return (await api.app.inject({ url: `/bases/${exampleBase}/history?order=oldest&lang=${lang}`, headers })).body
}

test('a move is told with where from and where to, and a stage by its name, in either language', async () => {
  const [english, chinese] = [await pageFor(personOf('PM'), 'en'), await pageFor(personOf('PM'), 'zh-CN')]
  for (const said of ['Stage entered: Nomination', 'Status changed from “Expression of interest” to “Nominated”'])
    expect([said, english.includes(said)]).toEqual([said, true])
  for (const said of ['进入阶段：申报', '状态变更：由“合作意向函”变为“已申报”'])
    expect([said, chinese.includes(said)]).toEqual([said, true])
})

test('a status that is known no more is left to the entry itself', () => {
  const payload = { type: 'status_changed', from: 'asleep', to: 'nominated' }
  expect(entryInWords({ type: 'status_changed', payload, withheld: false }).en).toBe('Status changed')
})

test('for whom somebody acted is told by name, to those alone who read that side’s names', async () => {
  const [ours, theirs] = [await pageFor(personOf('PM'), 'en'), await pageFor(personOf('LG'), 'zh-CN')]
  expect([ours.includes(` · ${called.en}`), ours.includes(` · ${town.en}`)]).toEqual([true, true])
  expect([theirs.includes(town.local), theirs.includes(called.local)]).toEqual([true, false])
})

test('nobody stands there by an id: by name, else as what he or she acted, in either language', async () => {
  const said = async (person: string, lang: string): Promise<string> =>
    [...(await pageFor(person, lang)).matchAll(/<p class="why">([^<]*)<\/p>/g)].map(([, who]) => who).join('\n')
  for (const [lang, role] of [
    ['en', 'Programme manager'],
    ['zh-CN', '项目经理'],
  ] as const) {
    const who = await said(personOf('PM'), lang)
    expect(who).toContain(role)
    expect(who).not.toMatch(/\b[po]-[a-z0-9-]+/i)
  }
})

test('what the address of a page asks for and the page has not is said to its reader, in his language and with a way back', async () => {
  const ask = async (path: string) => {
    const headers = { ...(await api.as(personOf('PM'))), accept: 'text/html' }
    const { statusCode, body } = await api.app.inject({ url: `/bases/${exampleBase}${path}`, headers })
    return { statusCode, lacks: (words: readonly string[]) => words.filter((said) => !body.includes(said)) }
  }
  const day = await ask('/history?on=yesterday&lang=en')
  const back = (path: string) => `href="/bases/${exampleBase}${path}"`
  const allowed = 'The address asks for “on=yesterday”; what stands there must be a date such as 2027-03-01.'
  expect([day.statusCode, day.lacks([allowed, 'Open the page without it', back('/history')])]).toEqual([400, []])
  const version = await ask('/text?version=first&lang=zh-CN')
  expect([version.statusCode, version.lacks(['网址请求“version=first”', back('/text')])]).toEqual([400, []])
  const other = await ask('/history?colour=red&lang=en')
  const stray = 'The address has what is not taken here: colour; leave it out.'
  expect([other.statusCode, other.lacks([stray, back('/history')])]).toEqual([400, []])
})
