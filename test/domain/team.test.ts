import { expect, test } from '@jest/globals'
import { waitsFor } from '../../domain/judge/waits-for.js'
import { full } from '../../domain/gicc/full.js'
import { light } from '../../domain/gicc/light.js'
import { refusalInWords } from '../../domain/words/refusals.js'
import type { Actor } from '../../domain/values/actor.js'
import type { Procedure } from '../../domain/procedure.js'
import { aBase, aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, decisionOn, stepOf } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'

const named = ['p-dl-1', 'p-sp-1', 'p-sv-1', 'p-sv-2']

/** A base whose team has these four, played on to where the lead asks for data. */
const withTeam = (procedure: Procedure = full): ABase => {
  const before = playTo(aNominatedBase(), { key: '2.1a' })
  const base = aBase({ from: before.saved(), procedure })
  base.send(
    { type: 'decide', step: '2.1a.1', option: 'appoint', facts: { team: { members: named } } },
    { actor: holderOf('PD') },
  )
  act(base, { key: '2.1b', option: 'confirm' })
  return base
}

const decides = (base: ABase, { key, option, actor }: { key: string; option: string; actor: Actor }) =>
  base.send(decisionOn(base, { step: stepOf(base, key), option }), { actor })

/** The same base with its streams open. */
const looking = (): ABase => {
  const base = withTeam()
  act(base, { key: '2.2a', option: 'ask' })
  for (const key of ['2.2b', '2.2c', '2.2d']) act(base, { key, option: 'answered' })
  return base
}

test('of the work of stage 2 each step that examines is the team’s alone, under both procedures (2.1)', () => {
  const examining = Object.values(full.steps).filter(({ role }) => ['DL', 'SP', 'SV'].includes(role))
  const ofStage = examining.flatMap(({ key, stage }) => (stage === 'due_diligence' ? [key] : []))
  for (const { separation } of [full, light]) {
    expect(separation.team?.named).toBe('2.1a')
    expect(ofStage.filter((key) => separation.team?.acts.includes(key) !== true)).toEqual([])
    expect(separation.team?.acts.filter((key) => !key.startsWith('2.'))).toEqual([])
  }
})

test('only who was named asks for data, examines and goes, and the refusal says who is in the team and who may change it', () => {
  const base = looking()
  for (const [key, role] of [
    ['2.3a', 'SP'],
    ['2.5a', 'SV'],
  ] as const) {
    const no = refusalOf(decides(base, { key, option: full.steps[key]?.order[0] ?? '', actor: holderOf(role, 9) }))
    expect(no).toMatchObject({ code: 'not_in_team', detail: { team: named, named: '2.1a', needs: role } })
    expect(refusalInWords(no, 'en').says).toContain('p-dl-1, p-sp-1, p-sv-1, p-sv-2')
    expect(refusalInWords(no, 'en').next).toContain('The programme director changes the team')
    expect(refusalInWords(no, 'zh-CN').next).toContain('调查组由项目主任调整')
  }
  expect(decides(base, { key: '2.3a', option: 'A', actor: holderOf('SP') }).ok).toBe(true)
  expect(decides(base, { key: '2.5a', option: 'done', actor: holderOf('SV') }).ok).toBe(true)
})

test('a step of the team waits in nobody’s inbox who was not named', () => {
  const base = looking()
  const waits = (actor: Actor) =>
    waitsFor(base.state(), { id: stepOf(base, '2.5a').id, actor, procedure: full, now: base.now() })
  expect([waits(holderOf('SV', 2)), waits(holderOf('SV', 9))]).toEqual([true, false])
})

test('the team that is named anew counts, and the one before no more', () => {
  const base = playTo(aNominatedBase(), { key: '2.1b' })
  act(base, { key: '2.1b', option: 'replace' })
  base.send(
    { type: 'decide', step: '2.1a.2', option: 'appoint', facts: { team: { members: ['p-dl-7'] } } },
    { actor: holderOf('PD') },
  )
  act(base, { key: '2.1b', option: 'confirm' })
  expect(decides(base, { key: '2.2a', option: 'ask', actor: holderOf('DL', 1) }).ok).toBe(false)
  expect(decides(base, { key: '2.2a', option: 'ask', actor: holderOf('DL', 7) }).ok).toBe(true)
})

test('a team without a visitor leaves the mission vacant until the director gives it to one', () => {
  const base = looking()
  act(base, { key: '2.5a', option: 'done', number: 1 })
  const step = stepOf(base, '2.5b').id
  const heard = (...numbers: readonly number[]) => {
    const holders = numbers.map((number) => ({ person: `p-sv-${number}`, seats: [{ role: 'SV' } as const] }))
    const judged = base.send({ type: 'holders', holders: { [step]: holders } })
    return judged.ok ? judged.events.map(({ type }) => type) : []
  }
  // The first visitor has written what is to be confirmed, the ninth was never named.
  expect(heard(1, 9)).toEqual(['vacancy_found'])
  base.send({ type: 'reassign', step, to: holderOf('SV', 9), code: 'LAT' }, { actor: holderOf('PD') })
  expect(heard(1, 9)).toEqual(['vacancy_filled'])
  expect(decides(base, { key: '2.5b', option: 'agree', actor: holderOf('SV', 9) }).ok).toBe(true)
})

test('the director whom a late step waits for acts on it without having named himself (E1)', () => {
  const base = withTeam()
  expect(decides(base, { key: '2.2a', option: 'ask', actor: holderOf('PD') }).ok).toBe(false)
  while (base.open('2.2a')?.standIn === undefined) {
    base.turnTo(base.nextDueAt() ?? '')
    base.send({ type: 'tick' })
  }
  expect(decides(base, { key: '2.2a', option: 'ask', actor: holderOf('PD') }).ok).toBe(true)
})

test('under rules that know of no team whoever holds the role acts, as before', () => {
  const { team: _, ...separation } = full.separation
  const base = withTeam({ ...full, separation })
  expect(decides(base, { key: '2.2a', option: 'ask', actor: holderOf('DL', 9) }).ok).toBe(true)
})

test('naming a team asks the database for somebody from outside, by the seats of the work and the directors’ own', () => {
  const before = playTo(aNominatedBase(), { key: '2.1a' })
  const judged = act(before, { key: '2.1a', option: 'appoint' })
  const claims = judged.ok ? judged.claims.filter(({ claim }) => claim === 'outsider') : []
  expect(claims).toMatchObject([{ of: 'gasme', inside: 'PD', roles: ['DL', 'SP', 'SV'] }])
})
