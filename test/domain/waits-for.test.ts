import { expect, test } from '@jest/globals'
import { offeredOptions } from '../../domain/judge/offers.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import type { RefusalCode } from '../../domain/refusal.js'
import { openSteps, type StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { decisionOn, memberOf } from '../support/acting.js'
import { holderOf, personWith } from '../support/an-example.js'
import { play } from '../support/playing.js'
import { delegateOf, seatOf, somebody } from '../support/standing.js'

/** What is said to a person whatever he or she decides, or to everybody before a moment. */
const whoAndWhen: readonly RefusalCode[] = [
  'not_your_role',
  'seat_forbids',
  'interest_declared',
  'organisation_country_missing',
  'separation_of_duties',
  'already_acted',
  'second_person_needed',
  'assigned_to_another',
  'opened_by_another',
  'not_in_team',
  'act_in_person',
  'delegation_over',
  'no_seat_left',
  'seat_kept_for_chair',
  'base_frozen',
  'base_on_hold',
  'base_closed',
  'notice_running',
]

/** People of each kind a step may meet: its own, who acted before, who reads, who is at home there, who lent a seat. */
const peopleFor = (base: ABase, step: StepState): readonly Actor[] => [
  ...[1, 2, 3].map((number) => memberOf(base, { step, number })),
  ...[1, 2, 3].map((number) => personWith(`p-so-${number}`, 'SO', 'EX', step.role)),
  personWith('p-pm-1', 'PM', step.role),
  personWith('p-both', 'AU', step.role),
  personWith('p-cs-1', 'CS', step.role),
  somebody('p-ex-5', seatOf('EX', { country: 'CN' })),
  delegateOf('p-so-1', { person: 'p-friend', role: step.role }),
  delegateOf('p-ex-8', { person: 'p-friend', role: step.role }),
  holderOf('LG'),
  holderOf('AD'),
]

interface Compared {
  readonly yes: number
  readonly no: number
  readonly differing: readonly string[]
}

/** What a list would say of each open step and person, held against what the judge says to a sound decision. */
const compare = (base: ABase, says: typeof waitsFor): Compared => {
  const [state, now] = [base.state(), base.now()]
  let [yes, no] = [0, 0]
  const differing: string[] = []
  for (const step of openSteps(state)) {
    const [option] = offeredOptions(state, { step, procedure: base.procedure })
    const command = decisionOn(base, { step, option: option ?? '' })
    for (const actor of peopleFor(base, step)) {
      const listed = says(state, { id: step.id, actor, procedure: base.procedure, now })
      const judged = aBase({ from: base.saved(), procedure: base.procedure }).send(command, { actor })
      // What the clock alone decides offers nothing to anybody.
      const isTaken = option !== undefined && (judged.ok || !whoAndWhen.includes(judged.refusal.code))
      if (isTaken) yes += 1
      else no += 1
      if (listed !== isTaken) differing.push(`${step.id} ${actor.person}: ${judged.ok ? 'taken' : judged.refusal.code}`)
    }
  }
  return { yes, no, differing }
}

const comparedOver = (says: typeof waitsFor): Compared => {
  const base = aNominatedBase()
  const all: Compared[] = []
  play(base, {
    until: (played) => {
      all.push(compare(played, says))
      return played.state().facts.reviews.length >= 2
    },
  })
  return {
    yes: all.reduce((sum, { yes }) => sum + yes, 0),
    no: all.reduce((sum, { no }) => sum + no, 0),
    differing: [...new Set(all.flatMap(({ differing }) => differing))],
  }
}

test('over a played life, a step waits in a list for exactly those whose decision the judge would take', () => {
  const { yes, no, differing } = comparedOver(waitsFor)
  expect(differing).toEqual([])
  expect(Math.min(yes, no)).toBeGreaterThan(200)
})

test('a list that asks for the role alone differs from the judge: the twin', () => {
  const byRole: typeof waitsFor = (state, { id, actor }) =>
    actor.mandates.some(({ role }) => role === state.stage?.steps[id]?.role)
  expect(comparedOver(byRole).differing.length).toBeGreaterThan(50)
})

test('on hold nothing waits for anybody, and afterwards it waits again', () => {
  const base = aNominatedBase()
  play(base, { until: (played) => played.open('1.4a') !== undefined })
  const officer = holderOf('SO')
  const waits = () =>
    waitsFor(base.state(), { id: '1.4a.1', actor: officer, procedure: base.procedure, now: base.now() })
  expect(waits()).toBe(true)
  base.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') })
  expect(waits()).toBe(false)
  base.send({ type: 'resume' }, { actor: holderOf('PM') })
  expect(waits()).toBe(true)
})
