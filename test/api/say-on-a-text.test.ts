import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { lettersWritten } from '../workers/seated-readers.js'
import { fieldsOf, posted } from './a-page.js'
import { anApi, type AnApi } from './an-api.js'
import { atTheText } from './at-the-text.js'
import { recording, sendForm } from './by-link.js'
import { personOf, seatEverybody, seatOneMore } from './everybody-seated.js'
import { formOf, lacking } from './forms-of-a-text.js'
import { asForm, send, signedInAt, type Fields } from './signed-in.js'

let api: AnApi
const another = 'v-lc-second'
const url = `/bases/${exampleBase}`
const [manager, counsel, finance, government] = [personOf('PM'), personOf('LC'), personOf('FO'), personOf('LG')]

/** A memorandum whose first draft waits for the review of finance, and a worker that judges and records. */
beforeAll(async () => {
  api = await anApi('saying on a text')
  const base = playTo(aNominatedBase(), { key: '3.2a' })
  await recordLife(api.parts.db, base)
  await seatEverybody(api.parts.db, exampleBase)
  await seatOneMore(api.parts.db, { person: another, role: 'LC' })
  api.door.answer = recording(api, base.now())
}, 120_000)
afterAll(() => api.close())

const { textFor, itemsFor, decided } = atTheText(() => api)
const signedIn = (person: string) => signedInAt(api.app, person)
const draftsFor = async (person: string) => (await itemsFor(person)).filter(({ state }) => state === 'draft')

const onStep = (step: string, query = '') => `${url}/steps/${step}/text${query}`
const wording = { en: 'Their aim is a strong Base.', 'zh-CN': '参与方力求建成有竞争力的基地。' }
const inPurpose = (paragraph: string, words: Fields): Fields =>
  Object.fromEntries(
    Object.entries(words).map(([part, text]) => [`replace/purpose/${paragraph}//${part}`, text] as const),
  )

test('before there is a text to read, its page says from where it comes and what the base waits for, in the language of its reader', async () => {
  const [hers, theirs] = [await signedIn(manager), await signedIn(government)]
  const [ours, other] = [await hers.ask(`${url}/text?lang=en`), await theirs.ask(`${url}/text?lang=zh-CN`)]
  expect([ours.statusCode, other.statusCode]).toEqual([200, 200])
  const said = ['There is no text to read yet', 'from the step “Draft the memorandum”', 'What the base waits for now']
  expect(lacking(ours.body, [...said, `href="${url}"`])).toEqual([])
  expect(lacking(other.body, ['尚无可供查阅的文本', '首稿由“起草谅解备忘录”事项提交'])).toEqual([])
  expect((await hers.ask(`${onStep('3.2a.1')}?lang=en`)).body).toContain('There is no text to read yet')
  await decided(manager, { step: '3.2a.1', option: 'ready' })
  expect((await theirs.ask(`${url}/text`)).body).toContain('尚无可供查阅的文本')
  await decided(counsel, { step: '3.2b.1', option: 'ready' })
})

test('the page of a text has fields for whoever may take its step, clause by clause, and none for others', async () => {
  const [hers, theirs] = [await signedIn(finance), await signedIn(manager)]
  const page = (await hers.ask(onStep('3.3b.1', '?clause=purpose&lang=en'))).body
  expect(
    lacking(page, ['Propose another wording', 'Raise an issue', 'Keep the remark', 'value="areas" name="clause"']),
  ).toEqual([])
  const read = await theirs.ask(onStep('3.3b.1', '?clause=purpose&lang=en'))
  expect([read.statusCode, read.body.includes('Propose another wording')]).toEqual([200, false])
  const step = (await hers.ask(`${url}/steps/3.3b.1?lang=en`)).body
  expect(lacking(step, [`href="${onStep('3.3b.1')}"`, 'nothing yet'])).toEqual([])
  expect(step.includes('Open proposals')).toBe(false)
  expect((await theirs.ask(`${url}/steps/3.3b.1?lang=en`)).body.includes(onStep('3.3b.1'))).toBe(false)
})

