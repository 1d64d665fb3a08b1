import { isChaired } from '../body.js'
import type { BaseNews } from '../command.js'
import type { StepDefinition } from '../procedure.js'
import type { Holder } from '../values/holders.js'
import type { Role } from '../role.js'
import { isBy, openSteps, type BaseState, type StepState } from '../state.js'
import { accept, add, draftOf, type Draft, type Judgement, type JudgementMoment, type Rules } from './draft.js'
import { againstPerson } from './may-act.js'
import { notInTeam } from './team.js'

/**
 * Whether a rule resolves to nobody: fewer people may act on an open step than it needs, whether for want of mandates or
 * because the rules of separation leave too few. Told once when it is found, and once when it is filled (4).
 */
export const judgeHolders = (
  state: BaseState,
  {
    command,
    rules,
    moment,
  }: { command: Extract<BaseNews, { type: 'holders' }>; rules: Rules; moment: JudgementMoment },
): Judgement => {
  const draft = draftOf(state, { rules, moment })
  if (state.closed) return accept(draft)
  return accept(
    openSteps(state).reduce((before, step) => {
      const holders = command.holders[step.id]
      const definition = rules.procedure.steps[step.key]
      return holders === undefined || definition === undefined ? before : told(before, { step, definition, holders })
    }, draft),
  )
}

/**
 * Somebody left for good: on open steps of that person's roles, or given to that person, nobody waits for him or her any
 * more. What the person did already stands, since it was an act of the seat. Whether others are left is looked at next.
 */
export const judgeLeft = (
  state: BaseState,
  {
    command,
    rules,
    moment,
  }: { command: Extract<BaseNews, { type: 'person_left' }>; rules: Rules; moment: JudgementMoment },
): Judgement => {
  const { person, roles } = command
  const draft = draftOf(state, { rules, moment })
  if (state.closed) return accept(draft)
  return accept(
    openSteps(state)
      .filter(
        ({ role, holder, acts }) =>
          (roles.includes(role) || holder === person) && !acts.some((act) => isBy(act, person)),
      )
      .filter(({ recused }) => recused?.includes(person) !== true)
      .reduce(
        (before, { id, key }) => add(before, { type: 'step_recused', step: id, key, person, acted: false }),
        draft,
      ),
  )
}

const told = (
  draft: Draft,
  { step, definition, holders }: { step: StepState; definition: StepDefinition; holders: readonly Holder[] },
): Draft => {
  const { separation } = draft.rules.procedure
  const free = holders.filter(
    ({ person, seats }) =>
      (step.holder === undefined || step.holder === person) &&
      againstPerson(draft.state, { step, definition, person, seats, separation }) === undefined &&
      notInTeam(draft.state, { step, separation, person, roles: seats.map(({ role }) => role) }) === undefined,
  )
  const short = tooFew(step, { definition, free }) ?? noChair(step, { definition, free })
  const { id, key } = step
  if (short === undefined) return step.vacant === true ? add(draft, { type: 'vacancy_filled', step: id, key }) : draft
  return step.vacant === true ? draft : add(draft, { type: 'vacancy_found', step: id, key, ...short })
}

/** The role in which people are missing: how many are needed, how many there are. */
interface Short {
  readonly role: Role
  readonly needs: number
  readonly have: number
}

interface Free {
  readonly definition: StepDefinition
  /** Holders against whom nothing stands. */
  readonly free: readonly Holder[]
}

const tooFew = (step: StepState, { definition, free }: Free): Short | undefined => {
  const needs = neededOn(step, definition)
  return free.length < needs ? { role: step.role, needs, have: free.length } : undefined
}

/** A body that meets decides nothing without its chair or deputy, however many members it has (8.4). */
const noChair = (step: StepState, { definition: { decides }, free }: Free): Short | undefined => {
  if (decides.by !== 'votes' || decides.chair === undefined || step.form === 'written') return undefined
  const { chair } = decides
  const isThere = isChaired(step, decides) || free.some(({ seats }) => seats.some(({ role }) => role === chair))
  return isThere ? undefined : { role: chair, needs: 1, have: 0 }
}

/** How many people must still act before the step can be decided. */
const neededOn = ({ acts }: StepState, { decides }: StepDefinition): number => {
  switch (decides.by) {
    case 'one':
      return 1
    case 'votes':
      return Math.max(0, decides.quorum - acts.length)
    case 'sheets':
      return Math.max(0, decides.count - acts.filter(({ option }) => option !== decides.recuses).length)
    case 'clock':
      return 0
  }
}
