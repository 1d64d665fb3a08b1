import { expect, test } from '@jest/globals'
import { full } from '../../domain/gicc/full.js'
import type { Procedure } from '../../domain/procedure.js'
import { roles } from '../../domain/role.js'
import { openSteps } from '../../domain/state.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { entering } from '../support/on-paper.js'
import { arrive, play, playTo, timePasses, type Play } from '../support/playing.js'
import { bringsFor, roadTo } from '../support/roads.js'
import { leftBy, leftBySilence, silences } from '../support/silent-place.js'

/** Every step of a review at which the place is asked, whoever of it that is. */
const asked = Object.values(full.steps).filter(
  ({ stage, role, matter, silence }) =>
    stage === 'yearly_review' && roles[role].side === 'partner' && matter === undefined && silence !== undefined,
)
const underReview = ({ key }: { readonly key: string }, procedure: Procedure = full): ABase => {
  const ofReview = key === 'R0' ? { '5.8': 'yellow' } : {}
  const answers = { ...roadTo(key === 'R0' ? '5.11a' : key), ...ofReview }
  const base = aNominatedBase({ procedure })
  playTo(base, { key: key === 'R0' ? '5.8' : key, answers, brings: bringsFor(answers) })
  return playTo(base, { key, answers, brings: bringsFor(answers) })
}

test.each([...asked.map(({ key }) => key), 'R0'])(
  'a paper on %s that nobody confirms keeps no review from going on, whoever else acts (R3, R16)',
  (key) => {
    const base = underReview({ key })
    const entered = base.send(entering(base, { key, option: full.steps[key]?.order[0] ?? '' }), {
      actor: holderOf('CS'),
    })
    expect(entered.ok).toBe(true)
    expect(leftBySilence(base, ['partner'])).toEqual([])
    expect(leftBySilence(base, ['partner', 'programme'])).toEqual([])
  },
)

test('a paper that holds a review up for ever is found: the twin', () => {
  const { letLie: _, ...settings } = full.settings
  const base = underReview({ key: '5.2a' }, { ...full, settings })
  base.send(entering(base, { key: '5.2a', option: 'submit' }), { actor: holderOf('CS') })
  expect(leftBySilence(base)).toEqual(['the year 2028'])
})

test('what the place has answered on paper, and the programme let lie, costs the place nothing: the year is not assessed', () => {
  const base = underReview({ key: '5.2a' })
  base.send(entering(base, { key: '5.2a', option: 'submit' }), { actor: holderOf('CS') })
  passes(base, () => base.state().facts.reviews.length > 0)
  expect(base.state().facts.reviews).toMatchObject([{ year: 2028, colour: 'green', unassessed: true }])
  expect(base.events()).toContainEqual({ type: 'let_lie', part: 'year', steps: ['5.2a.1'] })
  expect(base.state().stage?.year).toBe(2029)
})

test('where every answer ends the base, a paper keeps its window open for ten working days and no longer (5.12b)', () => {
  const base = underReview({ key: '5.12b' })
  base.send(entering(base, { key: '5.12b', option: 'removed' }), { actor: holderOf('CS') })
  const due = base.open('5.12b')?.dueAt ?? ''
  play(base, { leaves: '5.12b', until: () => base.state().closed })
  expect(base.state().status).toBe('red')
  expect(base.now() > due).toBe(true)
  expect(base.now() < new Date(Date.parse(due) + 30 * 86_400_000).toISOString()).toBe(true)
})

test.each(asked.filter(({ escalation }) => escalation !== 'E5').map(({ key }) => key))(
  'reminders of %s that always come back keep no review from going on (E3)',
  (key) => {
    const base = underReview({ key })
    expect(leftBy(base, { silent: ['partner'], bounces: true })).toEqual([])
  },
)

