import { expect, test } from '@jest/globals'
import { leadHere } from '../../domain/lead-here.js'
import type { BaseEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import { isFinal, type Status } from '../../domain/lifecycle.js'
import type { Lead } from '../../domain/procedure.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { openSteps, type BaseState, type StepState } from '../../domain/state.js'
import { takenOptions } from '../../domain/judge/options-told.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { aBase, aNominatedBase, type ABase } from '../support/a-base.js'
import { act, stepOf } from '../support/acting.js'
import { play, playTo, type Answers, type Play } from '../support/playing.js'
import { drawn, drawnBy } from '../support/how-much.js'
import { bringsFor, broughtTo, type Choice } from '../support/roads.js'
import { choicesOf } from '../support/walk.js'

type Says = (
  state: BaseState,
  asked: { readonly step: StepState; readonly option: string; readonly base: ABase },
) => Lead | undefined
const here: Says = (state, { step, option, base }) =>
  leadHere(state, { step, option, procedure: base.procedure, story: lifeOf })
const ofTheProcedure: Says = (_, { step, option, base }) => base.procedure.steps[step.key]?.options[option]?.leads

/** What is said of an option against what comes by it, where people decide the step so: one of them, or as many as its body needs; undefined where they do not. */
const untrue = (
  from: ABase,
  { step, option, says }: { readonly step: StepState; readonly option: string; readonly says: Says },
) => {
  const said = says(from.state(), { step, option, base: from })
  const base = aBase({ from: from.saved(), procedure: from.procedure })
  if (!isDecidedSo(base, { step, option })) return undefined
  const before = base.events().findIndex((event) => event.type === 'step_closed' && event.step === step.id)
  // Papers are made in between.
  play(base, { until: () => true })
  const came = { step, status: base.state().status, events: base.events().slice(before + 1), base }
  const wrong = wrongOf(said, came)
  return {
    kind: Object.keys(said ?? { nothing: true })[0],
    found: wrong.map((what) => `${step.id} ${option}: ${what}, but ${came.status} ${openedIn(came).join()}`),
  }
}

/** Whether the option decides the step, by everybody it takes; where its act brings a sheet, by as many of them. */
const isDecidedSo = (base: ABase, { step, option }: { readonly step: StepState; readonly option: string }): boolean => {
  const definition = base.procedure.steps[step.key]
  if (definition?.runsFull === true && base.now() < step.dueAt) base.turnTo(step.dueAt)
  for (let seat = 0; seat < mostSeats && base.open(step.key)?.id === step.id; seat += 1)
    if (!act(base, { key: step.key, option }).ok) return false
  return base.events().some((one) => one.type === 'step_closed' && one.step === step.id && one.option === option)
}

/** No body has more. */
const mostSeats = 15

interface Came {
  readonly step: StepState
  readonly status: Status
  readonly events: readonly BaseEvent[]
  readonly base: ABase
}

const openedIn = ({ events }: Pick<Came, 'events'>): readonly StepKey[] =>
  events.flatMap((event) => (event.type === 'step_opened' ? [event.key] : []))

/** What was said and did not come, and what came and was not said. */
const wrongOf = (said: Lead | undefined, came: Came): readonly string[] => {
  const opened = openedIn(came)
  if (said === undefined) return [...opened, ...(isFinal(came.status) ? [came.status] : [])]
  if ('end' in said) return [said.end].filter((end) => end !== came.status)
  if ('to' in said)
    return [...said.to.filter((key) => !opened.includes(key)), ...opened.filter((key) => !said.to.includes(key))]
  if ('back' in said) return [said.back].filter((key) => !opened.includes(key))
  if ('stage' in said)
    return came.events.some((event) => event.type === 'stage_entered' && event.stage === said.stage) ? [] : [said.stage]
  return staysOpen(said.settles, came)
}

/** What is settled leaves nothing of its own behind (R1, E6). */
const staysOpen = (settles: 'redress' | 'matter', { step, base }: Came): readonly string[] =>
  openSteps(base.state())
    .filter(({ key, matter }) => (settles === 'redress' ? /^R\d$/.test(key) : matter === step.matter))
    .map(({ id }) => id)

/** Plays a life on and asks at each moment, of each open step, where each of its answers leads. */
const untrueIn = (playing: Omit<Play, 'until'>, says: Says) => {
  const asked = new Set<string>()
  const told: Told[] = []
  const base = aNominatedBase()
  play(base, {
    ...playing,
    until: () => {
      for (const step of openSteps(base.state())) {
        const of = { step, procedure: base.procedure, now: base.now(), calendar: undefined }
        for (const option of takenOptions(base.state(), of)) {
          const known = `${step.key} ${option} ${base.state().status} ${base.state().past.length}`
          if (asked.has(known)) continue
          asked.add(known)
          told.push(untrue(base, { step, option, says }))
        }
      }
      // What comes round once more has been asked.
      return base.state().past.length === 6 || base.open('1.10w')?.id === '1.10w.2'
    },
  })
  return told
}

type Told = ReturnType<typeof untrue>
const foundIn = (told: readonly Told[]): readonly string[] => told.flatMap((one) => one?.found ?? [])
const countIn = (told: readonly Told[], kind?: string): number =>
  told.filter((one) => one !== undefined && (kind === undefined || one.kind === kind)).length

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
  const told = lives.flatMap((life) => untrueIn(life, here))
  process.stderr.write(`leads: ${countIn(told)} answers\n`)
  expect(foundIn(told)).toEqual([])
  expect(countIn(told)).toBeGreaterThan(500)
})

