import { statusFor } from '../../domain/lifecycle.js'
import { roles, type Side } from '../../domain/role.js'
import { matterOf, openSteps, type StepState } from '../../domain/state.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { copyOf, type ABase } from './a-base.js'
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

interface Left {
  readonly silent: readonly Side[]
  /** No reminder reaches anybody any more. */
  readonly bounces?: true
  /** Beside the silent sides one step of which nobody does anything, by its key: one office alone is silent. */
  readonly leaves?: string | undefined
}

/**
 * What would stay open for ever if from now on nobody of the silent sides did anything and the other did its own part: the year; a
 * matter beside it; a suspension (R3, 5.12). Where the programme is silent, or has an answer on paper that it does not confirm, what it
 * leaves ends with the term at the latest (3.13). Nothing where the base is not reviewed yet or ends meanwhile, nor under a stop, which
 * the programme alone ends (E6).
 */
export const leftBy = (base: ABase, { silent, bounces, leaves }: Left): readonly string[] => {
  const byProgramme = silent.includes('programme')
  if (!isReviewed(base) || ((byProgramme || leaves !== undefined) && base.state().frozen !== undefined)) return []
  const copy = copyOf(base)
  const before = copy.state().facts.reviews.length
  const { year: began } = copy.state().stage ?? {}
  const raised = heldUp(copy).filter((what) => leaves === undefined || !hasNoEnd(base, { what, leaves }))
  const isOver = (): boolean =>
    copy.state().closed || copy.state().facts.reviews.length > before || copy.state().stage?.year !== began
  const matters = (): readonly string[] =>
    copy.state().closed ? [] : raised.filter((what) => heldUp(copy).includes(what))
  const passes = (until: () => boolean, end: string): void => {
    for (let turn = 0; turn < patience && copy.now() < end && !until(); turn += 1) {
      arrive(copy)
      const waits = openSteps(copy.state()).filter(
        (step) => step.key !== leaves && !silent.includes(roles[step.role].side) && canAct(copy, step),
      )
      if (waits.some((step) => isDone(copy, step))) continue
      if (!(bounces === true ? passesUnheard(copy) : timePasses(copy, undefined))) return
    }
  }
  const waitsForProgramme = (): boolean =>
    byProgramme || leaves !== undefined || openSteps(copy.state()).some(({ papers }) => papers !== undefined)
  passes(() => isOver() && matters().length === 0, lastDayFor(copy))
  // A year that had its colour already ends with what follows it, and is not reviewed a second time.
  const year = isOver() ? [] : [`the year ${copy.state().stage?.year ?? ''}`]
  if (year.length === 0 && matters().length > 0 && waitsForProgramme())
    passes(() => matters().length === 0, lastDayOfTerm(copy))
  return [...year, ...matters()]
}

/** The same where nothing else is amiss than that these sides are silent. */
export const leftBySilence = (base: ABase, silent: readonly Side[] = ['partner']): readonly string[] =>
  leftBy(base, { silent })

/** Half a year after the calendar year, or after today where that is over: the term of the memorandum would end any year at last. */
const lastDayFor = (base: ABase): string => {
  const over = `${(base.state().stage?.year ?? 0) + 1}-01-01T00:00:00.000Z`
  const from = over > base.now() ? over : base.now()
  return daysAfter(from, 180)
}

/** Past the grace after the term, and as long as a hold may last that lay over its end. */
const lastDayOfTerm = (base: ABase): string => {
  const ends = `${base.state().facts.endsOn ?? base.now().slice(0, 10)}T00:00:00.000Z`
  return daysAfter(ends > base.now() ? ends : base.now(), 300)
}

const daysAfter = (from: string, days: number): string => new Date(Date.parse(from) + days * 86_400_000).toISOString()

/** Acts and turns of the clock; a year takes some hundred. */
const patience = 2_000

/** The clock goes on, and every reminder it needs has come back, as the database says it. */
export const passesUnheard = (base: ABase): boolean => {
  const due = base.nextDueAt()
  if (due === null) return false
  base.turnTo(due > base.now() ? due : base.now())
  const trial = copyOf(base).send({ type: 'tick' })
  const asked = trial.ok ? trial.claims.find(({ claim }) => claim === 'reminded') : undefined
  const claimRefusal =
    asked?.claim === 'reminded' ? { code: 'reminder_bounced' as const, step: asked.step, rung: 0 } : undefined
  base.send({ type: 'tick' }, { claimRefusal })
  return true
}

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

/** A screening that its own officer leaves has no end by default, which would say that somebody was screened (1.6): a term renewed outlives it. */
const hasNoEnd = (
  { procedure }: ABase,
  { what, leaves }: { readonly what: string; readonly leaves: StepKey },
): boolean => procedure.steps[leaves]?.matter === 'rescreening' && what.startsWith('rescreening')

/** Nobody has done anything yet under a number from here on. */
const newcomer = 1_000

/** Matters that are open, and a suspension by the panel. */
const heldUp = (base: ABase): readonly string[] => {
  const { status, frozen } = base.state()
  const matters = openSteps(base.state()).flatMap((step) => {
    const matter = matterOf(base.state(), step)
    return matter === undefined ? [] : [`${matter.matter} no. ${matter.no}`]
  })
  const suspended = status === statusFor.suspension && frozen === undefined ? ['the suspension'] : []
  return [...new Set([...matters, ...suspended])]
}
