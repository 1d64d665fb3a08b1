import { dateDue, workingDaysAfter } from '../calendar.js'
import type { LetLie } from '../events/timing.js'
import type { Instant } from '../ids.js'
import { stageFor } from '../lifecycle.js'
import type { MonthDay } from '../procedure.js'
import { roles } from '../role.js'
import { openSteps, type BaseState, type StepState } from '../state.js'
import { dayIn } from './deadline.js'
import { endsOverPaper } from './silence.js'
import { add, programmeCalendarIn, type Draft, type Rules } from './draft.js'

/** What the programme has let lie of a review, the steps it left open, and from when on that holds nothing back any more (R3). */
interface Lying {
  readonly part: LetLie
  readonly steps: readonly StepState[]
  readonly at: Instant
}

type Asked = Pick<Rules, 'procedure' | 'calendars'>

/** When the clock goes on without what the programme lets lie of a review, or null: nothing is late for so long. */
export const letLieAt = (state: BaseState, asked: Asked): Instant | null => lyingIn(state, asked)?.at ?? null

/** The review goes on without it. */
export const goOnWithout = (draft: Draft): Draft => {
  const lying = lyingIn(draft.state, draft.rules)
  if (lying === undefined) throw new RangeError(`nothing of ${draft.state.id} was let lie`)
  return add(draft, { type: 'let_lie', part: lying.part, steps: lying.steps.map(({ id }) => id) })
}

const lyingIn = (state: BaseState, { procedure, calendars }: Asked): Lying | undefined => {
  const { letLie } = procedure.settings
  const { stage } = state
  if (letLie === undefined || stage?.stage !== stageFor.years || state.frozen !== undefined) return undefined
  const calendar = programmeCalendarIn(calendars)
  const onDay = (day: MonthDay): Instant => dateDue(calendar, dayIn(stage.year, day))
  const lying = ({ part, from, steps }: Omit<Lying, 'at'> & { readonly from: Instant }): readonly Lying[] =>
    steps.flatMap((step) => {
      const since = lateSince(step)
      return since === undefined ? [] : [{ part, steps: [step], at: since > from ? since : from }]
    })
  // Nobody waits for a body that has met twice, been asked in writing and met again. Each date is moved on when it has passed, so the
  // third meeting counts from its own date, and a fourth says that the third came to nothing.
  const lateSince = (step: StepState): Instant | undefined => {
    if (procedure.steps[step.key]?.decides.by === 'votes') return lateBody(step)
    return workingDaysAfter(calendars[step.calendar] ?? calendar, { due: lastOf(step), days: letLie.days })
  }
  // Whoever of the place has answered on paper waits for the programme's second person: that is the programme's silence, not the place's (R16).
  const isOfProgramme = (step: StepState): boolean =>
    roles[step.role].side === 'programme' || (step.papers !== undefined && !isFreed(step, procedure))
  const own = openSteps(state).filter((step) => step.matter === undefined && isOfProgramme(step))
  const isLeftOver = ({ key }: StepState): boolean => procedure.steps[key]?.leftOver === true
  const isConcluded = (stage.effects['conclude'] ?? 0) > 0
  const leftOver = isConcluded || stage.letLie?.leftOver === true ? [] : own.filter(isLeftOver)
  const ofYear = isConcluded ? own : own.filter((step) => !isLeftOver(step))
  const found = [
    ...lying({ part: 'left_over', from: onDay(letLie.panel), steps: leftOver }),
    ...lying({ part: isConcluded ? 'publication' : 'year', from: onDay(letLie.year), steps: ofYear }),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const [first] = found
  const isOfFirst = ({ part, at }: Lying): boolean => part === first?.part && at <= first.at
  return first && { ...first, steps: found.filter(isOfFirst).flatMap(({ steps }) => steps) }
}

/** Its date, or when the paper that waits on it came in, where that was later. */
const lastOf = ({ dueAt, papers = [] }: StepState): Instant =>
  [dueAt, ...papers.map(({ enteredAt }) => enteredAt)].toSorted().at(-1) ?? dueAt

const isFreed = ({ key }: StepState, { steps, settings }: Asked['procedure']): boolean => {
  const definition = steps[key]
  return definition !== undefined && endsOverPaper(definition, settings)
}

/** A first meeting, a second, and after the written procedure a third (E4): so often a body was convened anew when it has its third date. */
const untilThird = 2

const lateBody = ({ reconvened, openedAt, dueAt }: StepState): Instant | undefined => {
  if (reconvened < untilThird) return undefined
  return reconvened === untilThird ? dueAt : openedAt
}
