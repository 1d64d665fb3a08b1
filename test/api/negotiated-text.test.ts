import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { TextDifferenceResponse } from '../../api/contract/texts.js'
import { StepsResponse } from '../../api/contract/step.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'
import { atTheText, tellsAt, unseenIn } from './at-the-text.js'
import { recording } from './by-link.js'
import { personOf, seatEverybody, seatOneMore } from './everybody-seated.js'
import { drawnWith, tablesIn } from './text-tables.js'

let api: AnApi
const url = `/bases/${exampleBase}`
const [manager, counsel, finance, government] = [personOf('PM'), personOf('LC'), personOf('FO'), personOf('LG')]
const another = 'v-lc-second'

/** A base whose memorandum is to be drafted, and a worker that judges and records what is decided over HTTP. */
beforeAll(async () => {
  api = await anApi('the text both sides make')
  const base = playTo(aNominatedBase(), { key: '3.2a' })
  await recordLife(api.parts.db, base)
  await seatEverybody(api.parts.db, exampleBase)
  await seatOneMore(api.parts.db, { person: another, role: 'LC' })
  api.door.answer = recording(api, base.now())
}, 120_000)
afterAll(() => api.close())

const { get, post, textFor, itemFor, itemsFor, clauseFor, say, answerTo, decide, decided } = atTheText(() => api)
const tells = (person: string, of: { path: string; hash: string }) => tellsAt(api, { person, ...of })

