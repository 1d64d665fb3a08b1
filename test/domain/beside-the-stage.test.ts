import { expect, test } from '@jest/globals'
import type { BaseCommand } from '../../domain/command.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act, decisionOn, heldFor, stepOf } from '../support/acting.js'
import { evenReview, holderOf } from '../support/an-example.js'
import { heldOffIn } from '../support/invariants.js'
import { play, playTo } from '../support/playing.js'

const place = holderOf('LG')
/** What a place may raise while it carries the name. */
const ofThePlace = {
  change: { type: 'raise', matter: 'change', code: 'GOV', facts: { change: 'merger' } },
  amendment: { type: 'raise', matter: 'amendment', code: 'TXT' },
  ending: { type: 'raise', matter: 'ending', code: 'WDR' },
  extraordinary_review: { type: 'raise', matter: 'extraordinary_review', code: 'COM' },
} as const satisfies Readonly<Record<string, BaseCommand>>
const first = { change: '8.10a', amendment: '3.13a', ending: '3.13k', extraordinary_review: '5.13a' } as const

/** Before the panel of a year whose points call for red. */
const bad = { brings: { reviewSheet: evenReview(0.3) } }
const atPanel = (): ABase => playTo(aNominatedBase(), { key: '5.8', ...bad })

/** The panel proposes red and the board confirms it. */
const red = (base: ABase): void => {
  for (const number of [1, 2]) act(base, { key: '5.8', option: 'red_proposal', number })
  for (const number of [31, 32]) act(base, { key: '5.9b', option: 'confirm', number })
}

const kinds = ['change', 'amendment', 'ending', 'extraordinary_review'] as const

test.each(kinds)('a %s raised by the place holds off no red, and goes on beside the next year (5.12)', (kind) => {
  const base = atPanel()
  expect(base.send(ofThePlace[kind], { actor: place }).ok).toBe(true)
  red(base)
  const open = base.openKeys()
  expect(open).toEqual(expect.arrayContaining(['R0', first[kind]]))
  expect(base.state().past.at(-1)?.stage).toBe('yearly_review')
  // Beside it the red takes the way it takes without it.
  const alone = atPanel()
  red(alone)
  expect(open.filter((key) => key !== first[kind])).toEqual(alone.openKeys())
})

test('raised in turn, matters of the place do not keep a base from being withdrawn (5.12)', () => {
  const base = atPanel()
  red(base)
  for (let turn = 0; turn < 40 && !base.state().closed; turn += 1) {
    for (const kind of ['change', 'amendment'] as const)
      if (base.open(first[kind]) === undefined) base.send(ofThePlace[kind], { actor: place })
    const open = base.openKeys().find((key) => ['R0', '5.10', '5.12a', '5.12b'].includes(key))
    if (open === undefined) break
    if (open === 'R0') act(base, { key: open, option: 'accept' })
    else if (open === '5.12a') for (const number of [41, 42]) act(base, { key: open, option: 'withdraw', number })
    else act(base, { key: open, option: open === '5.10' ? 'publish' : 'removed' })
  }
  expect(base.state()).toMatchObject({ status: 'red', closed: true })
})

test('what was raised in one year is settled in the next by the same people, under the same number', () => {
  const base = atPanel()
  base.send(ofThePlace.amendment, { actor: holderOf('PM') })
  act(base, { key: '3.13a', option: 'ready', number: 9 })
  const step = base.open('3.13b')
  red(base)
  expect(base.open('3.13b')).toEqual(step)
  expect(act(base, { key: '3.13b', option: 'clear', number: 9 }).ok).toBe(true)
  playTo(base, { key: '3.13c', leaves: 'R0' })
  // Whoever drafted it in the year before does not sign it in this one (SD1).
  const drafter = { ...holderOf('LC', 9), mandates: holderOf('AS', 9).mandates }
  const signs = decisionOn(base, { step: stepOf(base, '3.13c'), option: 'signed' })
  expect(refusalOf(base.send(signs, { actor: drafter }))).toMatchObject({
    code: 'separation_of_duties',
    detail: { rule: 'SD1', other: '3.13a' },
  })
  act(base, { key: '3.13c', option: 'signed', number: 8 })
  act(base, { key: '3.13d', option: 'signed', number: 9 })
  expect(base.events()).toContainEqual(expect.objectContaining({ type: 'memorandum_amended' }))
  // Settled once, it is not asked again, and the next one gets the next number.
  expect(base.openKeys()).not.toContain('3.13a')
  expect(base.send(ofThePlace.amendment, { actor: holderOf('PM') }).ok).toBe(true)
  expect(base.open('3.13a')?.id).toBe('3.13a.2')
})

test('a change that is open at the activation keeps no base in its launch (4.12)', () => {
  const base = playTo(aNominatedBase(), { key: '4.12b' })
  base.send(ofThePlace.change, { actor: place })
  play(base, { until: () => base.state().facts.activatedOn !== undefined, leaves: '8.10a' })
  expect(base.state()).toMatchObject({ status: 'active_green', stage: { stage: 'yearly_review' } })
  expect(base.openKeys()).toEqual(['8.10a', '5.1'])
  expect(act(base, { key: '8.10a', option: 'noted', number: 9 }).ok).toBe(true)
})

test('an active base is not taken back by its nominee, from no hold and from no stop (R2)', () => {
  const stopped = playTo(aNominatedBase(), { key: '5.2a' })
  stopped.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO', 1) })
  const held = playTo(aNominatedBase(), { key: '5.2a' })
  held.send(heldFor(held, 30), { actor: holderOf('PM') })
  act(held, { key: '8.5a', option: 'hold' })
  for (const base of [stopped, held])
    expect(refusalOf(base.send({ type: 'withdraw', code: 'WDR' }, { actor: place })).code).toBe(
      'withdrawal_not_possible',
    )
  const early = playTo(aNominatedBase(), { key: '4.12b' })
  early.send({ type: 'raise', matter: 'integrity_stop', code: 'INT' }, { actor: holderOf('CO', 1) })
  expect(early.send({ type: 'withdraw', code: 'WDR' }, { actor: place }).ok).toBe(true)
})

test('the search for what is held off finds a stage that waits for a matter alone', () => {
  const base = atPanel()
  base.send(ofThePlace.change, { actor: place })
  const state = base.state()
  expect(heldOffIn(state, base)).toEqual([])
  const steps = Object.fromEntries(
    Object.entries(state.stage?.steps ?? {}).filter(([, { matter, outcome }]) => matter !== undefined || outcome),
  )
  const { stage } = state
  if (stage === undefined) throw new Error('no stage runs')
  expect(heldOffIn({ ...state, stage: { ...stage, steps } }, base)).toHaveLength(1)
})
