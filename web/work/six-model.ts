import type { ChallengeMet, WorkInArea } from '../../domain/gicc/six-by-six.js'
import type { LocalText } from '../../domain/locale.js'

/** What the bases are looked at by. */
export type SixBy = 'areas' | 'challenges'

/** A figure of a base, as it stood at its launch, is to stand and was reported last. */
export interface SixFigure {
  readonly indicator: string
  readonly label: LocalText
  readonly unit: string
  /** The area or challenge it speaks for. */
  readonly of: string
  readonly baseline: number
  readonly target: number
  readonly value: number | null
  /** The review year of the report; undefined: none came yet. */
  readonly year: number | undefined
}

/** A base by the six areas and the six challenges. */
export interface SixOfBase {
  readonly id: string
  readonly name: LocalText
  readonly areas: readonly WorkInArea[]
  readonly challenges: readonly ChallengeMet[]
  readonly figures: readonly SixFigure[]
}

/** A page of the bases somebody sees, by areas or by challenges. */
export interface SixShown {
  readonly by: SixBy
  /** What the address asks for besides page and language. */
  readonly asked: Readonly<Record<string, string>>
  readonly rehearsal: boolean
  readonly six: readonly { readonly code: string; readonly label: LocalText }[]
  readonly bases: readonly SixOfBase[]
  readonly next: string | null
}
