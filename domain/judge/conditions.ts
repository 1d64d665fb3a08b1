import type { PlainDate } from '../calendar-date.js'
import { localDate } from '../calendar-zone.js'
import { countedActs } from '../body.js'
import type { CheckCondition, ShowCondition } from '../commands/conditions.js'
import { conditionDues, isUnmet, type ConditionDue, type ConditionStatus, type ConditionTerms } from '../conditions.js'
import { mayBeCited } from '../exhibits/exhibit.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { offices } from '../role.js'
import { byOf, lastDecided, matterOf, type Act, type BaseState, type StepState } from '../state.js'
import type { Effect } from '../story.js'
import { defined } from '../values/defined.js'
import type { Option } from '../values/step-key.js'
import type { TextReference } from '../values/text-reference.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, programmeCalendarIn, refuse, type Draft, type Judgement } from './draft.js'
import { notYourRole } from './refused.js'
import { seatOf } from './seat.js'

/** The conditions that stand after a decision was taken, fixed where the procedure says so. */
export const fixConditions = (
  draft: Draft,
  { step, definition, option }: { step: StepState; definition: StepDefinition | undefined; option: Option },
): Draft => {
  if (definition?.conditions?.fixes?.includes(option) !== true) return draft
  const known = draft.state.conditions ?? {}
  const conditions = conditionsGoingOn(draft.state, { closing: step, procedure: draft.rules.procedure }).filter(
    ({ id }) => known[id] === undefined,
  )
  return conditions.length === 0
    ? draft
    : add(draft, { type: 'conditions_fixed', step: step.id, key: step.key, conditions })
}

/** What was proposed in the stage, as far as each step that weighs let it go on; a step that closes now is among them. */
export const conditionsGoingOn = (
  state: BaseState,
  { closing, procedure }: { readonly closing?: StepState; readonly procedure: Procedure },
): readonly ConditionTerms[] => {
  const decided = Object.values(procedure.steps).flatMap(({ key, conditions: rule }) => {
    const step = key === closing?.key ? state.stage?.steps[closing.id] : lastDecided(state, key)
    return rule === undefined || step === undefined ? [] : [{ step, rule }]
  })
  const proposed = decided.flatMap(({ step, rule }) =>
    rule.proposes === true ? countedActs(step).flatMap(({ facts }) => facts?.conditions?.proposed ?? []) : [],
  )
  return decided.reduce<readonly ConditionTerms[]>((left, { step, rule: { weighs } }) => {
    if (weighs === undefined) return left
    const outcome = step.outcome?.option
    if (outcome !== undefined && !weighs.in.includes(outcome)) return []
    const voters = countedActs(step).filter(({ option }) => option === weighs.by)
    const keeps = (id: string): number =>
      voters.filter(({ facts }) => facts?.conditions?.kept?.includes(id) === true).length
    return left
      .filter(({ id }) => keeps(id) * 2 > voters.length)
      .map((terms) => ({ ...terms, ...defined({ words: newWords(terms.id, voters) }) }))
  }, proposed)
}

/** Where more than half of those who count give a condition a new text: in the words of whoever of them said so first. */
const newWords = (id: string, voters: readonly Act[]): TextReference | undefined => {
  const given = voters.flatMap(({ facts }) => {
    const reworded = facts?.conditions?.reworded
    return reworded?.conditions.includes(id) === true ? [reworded.words] : []
  })
  return given.length * 2 > voters.length ? given[0] : undefined
}

/** A step that is not passed while a binding condition due by then is not met (3.9, 4.9). */
export const conditionsOpen = (
  state: BaseState,
  { definition, option }: { definition: StepDefinition | undefined; option: Option },
): Refusal | undefined => {
  const gate = definition?.awaitsConditions
  if (gate === undefined || !gate.with.includes(option)) return undefined
  const open = conditionsDueBy(state, gate.due)
  return open.length === 0
    ? undefined
    : { code: 'conditions_open', detail: { option, due: gate.due, conditions: open } }
}

/** The binding conditions that are not met and due by then: what was due earlier is due by then too. */
export const conditionsDueBy = ({ conditions = {} }: BaseState, due: ConditionDue): readonly string[] => {
  const until = conditionDues.slice(0, conditionDues.indexOf(due) + 1)
  return Object.entries(conditions)
    .filter(([, one]) => one.binding && isUnmet(one) && until.includes(one.due))
    .map(([id]) => id)
}