const choices = drawn(choicesOf(full), { short: 30, of: 'answers whose leads are held against what comes' })
const ofMatters = choicesOf(full).filter(({ key, option }) => {
  const leads = full.steps[key]?.options[option]?.leads
  return leads !== undefined && ('settles' in leads || 'stage' in leads)
})
const toldOf = (some: readonly Choice[], says: Says): readonly Told[] =>
  some.flatMap(({ key, option }) => {
    const base = broughtTo({ key, option })
    const step = base?.open(key)
    return base === undefined || step === undefined ? [] : [untrue(base, { step, option, says })]
  })

test(`so it is with ${choices.length} options of the procedure (drawn by ${drawnBy}), and with each that settles a matter or redress or leads to another stage`, () => {
  const told = toldOf([...new Set([...choices, ...ofMatters])], here)
  const kinds = ['to', 'end', 'back', 'stage', 'settles'].map((kind) => `${countIn(told, kind)} ${kind}`)
  process.stderr.write(`leads of options: ${kinds.join(', ')}\n`)
  expect(foundIn(told)).toEqual([])
  for (const kind of ['stage', 'settles']) expect([kind, countIn(told, kind) > 2]).toEqual([kind, true])
}, 120_000)

test('what the procedure says of an option alone would be found untrue: the twin', () => {
  const found = lives.slice(1, 2).flatMap((life) => foundIn(untrueIn(life, ofTheProcedure)))
  expect(found.filter((one) => /^1\.5b\.1 confirm/.test(one))).not.toEqual([])
})

test.each<[string, Lead | undefined, string, string]>([
  ['nowhere, where it opens a step', undefined, '1.4a', 'complete'],
  ['nowhere, where it ends the base', undefined, '1.2b', 'decline'],
  ['to one of two steps it opens', { to: ['1.7'] }, '1.5b', 'confirm'],
  ['to more than it opens', { to: ['1.5a', '1.7'] }, '1.4a', 'complete'],
  ['to another stage', { stage: 'launch' }, '2.8', 'recommend'],
  ['to the end of a matter that goes on', { settles: 'matter' }, 'E6a', 'to_board'],
])('an answer said to lead %s is found: the twin', (_, said, key, option) => {
  const told = toldOf([{ key, option }], () => said)
  expect([countIn(told), foundIn(told).length > 0]).toEqual([1, true])
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
