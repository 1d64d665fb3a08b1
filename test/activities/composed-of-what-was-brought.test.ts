import { expect, test } from '@jest/globals'
import { composePaper } from '../../activities/papers/compose-paper.js'
import { decisionLetter } from '../../activities/papers/decision-letter.js'
import { dueDiligenceReport } from '../../activities/papers/due-diligence-report.js'
import { feedbackSheet } from '../../activities/papers/feedback-sheet.js'
import { launchRecord } from '../../activities/papers/launch-record.js'
import { reviewLetter } from '../../activities/papers/review-letter.js'
import type { EventAt, StorySoFar } from '../../activities/papers/story-so-far.js'
import { say } from '../../documents/wording.js'
import type { TreatedGate } from '../../domain/facts.js'
import { steps } from '../../domain/gicc/steps.js'
import { exampleLedger } from '../documents/example-papers.js'
import { played, storyOf, words } from './a-story.js'

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
    [end, 'public_notice'],
    [end, 'approval_resolution'],
    [end, 'concordance_certificate'],
    [end, 'authority_record'],
    [end, 'custody_record'],
    [end, 'name_licence'],
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
