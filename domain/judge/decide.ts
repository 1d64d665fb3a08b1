import { dueDay, localDate } from '../calendar-zone.js'
import type { Decide } from '../command.js'
import type { Instant } from '../ids.js'
import type { Actor } from '../values/actor.js'
import type { By } from '../values/by.js'
import type { OnPaper } from '../events/paper.js'
import type { StepDefinition } from '../procedure.js'
import type { Option } from '../values/step-key.js'
import type { Refusal } from '../refusal.js'
import { byOf, lastDecided, openSteps, type BaseState, type StepState } from '../state.js'
import { textsSeen } from '../seen-texts.js'
import { malformedFacts } from './brought.js'
import { closeWhenDecided } from './close.js'
import {
  actingUnder,
  add,
  calendarOf,
  claim,
  draftOf,
  partnerCalendarId,
  partnerCalendarIn,
  programmeCalendarIn,
  refuse,
  type Draft,
  type Judgement,
  type JudgementMoment,
  type Rules,
} from './draft.js'
import { claimOutsider, wrongTeam } from './name-team.js'
import { asksWords, offeredOptions, ruleOf } from './offers.js'
import { usedUp } from './options-told.js'
import { codeAmiss, notYourRole, saidOf, unknownStep } from './refused.js'
import { seatOn } from './seat.js'
import { claimTurn } from './turn.js'
import { actedText, handOver, wronglyHanded } from './hand-over.js'
import { wronglyFilled } from './filled.js'
import { beyondProof, withDays } from './days-named.js'
import { reviewOpen } from './review-open.js'
import { dayOver, standsStill } from './stands-still.js'
import { restsOnTakenGround } from './support-gates.js'
import { unsupported } from './supports.js'
import { whenFelled } from './void.js'
import { notFrom } from './waits-for.js'
import { defined } from '../values/defined.js'

interface Asked {
  readonly command: Decide
  readonly actor: Actor
  readonly rules: Rules
  readonly moment: JudgementMoment
}

/** A person's act on a step: who first, then what, then whether the facts support it. */
export const judgeDecide = (state: BaseState, asked: Asked): Judgement => decideIn(draftOf(state, asked), asked)

/** The same behind what the command has done already; `paper` where the act came on paper (R16). */
export const decideIn = (before: Draft, { paper, ...asked }: Asked & { readonly paper?: OnPaper }): Judgement => {
  const { state } = before
  const { actor, rules, moment } = asked
  const step = state.stage?.steps[asked.command.step]
  const definition = step === undefined ? undefined : rules.procedure.steps[step.key]
  if (step === undefined || definition === undefined) return refuse(unknownStep(state, asked.command.step))
  const command = bringingFacts(asked.command, { definition, state, rules })
  const mandate = seatOn(state, { step, definition, actor, now: moment.now })
  const no =
    closedAlready(state, step) ??
    standsStill(state, { step, definition, now: moment.now }) ??
    notFrom(state, { step, definition, actor, mandate, procedure: rules.procedure, now: moment.now }) ??
    interestUnsaid(step, { command, rules }) ??
    wrongOption(state, { ...asked, step, definition }) ??
    saidOf(actor, unsaid(command, { step, definition })) ??
    wrongForm(state, { command, step, definition, rules, now: moment.now }) ??
    (command.form && rules.unfit?.(command.form, { ...command, definition, state, procedure: rules.procedure })) ??
    beyondProof(state, { command, definition }) ??
    malformedFacts(definition, { command, reviewYear: state.stage?.year, procedure: rules.procedure }) ??
    wrongTeam(state, { command, step, procedure: rules.procedure }) ??
    saidOf(actor, wrongText(state, { command, step, definition })) ??
    wronglyHanded(state, { command, step, definition, procedure: rules.procedure }) ??
    againstDay(before, { step, definition, option: command.option, now: moment.now }) ??
    unborne(state, { command, step, rules })
  if (no !== undefined || mandate === undefined)
    return refuse(no ?? notYourRole(actor, { step: step.id, needs: step.role }))
  const acting = claimLink(actingUnder(mandate, before), { command, actor, seat: mandate.id })
  const claimed = claimTurn(claimOutsider(acting, { command, step }), definition)
  const by = byOf(actor.person, mandate)
  const acted = actOn(claimed, { command, step, definition, by, paper })
  return whenFelled(closeWhenDecided(acted, { step: step.id, definition }), step.id)
}

interface OnDay {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly option: Option
  readonly now: Instant
}

/** What the day says against an option. Asked late: whoever only looks whose act it is has prepared no calendar. */
const againstDay = (before: Draft, asked: OnDay): Refusal | undefined => {
  const onDay = { ...asked, calendar: calendarOf(before, 'partner') }
  return dayOver(before.state, onDay) ?? reviewOpen(before.state, onDay)
}

interface Acting {
  readonly command: Decide
  readonly step: StepState
  readonly definition: StepDefinition
  readonly by: By
  readonly paper: OnPaper | undefined
}

