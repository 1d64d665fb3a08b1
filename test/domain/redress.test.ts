import { expect, test } from '@jest/globals'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { play, playTo } from '../support/playing.js'

/** A base the committee has declined, its letter sent. */
const declined = (): ABase => playTo(aNominatedBase(), { key: 'R0', answers: { '1.10': 'decline' } })

const upheld = (base: ABase): ABase => {
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  for (const number of [1, 2]) act(base, { key: 'R2', option: 'uphold', number })
  return base
}

test('a decision the nominee does not contest in thirty days stands, and only then is the matter closed (8.9)', () => {
  const base = declined()
  expect(base.state()).toMatchObject({ status: 'declined', closed: false })
  const due = base.open('R0')?.dueAt ?? ''
  base.turnTo(due)
  base.send({ type: 'tick' })
  expect(base.state()).toMatchObject({ status: 'declined', closed: true })
})

test('upheld redress opens the decision again for other people, and takes back what followed from it (R14)', () => {
  const base = upheld(declined())
  expect(base.openKeys()).toEqual(['1.10'])
  expect(base.open('1.10')?.id).toBe('1.10.2')
  expect(base.state().status).toBe('screening')
  expect(base.events()).toContainEqual(
    expect.objectContaining({ type: 'step_voided', step: '1.10.1', cause: 'redress' }),
  )
  expect(refusalOf(act(base, { key: '1.10', option: 'advance', number: 1 }))).toEqual({
    code: 'second_person_needed',
    detail: { step: '1.10.2', rule: 'R14' },
  })
  expect(act(base, { key: '1.10', option: 'advance', number: 21 }).ok).toBe(true)
})

test('what was decided again after redress is final: no second request on the same decision (8.9)', () => {
  const base = upheld(declined())
  const again = decisionOn(base, { step: stepOf(base, '1.10'), option: 'decline' })
  base.send(again, { actor: holderOf('CH', 21) })
  for (const number of [22, 23, 24, 25, 26]) act(base, { key: '1.10', option: 'decline', number })
  act(base, { key: '1.11', option: 'notified' })
  expect(base.state()).toMatchObject({ status: 'declined', closed: true })
})

test('dismissed redress changes nothing, and a request that was not admitted goes no further', () => {
  for (const [admits, votes] of [
    ['admit', 'dismiss'],
    ['refuse', undefined],
  ] as const) {
    const base = declined()
    act(base, { key: 'R0', option: 'request', code: 'INC' })
    act(base, { key: 'R1', option: admits })
    if (votes !== undefined) for (const number of [1, 2]) act(base, { key: 'R2', option: votes, number })
    expect(base.state()).toMatchObject({ status: 'declined', code: 'SCA', closed: true })
  }
})

test('whoever acted on the case sits on no appeals panel of it (R14)', () => {
  const base = declined()
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  const dismiss = decisionOn(base, { step: stepOf(base, 'R2'), option: 'dismiss' })
  const secretary = base.state().stage?.steps['R1.1']?.acts[0]?.person ?? ''
  const both = { ...holderOf('AP', 1), person: secretary }
  expect(refusalOf(base.send(dismiss, { actor: both }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'R14' },
  })
  expect(base.send(dismiss, { actor: holderOf('AP', 1) }).ok).toBe(true)
})

test('redress freezes a red while the next yearly review opens on its day, and the withdrawal waits for it (8.9, 14.13)', () => {
  const base = playTo(aNominatedBase(), {
    key: 'R0',
    answers: { '5.8': 'red_proposal' },
    brings: { reviewSheet: evenReview(0.45) },
  })
  act(base, { key: 'R0', option: 'request', code: 'DAT' })
  act(base, { key: 'R1', option: 'admit' })
  expect(base.openKeys()).toEqual(expect.arrayContaining(['R2', '5.1']))
  const opening = base.open('5.1')?.dueAt ?? ''
  base.turnTo(opening)
  base.send({ type: 'tick' })
  expect(base.openKeys()).toEqual(expect.arrayContaining(['R2', '5.2a']))
  expect(base.open('5.12a')).toBeUndefined()
  expect(base.state()).toMatchObject({ colour: 'red', closed: false })
  expect(base.state().facts.slot).toBe(1)
})

