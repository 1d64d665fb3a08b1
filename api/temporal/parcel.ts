import { z } from 'zod'
import type { BaseCommand, ProgrammeCommand } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import { factors } from '../../domain/values/factor.js'
import type { SentNote } from '../../domain/record.js'
import type { Refusal } from '../../domain/refusal.js'
import type { Accepted, BaseInput, ProgrammeInput } from '../../workflows/messages.js'

/**
 * A command packed for its workflow: what is sent, where, and how the workflow is begun if it does not run yet. Ids,
 * codes and hashes only, so that it can be kept and sent again as it is.
 */
export interface Parcel {
  readonly namespace: string
  readonly workflow: string
  readonly update: string
  readonly command: BaseCommand | ProgrammeCommand
  readonly start?: {
    readonly type: string
    readonly input: BaseInput | ProgrammeInput
    readonly summary: string
    /** The workflow is missing and begins from the ledger: the rest of the input is read when it is sent. */
    readonly revives?: true
  }
}

/** In whose name a parcel is sent, under which id, and how it was noted. */
export interface SentBy {
  readonly id: string
  readonly actor: Actor
  readonly note?: SentNote
}

/** What became of a parcel. */
export type Delivery =
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  /** `head`: number of the last entry it was judged on; absent where nothing was judged. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly head?: number }
  /** No connection could be made: the workflow has not heard of it. */
  | { readonly kind: 'unsent' }
  /** It was sent, or may have been, and no answer came in time. */
  | { readonly kind: 'unanswered' }
  /** There is no such workflow, or it has ended. */
  | { readonly kind: 'no_workflow' }
  /** The workflow takes nothing now: its tasks fail, or its place is moving. It has not heard of it. */
  | { readonly kind: 'not_ready' }
  /** The workflow has as many updates in hand as the server allows. */
  | { readonly kind: 'busy' }

const StoredParcel = z.object({
  namespace: z.string(),
  workflow: z.string(),
  update: z.string(),
  command: z.custom<BaseCommand | ProgrammeCommand>((value) => typeof value === 'object' && value !== null),
  start: z
    .object({
      type: z.string(),
      input: z.custom<BaseInput | ProgrammeInput>((value) => typeof value === 'object' && value !== null),
      summary: z.string(),
      revives: z.literal(true).exactOptional(),
    })
    .optional(),
})

/** A parcel as it was kept in the database; undefined for anything else that is kept there. */
export const storedParcel = (kept: unknown): Parcel | undefined => {
  const read = StoredParcel.safeParse(kept)
  if (!read.success) return undefined
  const { start, ...parcel } = read.data
  return start === undefined ? parcel : { ...parcel, start }
}

const WithFactor = z.object({ factor: z.enum(factors) })

/** How its sender was known again when it first came, so that it is sent again as that. */
export const storedFactor = (kept: unknown): Actor['factor'] => WithFactor.safeParse(kept).data?.factor

const WithChannel = z.object({ channel: z.enum(['api', 'import', 'paper', 'link']) })

/** Through which door a kept command came in, so that it is sent again as what it was. */
export const storedChannel = (kept: unknown): Actor['channel'] => {
  const read = WithChannel.safeParse(kept)
  return read.success ? read.data.channel : 'api'
}
