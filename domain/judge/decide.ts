import type { Actor, Decide } from '../command.js'
import type { OnPaper } from '../events/paper.js'
import type { StepDefinition, Option } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { actedBy, conflictOf } from '../separation.js'
import { actedInStage, byOf, lastDecided, openSteps, type BaseState, type StepState } from '../state.js'
import { malformedFacts } from './brought.js'
import { closeWhenDecided } from './close.js'
import {
  actingUnder,
  add,
  claim,
  draftOf,
  refuse,
  type Draft,
  type Judgement,
  type Moment,
  type Rules,
} from './draft.js'
import { frozenOut } from './matter.js'
import { interestOf, mayNotAct } from './may-act.js'
import { isUsedUp, offeredOptions, ruleOf } from './offers.js'
import { notYourRole, saidOf, unknownStep } from './refused.js'
import { noSeatLeft, seatOn } from './seat.js'
import { unsupported } from './supports.js'
import { whenUpheld } from './void.js'

interface Asked {
  readonly command: Decide
  readonly actor: Actor
  readonly rules: Rules
  readonly moment: Moment
}

/** A person's act on a step: who first, then what, then whether the facts support it. */
export const judgeDecide = (state: BaseState, asked: Asked): Judgement => decideIn(draftOf(state, asked), asked)

/** The same behind what the command has done already; `paper` where the act came on paper (R16). */
export const decideIn = (before: Draft, { paper, ...asked }: Asked & { readonly paper?: OnPaper }): Judgement => {
  const { state } = before
  const { command, actor, rules, moment } = asked
  const step = state.stage?.steps[command.step]
  const definition = step === undefined ? undefined : rules.procedure.steps[step.key]
  if (step === undefined || definition === undefined) return refuse(unknownStep(state, command.step))
  const mandate = seatOn(state, { step, definition, actor, now: moment.now })
  const no =
    closedAlready(state, step) ??
    frozenOut(state, { step, definition, rules }) ??
    saidOf(actor, mayNotAct(state, { step, definition, actor, mandate, now: moment.now })) ??
    noSeatLeft(step, definition) ??
    interestUnsaid(step, { command, rules }) ??
    wrongOption(state, { ...asked, step, definition }) ??
    malformedFacts(definition, { command, reviewYear: state.stage?.year }) ??
    wrongTeam(state, { command, step }) ??
    saidOf(actor, wrongText(state, { command, definition })) ??
    tooEarly({ step, definition, moment }) ??
    unsupported(state, { step, option: command.option, code: command.code, procedure: rules.procedure })
  if (no !== undefined || mandate === undefined)
    return refuse(no ?? notYourRole(actor, { step: step.id, needs: step.role }))
  const claimed = actingUnder(mandate, before)
  const acted = add(confirmsEligibility(state, { step, option: command.option }) ? claimTerritory(claimed) : claimed, {
    type: 'step_acted',
    step: step.id,
    key: step.key,
    option: command.option,
    ...(command.code === undefined ? {} : { code: command.code }),
    ...(command.reason === undefined ? {} : { reason: command.reason }),
    ...(command.seen === undefined ? {} : { seen: command.seen }),
    ...(command.facts === undefined ? {} : { facts: command.facts }),
    ...(command.noInterest === undefined ? {} : { noInterest: command.noInterest }),
    ...(paper === undefined ? {} : { paper }),
    by: byOf(actor.person, mandate),
  })
  return whenUpheld(closeWhenDecided(acted, { step: step.id, definition }), step.id)
}

/** G9 is read when eligibility is confirmed: no standing base on the same territory (6.1, 8.2, R9). */
const confirmsEligibility = (state: BaseState, { step, option }: { step: StepState; option: Option }): boolean =>
  (step.key === '1.5b' && option === 'confirm' && foundEligible(state)) || (step.key === '1.5d' && option === 'grant')

/** Confirming that a nominee is not eligible claims nothing, least of all the ground that is taken. */
const foundEligible = (state: BaseState): boolean => lastDecided(state, '1.5a')?.outcome?.option === 'eligible'

const claimTerritory = (draft: Draft): Draft => claim(draft, { claim: 'territory', programme: draft.state.programme })

const closedAlready = (state: BaseState, step: StepState): Refusal | undefined =>
  step.outcome === undefined
    ? undefined
    : {
        code: 'step_already_decided',
        detail: {
          step: step.id,
          outcome: step.outcome.option,
          closedAt: step.closedAt ?? '',
          open: openSteps(state).map(({ id }) => id),
        },
      }

/** SD5: where the procedure asks, each person says with the act that he or she has no interest in this base. */
const interestUnsaid = (step: StepState, { command, rules }: Pick<Asked, 'command' | 'rules'>): Refusal | undefined =>
  rules.procedure.settings.asksInterest?.includes(step.key) === true && command.noInterest !== true
    ? { code: 'interest_statement_missing', detail: { rule: 'SD5', step: step.id } }
    : undefined

/** SD3, SD5: nobody is named for the due-diligence team who scored the nomination or has an interest in the base. */
const wrongTeam = (state: BaseState, { command, step }: { command: Decide; step: StepState }): Refusal | undefined => {
  for (const person of command.facts?.team?.members ?? []) {
    const conflict = conflictOf('2.7', actedBy(person, { life: state.acted, stage: actedInStage(state) }))
    const no = interestOf(state, { person })
    if (no !== undefined) return no
    if (conflict?.rule === 'SD3') return { code: 'separation_of_duties', detail: { ...conflict, step: step.key } }
  }
  return undefined
}

const wrongOption = (
  state: BaseState,
  { command, rules, step, definition }: Asked & { step: StepState; definition: StepDefinition },
): Refusal | undefined => {
  const allowed = offeredOptions(state, { step, procedure: rules.procedure })
  const rule = ruleOf(definition, command.option)
  if (rule === undefined || rule.byClock === true)
    return { code: 'unknown_option', detail: { step: step.id, got: command.option, allowed } }
  const { leads, codes } = rule
  if (isUsedUp(state, { step, option: command.option, rule }))
    return {
      code: 'option_used_up',
      detail: { step: step.id, option: command.option, limit: 'limit' in leads ? leads.limit : 0, allowed },
    }
  if (codes !== undefined && (command.code === undefined || !codes.includes(command.code)))
    return { code: 'code_required', detail: { step: step.id, option: command.option, allowed: codes } }
  return undefined
}

/** An approval names the hashes it saw; another text than the current one is not what the person approves (design 2). */
const wrongText = (
  state: BaseState,
  { command, definition }: { command: Decide; definition: StepDefinition },
): Refusal | undefined => {
  if (definition.sees === undefined) return undefined
  const current = [...(state.texts[definition.sees] ?? [])].sort()
  const seen = [...(command.seen ?? [])].sort()
  return current.length === seen.length && current.every((hash, index) => hash === seen[index])
    ? undefined
    : { code: 'text_changed', detail: { step: command.step, seen, current } }
}

const tooEarly = ({
  step,
  definition,
  moment,
}: {
  step: StepState
  definition: StepDefinition
  moment: Moment
}): Refusal | undefined =>
  definition.runsFull === true && moment.now < step.dueAt
    ? { code: 'notice_running', detail: { step: step.id, until: step.dueAt } }
    : undefined
