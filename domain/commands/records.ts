import type { BaseId, PersonId } from '../ids.js'
import type { ReasonCode } from '../reason-code.js'
import type { Named } from '../values/named.js'

/** The first of two asks that what names a person be erased (8.13). */
export interface RequestErasure {
  readonly type: 'request_erasure'
  readonly person: PersonId
}

/** The second confirms it, and it is done: nothing brings it back. */
export interface ConfirmErasure {
  readonly type: 'confirm_erasure'
  /** With the seats that fall vacant. */
  readonly of: Named
  /** The entry of the record that was read. */
  readonly seq: number
  /** Bases with open steps of these seats, which have to hear of it. */
  readonly bases: readonly BaseId[]
}

/** Whose records are kept whatever else is asked: one person's, or those of everybody who acted on a base. */
export type HoldOf = { readonly person: PersonId } | { readonly base: BaseId }

/** The first of two says that records have to be kept. They are kept from now on, confirmed or not. */
export interface HoldRecords {
  readonly type: 'hold_records'
  readonly hold: string
  readonly of: HoldOf
  readonly code: ReasonCode
}
export interface ConfirmHold {
  readonly type: 'confirm_hold'
  readonly hold: string
  /** The entry of the record that was read. */
  readonly seq: number
}

/** The first of two says that a hold may end. */
export interface ReleaseRecords {
  readonly type: 'release_records'
  readonly hold: string
}
export interface ConfirmRelease {
  readonly type: 'confirm_release'
  readonly hold: string
  /** The entry of the record that was read. */
  readonly seq: number
}

export type RecordsCommand =
  RequestErasure | ConfirmErasure | HoldRecords | ConfirmHold | ReleaseRecords | ConfirmRelease

/** The names of these commands. */
export const recordsCommandTypes = [
  'request_erasure',
  'confirm_erasure',
  'hold_records',
  'confirm_hold',
  'release_records',
  'confirm_release',
] as const satisfies readonly RecordsCommand['type'][]

/** Whether a command is one of these. */
export const isRecords = (command: { readonly type: string }): command is RecordsCommand =>
  recordsCommandTypes.some((type) => type === command.type)
