import type { z } from 'zod'
import type { BaseThen, DiffResponse } from '../../api/contract/asking.js'
import type { LocalText } from '../../domain/locale.js'

/** An entry of a ledger as a page shows it. */
export interface ShownEntry {
  readonly seq: number
  readonly at: string
  /** The date a paper bears, by which it counts. */
  readonly effectiveOn: string | null
  readonly says: LocalText
  readonly who: LocalText
  /** What was said with it, where it may be read. */
  readonly words: string | null
  readonly rules: string
  readonly hash: string
  readonly prevHash: string | null
  /** What stands in it, as far as it may be read. */
  readonly payload: unknown
}

/** The history of a base as it was asked for. */
export interface BaseHistory {
  readonly base: string
  readonly name: LocalText
  readonly zone: string | null
  readonly rehearsal: boolean
  /** What the address asks for, page and language apart. */
  readonly asked: Readonly<Record<string, string>>
  readonly entries: readonly ShownEntry[]
  readonly next: string | null
  readonly verified: {
    readonly entries: number
    readonly head: string
    /** Entries of the checkpoint that covers all of it; undefined: the newest are not covered yet. */
    readonly covered: number | undefined
    readonly mayTakeEvidence: boolean
  }
  /** A day of its past that was asked for, and a second one to compare with. */
  readonly then: { readonly on: string; readonly state: z.output<typeof BaseThen> | null } | undefined
  readonly difference: (z.output<typeof DiffResponse> & { readonly on: readonly [string, string] }) | undefined
}