/** The act as an entry, behind the version of the text that it hands over. */
const actOn = (claimed: Draft, { command, step, definition, by, paper }: Acting): Draft => {
  const { option, code, reason, seen, facts, form, noInterest, text } = command
  const handed = handOver(claimed, { text, step, by })
  const taking = takesGround(handed.state, { definition, option }) ? claimTerritory(handed) : handed
  const asked = { step, option, code, brought: facts, procedure: handed.rules.procedure }
  return add(restsOnTakenGround(handed.state, asked) ? claimTaken(taking) : taking, {
    type: 'step_acted',
    step: step.id,
    key: step.key,
    option,
    ...defined({
      code,
      reason,
      seen,
      facts: withDays(facts, { definition, option, read: form?.read }),
      form,
      text: actedText(handed.state, { text, definition }),
      noInterest,
      paper,
    }),
    by,
  })
}

/** Who acts by the link of a letter uses it up: whether it is still good the database knows, in the same transaction (0051). */
const claimLink = (
  draft: Draft,
  { command, actor, seat }: Pick<Asked, 'command' | 'actor'> & { seat: string },
): Draft => {
  const { link, step } = command
  return link === undefined ? draft : claim(draft, { claim: 'link', link, person: actor.person, seat, step })
}

const wrongForm = (
  state: BaseState,
  {
    rules,
    now,
    ...filling
  }: Pick<Asked, 'command' | 'rules'> & { step: StepState; definition: StepDefinition; now: Instant },
): Refusal | undefined => {
  if (rules.formless === true) return undefined
  const there = localDate(partnerCalendarIn(rules.calendars, state), now)
  const here = programmeCalendarIn(rules.calendars)
  const today = localDate(here, now)
  const latest = there > today ? there : today
  const { slotUntil } = state.facts
  const keptUntil = slotUntil === undefined ? undefined : dueDay(here, slotUntil)
  return wronglyFilled({
    ...filling,
    exhibits: state.exhibits,
    askedOutside: state.thirdParties,
    today,
    latest,
    keptUntil,
  })
}

/** What on file, and of what is brought, stands against the option. */
const unborne = (
  state: BaseState,
  {
    command: { option, code, facts: brought = {} },
    step,
    rules,
  }: Pick<Asked, 'command' | 'rules'> & { step: StepState },
): Refusal | undefined => unsupported(state, { step, option, code, brought, procedure: rules.procedure })

/** The decision with the facts that its form gives: a programme that reads none out of forms is handed them beside. */
const bringingFacts = (
  command: Decide,
  { definition, state, rules }: { definition: StepDefinition; state: BaseState; rules: Rules },
): Decide => {
  const { factsOf } = rules
  if (factsOf === undefined || command.form === undefined) return command
  const facts = factsOf(command.form, {
    option: command.option,
    step: command.step,
    definition,
    state,
    procedure: rules.procedure,
    calendar: rules.calendars[partnerCalendarId(state)],
  })
  const { facts: _, ...rest } = command
  return { ...rest, ...defined({ facts }) }
}

/**
 * G9 is read when eligibility is confirmed: no standing base on the same territory (6.1, 8.2, R9). Confirming that a nominee is not
 * eligible claims nothing, least of all the ground that is taken.
 */
const takesGround = (
  state: BaseState,
  { definition: { takesTerritory: takes }, option }: { definition: StepDefinition; option: Option },
): boolean => {
  if (takes?.by !== option) return false
  const { after } = takes
  return after === undefined || lastDecided(state, after.step)?.outcome?.option === after.option
}

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
          zone: state.cluster.zone,
          open: openSteps(state).map(({ id }) => id),
        },
      }

const claimTaken = (draft: Draft): Draft => claim(draft, { claim: 'taken_territory', programme: draft.state.programme })

/** SD5: where the procedure asks, each person says with the act that he or she has no interest in this base. */
const interestUnsaid = (step: StepState, { command, rules }: Pick<Asked, 'command' | 'rules'>): Refusal | undefined =>
  rules.procedure.settings.asksInterest?.includes(step.key) === true && command.noInterest !== true
    ? { code: 'interest_statement_missing', detail: { rule: 'SD5', step: step.id } }
    : undefined

const wrongOption = (
  state: BaseState,
  { command, rules, step, definition }: Asked & { step: StepState; definition: StepDefinition },
): Refusal | undefined => {
  const allowed = offeredOptions(state, { step, procedure: rules.procedure })
  const rule = ruleOf(definition, command.option)
  if (rule === undefined || rule.byClock === true)
    return { code: 'unknown_option', detail: { step: step.id, got: command.option, allowed } }
  const { option, code } = command
  const no = usedUp(state, { step, option, rule, procedure: rules.procedure })
  if (no !== undefined || rule.codes === undefined) return no
  return codeAmiss({ step: step.id, option, code, allowed: rule.codes })
}

/** 8.14: what carries a code, and what returns something, is said in words of the person as well. */
const unsaid = ({ option, reason }: Decide, { step, definition }: { step: StepState; definition: StepDefinition }) => {
  const rule = ruleOf(definition, option)
  const no: Refusal = { code: 'text_required', detail: { step: step.id, option } }
  return rule !== undefined && asksWords(rule) && reason === undefined ? no : undefined
}

/** An approval names the hashes it saw; another text than the current one is not what the person approves. */
const wrongText = (
  state: BaseState,
  { command, step, definition }: { command: Decide; step: StepState; definition: StepDefinition },
): Refusal | undefined => {
  const current = [...textsSeen(state, { step, definition })].sort()
  if (definition.sees === undefined && current.length === 0) return undefined
  const seen = [...(command.seen ?? [])].sort()
  return current.length === seen.length && current.every((hash, index) => hash === seen[index])
    ? undefined
    : { code: 'text_changed', detail: { step: command.step, seen, current } }
}
