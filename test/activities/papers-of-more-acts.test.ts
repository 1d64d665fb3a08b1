import { expect, test } from '@jest/globals'
import { composePaper } from '../../activities/papers/compose-paper.js'
import { concordanceCertificate } from '../../activities/papers/concordance-certificate.js'
import { improvementPlan } from '../../activities/papers/improvement-plan.js'
import { startingContent } from '../../activities/papers/mou-text.js'
import { redressDecision } from '../../activities/papers/redress-decision.js'
import { sessionMinutes } from '../../activities/papers/session-minutes.js'
import { authorityRecord, custodyRecord } from '../../activities/papers/signing-records.js'
import { composeSheet } from '../../documents/compose-sheet.js'
import { textHashOf } from '../../documents/hash-of-text.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { isForPlace } from '../../domain/sight/seen-as.js'
import { locales } from '../../domain/locale.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { play } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'
import { played, storyOf, words } from './a-story.js'

type Filled = Readonly<Record<string, FormAnswers>>

/** A paper as its pages say it, in each language. */
const pagesOf = (base: ABase, { kind, filled = {} }: { readonly kind: DocumentKind; readonly filled?: Filled }) =>
  locales.map((language) => JSON.stringify(composeSheet(composePaper(storyOf(base, { kind, filled }), language))))

let atLaunch: ABase | undefined
/** A base whose memorandum is filed and whose name is licensed. */
const launching = (): ABase => (atLaunch ??= played('4.9'))

test.each([
  [
    'public_notice',
    { '2.9a': { text: words('Silk and lace') } },
    ['Silk and lace'],
    ['Silk and lace（中文）', '现予公示'],
  ],
  ['approval_resolution', {}, ['Place No. '], ['为其保留第', '本决议']],
  ['authority_record', { '3.10b': { office: words('Deputy Mayor') } }, ['Deputy Mayor'], ['Deputy Mayor（中文）']],
  ['custody_record', { '3.12a': { mark: 'M-2027-3' } }, ['M-2027-3', 'page by page'], ['M-2027-3', '逐页核对']],
  ['name_licence', { '4.7': { uses: ['fairs'] } }, ['Fairs', 'within 30 days'], ['展会', '在30日内停止使用']],
] as const)('a paper of kind %s tells what was brought, in both languages', (kind, filled, english, chinese) => {
  const [en = '', zh = ''] = pagesOf(launching(), { kind, filled })
  for (const said of english) expect(en).toContain(said)
  for (const said of chinese) expect(zh).toContain(said)
})

test('the licence prints nothing of who keeps the marks, and no paper of these names a person', () => {
  for (const kind of ['public_notice', 'authority_record', 'custody_record', 'name_licence'] as const)
    for (const page of pagesOf(launching(), { kind })) expect(page).not.toMatch(/Rehearsal Person/)
})

test('the certificate has each clause of the text with its hash in each language, and tells which the model has otherwise', () => {
  const story = storyOf(launching(), { kind: 'concordance_certificate' })
  const content = startingContent(story)
  const asModel = concordanceCertificate({ ...story, agreed: { hash: textHashOf(content), content } })
  expect(asModel.hash).toBe(textHashOf(content))
  expect(asModel.clauses.length).toBe(content.clauses.length)
  expect(asModel.clauses.flatMap(({ kind }) => (kind === 'checked' ? [kind] : []))).toEqual([])
  const changed = {
    ...content,
    clauses: content.clauses.map((clause) =>
      clause.id === 'purpose' ? { ...clause, paragraphs: clause.paragraphs.slice(0, 1) } : clause,
    ),
  }
  const made = concordanceCertificate({ ...story, agreed: { hash: textHashOf(changed), content: changed } })
  expect(made.clauses.filter(({ kind }) => kind === 'checked').map(({ name }) => name.en)).toEqual([
    'Section 2 Purpose',
  ])
})

