import { expect, test } from '@jest/globals'
import { partnerCalendarId } from '../../domain/judge/draft.js'
import { optionsTold, type OptionTold } from '../../domain/judge/options-told.js'
import type { RefusalCode } from '../../domain/refusal.js'
import { openSteps, type StepState } from '../../domain/state.js'
import { refusalInWords } from '../../domain/words/refusals.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { act, decisionOn, heldFor, memberOf, stepOf } from '../support/acting.js'
import { aDossier, calendars, holderOf } from '../support/an-example.js'
import { play, playTo, type Play } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'

type Says = typeof optionsTold

const askedOf = (base: ABase, step: StepState) => ({
  step,
  procedure: base.procedure,
  now: base.now(),
  calendar: calendars[partnerCalendarId(base.state())],
})

/** What is said to an option for what it is, whoever chooses it and whatever is brought. */
const forItself: readonly RefusalCode[] = [
  'option_used_up',
  'dossier_incomplete',
  'nothing_missing',
  'spread_too_wide',
  'below_pass_mark',
  'finding_stands_against',
  'base_on_hold',
  'base_frozen',
  'notice_running',
  'hold_day_over',
]

/** Whether the judge takes an option under one of its codes at least, of anybody who may act. */
const judged = (base: ABase, { step, option }: { step: StepState; option: string }): RefusalCode | undefined => {
  const codes = base.procedure.steps[step.key]?.options[option]?.codes ?? [undefined]
  const said = codes.map((code) => {
    const no: RefusalCode[] = []
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const answer = aBase({ from: base.saved(), procedure: base.procedure }).send(
        decisionOn(base, { step, option, code }),
        { actor: memberOf(base, { step, number }) },
      )
      if (answer.ok) return undefined
      no.push(answer.refusal.code)
      if (forItself.includes(answer.refusal.code)) break
    }
    return no.find((one) => forItself.includes(one))
  })
  return said.every((one) => one !== undefined) ? said[0] : undefined
}

const compare = (base: ABase, says: Says) =>
  openSteps(base.state()).flatMap((step) =>
    says(base.state(), askedOf(base, step)).map(({ option, no }) => {
      const code = judged(base, { step, option })
      return { what: `${step.key} ${option}`, isOffered: no === undefined, isSame: no?.code === code }
    }),
  )

const lives: readonly Omit<Play, 'until'>[] = [
  {},
  { answers: { '5.8': 'yellow' }, brings: bringsFor({ '5.8': 'yellow' }) },
  { answers: { '1.10': 'decline' }, brings: bringsFor({ '1.10': 'decline' }) },
  { answers: { '2.8': 'recommend_with_conditions' }, brings: bringsFor({ '2.8': 'recommend_with_conditions' }) },
]

const comparedOver = (says: Says) =>
  lives.flatMap((life) => {
    const base = aNominatedBase()
    const seen = new Set<string>()
    const all: ReturnType<typeof compare>[] = []
    play(base, {
      ...life,
      until: (played) => {
        // One look at each open step, before anybody has acted on it.
        const fresh = openSteps(played.state()).filter(({ id, acts }) => acts.length === 0 && !seen.has(id))
        if (fresh.length > 0) all.push(compare(played, says))
        for (const { id } of fresh) seen.add(id)
        return played.state().facts.reviews.length >= (life.answers?.['5.8'] === undefined ? 1 : 2)
      },
    })
    return all.flat()
  })

test('over played lives, an offered option is one that the judge takes, and one that is not offered bears his "no"', () => {
  const found = comparedOver(optionsTold)
  expect(found.filter(({ isSame }) => !isSame).map(({ what }) => what)).toEqual([])
  expect(found.filter(({ isOffered }) => isOffered).length).toBeGreaterThan(200)
  expect(new Set(found.filter(({ isOffered }) => !isOffered).map(({ what }) => what)).size).toBeGreaterThan(7)
})

test('a list that offers whatever the procedure names differs from the judge: the twin', () => {
  const whatever: Says = (state, asked) => optionsTold(state, asked).map(({ option }) => ({ option, no: undefined }))
  expect(comparedOver(whatever).filter(({ isSame }) => !isSame).length).toBeGreaterThan(8)
})

/** The same base once on hold and once stopped, where each can be. */
const standingStill = (base: ABase): readonly ABase[] => {
  const held = aBase({ from: base.saved(), procedure: base.procedure })
  const stopped = aBase({ from: base.saved(), procedure: base.procedure })
  return [
    ...(held.send({ type: 'hold', code: 'FMJ' }, { actor: holderOf('PM') }).ok ? [held] : []),
    ...(stopped.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO') }).ok
      ? [stopped]
      : []),
  ]
}

test('on hold and under an integrity stop, no step offers what the judge would refuse, and each says what it waits for (8.5, E6)', () => {
  const found: ReturnType<typeof compare>[] = []
  const stages = new Set<string>()
  play(aNominatedBase(), {
    until: (played) => {
      const { stage } = played.state()
      if (stage === undefined || stages.has(stage.stage) || openSteps(played.state()).length === 0) return false
      stages.add(stage.stage)
      found.push(...standingStill(played).map((base) => compare(base, optionsTold)))
      return stage.stage === 'yearly_review'
    },
  })
  const all = found.flat()
  expect(stages.size).toBe(5)
  expect(all.filter(({ isSame }) => !isSame)).toEqual([])
  // What settles the stop is offered, nothing else.
  expect([...new Set(all.flatMap(({ what, isOffered }) => (isOffered ? [what] : [])))]).toEqual([
    'E6a lift',
    'E6a to_board',
  ])
})

