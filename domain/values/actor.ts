import type { PersonId } from '../ids.js'
import type { Factor } from './factor.js'
import type { HeldMandate } from './mandate.js'

/** Who acts. Built by the API from a checked token and the mandates in PostgreSQL, carried in a Temporal header, never in a body. */
export interface Actor {
  readonly person: PersonId
  readonly mandates: readonly HeldMandate[]
  readonly channel: 'api' | 'import' | 'paper' | 'link'
  /** How the person showed afresh who he or she is; absent: not within the last minutes. */
  readonly factor?: Factor
  /** The seats of those in whose place the person may act: a delegate carries their prohibitions too (SD7). */
  readonly delegators?: Readonly<Record<PersonId, readonly HeldMandate[]>>
}