test('before a first draft there is no text; the first has the model with what is known of the base, and its words lie sealed', async () => {
  expect(bodyOf(await get(manager, '/text')).code).toBe('text_not_yet')
  expect(await decided(manager, { step: '3.2a.1', option: 'ready' })).toContain('text_handed_over')
  const text = await textFor(manager)
  expect(text).toMatchObject({ no: 1, versions: [{ no: 1, side: 'programme', step: '3.2a.1', counts: true }] })
  expect(JSON.stringify(text.clauses)).toContain('Yueqing')
  const read = text.clauses.flatMap(({ paragraphs }) => paragraphs)
  expect(JSON.stringify(read.map((one) => [one.text, one.rows]))).not.toMatch(/[{](?:ref|own):/)
  const referring = read.find(({ written }) => written?.['en']?.includes('{ref:annex_5}'))
  expect(referring?.text['en']).toMatch(/annex 5/i)
  expect(text.clauses.find(({ id }) => id === 'areas')).toMatchObject({
    kind: 'clause',
    number: 4,
    paragraphs: [1, 2, 3].map((number) => ({ id: `areas.${number}`, number })),
  })
  const [row] = await api.parts.db.selectFrom('text_version').selectAll().execute()
  expect(row?.hash).toBe(text.hash)
  expect(row?.body).toMatch(/^s1\./)
  const entries = await api.parts.db.selectFrom('ledger_entry').select('payload').execute()
  expect(JSON.stringify(entries)).not.toContain('role model of competitiveness')
})

test('what is said within a side stays there, drafts most of all, and the place reads no version before it is sent', async () => {
  const remark = { kind: 'comment', clause: 'purpose', text: 'our own doubt' }
  await decided(counsel, { step: '3.2b.1', option: 'ready' })
  const own = await say(finance, { ...remark, step: '3.3b.1', seenBy: 'own_side' })
  expect((await itemsFor(counsel)).map(({ no, state }) => [no, state])).toEqual([[own, 'draft']])
  expect([await itemsFor(government), bodyOf(await get(government, '/text')).code]).toEqual([[], 'text_not_yet'])
  const refused = await post(government, {
    path: '/text/items',
    payload: { ...remark, step: '3.3b.1', seenBy: 'both' },
  })
  expect(bodyOf(refused).code).toBe('text_not_open')
  const { hash } = await textFor(manager)
  for (const path of ['/history?limit=200', '/steps?limit=200'])
    expect([path, await tells(government, { path, hash }), await tells(manager, { path, hash })]).toEqual([
      path,
      false,
      true,
    ])
})

test('a remark and an issue are about sections that the text has, every one of them, whoever says it', async () => {
  const step = '3.3b.1'
  const remark = (clause: string) => ({ kind: 'comment', step, clause, seenBy: 'own_side', text: 'about it' })
  const issue = (...clauses: string[]) => ({ kind: 'issue', step, clauses, title: 'who pays', position: 'not us' })
  const before = await itemsFor(finance)
  for (const strange of ['ghost', '__proto__', 'constructor'])
    for (const payload of [remark(strange), issue(strange), issue('purpose', strange)]) {
      const refused = bodyOf(await post(finance, { path: '/text/items', payload }))
      expect(refused).toMatchObject({ code: 'text_place_unknown', detail: expect.stringContaining(strange) })
      expect(refused.detail).toContain('purpose')
    }
  expect(await itemsFor(finance)).toEqual(before)
  for (const payload of [remark('purpose'), issue('purpose', 'areas')]) {
    const no = await say(finance, payload)
    expect((await answerTo(finance, { no, step, state: 'withdrawn' })).statusCode).toBe(201)
  }
})

test('a change that an office asks for is taken in before the draft is sent, and the clearance is of that text', async () => {
  const { hashes: from, paragraphs } = await clauseFor(finance, 'purpose')
  const edit = {
    kind: 'replace',
    clause: 'purpose',
    paragraph: paragraphs[1]?.id,
    text: { en: 'Their aim is a strong Base.', 'zh-CN': '参与方力求建成有竞争力的基地。' },
  }
  const stale = { ...from, en: 'a'.repeat(64) }
  const proposal = { kind: 'proposal', step: '3.3b.1', edit, why: 'shorter' }
  expect(bodyOf(await post(finance, { path: '/text/items', payload: { ...proposal, from: stale } })).code).toBe(
    'text_clause_changed',
  )
  const nowhere = { ...edit, paragraph: 'purpose.99' }
  expect(bodyOf(await post(finance, { path: '/text/items', payload: { ...proposal, edit: nowhere, from } })).code).toBe(
    'text_place_unknown',
  )
  const no = await say(finance, { ...proposal, from })
  expect((await itemFor(finance, no))?.languages).toEqual({ changed: ['en', 'zh-CN'], kept: [] })
  await decided(another, { step: '3.3a.1', option: 'clear' })
  await decided(finance, { step: '3.3b.1', option: 'clear_with_changes' })
  expect(bodyOf(await decide(manager, { step: '3.4.1', option: 'send' })).code).toBe('text_unsettled')
  const own = await post(manager, { path: '/text/items', payload: { ...proposal, step: '3.4.1', from } })
  expect(bodyOf(own)).toMatchObject({ code: 'text_beyond', detail: expect.stringContaining('purpose') })
  expect((await answerTo(manager, { no, step: '3.4.1', state: 'accepted' })).statusCode).toBe(201)
  expect(await decided(manager, { step: '3.4.1', option: 'send' })).toContain('text_handed_over')
  const sent = await textFor(government)
  expect(sent).toMatchObject({ no: 2, versions: [{ no: 2, changed: [], fell: [] }], clearances: [] })
  expect(sent.versions[0]?.basedOn).toBeUndefined()
  expect((await textFor(manager)).versions.at(-1)).toMatchObject({ basedOn: 1, changed: ['purpose'] })
  expect(sent.clauses.find(({ id }) => id === 'purpose')?.paragraphs[1]?.text).toEqual(edit.text)
  expect(await itemsFor(government)).toEqual([])
  expect((await itemsFor(counsel)).map((item) => [item.no, item.state])).toContainEqual([no, 'accepted'])
  const within = [
    (await textFor(manager, '?version=1')).hash,
    (await itemsFor(counsel)).find((item) => item.no === no)?.hash ?? '',
  ]
  for (const hash of within) {
    const of = { path: '/history?limit=200', hash }
    expect([hash, await tells(government, of), await tells(manager, of)]).toEqual([hash, false, true])
  }
  expect((await get(government, '/history?limit=200')).body).not.toContain('"accepted"')
})

const asked = { proposal: 0, issue: 0, comment: 0 }

test('the place proposes and remarks, the pen answers, and the entry says who looks again because of which section', async () => {
  const money = await clauseFor(government, 'areas')
  const edit = { kind: 'delete', clause: 'areas', paragraph: money.paragraphs[1]?.id }
  const no = await say(government, { kind: 'proposal', step: '3.5.1', edit, from: money.hashes, why: '另行商定' })
  const stands = money.paragraphs[0]
  const alone = { en: 'In English alone.', 'zh-CN': (stands?.written ?? stands?.text)?.['zh-CN'] }
  const inOne = { kind: 'replace', clause: 'areas', paragraph: stands?.id, text: alone }
  const other = await say(government, { kind: 'proposal', step: '3.5.1', edit: inOne, from: money.hashes, why: 'x' })
  expect((await itemFor(government, other))?.languages).toEqual({ changed: ['en'], kept: ['zh-CN'] })
  await answerTo(government, { no: other, step: '3.5.1', state: 'withdrawn' })
  expect(await itemsFor(manager).then((items) => items.map((item) => item.no))).not.toContain(no)
  const raised = { kind: 'issue', step: '3.5.1', clauses: ['areas'], title: 'who pays', position: 'not the place' }
  Object.assign(asked, { proposal: no, issue: await say(government, raised) })
  await decided(government, { step: '3.5.1', option: 'counter_draft' })
  expect((await itemsFor(manager)).find((item) => item.no === no)).toMatchObject({ state: 'open', side: 'partner' })
  expect(bodyOf(await decide(manager, { step: '3.7a.1', option: 'revised' }))).toMatchObject({ code: 'text_unsettled' })
  expect(bodyOf(await answerTo(government, { no, step: '3.7a.1', state: 'accepted' })).code).toBe('text_not_open')
  await answerTo(manager, { no, step: '3.7a.1', state: 'accepted' })
  await answerTo(manager, { no: asked.issue, step: '3.7a.1', state: 'proposed', words: 'the first wording' })
  asked.comment = await say(manager, { kind: 'comment', step: '3.7a.1', seenBy: 'both', text: 'as you asked' })
  const answersFor = async (person: string) =>
    (await itemsFor(person)).find((item) => item.no === no)?.answers.map(({ state, by }) => [state, by])
  expect([await answersFor(manager), await answersFor(government)]).toEqual([[['accepted', manager]], []])
  await decided(manager, { step: '3.7a.1', option: 'revised' })
  expect(await answersFor(government)).toEqual([['accepted', null]])
  const text = await textFor(government)
  expect(text).toMatchObject({ no: 3, clauses: expect.any(Array) })
  expect(text.versions.at(-1)).toMatchObject({ basedOn: 2, changed: ['areas'], fell: [] })
  const within = await textFor(manager)
  expect(within.versions.at(-1)).toMatchObject({ changed: ['areas'], fell: [{ key: '3.3a', clauses: ['areas'] }] })
  expect(within.clearances.map(({ key, version, stands }) => [key, version, stands])).toEqual([
    ['3.3a', 1, false],
    ['3.3b', 1, true],
  ])
  const difference = await get(government, '/text/differences?from=2&to=3')
  expect(TextDifferenceResponse.parse(difference.json()).clauses).toMatchObject([
    {
      id: 'areas',
      weight: 'material',
      languages: ['en', 'zh-CN'],
      kind: 'clause',
      number: 4,
      fate: 'changed',
      paragraphs: [{ id: 'areas.2', fate: 'left_out', after: null, changes: { en: { runs: [{ how: 'taken_out' }] } } }],
    },
  ])
  expect((await get(government, '/text/differences?from=1&to=3')).statusCode).toBe(404)
})

test('the text is a page too: its clauses in both languages, what changed, and no version that was not sent', async () => {
  const page = async (person: string) => {
    const headers = { ...(await api.as(person)), accept: 'text/html' }
    return (await api.app.inject({ url: `${url}/text?lang=en`, headers })).body
  }
  const [theirs, ours] = [await page(government), await page(manager)]
  for (const body of [theirs, ours]) {
    expect(body).toContain('Their aim is a strong Base.')
    expect(body).toContain('参与方力求建成有竞争力的基地。')
    expect(body).toContain('<del>')
    expect(body).toContain('Alliance, draft 2')
  }
  expect([theirs, ours].map((body) => body.includes('Alliance, draft 1'))).toEqual([false, true])
  const steps = StepsResponse.parse((await get(government, '/steps?open=true')).json()).items
  const open = steps.find(({ sees }) => sees?.text !== undefined)
  const headers = { ...(await api.as(government)), accept: 'text/html' }
  const step = await api.app.inject({ url: `${url}/steps/${open?.id ?? ''}`, headers })
  expect(step.body).toContain(`href="${url}/text"`)
})

test('a table stands under its headings as on paper, and one without a row says so', async () => {
  const text = await textFor(manager)
  const tables = tablesIn(text)
  const [empty, filled] = [drawnWith(text, []), drawnWith(text, [[{ en: 'Liushi', 'zh-CN': '柳市镇' }]])]
  expect([tables.length, text.byNotice[0]?.id, filled.includes('Annex 5 Contacts')]).toEqual([4, 'annex_5', true])
  for (const { columns, none } of tables)
    for (const language of ['en', 'zh-CN']) {
      const [headings, says] = [`<th scope="col">${columns[0]?.[language]}</th>`, `<p>${none[language]}</p>`]
      expect([empty, filled].map((page) => page.includes(headings))).toEqual([false, true])
      expect([empty, filled].map((page) => page.includes(says))).toEqual([true, false])
    }
  expect(filled.split('<td>柳市镇</td>').length - 1).toBe(tables.length)
})

test('the text names no version by number or hash that is not for those eyes, and each is told against one that is', async () => {
  const [theirs, ours] = [await textFor(government), await textFor(manager)]
  expect([theirs, ours].map(({ versions }) => versions.map(({ no }) => no))).toEqual([
    [2, 3],
    [1, 2, 3],
  ])
  expect([unseenIn(theirs), unseenIn(ours), unseenIn({ ...ours, versions: theirs.versions })]).toEqual([[], [], [1, 1]])
  const first = ours.versions[0]?.hash ?? ''
  for (const path of ['/text', '/text/items', '/text/differences?from=2&to=3', '/steps', '']) {
    const [ofTheirs, ofOurs] = [(await get(government, path)).body, (await get(manager, path)).body]
    expect([path, ofTheirs.includes(first)]).toEqual([path, false])
    if (['/text', '/steps'].includes(path)) expect([path, ofOurs.includes(first)]).toEqual([path, true])
  }
})

const wordsFor = async (person: string, no: number) =>
  (await itemFor(person, no))?.answers.map(({ step, words, counts }) => [step, words, counts])

test('a revision is taken back: what it answered stands open again, both sides read that it counts no longer, and the pen goes on', async () => {
  const payload = { code: 'TXT', reason: 'the wrong paragraph' }
  expect((await post(manager, { path: '/steps/3.7a.1/revocations', payload })).statusCode).toBe(200)
  expect(await itemFor(government, asked.proposal)).toMatchObject({
    state: 'open',
    answers: [{ step: '3.7a.1', state: 'accepted', counts: false }],
  })
  expect(await itemFor(government, asked.issue)).toMatchObject({ state: 'open' })
  expect(await itemFor(government, asked.comment)).toMatchObject({ state: 'voided', words: 'as you asked' })
  const again = { no: asked.proposal, step: '3.7a.2', state: 'accepted' }
  expect((await answerTo(manager, again)).statusCode).toBe(201)
  await answerTo(manager, { no: asked.issue, step: '3.7a.2', state: 'proposed', words: 'the second wording' })
  expect(await decided(manager, { step: '3.7a.2', option: 'revised' })).toContain('text_handed_over')
  expect((await textFor(government)).versions.at(-1)).toMatchObject({ no: 4, basedOn: 2, changed: ['areas'] })
})

test('a wording is for the other side once it was brought, and stays; a draft is not, and can be taken away', async () => {
  const remark = { kind: 'comment', step: '3.7b.2', seenBy: 'both', text: 'better not said' }
  const no = await say(government, remark)
  const said = await say(government, { ...remark, text: 'as we see it' })
  expect((await answerTo(government, { no, step: '3.7b.2', state: 'withdrawn' })).statusCode).toBe(201)
  expect(await itemFor(government, no)).toMatchObject({ state: 'withdrawn' })
  await decided(government, { step: '3.7b.2', option: 'next_round' })
  expect([await itemFor(manager, no), (await itemFor(manager, said))?.state]).toEqual([undefined, 'open'])
  const before = await wordsFor(government, asked.issue)
  expect(before).toEqual([
    ['3.7a.1', 'the first wording', false],
    ['3.7a.2', 'the second wording', true],
  ])
  const third = { no: asked.issue, step: '3.7a.3', state: 'proposed', words: 'the third wording' }
  const [away, nothing] = [
    { ...third, words: 'not this one' },
    { no: asked.issue, step: '3.7a.3', state: 'open' },
  ]
  await answerTo(manager, away)
  expect((await answerTo(manager, nothing)).statusCode).toBe(201)
  expect(await wordsFor(manager, asked.issue)).toEqual(before)
  expect(bodyOf(await answerTo(manager, nothing))).toMatchObject({
    code: 'text_item_unanswerable',
    detail: expect.stringContaining('no answer drafted on this step to take back'),
  })
  await answerTo(manager, third)
  expect([await wordsFor(government, asked.issue), (await wordsFor(manager, asked.issue))?.length]).toEqual([before, 3])
  await decided(manager, { step: '3.7a.3', option: 'revised' })
  await answerTo(government, { no: asked.issue, step: '3.7b.3', state: 'agreed' })
})

test('an older hash than the one that stands is refused with what is current, and nothing was decided', async () => {
  const { hash } = await textFor(government, '?version=2')
  const payload = { option: 'agreed', seen: [hash] }
  const answer = await post(government, { path: '/steps/3.7b.3/decisions', payload })
  expect(bodyOf(answer)).toMatchObject({ code: 'text_changed' })
  expect(answer.body).toContain((await textFor(government)).hash)
  const read = StepsResponse.parse((await get(government, '/steps')).json()).items.find(({ id }) => id === '3.5.1')
  expect(read?.sees?.text).toBe(hash)
  await decided(government, { step: '3.7b.3', option: 'agreed' })
  expect(await itemFor(manager, asked.issue)).toMatchObject({ state: 'agreed' })
  expect(await wordsFor(government, asked.issue)).toContainEqual(['3.7a.3', 'the third wording', true])
  const open = StepsResponse.parse((await get(manager, '/steps?open=true')).json()).items
  expect(open.map(({ key }) => key)).toEqual(['3.3a'])
})