test('a hold that was asked until a day gone by is offered no more: it can only be refused (8.5)', () => {
  const base = playTo(aNominatedBase(), { key: '5.2a' })
  base.send(heldFor(base, 1), { actor: holderOf('PM') })
  base.turnTo(new Date(Date.parse(base.now()) + 3 * 86_400_000).toISOString())
  expect(toldOn(base, '8.5a').map(({ option, no }) => [option, no?.code])).toEqual([
    ['hold', 'hold_day_over'],
    ['refuse', undefined],
  ])
})

const toldOn = (base: ABase, key: string) => {
  const step = base.open(key)
  if (step === undefined) throw new Error(`${key} is not open`)
  return optionsTold(base.state(), askedOf(base, step))
}

/** What a "no" names as allowed, and would itself be refused for want of ground. */
const circlesIn = (base: ABase, key: string): readonly string[] => {
  const told = toldOn(base, key)
  const taken = told.flatMap(({ option, no }) => (no === undefined ? [option] : []))
  return told.flatMap(({ option, no }) =>
    allowedBy(no).flatMap((one) => (taken.includes(one) ? [] : [`${key} ${option} says ${one}`])),
  )
}

const allowedBy = (no: OptionTold['no']): readonly string[] => {
  const detail: object = no?.detail ?? {}
  return 'allowed' in detail && Array.isArray(detail.allowed) ? detail.allowed.map(String) : []
}

test('over played lives no "no" sends a person to an option that is refused in its turn', () => {
  const found: string[] = []
  for (const life of lives)
    play(aNominatedBase(), {
      ...life,
      until: (played) => {
        for (const { key, acts } of openSteps(played.state()))
          if (acts.length === 0) found.push(...circlesIn(played, key))
        return played.state().facts.reviews.length >= 1
      },
    })
  expect([...new Set(found)]).toEqual([])
})

/** Checked once more after its one return, with part 13 missing still. */
const lackingAgain = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '1.4a', brings: { lacks: [13] } })
  act(base, { key: '1.4a', option: 'return' })
  const dossier = { ...aDossier, parts: aDossier.parts.filter((part) => part !== 13) }
  const completed = decisionOn(base, { step: stepOf(base, '1.4b'), option: 'completed' })
  base.send({ ...completed, facts: { dossier } }, { actor: holderOf('LG') })
  return base
}

test('a dossier that lacks a part after its one return is refused, or not at all: both "no" say so', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a', brings: { lacks: [13] } })
  expect(toldOn(base, '1.4a').find(({ option }) => option === 'complete')?.no).toMatchObject({
    detail: { missing: [13], allowed: ['return', 'refuse'] },
  })
  const told = toldOn(lackingAgain(), '1.4a')
  expect(told.map(({ option, no }) => [option, no?.code, allowedBy(no)])).toEqual([
    ['complete', 'dossier_incomplete', ['refuse']],
    ['return', 'option_used_up', ['refuse']],
    ['refuse', undefined, []],
  ])
})

test('after upheld redress the dossier may be returned once more: else only the old "no" were left (8.9)', () => {
  const base = lackingAgain()
  expect(act(base, { key: '1.4a', option: 'refuse' }).ok).toBe(true)
  playTo(base, { key: '1.4a', answers: { R0: 'request', R1: 'admit', R2: 'uphold' } })
  expect(base.open('1.4a')?.id).toBe('1.4a.3')
  expect(toldOn(base, '1.4a').find(({ option }) => option === 'return')?.no).toBeUndefined()
})

test('a return that was used is shown with how often it may be chosen', () => {
  const base = playTo(aNominatedBase(), { key: '1.4a', brings: { lacks: [13] } })
  expect(toldOn(base, '1.4a').find(({ option }) => option === 'return')?.no).toBeUndefined()
  act(base, { key: '1.4a', option: 'return' })
  const again = toldOn(playTo(base, { key: '1.4a' }), '1.4a').find(({ option }) => option === 'return')
  expect(again?.no).toMatchObject({ code: 'option_used_up', detail: { limit: 1 } })
})

test('every option of the eligibility is offered, since what the officer accepts decides and not what was declared (1.5a)', () => {
  const told = toldOn(playTo(aNominatedBase(), { key: '1.5a' }), '1.5a')
  expect(told).toEqual(['eligible', 'not_eligible', 'waiver'].map((option) => ({ option, no: undefined })))
})

test('the reason is a sentence in both languages', () => {
  const [complete] = toldOn(playTo(aNominatedBase(), { key: '1.4a', brings: { lacks: [13] } }), '1.4a')
  if (complete?.no === undefined) throw new Error('a dossier that lacks a part is offered as complete')
  expect(refusalInWords(complete.no, 'en').says).toContain('complete')
  expect(refusalInWords(complete.no, 'zh-CN').says).toMatch(/\p{Script=Han}/u)
})
