import type { StepKey } from './values/step-key.js'

/** What the committee may recommend, by the due-diligence score of 100 (6.3, R12). */
export interface RecommendationLimits {
  /** Below this nothing is recommended. */
  readonly conditions: number
  /** Below this, and with a C in a sensitive work-stream, only with conditions. */
  readonly plain: number
  readonly sensitive: readonly StepKey[]
}

/** What a colour rests on, in points of 100 and shares of 1 (6.5, R11). */
export interface ColourLimits {
  readonly red: number
  readonly yellow: number
  readonly advice: number
  readonly roleModel: number
  /** For how many years a role model bears the title (11). */
  readonly titleYears: number
  /** An area below this share is low; so many low ones are yellow. */
  readonly lowArea: number
  readonly lowAreas: number
  readonly lateFundsMonths: number
  /**
   * The most a sheet gives, as a share, to the part in which the report counts: handed in within a delay that was asked for, and
   * where it came later than that, was not endorsed in time (R3) or stayed incomplete; absent: all.
   */
  readonly punctual?: { readonly part: string; readonly inDelay: number; readonly late: number }
}
