import { roles, type Side } from '../../domain/role.js'
import { matterOf, openSteps, type StepState } from '../../domain/state.js'
import { aBase, type ABase } from './a-base.js'
import { decisionOn } from './acting.js'
import { evenReview, holderOf } from './an-example.js'
import { arrive, canAct, timePasses } from './playing.js'

/** Whether a base stands and its years are reviewed. */
export const isReviewed = (base: ABase): boolean => base.state().stage?.year !== undefined && !base.state().closed

/** Who does nothing any more: the place, the programme, or both. */
export const silences = [
  ['partner'],
  ['programme'],
  ['partner', 'programme'],
] as const satisfies readonly (readonly Side[])[]

/**
 * What would stay open for ever if from now on nobody of the silent sides did anything and the other did its own part: the year, and
 * where the place alone is silent a matter beside it (R3, 5.12). Nothing where the base is not reviewed yet or ends meanwhile, nor
 * under a stop, which the programme alone ends (E6).
 */
export const leftBySilence = (base: ABase, silent: readonly Side[] = ['partner']): readonly string[] => {
  const byProgramme = silent.includes('programme')
  if (!isReviewed(base) || (byProgramme && base.state().frozen !== undefined)) return []
  const copy = aBase({ from: base.saved(), procedure: base.procedure })
  const before = copy.state().facts.reviews.length
  const { year: began } = copy.state().stage ?? {}
  const raised = byProgramme ? [] : openMatters(copy)
  const left = (): readonly string[] => {
    if (copy.state().closed) return []
    const open = openMatters(copy)
    const { year: runs } = copy.state().stage ?? {}
    // A year that had its colour already ends with what follows it, and is not reviewed a second time.
    const isOver = copy.state().facts.reviews.length > before || runs !== began
    const year = isOver ? [] : [`the year ${runs ?? ''}`]
    return [...year, ...raised.filter((matter) => open.includes(matter))]
  }
  const end = lastDayFor(copy)
  for (let turn = 0; turn < patience && copy.now() < end && left().length > 0; turn += 1) {
    arrive(copy)
    const waits = openSteps(copy.state()).filter(
      (step) => !silent.includes(roles[step.role].side) && canAct(copy, step),
    )
    if (!waits.some((step) => isDone(copy, step)) && !timePasses(copy, undefined)) break
  }
  return left()
}

/** Half a year after the calendar year, or after today where that is over: the term of the memorandum would end any year at last. */
const lastDayFor = (base: ABase): string => {
  const over = `${(base.state().stage?.year ?? 0) + 1}-01-01T00:00:00.000Z`
  const from = over > base.now() ? over : base.now()
  return new Date(Date.parse(from) + 180 * 86_400_000).toISOString()
}

/** Acts and turns of the clock; a year takes some hundred. */
const patience = 2_000

/** Whether somebody of the programme does the step: whoever it was given to, else people who have done nothing yet. */
const isDone = (base: ABase, step: StepState): boolean => {
  const { order = [], options = {} } = base.procedure.steps[step.key] ?? {}
  return order.some(
    (option) =>
      options[option]?.byClock !== true &&
      comersFor(base, step).some(
        (actor) =>
          base.send(decisionOn(base, { step, option, brings: { reviewSheet: evenReview(0.8) } }), { actor }).ok,
      ),
  )
}

const comersFor = (base: ABase, { key, role, holder, acts }: StepState) => {
  const decides = base.procedure.steps[key]?.decides
  const next = newcomer + base.state().seq * 10 + acts.length
  return [
    ...(holder === undefined ? [] : [holderOf(role, Number(holder.split('-').at(-1)))]),
    holderOf(role, next),
    ...(decides?.by === 'votes' && decides.chair !== undefined ? [holderOf(decides.chair, next)] : []),
    holderOf('PD', next),
    holderOf('CH', next),
  ]
}

/** Nobody has done anything yet under a number from here on. */
const newcomer = 1_000

const openMatters = (base: ABase): readonly string[] => [
  ...new Set(
    openSteps(base.state()).flatMap((step) => {
      const matter = matterOf(base.state(), step)
      return matter === undefined ? [] : [`${matter.matter} no. ${matter.no}`]
    }),
  ),
]
