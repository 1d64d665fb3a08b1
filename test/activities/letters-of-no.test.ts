import { expect, test } from '@jest/globals'
import { decisionLetter } from '../../activities/papers/decision-letter.js'
import { feedbackSheet } from '../../activities/papers/feedback-sheet.js'
import type { StorySoFar } from '../../activities/papers/story-so-far.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import { exampleLedger, examplePaper, yueqing } from '../documents/example-papers.js'
import { dossierReceipt } from '../../activities/papers/dossier-receipt.js'
import { composeDossierReceipt } from '../../documents/compose/dossier-receipt.js'
import { redressBlocks } from '../../documents/compose/redress.js'
import { locales } from '../../domain/locale.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { playTo, type Answers } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'

/** What the ledger tells a paper of that kind, the last that was ordered. */
const storyOf = (base: ABase, kind: DocumentKind): StorySoFar => {
  const order = base.recorded.findLast(({ event }) => event.type === 'document_ordered' && event.kind === kind)
  if (order === undefined) throw new Error(`no ${kind} was ordered`)
  const before = base.recorded.filter(({ seq }) => seq <= order.seq)
  return {
    kind,
    base: yueqing,
    ledger: exampleLedger,
    rehearsal: true,
    zone: 'Asia/Shanghai',
    procedure: base.procedure,
    events: before.map(({ event, seq, occurredAt }) => ({ ...event, seq, at: occurredAt })),
    texts: new Map(),
  }
}

/** Played to the time for redress after a no. */
const ended = (answers: Answers): ABase => playTo(aNominatedBase(), { key: 'R0', answers, brings: bringsFor(answers) })
const papersOf = (base: ABase): readonly DocumentKind[] =>
  base.events().flatMap((event) => (event.type === 'document_ordered' ? [event.kind] : []))

test.each([
  { key: '1.10', next: '1.11', code: 'CAP' },
  { key: '2.10', next: '2.10w', code: 'QUO' },
] as const)(
  'a place put on the waiting list at $key gets a letter that says so, with reason and score (1.11)',
  (way) => {
    const base = playTo(aNominatedBase(), { key: way.next, answers: { [way.key]: 'waiting_list' } })
    if (way.next === '1.11') act(base, { key: '1.11', option: 'notified' })
    expect(base.state().status).toBe('waiting_list')
    expect(decisionLetter(storyOf(base, 'decision_letter'))).toMatchObject({
      favourable: false,
      decision: { en: 'Place on the waiting list' },
      reasonCode: expect.any(String),
      score: expect.any(Number),
    })
  },
)

test.each<{ readonly says: string; readonly answers: Answers; readonly scored: boolean; readonly streams: number }>([
  { says: 'refused as incomplete at 1.4', answers: { '1.4a': 'refuse' }, scored: false, streams: 0 },
  { says: 'not eligible at 1.5', answers: { '1.5a': 'not_eligible' }, scored: false, streams: 0 },
  { says: 'declined at 1.10', answers: { '1.10': 'decline' }, scored: true, streams: 0 },
  { says: 'not recommended at 2.8', answers: { '2.8': 'not_recommend' }, scored: true, streams: 7 },
  { says: 'rejected at 2.10', answers: { '2.10': 'reject' }, scored: true, streams: 7 },
])(
  'a nominee $says receives one sheet of feedback, as far as the matter came (8.15)',
  ({ answers, scored, streams }) => {
    const base = ended(answers)
    expect(papersOf(base).filter((kind) => kind === 'feedback_sheet')).toHaveLength(1)
    const sheet = feedbackSheet(storyOf(base, 'feedback_sheet'))
    expect([sheet.scored !== undefined, sheet.streams?.length ?? 0, sheet.reasonCode]).toEqual([
      scored,
      streams,
      base.state().code,
    ])
  },
)

test('who was only told not to send a dossier gets the letter and no sheet (1.2)', () => {
  expect(papersOf(ended({ '1.2b': 'decline' }))).toEqual(['decision_letter'])
})

test('the sheet names the work-streams that were rated low as what another nomination should change (6.3)', () => {
  const { streams, advice } = feedbackSheet(
    storyOf(ended({ '2.3c': 'D', '2.3e': 'C', '2.8': 'not_recommend' }), 'feedback_sheet'),
  )
  expect(streams?.map(({ rating }) => rating).join('')).toBe('AADACAA')
  expect(advice).toHaveLength(2)
})

test('a second "no" after upheld redress says in its letter that it stands; the first one says until when redress may be asked (8.9)', () => {
  const base = ended({ '1.10': 'decline' })
  const first = decisionLetter(storyOf(base, 'decision_letter'))
  expect([first.redress === undefined, first.decidedAgain]).toEqual([false, undefined])
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  for (const number of [1, 2]) act(base, { key: 'R2', option: 'uphold', number })
  const again = decisionOn(base, { step: stepOf(base, '1.10'), option: 'decline' })
  base.send(again, { actor: holderOf('CH', 21) })
  for (const number of [22, 23, 24, 25, 26]) act(base, { key: '1.10', option: 'decline', number })
  act(base, { key: '1.11', option: 'notified' })
  const second = decisionLetter(storyOf(base, 'decision_letter'))
  expect([second.redress, second.decidedAgain]).toEqual([undefined, true])
  for (const language of locales) {
    const said = JSON.stringify(redressBlocks(second, language))
    expect(said).toMatch(language === 'en' ? /cannot be contested once more/ : /不得再次申请复核/)
    expect(redressBlocks({}, language)).toEqual([])
  }
})

test('the receipt of a dossier says what arrived, and leaves it to the check whether it is complete (1.4a)', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  const facts = dossierReceipt(storyOf(base, 'dossier_receipt'))
  const said = locales.map((language) =>
    JSON.stringify(
      composeDossierReceipt({ ...examplePaper('dossier_receipt', { language }), kind: 'dossier_receipt', facts }),
    ),
  )
  expect(said.join()).toMatch(/Whether the dossier is complete is checked next.*是否齐全，将在下一步核对/)
  expect(said.join()).not.toMatch(/All parts are there|材料齐全/)
})
