import type { LocalText } from '../locale.js'

/** Something on a base that a form can point at, and what it is called. */
export interface ThingThere {
  readonly kind: string
  readonly id: string
  readonly label: LocalText
}
