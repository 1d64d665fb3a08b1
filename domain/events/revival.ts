import type { By } from '../values/by.js'
import type { TextReference } from '../values/text-reference.js'
import type { MendingCode } from '../mending.js'

interface Revived {
  /** The last entry of the ledger that the run began with. */
  readonly from: number
  readonly code: MendingCode
  readonly reason?: TextReference
  readonly by: By
}

/** A missing workflow was begun again from the ledger. */
export type RevivalEvent = { readonly type: 'base_revived' } & Revived
export type ProgrammeRevivalEvent = { readonly type: 'programme_revived' } & Revived
