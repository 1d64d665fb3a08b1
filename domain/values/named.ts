import type { PersonId } from '../ids.js'
import type { HeldMandate } from './mandate.js'

/** Somebody else than the one who asks, with the mandates PostgreSQL holds of that person. */
export interface Named {
  readonly person: PersonId
  readonly mandates: readonly HeldMandate[]
}