const unknown = (condition: string, { conditions = {} }: BaseState): Refusal => ({
  code: 'condition_unknown',
  detail: { condition, known: Object.keys(conditions) },
})

const stands = (
  condition: string,
  { status, allowed }: { status: ConditionStatus; allowed: readonly ConditionStatus[] },
): Refusal | undefined =>
  allowed.includes(status) ? undefined : { code: 'condition_stands', detail: { condition, status, allowed } }

/** Whether a condition may be put to the board to be lifted: it was fixed, and is neither met nor lifted (8.16). */
export const mayBeLifted = (state: BaseState, condition: string | undefined): Refusal | undefined => {
  const one = state.conditions?.[condition ?? '']
  return one === undefined
    ? unknown(condition ?? '', state)
    : stands(condition ?? '', { ...one, allowed: ['open', 'shown', 'not_met'] })
}

/** The condition of the matter is lifted; one that was met meanwhile stays met. */
export const liftCondition = (draft: Draft, { matter }: Extract<Effect, { effect: 'lift' }>): Draft => {
  const { no, facts } = matterOf(draft.state, defined({ matter })) ?? {}
  if (no === undefined || facts?.condition === undefined)
    throw new RangeError(`${draft.state.id} lifts by a matter that names no condition`)
  return add(draft, { type: 'condition_lifted', matter: no, condition: facts.condition })
}

/** Whoever has to meet it shows that it is met, with an exhibit of class 3 or better (8.16). */
export const judgeShowCondition = (state: BaseState, asked: Asked<ShowCondition>): Judgement => {
  const { command, actor, moment, rules } = asked
  const { type: _, condition, exhibits, reason } = command
  const one = state.conditions?.[condition]
  if (one === undefined) return refuse(unknown(condition, state))
  const wanted = offices.meetsConditions[one.owner]
  const mandate = seatOf(state, { actor, moment, wanted })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: condition, needs: wanted.join(', ') }))
  const no =
    stands(condition, { ...one, allowed: ['open', 'shown', 'not_met'] }) ??
    notShown(state, { exhibits, today: localDate(programmeCalendarIn(rules.calendars), moment.now) })
  if (no !== undefined) return refuse(no)
  const by = byOf(actor.person, mandate)
  const draft = actingUnder(mandate, draftOf(state, asked))
  return accept(add(draft, { type: 'condition_shown', condition, exhibits, ...defined({ reason }), by }))
}

/** The weakest evidence class by which a condition is shown to be met (8.6). */
const weakest = 3

const notShown = (
  state: BaseState,
  { exhibits, today }: { readonly exhibits: readonly string[]; readonly today: PlainDate },
): Refusal | undefined => {
  const found = exhibits.map((id) => state.exhibits?.[id])
  const lost = exhibits.find((_, index) => !mayBeCited(found[index], today))
  if (lost !== undefined) return { code: 'exhibit_unknown', detail: { exhibit: lost } }
  return found.some((one) => one !== undefined && one.class <= weakest)
    ? undefined
    : { code: 'condition_unproven', detail: { needs: weakest } }
}

/** An officer who did not show it finds it met, or says why not. */
export const judgeCheckCondition = (state: BaseState, asked: Asked<CheckCondition>): Judgement => {
  const { command, actor, moment } = asked
  const { type: _, condition, result, reason } = command
  const one = state.conditions?.[condition]
  if (one === undefined) return refuse(unknown(condition, state))
  const mandate = seatOf(state, { actor, moment, wanted: offices.checksConditions })
  if (mandate === undefined)
    return refuse(notYourRole(actor, { step: condition, needs: offices.checksConditions.join(', ') }))
  if (one.shownBy === actor.person) return refuse({ code: 'condition_own', detail: { condition } })
  const no = stands(condition, { ...one, allowed: ['shown'] })
  if (no !== undefined) return refuse(no)
  if (result === 'not_met' && reason === undefined)
    return refuse({ code: 'text_required', detail: { step: condition, option: result } })
  const by = byOf(actor.person, mandate)
  const draft = actingUnder(mandate, draftOf(state, asked))
  return accept(add(draft, { type: 'condition_checked', condition, result, ...defined({ reason }), by }))
}
