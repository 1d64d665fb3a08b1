import type { Instant, BaseId } from './ids.js'
import type { Stand } from './stand.js'
import type { DocumentOrder } from './document-order.js'

/**
 * What a workflow has to do next: worked out once, when a command is recorded, and kept in its history with the outcome. A
 * replay reads it there, so that a rule which changed meanwhile alters nothing of what was done.
 */
export interface Course {
  /** When the clock has something to do; null: nothing is due. */
  readonly due: Instant | null
  /** The story has come to its end. */
  readonly closed: boolean
  /** How many stages lie behind. */
  readonly stages: number
  /** Documents that were ordered and are not made yet. */
  readonly orders: readonly DocumentOrder[]
  /** Towards the ten, of a base under a procedure that offers slots. */
  readonly stand?: Stand
  /** Of a programme: the bases that are to be asked whether they take the slot they are offered (8.3). */
  readonly offers: readonly { readonly base: BaseId; readonly offer: string }[]
}
