import type { Refusal } from '../../domain/refusal.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { roles, type Side } from '../../domain/role.js'
import { openSteps, type StepState } from '../../domain/state.js'
import type { ABase } from './a-base.js'
import { act, makePapers, type Brings } from './acting.js'
import { defined } from '../../domain/values/defined.js'

/** What is answered on a step, every time it comes up; a step not named takes its first option, the one that goes on. */
export type Answers = Readonly<Record<StepKey, string>>

export interface Play {
  readonly until: (base: ABase) => boolean
  readonly answers?: Answers
  readonly brings?: Brings
  /** A step nobody touches: play ends when it alone is open. */
  readonly leaves?: StepKey
  /** The side of which nobody acts: the clock says what becomes of its steps. */
  readonly silent?: Side
}

/**
 * Plays a base on until something is so: papers are made, sessions convened, people answer, and where only time can
 * pass the clock is turned. False when nothing more can happen before.
 */
export const play = (base: ABase, playing: Play): boolean => {
  for (let turn = 0; turn < 6000; turn += 1) {
    arrive(base)
    if (playing.until(base)) return true
    if (base.state().closed) return false
    const step = openSteps(base.state()).find(
      (one) => one.key !== playing.leaves && roles[one.role].side !== playing.silent && canAct(base, one),
    )
    if (step !== undefined) answer(base, { step, playing })
    else if (
      base.open('2.10w') !== undefined &&
      playing.leaves !== '2.10w' &&
      playing.answers?.['2.10w'] !== 'window_closed'
    )
      offerSlot(base)
    else if (!timePasses(base, playing.leaves)) return false
  }
  throw new Error(`${base.state().id} does not get there; open: ${base.openKeys().join(', ')}`)
}

/** What machines bring without anybody asking: papers, and a place in a session when the base awaits one. */
export const arrive = (base: ABase): void => {
  makePapers(base)
  if (openSteps(base.state()).length === 0 && base.awaitsSession()) {
    base.send({ type: 'rank', session: `session-${base.state().ranks.length + 1}`, place: 1, of: 1 })
    makePapers(base)
  }
}

/** The programme offers a freed slot to a base that waits for one (8.3). */
export const offerSlot = (base: ABase) => base.send({ type: 'offer', offer: `offer-${base.state().seq}` })

/** Keys of the open steps that move: in an integrity stop those of the stop alone. */
export const movable = (base: ABase): readonly StepKey[] => {
  const { frozen } = base.state()
  return base.openKeys().filter((key) => frozen === undefined || base.procedure.steps[key]?.matter === frozen.matter)
}

/** Whether a person could act on a step now: it offers something, no hold and no stop is on, and no notice runs. */
export const canAct = (base: ABase, step: StepState): boolean => {
  const definition = base.procedure.steps[step.key]
  if (base.state().heldAt !== undefined || !movable(base).includes(step.key)) return false
  const offers = Object.values(definition?.options ?? {}).some(({ byClock }) => byClock !== true)
  return offers && definition?.decides.by !== 'clock' && !(definition?.runsFull === true && base.now() < step.dueAt)
}

/** The planned answer, or, where it is used up or has no ground, the first one that is still open. */
const answer = (base: ABase, { step, playing }: { step: StepState; playing: Play }): void => {
  const first = base.procedure.steps[step.key]?.order[0] ?? ''
  const planned = playing.answers?.[step.key] ?? first
  const brings = { ...lackingFor(playing.answers ?? {}), ...playing.brings }
  const judgement = act(base, { key: step.key, option: planned, brings })
  if (judgement.ok) return
  const instead = openInstead(judgement.refusal)
  const second = instead === undefined ? judgement : act(base, { key: step.key, option: instead, brings })
  if (!second.ok) throw new Error(`${step.id} ${instead ?? planned}: ${JSON.stringify(second.refusal)}`)
}

/** What must be missing for the answers to have ground: a part of the dossier, an indicator of the report (1.4a, 5.3a). */
export const lackingFor = (answers: Answers): Brings => ({
  ...defined({
    lacks: ['return', 'refuse'].includes(answers['1.4a'] ?? '') ? ([13] as const) : undefined,
    report: ['return', 'incomplete'].includes(answers['5.3a'] ?? '') ? { leavesOut: 1 } : undefined,
  }),
})

const openInstead = (refusal: Refusal): string | undefined => {
  if (
    refusal.code === 'option_used_up' ||
    refusal.code === 'finding_stands_against' ||
    refusal.code === 'nothing_missing'
  )
    return refusal.detail.allowed[0]
  return undefined
}

/** Turns the clock to what comes next. False when nothing does. */
export const timePasses = (base: ABase, leaves: StepKey | undefined): boolean => {
  const waits = openSteps(base.state()).filter(({ key }) => key !== leaves)
  if (waits.length === 0) return false
  // A notice that has run holds the clock no longer.
  const notices = waits
    .filter(({ key, dueAt }) => base.procedure.steps[key]?.runsFull === true && dueAt > base.now())
    .map(({ dueAt }) => dueAt)
  const next = [...notices, base.nextDueAt()].filter((at) => at !== null).sort()[0]
  if (next === undefined) return false
  base.turnTo(next > base.now() ? next : base.now())
  base.send({ type: 'tick' })
  return true
}

/** Turns the clock from one due instant to the next until a step is closed. False when the clock never closes it. */
export const waitOut = (base: ABase, key: StepKey): boolean => {
  const id = base.open(key)?.id ?? ''
  for (let turn = 0; turn < 60; turn += 1) {
    const next = base.nextDueAt()
    if (next === null || base.state().closed) return base.open(key)?.id !== id
    base.turnTo(next > base.now() ? next : base.now())
    base.send({ type: 'tick' })
    if (base.open(key)?.id !== id) return true
  }
  return false
}

/** Plays on until a step is open. */
export const playTo = (base: ABase, { key, ...playing }: Omit<Play, 'until'> & { readonly key: StepKey }): ABase => {
  if (!play(base, { ...playing, until: () => base.open(key) !== undefined }))
    throw new Error(`${key} was never opened; open: ${base.openKeys().join(', ')}`)
  return base
}
