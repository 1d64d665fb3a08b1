import type { PlainDate } from './calendar-date.js'
import type { PersonId } from './ids.js'
import type { Option, StepId } from './values/step-key.js'
import type { TextReference } from './values/text-reference.js'

/** By when a condition is to be met, in the order in which that comes. */
export const conditionDues = ['before_signature', 'before_launch', 'year_one', 'date'] as const
export type ConditionDue = (typeof conditionDues)[number]

/** Who has to meet a condition: the local government, the cluster organisation, the programme itself. */
export const conditionOwners = ['government', 'organisation', 'programme'] as const
export type ConditionOwner = (typeof conditionOwners)[number]

/** A condition in codes and dates. What it says lies in the form it was proposed with, under the same row. */
export interface ConditionTerms {
  /** The visit of the step it was proposed on, and its row: `2.7.1:r2`. */
  readonly id: string
  readonly due: ConditionDue
  readonly dueOn?: PlainDate
  /** What is not binding stops nothing and is read at each review. */
  readonly binding: boolean
  readonly owner: ConditionOwner
  /** The form in which a body gave it another text than the one it was proposed with. */
  readonly words?: TextReference
}

/** Where a condition stands: shown to be met by its owner, found met or not met by an officer, lifted by the body that fixes. */
export const conditionStatuses = ['open', 'shown', 'met', 'not_met', 'lifted'] as const
export type ConditionStatus = (typeof conditionStatuses)[number]

/** What is still to be met: neither met nor lifted. */
export const isUnmet = ({ status }: { readonly status: ConditionStatus }): boolean =>
  status !== 'met' && status !== 'lifted'

/** A condition that was fixed, as the core follows it until it is met (8.16). */
export interface ConditionState extends Omit<ConditionTerms, 'id'> {
  readonly status: ConditionStatus
  /** The decision that fixed it: where that is voided, it falls. */
  readonly fixedBy: StepId
  /** Who showed it: somebody else checks. */
  readonly shownBy?: PersonId
}

/** What a form says of conditions: those proposed in it, and which of those proposed before its writer keeps. */
export interface ConditionFacts {
  readonly proposed?: readonly ConditionTerms[]
  readonly kept?: readonly string[]
  /** Those to which its writer gives a new text, and the form it stands in. */
  readonly reworded?: { readonly conditions: readonly string[]; readonly words: TextReference }
}

/** What a step does with conditions, as data of the procedure. */
export interface ConditionRule {
  /** Its form proposes some. */
  readonly proposes?: true
  /**
   * Whoever chooses `by` says which go on: those that more than half of them keep. They go on with these outcomes alone, so
   * that a recommendation without conditions leaves none.
   */
  readonly weighs?: { readonly by: Option; readonly in: readonly Option[] }
  /** With these outcomes they are fixed, and followed from then on. */
  readonly fixes?: readonly Option[]
}

/** A step that is not passed by these options while a binding condition due by then is not met. */
export interface ConditionGate {
  readonly due: ConditionDue
  readonly with: readonly Option[]
}