test('an upheld review is decided again by other people of panel and board, with the same points (R14)', () => {
  const base = playTo(aNominatedBase(), {
    key: '5.8r',
    answers: { '5.8': 'yellow', R0: 'request', R1: 'admit', R2: 'uphold' },
    brings: { reviewSheet: evenReview(0.6) },
  })
  const { code, ...before } = base.state().facts.reviews[0] ?? {}
  expect(code).toBe('PLN')
  const first = new Set(
    base.events().flatMap((event) => (event.type === 'step_acted' && event.key === '5.8' ? [event.by.person] : [])),
  )
  expect(refusalOf(act(base, { key: '5.8r', option: 'green_with_advice', number: 1 }))).toMatchObject({
    code: 'second_person_needed',
    detail: { rule: 'R14' },
  })
  expect(first.has('p-rp-1')).toBe(true)
  for (const number of [11, 12]) act(base, { key: '5.8r', option: 'green_with_advice', number })
  for (const number of [11, 12]) act(base, { key: '5.9r', option: 'confirm', number })
  expect(base.state()).toMatchObject({ colour: 'green_with_advice', status: 'active_green' })
  expect(base.state().facts.reviews).toEqual([{ ...before, colour: 'green_with_advice' }])
  play(base, { until: () => base.open('5.10') === undefined })
  expect(base.open('5.11a')).toBeUndefined()
})

interface Ending {
  readonly key: string
  readonly option: string
  readonly more?: Readonly<Record<string, string>>
}

/** Decisions of the programme alone that end a base, and such that the place takes itself (8.9); that of R5 is beside its like. */
const contestable: readonly Ending[] = [
  { key: '1.10', option: 'decline' },
  { key: '2.8', option: 'not_recommend' },
  { key: '2.10', option: 'reject' },
  { key: '3.1a', option: 'stop' },
  { key: '3.1b', option: 'stop' },
  { key: '3.1c', option: 'stop' },
  { key: '3.3a', option: 'object' },
  { key: '3.3b', option: 'object' },
  { key: '4.3x', option: 'not_cured', more: { '4.3': 'refused' } },
  { key: '4.10a', option: 'stop' },
]
const beyond: readonly Ending[] = [
  { key: '3.5', option: 'refuse' },
  { key: '3.6a', option: 'refuse' },
  { key: '4.10b', option: 'stop' },
]
const endedBy = ({ key, option, more = {} }: Ending): ABase => {
  const base = aNominatedBase()
  const answers = { ...more, [key]: option }
  play(base, { answers, until: (one) => one.state().closed || one.open('R0') !== undefined })
  return base
}

test.each(contestable)(
  '$key $option, which the programme alone says, may be looked at again at its end (8.9)',
  (said) => {
    const base = endedBy(said)
    expect([base.open('R0')?.role, base.state().closed]).toEqual(['LG', false])
  },
)

test.each(beyond)('$key $option, which the place says itself, may not: the twin', (said) => {
  const base = endedBy(said)
  expect([base.open('R0'), base.state().closed]).toEqual([undefined, true])
})

/** An active base of which the Board has said that it ends after the place changed (8.10). */
const endedByChange = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const raised = { type: 'raise', matter: 'change', code: 'GOV', facts: { change: 'boundary', share: 0.3 } } as const
  base.send(raised, { actor: holderOf('LG') })
  act(base, { key: '8.10a', option: 'assess', number: 9 })
  act(base, { key: '8.10b', option: 'fails', number: 9 })
  for (const number of [8, 9]) act(base, { key: '8.10c', option: 'end', number })
  return base
}

test('what takes the name of a base that no review has heard may be contested first, and is taken anew by others (8.10c, 8.9)', () => {
  const base = endedByChange()
  expect([base.openKeys(), base.state().status]).toEqual([['5.2a', 'R0'], 'active_green'])
  expect(base.events().findLast((event) => event.type === 'document_ordered')).toMatchObject({
    kind: 'withdrawal_resolution',
    redressUntil: base.open('R0')?.dueAt,
  })
  upheld(base)
  expect(base.openKeys()).toEqual(['5.2a', '8.10c'])
  expect(refusalOf(act(base, { key: '8.10c', option: 'end', number: 8 }))).toMatchObject({ detail: { rule: 'R14' } })
  for (const number of [18, 19]) act(base, { key: '8.10c', option: 'end', number })
  // Decided again after redress, it stands.
  expect(base.openKeys()).toEqual(['5.2a', '5.12b'])
})

test('the Board may keep the base when it decides anew, and dismissed redress takes nothing back', () => {
  const kept = upheld(endedByChange())
  for (const number of [18, 19]) act(kept, { key: '8.10c', option: 'keep', number })
  expect([kept.openKeys(), kept.state().status]).toEqual([['5.2a'], 'active_green'])
  const dismissed = endedByChange()
  act(dismissed, { key: 'R0', option: 'request', code: 'DAT' })
  act(dismissed, { key: 'R1', option: 'admit' })
  for (const number of [1, 2]) act(dismissed, { key: 'R2', option: 'dismiss', number })
  expect(dismissed.openKeys()).toEqual(['5.2a', '5.12b'])
})