test('a proposal that does not fit comes back as it was typed, with what is to be done, in the language of its reader', async () => {
  const browser = await signedIn(finance)
  const page = (await browser.ask(onStep('3.3b.1', '?clause=purpose&lang=zh-CN'))).body
  const begun = formOf(page, { do: 'replace', paragraph: 'purpose.2' })
  const typed = { ...begun, ...inPurpose('purpose.2', wording) }
  const unsaid = await send(browser, { page: onStep('3.3b.1'), fields: typed })
  expect([unsaid.statusCode, unsaid.body.includes('理由应有至少 1 个字符。')]).toEqual([422, true])
  expect(lacking(unsaid.body, [wording.en, '已填内容保留于此', '<details open="">'])).toEqual([])
  const stands = (await textFor(finance)).clauses.find(({ id }) => id === 'purpose')?.paragraphs[1]
  const same = { ...begun, ...inPurpose('purpose.2', { ...(stands?.written ?? stands?.text), why: 'x' }) }
  expect(
    lacking((await send(browser, { page: onStep('3.3b.1'), fields: same })).body, ['该款各语言文字均未改动。']),
  ).toEqual([])
  const stale = { ...typed, ...inPurpose('purpose.2', { why: '更短' }), 'from/en': 'a'.repeat(64) }
  expect(lacking((await send(browser, { page: onStep('3.3b.1'), fields: stale })).body, ['现行文本为'])).toEqual([])
  const nothing = await send(browser, { page: onStep('3.3b.1'), fields: { ...typed, do: 'decide' } })
  expect([nothing.statusCode, nothing.body.includes('收到的表单并非本页所有。')]).toEqual([422, true])
  expect(await itemsFor(finance)).toEqual([])
})

test('what is said on the page of a step is drafted once, is for the own side, and is taken away again', async () => {
  const browser = await signedIn(finance)
  const page = (await browser.ask(onStep('3.3b.1', '?clause=purpose&lang=en'))).body
  const remark = { ...formOf(page, { do: 'remark', about: 'purpose' }), 'remark/purpose///text': 'too long' }
  for (const _ of [1, 2]) {
    const kept = await send(browser, { page: onStep('3.3b.1'), fields: remark })
    expect([kept.statusCode, browser.location(kept)]).toEqual([
      303,
      `${onStep('3.3b.1', '?clause=purpose&kept=yes')}#say-purpose`,
    ])
  }
  const [draft, ...others] = await draftsFor(counsel)
  expect([draft?.words, others, await itemsFor(government)]).toEqual(['too long', [], []])
  const after = (await browser.ask(onStep('3.3b.1', '?kept=yes'))).body
  expect(lacking(after, ['Kept. Nothing was sent', 'too long'])).toEqual([])
  const away = { ...formOf(after, { do: 'answer', no: String(draft?.no) }), state: 'withdrawn' }
  expect((await send(browser, { page: onStep('3.3b.1'), fields: away })).statusCode).toBe(303)
  expect(await draftsFor(counsel)).toEqual([])
})

test('a form about a section or a number that is not there is told so with what came, and nothing is kept', async () => {
  const [browser, page] = [await signedIn(finance), onStep('3.3b.1')]
  const shown = (await browser.ask(onStep('3.3b.1', '?clause=purpose&lang=en'))).body
  const remark = formOf(shown, { do: 'remark', about: 'purpose' })
  const about = (saying: string, { clause, parts }: { clause: string; parts: readonly string[] }) =>
    Object.fromEntries(parts.map((part) => [`${saying}/${clause}///${part}`, 'about it']))
  const before = await itemsFor(finance)
  for (const clause of ['ghost', '__proto__']) {
    const [said, raised] = [
      { clause, parts: ['text'] },
      { clause, parts: ['title', 'position'] },
    ]
    for (const fields of [
      { ...remark, about: clause, ...about('remark', said) },
      { ...remark, do: 'issue', about: clause, ...about('issue', raised) },
    ]) {
      const answer = await send(browser, { page, fields })
      expect([answer.statusCode, lacking(answer.body, ['The text has no such place in', clause])]).toEqual([422, []])
    }
  }
  expect(await itemsFor(finance)).toEqual(before)
  const kept = { ...remark, once: 'another', ...about('remark', { clause: 'purpose', parts: ['text'] }) }
  expect((await send(browser, { page, fields: kept })).statusCode).toBe(303)
  const [draft] = await draftsFor(finance)
  const no = draft?.no ?? 0
  const taken = (typed: string) =>
    send(browser, { page, fields: { ...remark, do: 'answer', no: typed, state: 'withdrawn' } })
  for (const typed of [`0x${no.toString(16)}`, `${no}.0`, `${no}e0`, `+${no}`, `0${no}`, ` ${no}`, 'abc', '-1', '']) {
    const answer = await taken(typed)
    const said = `“${typed}” is no number of what was said about the text.`
    expect([typed, answer.statusCode, answer.body.includes(said)]).toEqual([typed, 422, true])
    expect(answer.body).not.toContain('NaN')
  }
  expect((await draftsFor(finance)).map((one) => one.no)).toEqual([no])
  expect((await taken(String(no))).statusCode).toBe(303)
  expect(await draftsFor(finance)).toEqual([])
})

