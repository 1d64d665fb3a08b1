import { dateDue, workingDaysAfter } from '../calendar.js'
import type { LetLie } from '../events/timing.js'
import type { Instant } from '../ids.js'
import { stageFor } from '../lifecycle.js'
import { matters } from '../matters.js'
import type { MonthDay, Settings } from '../procedure.js'
import { roles } from '../role.js'
import { matterOf, openSteps, type BaseState, type MatterState, type StageState, type StepState } from '../state.js'
import { defined } from '../values/defined.js'
import { dayIn } from './deadline.js'
import { endsOverPaper } from './silence.js'
import { add, programmeCalendarIn, type Draft, type Rules } from './draft.js'

/** What the programme has let lie, the steps it left open, and from when on that holds nothing back any more (R3). */
interface Lying {
  readonly part: LetLie
  readonly matter?: MatterState
  readonly steps: readonly StepState[]
  readonly at: Instant
}

type Asked = Pick<Rules, 'procedure' | 'calendars'>

/** When the clock goes on without what the programme lets lie, or null: nothing is late for so long. */
export const letLieAt = (state: BaseState, asked: Asked): Instant | null => lyingIn(state, asked)?.at ?? null

/** The review, or whatever the matter was about, goes on without it. */
export const goOnWithout = (draft: Draft): Draft => {
  const lying = lyingIn(draft.state, draft.rules)
  if (lying === undefined) throw new RangeError(`nothing of ${draft.state.id} was let lie`)
  const { part, matter, steps } = lying
  return add(draft, {
    type: 'let_lie',
    part,
    steps: steps.map(({ id }) => id),
    ...defined({ matter: matter?.no, kind: matter?.matter }),
  })
}

const lyingIn = (state: BaseState, asked: Asked): Lying | undefined => {
  const { letLie } = asked.procedure.settings
  const { stage } = state
  if (letLie === undefined || stage?.stage !== stageFor.years || state.frozen !== undefined) return undefined
  const found = [...ofReview(state, { ...asked, letLie, stage }), ...ofMatters(state, { ...asked, letLie })].toSorted(
    (one, other) => (one.at < other.at ? -1 : 1),
  )
  const [first] = found
  const isOfFirst = ({ part, matter, at }: Lying): boolean =>
    part === first?.part && matter?.no === first.matter?.no && at <= first.at
  return first && { ...first, steps: found.filter(isOfFirst).flatMap(({ steps }) => steps) }
}

interface Given extends Asked {
  readonly letLie: NonNullable<Settings['letLie']>
}

const ofReview = (state: BaseState, { stage, ...given }: Given & { readonly stage: StageState }): readonly Lying[] => {
  const { procedure, calendars, letLie } = given
  const calendar = programmeCalendarIn(calendars)
  const onDay = (day: MonthDay): Instant => dateDue(calendar, dayIn(stage.year, day))
  const lying = ({ part, from, steps }: Omit<Lying, 'at'> & { readonly from: Instant }): readonly Lying[] =>
    steps.flatMap((step) => {
      const since = lateSince(step, given)
      return since === undefined ? [] : [{ part, steps: [step], at: since > from ? since : from }]
    })
  const own = openSteps(state).filter((step) => step.matter === undefined && isOfProgramme(step, procedure))
  const isLeftOver = ({ key }: StepState): boolean => procedure.steps[key]?.leftOver === true
  const isConcluded = (stage.effects['conclude'] ?? 0) > 0
  const leftOver = isConcluded || stage.letLie?.leftOver !== undefined ? [] : own.filter(isLeftOver)
  const ofYear = isConcluded ? own : own.filter((step) => !isLeftOver(step))
  return [
    ...lying({ part: 'left_over', from: onDay(letLie.panel), steps: leftOver }),
    ...lying({ part: isConcluded ? 'publication' : 'year', from: onDay(letLie.year), steps: ofYear }),
  ]
}

/**
 * A matter beside the review waits for no date of the year. Twice as long, where one person decides: so that whoever may act for the
 * late one (E1) has as much time again. What has an end of its own in silence, and sheets of the year, which bar no other, are left.
 */
const ofMatters = (state: BaseState, given: Given): readonly Lying[] =>
  openSteps(state).flatMap((step): readonly Lying[] => {
    const matter = matterOf(state, step)
    const { silence, decides } = given.procedure.steps[step.key] ?? {}
    if (matter === undefined || !mayLie(matter) || decides?.by === 'clock' || !isOfProgramme(step, given.procedure))
      return []
    if (silence !== undefined && step.papers === undefined) return []
    const at = lateSince(step, { ...given, times: step.papers === undefined ? 2 : 1 })
    return at === undefined ? [] : [{ part: 'matter', matter, steps: [step], at }]
  })

const mayLie = ({ matter }: MatterState): boolean =>
  matters[matter].endsItself !== true && matters[matter].isRecord !== true

// Nobody waits for a body that has met twice, been asked in writing and met again. Each date is moved on when it has passed, so the
// third meeting counts from its own date, and a fourth says that the third came to nothing.
const lateSince = (
  step: StepState,
  { procedure, calendars, letLie, times = 1 }: Given & { readonly times?: number },
): Instant | undefined => {
  if (procedure.steps[step.key]?.decides.by === 'votes') return lateBody(step)
  const calendar = calendars[step.calendar] ?? programmeCalendarIn(calendars)
  return workingDaysAfter(calendar, { due: lastOf(step), days: letLie.days * times })
}

/** Whoever of the place has answered on paper waits for the programme's second person: that is the programme's silence, not the place's (R16). */
const isOfProgramme = (step: StepState, procedure: Asked['procedure']): boolean =>
  roles[step.role].side === 'programme' || (step.papers !== undefined && !isFreed(step, procedure))

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
