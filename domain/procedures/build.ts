import type { Days, Due, Lead, Option, OptionRule, StepDefinition, StepKey } from '../procedure.js'
import type { Stage, Status } from '../lifecycle.js'
import type { ReasonCode } from '../reason-code.js'

/** Short words for writing steps down as a table; they add nothing to the types of `procedure.ts`. */
export const wd = (n: number): Days => ({ unit: 'wd', n })
/** Calendar days. */
export const cd = (n: number): Days => ({ unit: 'cd', n })
/** Due so long after the step opens. */
export const within = (days: Days): Due => ({ from: 'opening', days })
/** Due so long after the MoU was signed, as all of stage 4 is. */
export const afterSignature = (days: Days): Due => ({ from: 'signature', days })

/** Leads on to the named steps; where others run beside it, they open when all of those are closed. */
export const to = (...keys: readonly StepKey[]): OptionRule => ({ leads: { to: keys } })

/** Leads back, at most `limit` times in one visit of the stage. */
export const back = (
  key: StepKey,
  { limit, then = 'not_offered' }: { limit: number; then?: Lead | 'not_offered' },
): OptionRule => ({ leads: { back: key, limit, then } })

/** Ends the matter with a status, for one of the codes. */
export const end = (status: Status, codes?: readonly ReasonCode[]): OptionRule => ({
  leads: { end: status },
  ...(codes ? { codes } : {}),
})

/** Ends the matter after the named steps, such as the notice of the decision. */
export const endVia = (
  status: Status,
  { via, codes }: { via: readonly StepKey[]; codes: readonly ReasonCode[] },
): OptionRule => ({ leads: { end: status, via }, codes })

/** Completes the stage. */
export const done = (stage: Stage | 'standing'): OptionRule => ({ leads: { stage } })

/** The same option, with the reason codes it must carry (8.14). */
export const coded = (rule: OptionRule, ...codes: readonly ReasonCode[]): OptionRule => ({ ...rule, codes })

type Draft = Pick<StepDefinition, 'role' | 'due' | 'escalation'> &
  Partial<Omit<StepDefinition, 'key' | 'stage' | 'options' | 'order'>> & {
    readonly options: Readonly<Record<Option, OptionRule>>
  }

/** The steps of one stage from their drafts; what a draft leaves out is the common case: one person decides and brings nothing. */
export const stepsOf = (
  stage: Stage,
  drafts: Readonly<Record<StepKey, Draft>>,
): Readonly<Record<StepKey, StepDefinition>> =>
  Object.fromEntries(
    Object.entries(drafts).map(([key, draft]) => [
      key,
      {
        key,
        stage,
        decides: { by: 'one' },
        documents: [],
        brings: 'nothing',
        order: Object.keys(draft.options),
        ...draft,
      } satisfies StepDefinition,
    ]),
  )

/** An option that only the clock chooses: silence, a window that closes, a date that comes. */
export const clocked = (rule: OptionRule): OptionRule => ({ ...rule, byClock: true })