test('a reminder that came back is sent again twice, the programme is asked to reach the place otherwise, and then silence decides', () => {
  const base = underReview({ key: '5.7b' })
  const id = base.open('5.7b')?.id ?? ''
  const from = base.recorded.length
  for (let turn = 0; turn < 20 && base.open('5.7b') !== undefined; turn += 1) {
    base.turnTo(base.nextDueAt() ?? '')
    base.send({ type: 'tick' }, { claimRefusal: { code: 'reminder_bounced', step: id, rung: 0 } })
  }
  const of = base.events().slice(from)
  expect(of.filter((event) => event.type === 'escalated' && event.awaits === 'arrival')).toHaveLength(2)
  expect(of).toContainEqual(expect.objectContaining({ type: 'step_closed', key: '5.7b', how: 'silence' }))
})

/** Nobody acts, and the clock goes on. */
const passes = (base: ABase, until: () => boolean): void => {
  while (!until() && timePasses(base, undefined)) arrive(base)
}

const ended = (base: ABase, playing: Omit<Play, 'until'>): string => {
  play(base, { ...playing, until: () => base.state().closed })
  return `${base.state().status} ${base.now().slice(0, 10)}`
}
const good = { reviewSheet: evenReview(0.9) }

test('a renewal that the director lets lie lives no longer than the grace after the term, and is not agreed to afterwards (3.13)', () => {
  const base = playTo(aNominatedBase(), { key: '3.13f', brings: good })
  const term = base.state().facts.endsOn ?? ''
  expect(ended(base, { leaves: '3.13f', brings: good })).toMatch(/^expired/)
  const days = (Date.parse(base.now()) - Date.parse(term)) / 86_400_000
  expect(days).toBeGreaterThan(90)
  expect(days).toBeLessThan(100)
})

test('a base whose suspension nobody decides ends with its memorandum, and either side may give notice meanwhile (5.8, 3.13)', () => {
  const base = playTo(aNominatedBase(), { key: '5.8s', answers: { '5.8': 'suspend' } })
  for (const silent of silences) expect(leftBy(base, { silent, leaves: '5.8s' })).toEqual([])
  const notice = base.send({ type: 'raise', matter: 'ending', code: 'WDR' }, { actor: holderOf('LG') })
  expect(notice.ok).toBe(true)
  passes(base, () => base.state().closed)
  expect(base.state().status).toBe('expired')
})

test('a suspended base without an end of its term is found: the twin', () => {
  const steps = Object.fromEntries(Object.entries(full.steps).filter(([, { matter }]) => matter !== 'renewal'))
  const base = playTo(aNominatedBase({ procedure: { ...full, steps } }), { key: '5.8s', answers: { '5.8': 'suspend' } })
  expect(leftBySilence(base, ['programme'])).toEqual(['the suspension'])
})

test('a renewal that was agreed to in time is signed as ever', () => {
  const base = playTo(aNominatedBase(), { key: '3.13f', brings: good })
  const term = base.state().facts.endsOn ?? ''
  act(base, { key: '3.13f', option: 'agree' })
  play(base, { brings: good, until: () => base.state().facts.endsOn !== term })
  expect((base.state().facts.endsOn ?? '') > term).toBe(true)
})

test('a publication that was let lie is left behind: the next year has its own, whatever its number (R3, 5.10)', () => {
  const base = playTo(underReview({ key: 'R0' }), { key: '5.10', answers: { R0: 'accept' } })
  const [left] = openSteps(base.state()).filter(({ key }) => key === '5.10')
  play(base, { leaves: '5.10', until: () => false })
  passes(base, () => base.open('5.10') === undefined)
  expect(base.events().at(-3)).toEqual({ type: 'let_lie', part: 'left_over', steps: [left?.id] })
  play(base, { leaves: '5.10', until: () => base.state().facts.reviews.length === 2 })
  expect(base.state().facts.reviews.map(({ colour }) => colour)).toEqual(['yellow', 'green'])
  expect(base.open('5.10')?.id).toBe('5.10.2')
  play(base, { until: () => base.state().stage?.year === 2030 })
  expect(base.state().status).toBe('active_green')
})
