import type { Sha256 } from '../ids.js'
import type { ReasonCode } from '../reason-code.js'

/** Free text stays in PostgreSQL; a command carries its id and salted hash. */
export interface TextReference {
  readonly id: string
  readonly hash: Sha256
}

/** A reason code with its words (8.14). */
export interface Worded {
  readonly code: ReasonCode
  readonly reason?: TextReference
}