test('nobody else says anything there: no mark, from elsewhere, without the seat, of the other side', async () => {
  const [browser, other, place] = [await signedIn(finance), await signedIn(manager), await signedIn(government)]
  const page = onStep('3.3b.1')
  const own = { ...formOf((await browser.ask(page)).body, { do: 'remark', about: '' }), 'remark////text': 'not mine' }
  const { mark: _, ...unmarked } = { mark: '', ...own }
  const away = { ...asForm, origin: 'https://x.example' }
  const strange = [
    await send(browser, { page, fields: unmarked }),
    await browser.ask(page, { method: 'POST', payload: posted(own), headers: away }),
    await send(other, { page, fields: own }),
  ]
  expect(strange.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
  const marked = async (who: Awaited<ReturnType<typeof signedIn>>) =>
    fieldsOf((await who.ask('/work')).body, '/sign-out')['mark'] ?? ''
  const hers = await send(other, { page, fields: { ...own, mark: await marked(other) } })
  expect([hers.statusCode, hers.body.includes('is drafted by you')]).toEqual([422, true])
  expect((await send(place, { page, fields: { ...own, mark: await marked(place) } })).statusCode).toBe(409)
  expect(await draftsFor(finance)).toEqual([])
})

test('a wording that was proposed by the page is accepted by the page, and stands in the version that is sent', async () => {
  const [browser, pen] = [await signedIn(finance), await signedIn(manager)]
  const page = (await browser.ask(onStep('3.3b.1', '?clause=purpose&lang=en'))).body
  const begun = formOf(page, { do: 'replace', paragraph: 'purpose.2' })
  const fields = { ...begun, ...inPurpose('purpose.2', { ...wording, why: 'shorter' }) }
  expect((await send(browser, { page: onStep('3.3b.1'), fields })).statusCode).toBe(303)
  const [draft] = await draftsFor(finance)
  const number = String(draft?.no)
  expect(lacking((await browser.ask(`${url}/steps/3.3b.1?lang=en`)).body, [`Proposal ${number}`])).toEqual([])
  await decided(another, { step: '3.3a.1', option: 'clear' })
  await decided(finance, { step: '3.3b.1', option: 'clear_with_changes' })
  const answering = (await pen.ask(onStep('3.4.1', '?clause=purpose&lang=en'))).body
  expect(answering.includes('Propose another wording')).toBe(false)
  const answer = formOf(answering, { do: 'answer', no: number })
  const rejected = await send(pen, { page: onStep('3.4.1'), fields: { ...answer, state: 'rejected' } })
  expect([rejected.statusCode, rejected.body.includes('is rejected with a reason alone, and none was said')]).toEqual([
    422,
    true,
  ])
  expect(rejected.body.includes('settled or answered already')).toBe(false)
  const accepted = await send(pen, { page: onStep('3.4.1'), fields: { ...answer, state: 'accepted' } })
  expect(accepted.statusCode).toBe(303)
  const drafted = /<section id="drafts".*?<\/section>/s
  const after = drafted.exec((await pen.ask(onStep('3.4.1', '?kept=yes&lang=en'))).body)?.[0] ?? ''
  expect([after.includes(`href="#item-${number}"`), after.includes('Drafted as an answer: accepted')]).toEqual([
    true,
    true,
  ])
  expect([answering, after].map((one) => (drafted.exec(one)?.[0] ?? '').includes('Nothing yet'))).toEqual([true, false])
  expect(lacking((await pen.ask(`${url}/steps/3.4.1?lang=en`)).body, [`Answer to number ${number}: accepted`])).toEqual(
    [],
  )
  await decided(manager, { step: '3.4.1', option: 'send' })
  const sent = await textFor(government)
  expect(sent.clauses.find(({ id }) => id === 'purpose')?.paragraphs[1]?.text).toEqual(wording)
})

const words = { en: 'Each year the Parties name one area more.', 'zh-CN': '双方每年增列一个领域。' }

test('by a link the place proposes, remarks and raises an issue, and it goes with the act', async () => {
  const written = (await lettersWritten(api.parts.db)).of('step_opened')
  const asking = written.find(({ letter }) => letter.recipient === government && letter.step === '3.5.1')
  const token = /\/act#([\w-]{43})/.exec(asking?.rendered?.text ?? '')?.[1] ?? ''
  const way = 'formAction="/act/documents"'
  const post = (at: string, fields: Fields) => sendForm(api, { url: at, fields: { token, lang: 'en', ...fields } })
  expect(lacking((await post('/act', {})).body, ['Read the text, propose, remark and answer'])).toEqual([])
  const first = 'at least one proposal for a clause is drafted on the page of the text'
  const chosen = await post('/act', { option: 'counter_draft' })
  const refused = await post('/act/decisions', fieldsOf(chosen.body, '/act/drafts'))
  expect([refused.statusCode, ...[chosen, refused].flatMap(({ body }) => lacking(body, [first, way]))]).toEqual([409])
  expect((await post('/act', { option: 'accept' })).body.includes('is drafted on the page of the text')).toBe(false)
  const page = (await post('/act/text', { clause: 'areas' })).body
  const [title, before] = [(await textFor(government)).no, await itemsFor(government)]
  expect([title, before]).toEqual([2, []])
  const added = formOf(page, { do: 'insert', about: 'areas' })
  const insert = (part: string) => `insert/areas///${part}`
  const proposal = { [insert('en')]: words.en, [insert('zh-CN')]: words['zh-CN'], [insert('why')]: 'it grows' }
  const [strange, typed] = [
    await post('/act/text/items', { ...added, ...proposal, mark: 'x' }),
    await post('/act/text/items', { ...added, [insert('en')]: words.en }),
  ]
  expect([strange.statusCode, typed.statusCode, typed.body.includes(words.en)]).toEqual([403, 422, true])
  const kept = await post('/act/text/items', { ...added, ...proposal })
  expect([kept.statusCode, kept.body.includes('Kept. Nothing was sent')]).toEqual([200, true])
  const remark = { ...formOf(kept.body, { do: 'remark', about: '' }), 'remark////text': 'we thank you' }
  const issue = formOf(kept.body, { do: 'issue', about: 'areas' })
  await post('/act/text/items', remark)
  await post('/act/text/items', { ...issue, 'issue/areas///title': 'who', 'issue/areas///position': 'not us' })
  expect((await draftsFor(government)).map(({ kind }) => kind)).toEqual(['proposal', 'comment', 'issue'])
  const choice = await post('/act', { option: 'counter_draft' })
  expect(lacking(choice.body, ['Drafted about the text', 'Proposal '])).toEqual([])
  expect((await post('/act/decisions', fieldsOf(choice.body, '/act/drafts'))).statusCode).toBe(200)
  expect((await post('/act/text/items', remark)).statusCode).toBe(409)
})

test('the step of whoever revises says what waits and leads there, also where nothing was answered, and the next version has what was accepted', async () => {
  const pen = await signedIn(manager)
  const reading = (await pen.ask(onStep('3.7a.1', '?lang=en'))).body
  expect(lacking(reading, ['we thank you', 'it grows', 'not us'])).toEqual([])
  const step = `${url}/steps/3.7a.1`
  const waits = 'Open proposals: 1. Open issues: 1. Remarks: 1.'
  const toItems = `href="${onStep('3.7a.1')}#items"`
  expect(lacking((await pen.ask(`${step}?lang=en`)).body, [waits, toItems])).toEqual([])
  expect(lacking((await pen.ask(`${step}?lang=zh-CN`)).body, ['未决修改建议1项，未决磋商事项1项，意见1条。'])).toEqual(
    [],
  )
  const begun = fieldsOf((await pen.ask(`${step}?option=revised&lang=en`)).body, step)
  const unanswered = await send(pen, { page: `${step}?lang=en`, fields: { ...begun, do: 'act' } })
  const said = /<div class="note bad".*?<\/div>/s.exec(unanswered.body)?.[0] ?? ''
  expect(lacking(said, ['is chosen once every open proposal is answered; without an answer: number', toItems])).toEqual(
    [],
  )
  const number = (await itemsFor(manager)).find(({ kind, state }) => kind === 'proposal' && state === 'open')?.no ?? 0
  const answer = formOf(reading, { do: 'answer', no: String(number) })
  await send(pen, { page: onStep('3.7a.1'), fields: { ...answer, state: 'accepted' } })
  await decided(manager, { step: '3.7a.1', option: 'revised' })
  const next = (await textFor(government)).clauses.find(({ id }) => id === 'areas')
  expect(next?.paragraphs.at(-1)?.text).toEqual(words)
})

test('whoever holds the pen writes into the version, leaves out of it again, and settles an issue', async () => {
  const [pen, place] = [await signedIn(manager), await signedIn(government)]
  const issue = (await itemsFor(government)).find(({ kind, state }) => kind === 'issue' && state === 'open')?.no ?? 0
  const asked = (await place.ask(onStep('3.7b.1', '?lang=en'))).body
  const moved = formOf(asked, { do: 'answer', no: String(issue) })
  expect(asked.includes('value="agreed"')).toBe(false)
  const words = { [`answer///${issue}/words`]: 'each its own' }
  await send(place, { page: onStep('3.7b.1'), fields: { ...moved, ...words, state: 'proposed' } })
  expect((await itemsFor(government)).find(({ no }) => no === issue)?.answers).toMatchObject([{ state: 'proposed' }])
  await decided(government, { step: '3.7b.1', option: 'next_round' })
  const page = (await pen.ask(onStep('3.7a.2', '?clause=purpose&lang=en'))).body
  expect(lacking(page, ['each its own', 'value="agreed"', 'Write it otherwise'])).toEqual([])
  const begun = formOf(page, { do: 'replace', paragraph: 'purpose.2' })
  const fields = { ...begun, ...inPurpose('purpose.2', { ...wording, en: 'A strong Base.', why: 'plain' }) }
  await send(pen, { page: onStep('3.7a.2'), fields })
  const [draft] = await draftsFor(manager)
  const number = String(draft?.no)
  const shown = (await pen.ask(onStep('3.7a.2', '?lang=en'))).body
  expect(lacking(shown, ['It is taken into the version.', 'Leave out of the version'])).toEqual([])
  const inChinese = (await pen.ask(onStep('3.7a.2', '?lang=zh-CN'))).body
  expect([
    shown.includes('Changes: English. Chinese unchanged.'),
    inChinese.includes('修改：英文；中文未改。'),
  ]).toEqual([true, true])
  expect(page.includes('Chinese unchanged')).toBe(false)
  const out = { ...formOf(shown, { do: 'answer', no: number }), state: 'open' }
  await send(pen, { page: onStep('3.7a.2'), fields: out })
  expect(lacking((await pen.ask(onStep('3.7a.2', '?lang=en'))).body, ['It is not taken into the version.'])).toEqual([])
  await send(pen, { page: onStep('3.7a.2'), fields: { ...out, once: 'again', state: 'accepted' } })
  await decided(manager, { step: '3.7a.2', option: 'revised' })
  const now = (await textFor(government)).clauses.find(({ id }) => id === 'purpose')
  expect(now?.paragraphs[1]?.text['en']).toBe('A strong Base.')
})
