import { expect, test } from '@jest/globals'
import { mouText } from '../../activities/papers/mou-text.js'
import type { EventAt, StorySoFar } from '../../activities/papers/story-so-far.js'
import { textHashOf } from '../../documents/hash-of-text.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import { contentOfSet } from '../../domain/negotiation/of-model.js'
import { applyModel } from '../../domain/text/apply-model.js'
import { exampleLedger } from '../documents/example-papers.js'
import { exampleContent } from '../support/negotiating.js'
import { played, storyOf, words } from './a-story.js'

const both = (en: string, chinese: string) => ({ en, 'zh-CN': chinese })

test('the memorandum has the words that both sides made, and is not made where it would have another hash or another model', () => {
  const story = storyOf(played('3.9a'), { kind: 'mou_text' })
  const agreed = { hash: textHashOf(exampleContent), content: exampleContent }
  expect(mouText({ ...story, agreed }).text.made).toEqual(exampleContent)
  const other = { ...agreed, content: { ...exampleContent, clauses: exampleContent.clauses.slice(1) } }
  expect(() => mouText({ ...story, agreed: other })).toThrow(`${agreed.hash} was agreed; no paper is made of it.`)
  const model = { ...exampleContent.model, version: 99 }
  expect(() => mouText({ ...story, agreed: { ...agreed, content: { ...exampleContent, model } } })).toThrow(RangeError)
  expect(mouText(story).text.made).toBeUndefined()
})

test('what was brought with the instrument reads right in its clauses and annexes, and leaves no gap there (3.1a)', () => {
  const row = {
    id: 'i1',
    indicator: 'MK4',
    source: both('customs', '海关'),
    baseline_on: '2026-12-31',
    baseline: 120.5,
    target: 130,
  }
  const { baseline_on: _, baseline: __, ...unfixed } = row
  const filled = {
    '3.1a': {
      alliance_form: both('an association', '社团'),
      alliance_jurisdiction: both('Switzerland', '瑞士'),
      alliance_number: 'CH-1',
      alliance_seat: both('Geneva', '日内瓦'),
      resolution_no: 'BD-7',
      government_level: both('county-level', '县级'),
      government_seat: both('Yuecheng', '乐成街道'),
      indicators: [row, { ...unfixed, id: 'i2' }],
    },
  }
  const { text } = mouText(storyOf(played('3.9a'), { kind: 'mou_text', filled }))
  const { values } = text
  const read = JSON.stringify(contentOfSet(applyModel(memorandumModel, text)))
  expect(read).toContain(
    'The Alliance is an association established under the law of Switzerland, registered under number CH-1',
  )
  expect(read).toContain('联盟系依照瑞士法律设立的社团，登记号CH-1，住所地为日内瓦')
  expect(read).toContain('by resolution BD-7 of')
  expect(read).toContain('is the county-level government of')
  expect(values['indicators']?.value).toMatchObject({
    rows: [
      { code: 'MK4', year: '2026', baseline: '120.5', target: '130', direction: both('up', '上升') },
      { baseline: both('to be fixed before the launch', '启动前确定') },
    ],
  })
  expect(Object.keys(values)).toContain('plan.first')
})

const unit = (id: string, more: FormAnswers) => ({
  id,
  unit: { code: 'CN-ZJ', name: both('Yuecheng', '乐成街道') },
  whole: true,
  ...more,
})
const units = [
  unit('u1', { unit_area: 12.5, output_share: 60 }),
  unit('u2', { unit_area: 3, output_share: { none: 'na' } }),
]
const side = { post: both('1 Road', '一号路'), phone: '+86 1', hours: both('9 to 17', '9至17时') }
const contacts = [
  {
    ...side,
    id: 'a',
    side: 'alliance',
    focal: both('Li Ming, manager', '李明，项目经理'),
    deputy: both('Wu, clerk', '吴，科员'),
    mail: 'a@example.org',
    language: both('English', '英文'),
  },
]

