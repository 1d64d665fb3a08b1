import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { whoDid } from '../../api/views/who-did.js'
import { savePeople } from '../../db/writes/people.js'
import { saveText } from '../../db/writes/texts.js'
import { engineInWords } from '../../domain/words/doer.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { holderOf } from '../support/an-example.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { asDrawn, readPdf } from '../documents/pdf-text.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'

let api: AnApi
let base: ABase
let id: string

beforeAll(async () => {
  api = await anApi('history')
  base = aNominatedBase()
  id = base.state().id
  playMinutely(base, { until: ({ open }) => open('1.8') !== undefined })
  await say('PM', 'The register of land is closed; ask "again" in May.')
  await say('LG', '土地利用规划已报省自然资源厅审批。')
  await say('PM', '=HYPERLINK("http://example.org","请点击")')
  await sheet('Strong in 100% of its links')
  await recordAsItHappened(api.parts.db, { base })
})
afterAll(() => api.close())

const kept = async (author: string, body: string) => {
  const text = await saveText(api.parts.db, { stream: id, author, body })
  if (text === undefined) throw new Error(`nothing is kept of ${author}`)
  return text
}

const say = async (role: 'PM' | 'LG', body: string) => {
  const actor = holderOf(role)
  const text = await kept(actor.person, body)
  expect(base.send({ type: 'comment', text }, { actor }).ok).toBe(true)
}

/** The first of three sheets, with a reason. */
const sheet = async (body: string) => {
  const step = stepOf(base, '1.8')
  const author = holderOf('EX', 1)
  const reason = await kept(author.person, body)
  expect(base.send({ ...decisionOn(base, { step, option: 'score' }), reason }, { actor: author }).ok).toBe(true)
}

const Did = z.looseObject({
  seq: z.number(),
  type: z.string(),
  doer: z.enum(['person', 'engine']),
  cause: z.object({ entry: z.number().nullable(), actor: z.string().nullable() }).loose().nullable(),
  actor: z.string().nullable(),
  hash: z.string(),
})
const done = async (person = 'p-pm-1') => z.array(Did).parse(bodyOf(await read('?limit=200', person)).items)
/** Entries that no act of a person is, as anybody reads them in the ledger. */
const engines = () => base.recorded.filter(({ event }) => !('by' in event) || event.by === undefined)

test('what was opened, moved or ordered after an act is the engine’s, and beside it stands the act it came of', async () => {
  const entries = await done()
  const own = entries.filter(({ doer }) => doer === 'engine')
  expect(own.map(({ seq }) => seq)).toEqual(engines().map(({ seq }) => seq))
  expect(own.filter(({ actor }) => actor !== null)).toEqual([])
  const opened = entries.find(({ type, cause }) => type === 'step_opened' && cause?.entry !== null && cause !== null)
  const act = entries.find(({ seq }) => seq === opened?.cause?.entry)
  expect([act?.doer, act?.actor, act?.cause]).toEqual(['person', opened?.cause?.actor, null])
})

test('what came with the time is the engine’s by the clock, and no act is looked for behind it', () => {
  const payload = { type: 'call_closed', call: 'call-2027' } as const
  const eyes = { sees: () => 'whole' as const, rules: { steps: {}, anonymous: [] } }
  const did = whoDid({ payload, actor: null, role: null, onBehalfOf: null, cause: null }, eyes)
  expect([did.doer, did.cause, engineInWords(did.cause).en]).toEqual(['engine', null, 'the engine, of itself'])
})

test('the ledger keeps with them whose command it was, and the view shows it beside the act: the twin', async () => {
  const rows = await api.parts.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', id)
    .orderBy('seq')
    .execute()
  const sealed = rows.map(({ seq, actor, hash }) => ({ seq, actor, hash }))
  const shown = (await done()).map(({ seq, actor, cause, hash }) => ({
    seq,
    actor: actor ?? cause?.actor ?? null,
    hash,
  }))
  expect(shown).toEqual(sealed)
  const caused = new Set(engines().map(({ seq }) => seq))
  expect(sealed.filter(({ seq, actor }) => caused.has(seq) && actor !== null).length).toBeGreaterThan(5)
})

test('who asks for the acts of a person finds no opening among them', async () => {
  const found = await entries('person=p-pm-1')
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ type }) => ['step_opened', 'status_changed', 'step_closed'].includes(type))).toEqual([])
})

test('table and paper say the engine too, in the language of the paper', async () => {
  const rows = (await read('.csv?kind=step_opened')).body.split('\r\n').slice(1, -1)
  expect(rows.every((row) => row.includes(',engine,'))).toBe(true)
  const opened = (await done()).find(({ type, cause }) => type === 'step_opened' && cause?.entry)
  for (const [language, words] of [
    ['en', `the engine, because of entry ${opened?.cause?.entry}`],
    ['zh-CN', `系统（因第${opened?.cause?.entry}条记录）`],
  ] as const) {
    const { pages } = readPdf((await read(`.pdf?kind=step_opened&language=${language}`)).rawPayload)
    expect(asDrawn(pages.join(''))).toContain(asDrawn(words))
  }
})

