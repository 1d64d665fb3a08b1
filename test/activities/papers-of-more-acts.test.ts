import { expect, test } from '@jest/globals'
import { composePaper } from '../../activities/papers/compose-paper.js'
import { concordanceCertificate } from '../../activities/papers/concordance-certificate.js'
import { improvementPlan } from '../../activities/papers/improvement-plan.js'
import { startingContent } from '../../activities/papers/mou-text.js'
import { redressDecision } from '../../activities/papers/redress-decision.js'
import { sessionMinutes } from '../../activities/papers/session-minutes.js'
import type { EventAt } from '../../activities/papers/story-so-far.js'
import { authorityRecord, custodyRecord } from '../../activities/papers/signing-records.js'
import { composeSheet } from '../../documents/compose-sheet.js'
import { textHashOf } from '../../documents/hash-of-text.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { EventType } from '../../domain/event.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { isForPlace } from '../../domain/sight/seen-as.js'
import { locales } from '../../domain/locale.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { play, type Answers } from '../support/playing.js'
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
  expect(en).toContain('decided again by other people')
  expect(zh).toContain('申请成立')
  expect(en + zh).not.toContain('A word of one member')
})

test('upheld against an extraordinary review it says that the result is taken away, against any other that it is decided again', () => {
  const saidOf = (base: ABase) => pagesOf(base, { kind: decided }).join()
  const contested = (answers: Answers, until: (base: ABase) => boolean): ABase => {
    const base = played('5.2a')
    base.send({ type: 'raise', matter: 'extraordinary_review', code: 'COM' }, { actor: holderOf('CO', 1) })
    expect(
      play(base, { until, answers, leaves: '5.2a', brings: { ...bringsFor(answers), reviewSheet: evenReview(0.6) } }),
    ).toBe(true)
    return base
  }
  const isDecided = (base: ABase) =>
    base.events().some((event) => event.type === 'document_ordered' && event.kind === decided)
  const answers = { '5.13c': 'yellow', R0: 'request', R1: 'admit' }
  const upheld = contested({ ...answers, R2: 'uphold' }, isDecided)
  expect(redressDecision(storyOf(upheld, { kind: decided }))).toMatchObject({ upheld: true, on: 'extraordinary' })
  const said = saidOf(upheld)
  for (const one of ['It is not decided again', '本次特别评估不再重新评定']) expect(said).toContain(one)
  for (const one of ['decided again by other people', '由其他人员重新办理']) expect(said).not.toContain(one)
  expect(saidOf(contested({ ...answers, R2: 'dismiss' }, isDecided))).toContain('The decision stands')
})

test('the minutes of a sitting count the votes and name nobody, and stand for the sitting as it was', () => {
  const story = storyOf(played('2.2a'), { kind: 'session_minutes' })
  const minutes = sessionMinutes(story)
  const committee = { en: 'Selection committee', 'zh-CN': '遴选委员会' }
  expect(minutes).toMatchObject({ body: committee, members: 9, recused: 0, drawn: 0 })
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

test('who did not vote is counted of those who might: the seats without the recused, with the substitutes drawn (8.4)', () => {
  const story = storyOf(played('2.2a'), { kind: 'session_minutes' })
  const { voted } = sessionMinutes(story)
  const visit = { step: '1.10.1', key: '1.10', seq: 9_999, at: '2027-01-01' } as const
  const by = { person: 'p-cs-1', role: 'CS', mandate: 'm-cs-1', onBehalfOf: 'o-office' } as const
  const aside = ['a', 'b', 'c', 'd', 'e'].map((name): EventAt<'step_recused'> => ({
    ...visit,
    type: 'step_recused',
    person: `p-${name}`,
    acted: false,
  }))
  const drawn: EventAt<'substitutes_drawn'> = {
    ...visit,
    type: 'substitutes_drawn',
    drawn: ['p-f', 'p-g', 'p-h', 'p-i', 'p-j'],
    pool: ['p-f', 'p-g', 'p-h', 'p-i', 'p-j'],
    seed: 'seed',
    by,
  }
  const minutesOf = (more: readonly EventAt<EventType>[]) => ({ ...story, events: [...story.events, ...more] })
  const rowsIn = (more: readonly EventAt<EventType>[]) =>
    composeSheet(composePaper(minutesOf(more), 'en')).blocks.flatMap((block) =>
      block.type === 'facts' ? block.rows : [],
    )
  expect(sessionMinutes(minutesOf([...aside, drawn]))).toMatchObject({ members: 9, voted, recused: 5, drawn: 5 })
  const whole = [
    ['Did not vote', String(9 - voted)],
    ['Recused', '5'],
    ['Substitutes drawn', '5'],
  ]
  expect(rowsIn([...aside, drawn])).toEqual(expect.arrayContaining(whole))
  // Nobody was drawn: the seats of the recused are gone, and the paper has no row of substitutes.
  expect(sessionMinutes(minutesOf(aside.slice(0, 1)))).toMatchObject({ members: 8, voted, recused: 1, drawn: 0 })
  expect(JSON.stringify(rowsIn(aside.slice(0, 1)))).not.toContain('Substitutes drawn')
})

test('no minutes are for the place', () => {
  expect([isForPlace('session_minutes'), isForPlace('name_licence')]).toEqual([false, true])
})