test('authority and originals stand for both sides, the hash that was signed beside them, and nothing of what was erased', () => {
  const story = storyOf(launching(), { kind: 'custody_record' })
  const { hash, signatures, originals } = custodyRecord(story)
  expect([signatures, originals].map((rows) => rows.map(({ side }) => side))).toEqual([
    ['alliance', 'government'],
    ['alliance', 'government'],
  ])
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const { sides } = authorityRecord(storyOf(launching(), { kind: 'authority_record' }))
  expect(sides.map(({ side, office }) => [side, office === undefined])).toEqual([
    ['alliance', false],
    ['government', false],
  ])
  expect(custodyRecord({ ...story, texts: new Map() }).originals.map(({ keeper }) => keeper)).toEqual([
    undefined,
    undefined,
  ])
})

test('the improvement plan tells each measure with its finding, as it was accepted', () => {
  const row = { id: 'r1', finding: '5.7a.1:findings-r1', measure: words('Two courses a quarter'), by: '2029-03-31' }
  const findings = [{ id: 'r1', area: 'talent', text: words('Training reached half') }]
  const base = played('5.11c', { '5.8': 'yellow' })
  const story = storyOf(base, { kind: 'improvement_plan', filled: { '5.11a': { plan: [row] }, '5.7a': { findings } } })
  expect(improvementPlan(story).rows).toMatchObject([
    { finding: words('Training reached half'), measure: words('Two courses a quarter') },
  ])
  // What nobody can read any more is left out.
  expect(improvementPlan({ ...story, texts: new Map() }).rows).toEqual([])
})

const decided = 'redress_decision'

test('a decision on a re-examination tells by ground what most of the panel found, and nothing of what one member wrote', () => {
  const base = aNominatedBase()
  const answers = { '1.10': 'decline', R0: 'request', R1: 'admit', R2: 'uphold' }
  const isDecided = () => base.events().some((event) => event.type === 'document_ordered' && event.kind === decided)
  expect(play(base, { until: isDecided, answers, brings: bringsFor(answers) })).toBe(true)
  const finding = {
    id: 'r1',
    ground: 'time',
    finding: 'founded',
    reasoning: words('A word of one member'),
    matters: true,
  }
  const filled = { R0: { grounds: ['time', 'recusal'] }, R2: { findings: [finding] } }
  const story = storyOf(base, { kind: decided, filled })
  const { grounds, upheld } = redressDecision(story)
  expect([upheld, grounds.map(({ ground, founded }) => [ground, founded])]).toEqual([
    true,
    [
      [{ en: 'Recusal', 'zh-CN': '回避' }, false],
      [{ en: 'Time', 'zh-CN': '期限' }, true],
    ],
  ])
  const [en = '', zh = ''] = pagesOf(base, { kind: decided, filled })
  expect(en).toContain('The request is well founded')
  expect(zh).toContain('申请成立')
  expect(en + zh).not.toContain('A word of one member')
})

test('the minutes of a sitting count the votes and name nobody, and stand for the sitting as it was', () => {
  const story = storyOf(played('2.2a'), { kind: 'session_minutes' })
  const minutes = sessionMinutes(story)
  expect(minutes).toMatchObject({ body: { en: 'Selection committee', 'zh-CN': '遴选委员会' }, seats: 9, recused: 0 })
  expect(minutes.votes.reduce((sum, { count }) => sum + count, 0)).toBe(minutes.voted)
  expect(minutes.voted).toBeGreaterThan(5)
  const voters = story.events.flatMap((event) =>
    event.type === 'step_acted' && event.key === '1.10' ? [event.by.person] : [],
  )
  expect(voters.length).toBe(minutes.voted)
  for (const page of pagesOf(played('2.2a'), { kind: 'session_minutes' }))
    for (const voter of voters) expect(page).not.toContain(voter)
  const voided = {
    type: 'step_voided',
    step: '1.10.1',
    key: '1.10',
    cause: 'mistake',
    seq: 9_999,
    at: '2027-01-01',
  } as const
  expect(sessionMinutes({ ...story, events: [...story.events, voided] })).toEqual(minutes)
})

test('no minutes are for the place', () => {
  expect([isForPlace('session_minutes'), isForPlace('name_licence')]).toEqual([false, true])
})
