import type { Sha256 } from '../ids.js'

/** Free text stays in PostgreSQL; a command carries its id and salted hash. */
export interface TextReference {
  readonly id: string
  readonly hash: Sha256
}
