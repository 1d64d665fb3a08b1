import { expect, test } from '@jest/globals'
import { composePaper } from '../../activities/papers/compose-paper.js'
import { decisionLetter } from '../../activities/papers/decision-letter.js'
import { dueDiligenceReport } from '../../activities/papers/due-diligence-report.js'
import { feedbackSheet } from '../../activities/papers/feedback-sheet.js'
import { launchRecord } from '../../activities/papers/launch-record.js'
import { mouText } from '../../activities/papers/mou-text.js'
import { reviewLetter } from '../../activities/papers/review-letter.js'
import type { EventAt, StorySoFar } from '../../activities/papers/story-so-far.js'
import { textHashOf } from '../../documents/hash-of-text.js'
import { say } from '../../documents/wording.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { EventType } from '../../domain/event.js'
import { exampleAnswers } from '../../domain/form/example.js'
import type { FormAnswers } from '../../domain/form/form.js'
import type { TreatedGate } from '../../domain/facts.js'
import { steps } from '../../domain/gicc/steps.js'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import { contentOfSet } from '../../domain/negotiation/of-model.js'
import { applyModel } from '../../domain/text/apply-model.js'
import { exampleLedger, yueqing } from '../documents/example-papers.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleContent } from '../support/negotiating.js'
import { playTo, type Answers } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'

/** What the ledger tells a paper of that kind, with invented answers to every form, changed as wanted by key of the step. */
const storyOf = (
  base: ABase,
  { kind, filled = {} }: { kind: DocumentKind; filled?: Readonly<Record<string, FormAnswers>> },
): StorySoFar => {
  const order = base.recorded.findLast(({ event }) => event.type === 'document_ordered' && event.kind === kind)
  if (order === undefined) throw new Error(`no ${kind} was ordered`)
  const texts = new Map<string, string>()
  const events = base.recorded
    .filter(({ seq }) => seq <= order.seq)
    .map(({ event, seq, occurredAt }): EventAt<EventType> => {
      if (event.type !== 'step_acted' || event.form === undefined) return { ...event, seq, at: occurredAt }
      const form = steps[event.key]?.form
      const id = `text-${seq}`
      const answers = {
        ...(form === undefined ? {} : exampleAnswers(form, { option: event.option })),
        ...filled[event.key],
      }
      texts.set(id, JSON.stringify({ version: 1, answers }))
      return { ...event, form: { ...event.form, content: { id, hash: 'c'.repeat(64) } }, seq, at: occurredAt }
    })
  const frame = { base: yueqing, ledger: exampleLedger, rehearsal: true, zone: 'Asia/Shanghai' }
  return { ...frame, kind, procedure: base.procedure, events, texts }
}

const played = (key: string, answers: Answers = {}): ABase =>
  playTo(aNominatedBase(), { key, answers, brings: bringsFor(answers) })

const words = (en: string) => ({ en, 'zh-CN': `${en}（中文）` })

test('the feedback sheet tells what each expert found strong and missed, and neither who nor how a single sheet scored (8.15)', () => {
  const filled = { '1.8': { strengths: words('Moulds next door'), gaps: words('No brand') } }
  const story = storyOf(played('R0', { '1.10': 'decline' }), { kind: 'feedback_sheet', filled })
  const { strengths = [], gaps = [] } = feedbackSheet(story)
  expect(strengths.slice(0, 1)).toEqual([words('Moulds next door')])
  expect([strengths.length, gaps.length]).toEqual([3, 3])
  const printed = JSON.stringify(composePaper(story, 'en').facts)
  for (const { by } of story.events.flatMap((event) => (event.type === 'step_acted' ? [event] : [])))
    expect(printed).not.toContain(by.person)
  expect(printed).not.toContain('relied')
})

/** The same with other readings accepted at 1.5a. */
const treating = (story: StorySoFar, gates: readonly TreatedGate[]): StorySoFar => ({
  ...story,
  events: story.events.map((event) =>
    event.type === 'step_acted' && event.key === '1.5a' ? { ...event, facts: { ...event.facts, gates } } : event,
  ),
})

test('whoever is not eligible reads each gate that failed with its limit and the reading accepted, and whoever was scored none (6.1)', () => {
  const story = storyOf(played('R0', { '1.5a': 'not_eligible' }), { kind: 'feedback_sheet' })
  const refused = feedbackSheet(treating(story, []))
  const scale = { en: 'Scale of output', 'zh-CN': '产值规模' }
  const limit = { en: 'at least 4 CNY bn', 'zh-CN': '不低于40 亿元人民币' }
  expect(refused.gates).toEqual([
    {
      name: { en: 'Promise of co-funding', 'zh-CN': '配套资金承诺' },
      limit: { en: 'yes', 'zh-CN': '是' },
      reading: { en: 'no', 'zh-CN': '否' },
    },
  ])
  const reading = { value: 3, year: 2026, evidence: 2 } as const
  const corrected = feedbackSheet(treating(story, [{ gate: 'G5', treat: 'correct', reading }]))
  expect(corrected.gates).toContainEqual({
    name: scale,
    limit,
    reading: { en: '3 CNY bn', 'zh-CN': '30 亿元人民币' },
  })
  expect(refused.scored).toBeUndefined()
  expect(feedbackSheet(storyOf(played('R0', { '1.10': 'decline' }), { kind: 'feedback_sheet' })).gates).toBeUndefined()
})

