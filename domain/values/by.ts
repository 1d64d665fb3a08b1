import type { PersonId, MandateId } from '../ids.js'
import type { Factor } from './factor.js'
import type { Role } from '../role.js'

/** The role and mandate a person acted with; absent on events of the clock or another machine. */
export interface By {
  readonly person: PersonId
  readonly role: Role
  readonly mandate: MandateId
  /** The organisation of the seat; where a delegate acts, the person in whose place. */
  readonly onBehalfOf: string
  /** Present where a delegate acts: the same person as `onBehalfOf`, so that nobody takes it for an organisation (SD7). */
  readonly delegator?: PersonId
  /** On an act of weight: by what the person was known again just before. */
  readonly factor?: Factor
}