test('each unit has its area and share, each side its contacts, and of a map is spoken where one was handed in', () => {
  const base = played('3.9a')
  const filled = { '1.3': { units }, '3.1a': { contacts } }
  const plain = storyOf(base, { kind: 'mou_text', filled })
  const { values } = mouText(plain).text
  expect(values['place.units']?.value).toEqual({
    rows: [
      { unit: both('Yuecheng', '乐成街道'), area: both('12.5 km²', '12.5平方公里'), share: both('60 per cent', '60%') },
      {
        unit: both('Yuecheng', '乐成街道'),
        area: both('3 km²', '3平方公里'),
        share: both('no figure', '无数据'),
      },
    ],
  })
  expect(values['contacts']?.value).toMatchObject({
    rows: [
      {
        side: both('The Alliance', '联盟'),
        focal: both('Li Ming, manager; Wu, clerk', '李明，项目经理；吴，科员'),
        reach: both('a@example.org, +86 1', 'a@example.org，+86 1'),
      },
    ],
  })
  const read = (story: StorySoFar) => JSON.stringify(contentOfSet(applyModel(memorandumModel, mouText(story).text)))
  expect(read(plain)).not.toMatch(/[Mm]ap |地图/)
  const mapped = storyOf(base, { kind: 'mou_text', filled: { ...filled, '1.3': { units, map: [{ exhibit: 'x-1' }] } } })
  const file = { sha256: 'e'.repeat(64), size: 1, media: 'application/pdf' }
  const received = { type: 'exhibit_received', exhibit: 'x-1', file, seq: 1, at: exampleLedger.at }
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a paper reads no more of it than the file
  const events = [...mapped.events, received as unknown as EventAt<'exhibit_received'>]
  expect(read({ ...mapped, events })).toContain(`Map: the file SHA-256 ${'e'.repeat(64)}`)
  expect(read({ ...mapped, events })).toContain('names and lines on it express no position on any boundary')
  // The twin: a map that is cited and was never received is none.
  expect(read(mapped)).not.toMatch(/[Mm]ap |地图/)
})

test('the first draft follows what was chosen with the instrument: character, costs, clauses and languages (3.1a)', () => {
  const base = played('3.9a')
  const read = (chosen: FormAnswers) => {
    const { text } = mouText(storyOf(base, { kind: 'mou_text', filled: { '3.1a': chosen } }))
    return { authentic: text.languages.authentic, ...contentOfSet(applyModel(memorandumModel, text)) }
  }
  const wording = (of: ReturnType<typeof read>, id: string) => JSON.stringify(of.clauses.find((one) => one.id === id))
  const usual = read({})
  expect(usual.authentic).toEqual(['en', 'zh-CN'])
  expect(wording(usual, 'character')).toContain('neither a treaty nor a contract')
  expect(wording(usual, 'money')).not.toContain('intends to provide')
  const other = read({
    languages: 'english',
    legal: 'LEGAL-B',
    costs: 'MON-CO',
    money_government: { amount: 2_000_000, currency: 'CNY', year: 2027 },
    money_alliance: { amount: 50_000, currency: 'USD', year: 2027 },
    clauses_taken: ['superior_note', 'state_view'],
    superior: words('Zhejiang Province'),
  })
  expect(other.authentic).toEqual(['en'])
  expect(wording(other, 'languages')).toContain('This memorandum is made in English.')
  expect(wording(other, 'character')).toContain('No part of this memorandum binds in law')
  expect(wording(other, 'marks')).not.toContain('shall')
  expect(wording(other, 'money')).toContain(
    'the Government intends to provide CNY 2,000,000 and the Alliance USD 50,000',
  )
  expect(wording(other, 'participants')).toContain('Zhejiang Province has taken note of this memorandum')
  expect(wording(other, 'purpose')).toContain('foreign policy of the State')
})