test('a decision letter lists the conditions that were fixed, in the words they were proposed in, with proof and date (8.16)', () => {
  const row = {
    id: 'r1',
    text: words('A budget for three years'),
    shown_by: words('Act of the government'),
    due: 'before_launch',
    binding: true,
    owner: 'government',
  }
  const base = played('3.1a')
  const kept = base.recorded.flatMap(({ event }) => (event.type === 'conditions_fixed' ? event.conditions : []))
  const story = storyOf(base, { kind: 'decision_letter', filled: { '2.7': { conditional: true, conditions: [row] } } })
  const fixed: EventAt<'conditions_fixed'> = {
    type: 'conditions_fixed',
    step: '2.10.1',
    key: '2.10',
    conditions: [{ id: '2.7.1:r1', due: 'before_launch', binding: true, owner: 'government' }],
    seq: 1,
    at: exampleLedger.at,
  }
  const events = [...story.events, fixed]
  expect(kept).toEqual([])
  expect(decisionLetter(story).conditions).toEqual([])
  expect(decisionLetter({ ...story, events }).conditions).toEqual([
    {
      text: words('A budget for three years'),
      proof: words('Act of the government'),
      due: { en: 'Before launch', 'zh-CN': '启动前' },
      owner: { en: 'Local government', 'zh-CN': '地方政府' },
      binding: true,
    },
  ])
  const erased = decisionLetter({ ...story, events, texts: new Map() }).conditions
  expect(JSON.stringify(erased)).toContain('was erased')
})

test('the report of due diligence tells summary, risks and conditions of the lead, and of each stream its own summary (2.7)', () => {
  const filled = { '2.7': { summary: words('Sound') }, '2.3a': { summary: 'Competent to sign.' } }
  const { summary, risks, streams } = dueDiligenceReport(
    storyOf(played('2.8'), { kind: 'due_diligence_report', filled }),
  )
  expect(summary).toEqual(words('Sound'))
  expect(risks.length).toBeGreaterThan(0)
  expect(streams[0]?.note).toBe('Competent to sign.')
})

test('the launch record tells the 24 items and what was brought of committee, office, money and ceremony, and names nobody (10)', () => {
  const story = storyOf(played('5.2a'), { kind: 'launch_record' })
  const { checklist, parts } = launchRecord(story)
  expect([checklist.length, checklist.filter(({ mandatory }) => mandatory).length]).toEqual([24, 17])
  expect(parts.map(({ title }) => say(title, 'en'))).toEqual([
    'Joint steering committee',
    'Office and staff',
    'Legal presence',
    'Baseline and plans',
    'Budget',
    'Name, logo and plaque',
    'Ceremony',
  ])
  const printed = JSON.stringify(parts)
  expect(printed).not.toMatch(/Rehearsal Person|opinion|account_end/)
  // The twin: whoever only has the erased texts prints none of it.
  expect(launchRecord({ ...story, texts: new Map() }).parts).toEqual([])
})

test('the review letter tells what was corrected, as reported and as it counts (5.7)', () => {
  const corrections = [{ id: 'r1', indicator: 'FD4', before: 6, after: 4.5, why: words('Counted twice') }]
  const story = storyOf(played('5.10'), { kind: 'review_letter', filled: { '5.7a': { corrections } } })
  expect(reviewLetter(story).corrections).toMatchObject([{ before: '6', after: '4.5', reason: words('Counted twice') }])
  expect(reviewLetter({ ...story, texts: new Map() }).corrections).toBeUndefined()
})

/** What a rule has papers tell all the same: words of sheets for the nominee (8.15), and the number under which the base works. */
const quotedByRule = ['strengths', 'gaps', 'number']

test('what is for the programme alone is in no paper that goes to the place, whatever was written (8.12)', () => {
  const marker = 'MARKER'
  const marked = Object.fromEntries(
    Object.entries(steps).flatMap(([key, { form }]) =>
      form === undefined
        ? []
        : [
            [
              key,
              Object.fromEntries(
                form.fields.flatMap((field) =>
                  ['PRG', 'COM', 'CPL', 'FRM'].includes(field.seen ?? form.seen ?? 'PAR') &&
                  field.kind === 'text' &&
                  !quotedByRule.includes(field.code)
                    ? [[field.code, field.both === true ? words(marker) : marker]]
                    : [],
                ),
              ),
            ],
          ],
    ),
  )
  const end = played('5.10')
  const no = played('R0', { '1.10': 'decline' })
  for (const [base, kind] of [
    [end, 'launch_record'],
    [end, 'review_letter'],
    [end, 'decision_letter'],
    [no, 'feedback_sheet'],
    [no, 'decision_letter'],
  ] as const)
    expect([kind, JSON.stringify(composePaper(storyOf(base, { kind, filled: marked }), 'en'))]).toEqual([
      kind,
      expect.not.stringContaining(marker),
    ])
  const report = composePaper(storyOf(end, { kind: 'due_diligence_report', filled: marked }), 'en')
  expect(JSON.stringify(report)).toContain(marker)
})

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
  const both = (en: string, chinese: string) => ({ en, 'zh-CN': chinese })
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