const read = async (query: string, person = 'p-pm-1') =>
  await api.app.inject({ url: `/bases/${id}/history${query}`, headers: await api.as(person) })
const Entry = z.looseObject({
  seq: z.number(),
  type: z.string(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  occurredAt: z.string(),
  words: z.string().nullable(),
})
const Page = z.object({ items: z.array(Entry), next: z.string().nullable() })
const entries = async (query: string, person?: string) =>
  z.array(Entry).parse(bodyOf(await read(`?limit=200&${query}`, person)).items)
const words = async (query: string, person?: string) => (await entries(query, person)).map((one) => one.words)

test('a history is asked for by person, by role, by kind and by step, and each gives its own and nothing else', async () => {
  const all = await entries('')
  expect(all).toHaveLength(base.state().seq)
  const by = {
    'person=p-so-1': all.filter(({ actor }) => actor === 'p-so-1'),
    'role=LG': all.filter(({ role }) => role === 'LG'),
    'kind=step_acted': all.filter(({ type }) => type === 'step_acted'),
    'step=1.4a': all.filter((one) => JSON.stringify(one).includes('"1.4a')),
    'step=1.8.1&kind=step_opened': all.filter((one) => JSON.stringify(one).includes('"step":"1.8.1"')).slice(0, 1),
  }
  for (const [query, wanted] of Object.entries(by)) {
    expect([query, wanted.length > 0]).toEqual([query, true])
    expect([query, (await entries(query)).map(({ seq }) => seq)]).toEqual([query, wanted.map(({ seq }) => seq)])
  }
})

test('a period has both its ends within, and a date means its whole day in New York', async () => {
  const all = await entries('')
  const [first, last] = [all[3]?.occurredAt ?? '', all[9]?.occurredAt ?? '']
  const within = all.filter(({ occurredAt }) => occurredAt >= first && occurredAt <= last)
  expect(await entries(`from=${first}&to=${last}`)).toEqual(within)
  const day = (at: number) => new Date(at).toLocaleDateString('en-CA', { timeZone: 'America/New_York' })
  const now = Date.parse(all[0]?.occurredAt ?? '')
  const [before, today, after] = [-1, 0, 1].map((days) => day(now + days * 86_400_000))
  expect(await entries(`from=${today}&to=${today}`)).toEqual(all)
  expect([await entries(`to=${before}`), await entries(`from=${after}`)]).toEqual([[], []])
})

test('a filtered history is paged by its own cursor, without a gap and without a double', async () => {
  const whole = await entries('kind=step_acted')
  const seen: number[] = []
  for (let after = ''; ;) {
    const { items, next } = Page.parse((await read(`?kind=step_acted&limit=2${after}`)).json())
    seen.push(...items.map(({ seq }) => seq))
    if (next === null) break
    after = `&after=${next}`
  }
  expect(seen).toEqual(whole.map(({ seq }) => seq))
})

test('what was said is found by words and phrases in English, in any order, and by parts in Chinese', async () => {
  const [land, plan] = ['The register of land is closed; ask "again" in May.', '土地利用规划已报省自然资源厅审批。']
  expect(await words('about=land%20register')).toEqual([land])
  expect(await words('about=%22register%20of%20land%22')).toEqual([land])
  expect(await words(`about=${encodeURIComponent('规划')}`)).toEqual([plan])
  expect(await words(`about=${encodeURIComponent('省厅 规划')}`)).toEqual([])
  expect(await words(`about=${encodeURIComponent('自然资源厅 规划')}`)).toEqual([plan])
  expect(await words('about=%25')).not.toContain(land)
})

test('a partner reads and finds what its own side said, and nothing of the programme', async () => {
  const plan = '土地利用规划已报省自然资源厅审批。'
  expect((await words('', 'p-C09-yueqing-lg')).filter((one) => one !== null)).toEqual([plan])
  expect(await words('about=land', 'p-C09-yueqing-lg')).toEqual([])
  expect(await words(`about=${encodeURIComponent('土地')}`, 'p-C09-yueqing-lg')).toEqual([plan])
  expect((await read('', 'p-C01-dali-lg')).statusCode).toBe(404)
})

test('the reason of a sealed sheet is neither read nor found by others before all sheets are in (1.8)', async () => {
  const reason = 'Strong in 100% of its links'
  for (const person of ['p-pm-1', 'p-au-1', 'p-ex-2']) {
    expect(await words('about=strong', person)).toEqual([])
    expect(await words('', person)).not.toContain(reason)
    expect((await read('.csv', person)).body).not.toContain(reason)
  }
  expect(await words('about=strong', 'p-ex-1')).toEqual([reason])
  const before = base.state().seq
  for (const number of [2, 3]) act(base, { key: '1.8', option: 'score', number })
  await recordAsItHappened(api.parts.db, { base, after: before })
  expect(await words('about=100%25')).toEqual([reason])
})

test('as a table a history holds the same entries, opens in a spreadsheet and runs nothing there', async () => {
  const answer = await read('.csv?kind=commented')
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${id}-history.csv"`,
  })
  const lines = answer.body.split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFseq,occurred_at,/)
  expect(lines).toHaveLength((await entries('kind=commented')).length + 2)
  expect(answer.body).toContain(`"'=HYPERLINK(""http://example.org"",""请点击"")"`)
  expect(answer.body).toContain('"The register of land is closed; ask ""again"" in May."')
  expect(answer.body).not.toContain(',=')
})

