import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import type { RaisedByPeople } from '../../domain/matters.js'
import type { Procedure } from '../../domain/procedure.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import type { Role } from '../../domain/role.js'
import { openSteps } from '../../domain/state.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, heldFor } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { someWords } from '../support/filling.js'
import { entering } from '../support/on-paper.js'
import { arrive, canAct, playTo, timePasses, type Answers } from '../support/playing.js'
import { leftBy } from '../support/silent-place.js'

const { letLie: _, ...waiting } = full.settings
/** The rules under which whatever the programme leaves undone is waited for. */
const withoutAnEnd: Procedure = { ...full, settings: waiting }
const good = { reviewSheet: evenReview(0.9) }

interface Done {
  /** What one office alone does not do. */
  readonly leaves: StepKey
  readonly answers?: Answers
  /** The points that the extraordinary review comes to. */
  readonly share?: number
  /** The points that a year comes to. */
  readonly year?: number
  readonly until: () => boolean
}

/** Everybody does the own part but for one office, and each says what was planned or nothing. */
const goesOn = (base: ABase, { leaves, answers = {}, share = 0.9, year = 0.9, until }: Done): void => {
  const isDone = (key: StepKey): boolean => {
    const option = answers[key] ?? base.procedure.steps[key]?.order[0] ?? ''
    const brings = { reviewSheet: evenReview(key === '5.13f' ? share : year) }
    const said = act(base, { key, option, brings })
    if (said.ok || key === '3.13f' || said.refusal.code !== 'finding_stands_against') return said.ok
    return act(base, { key, option: said.refusal.detail.allowed[0] ?? '', brings }).ok
  }
  for (let turn = 0; turn < 6000 && !until() && !base.state().closed; turn += 1) {
    arrive(base)
    const waits = openSteps(base.state()).filter((step) => step.key !== leaves && canAct(base, step))
    if (!waits.some(({ key }) => isDone(key)) && !timePasses(base, undefined)) return
  }
}

const raised = (base: ABase, { matter, code, by }: { matter: RaisedByPeople; code: ReasonCode; by: Role }) =>
  base.send({ type: 'raise', matter, code, reason: someWords }, { actor: holderOf(by, 7) })
const review = { matter: 'extraordinary_review', code: 'COM', by: 'CO' } as const

/** A green base whose renewal is raised, and at once an extraordinary review by one person. */
const underReview = (procedure?: Procedure): ABase => {
  const base = playTo(aNominatedBase(procedure === undefined ? {} : { procedure }), { key: '3.13e', brings: good })
  expect(raised(base, review).ok).toBe(true)
  return base
}
const yellow = { answers: { '5.13c': 'yellow' }, share: 0.6 } as const
const contested = { ...yellow, answers: { ...yellow.answers, R0: 'request' } } as const
const silentOffices: readonly (readonly [StepKey, Omit<Done, 'leaves' | 'until'>])[] = [
  ...['5.13a', '5.13b', '5.13e', '5.13f', '5.13c'].map((key) => [key, yellow] as const),
  ['5.13d', yellow],
  ['R1', contested],
  ['R2', contested],
  ['5.13i', yellow],
  ['5.12a', { answers: { '5.13c': 'red_proposal' }, share: 0.3 }],
]

test.each(silentOffices)(
  'a review that one office lets lie at %s takes the name from no green base that asks for its renewal in time (5.13, R3)',
  (leaves, playing) => {
    const base = underReview()
    const term = base.state().facts.endsOn ?? ''
    goesOn(base, { leaves, ...playing, until: () => base.state().facts.endsOn !== term })
    expect(base.state().closed).toBe(false)
    expect((base.state().facts.endsOn ?? '') > term).toBe(true)
    expect(base.events()).toContainEqual(expect.objectContaining({ type: 'let_lie', part: 'matter' }))
  },
)

test('a review that nobody lets lie comes before the renewal while the term runs, and not in the grace after it (9)', () => {
  const base = underReview(withoutAnEnd)
  const term = base.state().facts.endsOn ?? ''
  act(base, { key: '3.13e', option: 'renew' })
  const agreed = () => act(base, { key: '3.13f', option: 'agree' })
  expect(refusalOf(agreed())).toMatchObject({ code: 'finding_stands_against', detail: { allowed: ['refuse'] } })
  goesOn(base, { leaves: '5.13a', until: () => base.now().slice(0, 10) > term || base.open('3.13f') === undefined })
  expect(base.open('5.13a')).toBeDefined()
  expect(base.now().slice(0, 10) > term).toBe(true)
  expect(base.open('3.13f') === undefined || agreed().ok).toBe(true)
})

const isLetLie = (base: ABase): boolean => base.events().some(({ type }) => type === 'let_lie')

test('a red of it that the board lets lie counts as a yellow for the next panel, and one whose redress lies counts for nothing', () => {
  const next = (leaves: StepKey, playing: Omit<Done, 'leaves' | 'until'>) => {
    const base = playTo(aNominatedBase(), { key: '5.2a' })
    raised(base, review)
    goesOn(base, { leaves, year: 0.6, ...playing, until: () => isLetLie(base) })
    const [beside] = base.state().facts.extraordinary ?? []
    const judged = () => base.state().facts.reviews.find(({ year }) => year === beside?.before)
    goesOn(base, { leaves: '', year: 0.6, until: () => judged() !== undefined })
    return [beside?.colour, beside?.inForce, beside?.setAside, judged()?.called]
  }
  const red = { answers: { '5.13c': 'red_proposal' }, share: 0.3 } as const
  expect(next('5.12a', red)).toEqual(['red', true, undefined, 'red_proposal'])
  const asked = { ...red, answers: { ...red.answers, R0: 'request' } } as const
  expect(next('R1', asked)).toEqual(['red', undefined, true, 'yellow'])
})

