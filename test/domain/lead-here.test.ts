import { expect, test } from '@jest/globals'
import { leadHere } from '../../domain/lead-here.js'
import type { Lead } from '../../domain/procedure.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { openSteps, type BaseState, type StepState } from '../../domain/state.js'
import { takenOptions } from '../../domain/judge/options-told.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { play, playTo, type Answers, type Play } from '../support/playing.js'
import { bringsFor } from '../support/roads.js'

type Says = (
  state: BaseState,
  asked: { readonly step: StepState; readonly option: string; readonly base: ABase },
) => Lead | undefined
const here: Says = (state, { step, option, base }) =>
  leadHere(state, { step, option, procedure: base.procedure, story: lifeOf })
const ofTheProcedure: Says = (_, { step, option, base }) => base.procedure.steps[step.key]?.options[option]?.leads

/** What is said of an option against what comes by it, where one person's act decides the step. */
const untrue = (
  from: ABase,
  { step, option, says }: { readonly step: StepState; readonly option: string; readonly says: Says },
) => {
  const said = says(from.state(), { step, option, base: from })
  const base = aBase({ from: from.saved(), procedure: from.procedure })
  const before = base.events().length
  if (!act(base, { key: step.key, option }).ok) return []
  // Papers are made in between.
  play(base, { until: () => true })
  const events = base.events().slice(before)
  if (!events.some((event) => event.type === 'step_closed' && event.step === step.id && event.option === option))
    return []
  const opened = events.flatMap((event) => (event.type === 'step_opened' ? [event.key] : []))
  const { status } = base.state()
  const wrong =
    said === undefined
      ? opened
      : 'end' in said
        ? [said.end].filter((end) => end !== status)
        : 'to' in said
          ? said.to.filter((key) => !opened.includes(key))
          : 'back' in said
            ? [said.back].filter((key) => !opened.includes(key))
            : []
  return wrong.map((what) => `${step.id} ${option}: ${what}, but ${status} ${opened.join()}`)
}

/** Plays a life on and asks at each moment, of each open step, where each of its answers leads. */
const untrueIn = (playing: Omit<Play, 'until'>, says: Says) => {
  const asked = new Set<string>()
  const found: string[] = []
  const base = aNominatedBase()
  play(base, {
    ...playing,
    until: () => {
      for (const step of openSteps(base.state())) {
        if (base.procedure.steps[step.key]?.decides.by !== 'one') continue
        const of = { step, procedure: base.procedure, now: base.now(), calendar: undefined }
        for (const option of takenOptions(base.state(), of)) {
          const known = `${step.key} ${option} ${base.state().status} ${base.state().past.length}`
          if (asked.has(known)) continue
          asked.add(known)
          found.push(...untrue(base, { step, option, says }))
        }
      }
      // What comes round once more has been asked.
      return base.state().past.length === 6 || base.open('1.10w')?.id === '1.10w.2'
    },
  })
  return { found, asked: asked.size }
}

const lives: readonly Omit<Play, 'until'>[] = [
  {},
  { '1.5a': 'not_eligible' },
  { '1.6a': 'barred' },
  { '1.10': 'waiting_list' },
  { '2.8': 'defer' },
  { '5.8': 'yellow', R0: 'accept' },
  { '5.8': 'red_proposal', R0: 'accept' },
].map((answers: Answers) => ({ answers, brings: bringsFor(answers) }))

test('where an answer is said to lead, it leads, whatever was answered before', () => {
  const told = lives.map((life) => untrueIn(life, here))
  const size = told.reduce((sum, { asked }) => sum + asked, 0)
  process.stderr.write(`leads: ${size} answers\n`)
  expect(told.flatMap(({ found }) => found)).toEqual([])
  expect(size).toBeGreaterThan(300)
})

test('what the procedure says of an option alone would be found untrue: the twin', () => {
  const found = lives.slice(1, 2).flatMap((life) => untrueIn(life, ofTheProcedure).found)
  expect(found.filter((one) => /^1\.5b\.1 confirm/.test(one))).not.toEqual([])
})

test.each([
  ['1.5b', 'confirm', { '1.5a': 'not_eligible' }, { end: 'declined' }],
  ['1.6b', 'confirm', { '1.6a': 'barred' }, { end: 'declined' }],
  ['1.11', 'notified', { '1.10': 'waiting_list' }, { to: ['1.10w'] }],
  ['1.11', 'notified', {}, { stage: 'due_diligence' }],
  ['1.11', 'notified', { '1.10': 'decline' }, { end: 'declined' }],
])('at %s, %s after %j leads to %j', (key, option, answers, leads) => {
  const base = playTo(aNominatedBase(), { key, answers, brings: bringsFor(answers) })
  expect(here(base.state(), { step: stepOf(base, key), option, base })).toEqual(leads)
})