test.each(['?person=%00', '?role=XX', '?kind=a%20b', '?from=then', '?about=', '?nothing=1'])(
  'a filter that is none is refused: %s',
  async (query) => {
    expect((await read(query)).statusCode).toBe(400)
  },
)

test.each([
  ['en', ['Historyfromtheledger', 'Acted·1.4a.1', 'Screeningofficer', 'p-so-1']],
  ['zh-CN', ['办理记录', '办理·1.4a.1', '审核专员', 'p-so-1']],
])(
  'as a paper in %s a history prints what happened, by whom, and the head of the ledger',
  async (language, printed) => {
    const answer = await api.app.inject({
      url: `/bases/${id}/history.pdf?step=1.4a&language=${language}`,
      headers: await api.as('p-au-1'),
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    const read = readPdf(answer.rawPayload)
    const text = asDrawn(read.pages.join(''))
    for (const words of printed) expect(text).toContain(words)
    const Base = z.looseObject({ ledger: z.looseObject({ head: z.string() }) })
    const base = Base.parse((await api.app.inject({ url: `/bases/${id}`, headers: await api.as('p-au-1') })).json())
    expect(text).toContain(base.ledger.head)
    expect(text).not.toContain('p-ex-1')
  },
)

test('erased words are found no more', async () => {
  const body = 'a name to be erased'
  const before = base.state().seq
  await say('PM', body)
  await recordAsItHappened(api.parts.db, { base, after: before })
  expect(await words('about=erased')).toEqual([body])
  const erased = { body: null, salt: null }
  await api.parts.db.updateTable('text').set(erased).where('author', '=', holderOf('PM').person).execute()
  expect(await words('about=erased')).toEqual([])
})

const Named = z.looseObject({ actor: z.string().nullable(), role: z.string().nullable(), name: z.unknown() })
const named = async (person: string) => z.array(Named).parse(bodyOf(await read('?limit=200', person)).items)
/** The roles of those whose names somebody reads beside their ids. */
const rolesNamedFor = async (person: string) =>
  new Set((await named(person)).flatMap(({ name, role }) => (name === null ? [] : [role ?? ''])))

test('beside each id stands the name of who acted, for whoever may read what was said', async () => {
  const localGovernment = {
    id: 'p-lg-1',
    name: { en: 'Li Na', local: '李娜' },
    email: 'li@place.example',
    language: 'en' as const,
  }
  await savePeople(api.parts.db, { organisations: [], people: [localGovernment] })
  const people = (await named('p-pm-1')).filter(({ actor }) => ['p-so-1', 'p-pm-1', 'p-lg-1'].includes(actor ?? ''))
  expect(people.length).toBeGreaterThan(3)
  expect(people.filter(({ name }) => name === null)).toEqual([])
  expect(people.find(({ actor }) => actor === 'p-so-1')?.name).toEqual({
    en: expect.stringMatching(/^[A-Z]/),
    local: expect.any(String),
  })
  const ours = await rolesNamedFor('p-C09-yueqing-lg')
  expect(ours.has('LG')).toBe(true)
  expect(['PM', 'SO', 'CO', 'EX'].filter((role) => ours.has(role))).toEqual([])
})

test('the name stands in the table and on the paper too', async () => {
  const found = (await named('p-pm-1')).find(({ actor }) => actor === 'p-so-1')?.name
  const { en, local } = z.object({ en: z.string(), local: z.string() }).parse(found)
  const table = (await read('.csv', 'p-pm-1')).body
  expect(table).toContain(`p-so-1,${en},${local},SO`)
  const { pages } = readPdf((await read('.pdf?person=p-so-1', 'p-pm-1')).rawPayload)
  expect(asDrawn(pages.join(''))).toContain(asDrawn(`${en} (p-so-1)`))
  expect((await read('.csv', 'p-C09-yueqing-lg')).body).toContain('p-so-1,,,SO')
})

test('of a person who was erased no name is read any more, and the id stays', async () => {
  await api.parts.db.deleteFrom('person_key').where('person', '=', 'p-co-1').execute()
  const rows = (await named('p-pm-1')).filter(({ actor }) => actor === 'p-co-1')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ name }) => name !== null)).toEqual([])
})
