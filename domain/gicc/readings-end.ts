import { visibilityClasses, type VisibilityClass } from '../form/field.js'
import type { Role } from '../role.js'
import type { Option, StepKey } from '../values/step-key.js'

/** By which step the work of some roles on a case is over before its stage is, and which classes they read for it. */
interface ReadingEnd {
  readonly roles: readonly Role[]
  readonly step: StepKey
  /** Absent: however it ends. */
  readonly option?: Option
  readonly classes: readonly VisibilityClass[]
}

/**
 * Who examined stops reading what the programme and firms keep to themselves when the report is in, experts stop when the score is
 * locked, and a panel when the review is published (8.12).
 */
const readingsEnd: readonly ReadingEnd[] = [
  { roles: ['DL', 'SP', 'SV'], step: '2.7', classes: ['PRG', 'FRM'] },
  { roles: ['EX'], step: '1.9b', option: 'lock', classes: visibilityClasses },
  { roles: ['EX'], step: '5.6', classes: visibilityClasses },
  { roles: ['RP'], step: '5.10', classes: visibilityClasses },
]

/** A visit of a step in the stage that is looked at. */
export interface VisitSeen {
  readonly key: StepKey
  readonly isOpen: boolean
  readonly outcome: string | null
}

/** The roles whose work on what a stage brought in a class is over, by the visits of that stage. */
export const overIn = (visits: readonly VisitSeen[], readers: VisibilityClass): readonly Role[] =>
  readingsEnd.flatMap(({ roles, step, option, classes }) => {
    const made = visits.filter(({ key }) => key === step)
    const isEnded = made.some(({ outcome }) => option === undefined || outcome === option)
    return classes.includes(readers) && isEnded && made.every(({ isOpen }) => !isOpen) ? roles : []
  })