const left: readonly (readonly [StepKey, (base: ABase) => unknown, string])[] = [
  ['3.13m', (base) => raised(base, { matter: 'ending', code: 'WDR', by: 'LG' }), 'ending no. 1'],
  ['8.5a', (base) => base.send(heldFor(base, 170), { actor: holderOf('LG', 7) }), 'force_majeure no. 1'],
  ['8.10a', (base) => base.send(changed, { actor: holderOf('LG', 7) }), 'change no. 1'],
  ['8.10b', (base) => base.send(changed, { actor: holderOf('LG', 7) }), 'change no. 1'],
  ['5.13b', (base) => raised(base, review), 'extraordinary_review no. 1'],
]
const changed = { type: 'raise', matter: 'change', code: 'GOV', facts: { change: 'name' }, reason: someWords } as const

/** The base at the step that is let lie. */
const lyingAt = (
  key: StepKey,
  { raise, procedure = full }: { raise: (base: ABase) => unknown; procedure?: Procedure },
) => {
  const base = playTo(aNominatedBase({ procedure }), { key: '5.2a' })
  raise(base)
  const answers = { '8.10a': 'assess' }
  goesOn(base, { leaves: key, answers, until: () => base.open(key) !== undefined })
  return base
}

test.each(left)('what one office lets lie at %s ends, whoever else acts (R3)', (key, raise) => {
  expect(leftBy(lyingAt(key, { raise }), { silent: [], leaves: key })).toEqual([])
})

test('a matter that one silent office leaves open for ever is found: the twin', () => {
  const found = left.map(([key, raise]) =>
    leftBy(lyingAt(key, { raise, procedure: withoutAnEnd }), { silent: [], leaves: key }),
  )
  expect(found.slice(0, 3)).toEqual(left.slice(0, 3).map(([, , what]) => [what]))
})

test('after a hold that nobody decided the next one is asked for and held, in the same year (8.5)', () => {
  const base = lyingAt('8.5a', { raise: (one) => one.send(heldFor(one, 170), { actor: holderOf('LG', 7) }) })
  const again = () => base.send(heldFor(base, 30), { actor: holderOf('PM', 8) })
  expect(refusalOf(again())).toMatchObject({ code: 'matter_open' })
  goesOn(base, { leaves: '8.5a', until: () => base.open('8.5a') === undefined })
  expect(base.state().status).toBe('active_green')
  expect(again().ok).toBe(true)
  expect(act(base, { key: '8.5a', option: 'hold' }).ok).toBe(true)
  expect(base.state().status).toBe('on_hold')
})

test('a base whose place has withdrawn ends as it asked, though finance accounts for nothing (3.13)', () => {
  const raise = (base: ABase) => raised(base, { matter: 'ending', code: 'WDR', by: 'LG' })
  const base = lyingAt('3.13m', { raise })
  const due = base.open('3.13m')?.dueAt ?? ''
  goesOn(base, { leaves: '3.13m', until: () => false })
  expect(base.state()).toMatchObject({ status: 'ended_by_agreement', code: 'WDR' })
  expect(base.now() < (base.state().facts.endsOn ?? '')).toBe(true)
  expect(base.now() > due).toBe(true)
})

test('a closing report that lies there on paper does not hold the ending open: finance accounts without it (3.13l, R16)', () => {
  const raise = (base: ABase) => raised(base, { matter: 'ending', code: 'GOV', by: 'PD' })
  const base = lyingAt('3.13l', { raise })
  expect(base.send(entering(base, { key: '3.13l', option: 'reported' }), { actor: holderOf('CS', 3) }).ok).toBe(true)
  goesOn(base, { leaves: '3.13l', until: () => base.open('3.13m') !== undefined })
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'let_lie', kind: 'ending', steps: ['3.13l.1'] }))
  expect(act(base, { key: '3.13m', option: 'settled', number: 9 }).ok).toBe(true)
  goesOn(base, { leaves: '', until: () => false })
  expect(base.state()).toMatchObject({ status: 'ended_by_agreement', code: 'GOV' })
})

/** At the decision on its renewal, when its only year was judged by nobody. */
const atRenewal = (report: 'submit' | undefined): ABase => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  const isYear = () => base.state().facts.reviews.length > 0
  if (report === undefined) goesOn(base, { leaves: '5.2a', until: () => base.open('5.2a') === undefined })
  goesOn(base, { leaves: '5.8', until: isYear })
  goesOn(base, { leaves: '3.13f', until: () => base.open('3.13f') !== undefined })
  return base
}

test('a year without report that nobody judged is no green year: no renewal is agreed to on it (R3, 9)', () => {
  const base = atRenewal(undefined)
  const [first, ...others] = base.state().facts.reviews
  expect(first).toMatchObject({ colour: 'green', unassessed: true, unreported: true })
  expect(others.map(({ colour }) => colour)).toEqual(['green'])
  expect(refusalOf(act(base, { key: '3.13f', option: 'agree' }))).toMatchObject({
    code: 'finding_stands_against',
    detail: { allowed: ['refuse'] },
  })
})

test('a year that was reported and nobody judged keeps no base from its renewal: the twin', () => {
  const base = atRenewal('submit')
  expect(base.state().facts.reviews[0]).toMatchObject({ colour: 'green', unassessed: true })
  expect(base.state().facts.reviews[0]).not.toHaveProperty('unreported')
  expect(act(base, { key: '3.13f', option: 'agree' }).ok).toBe(true)
})
