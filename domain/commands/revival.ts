import type { TextReference } from '../values/text-reference.js'
import type { MendingCode } from '../mending.js'

/**
 * The first command of a run that was begun from the ledger because the workflow of a base or a programme was missing:
 * an administrator says so, and why.
 */
export interface Revive {
  readonly type: 'revive'
  readonly code: MendingCode
  readonly reason?: TextReference
}
