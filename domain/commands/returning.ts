import type { TextReference } from '../values/text-reference.js'
import type { MatterFacts, RaisedByPeople, RecordKind, TakenBack } from '../matters.js'
import type { StepId } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'

/** Takes back what one's own side has decided or handed in, because its ground has gone (14.22). */
export interface Revoke {
  readonly type: 'revoke'
  readonly step: StepId
  readonly code: ReasonCode
  readonly reason?: TextReference
}

/** The first of two persons who void a mis-entered decision (R17). */
export interface ProposeVoid {
  readonly type: 'propose_void'
  readonly step: StepId
  readonly code: ReasonCode
  readonly reason?: TextReference
}

/** The second person (R17). */
export interface ConfirmVoid {
  readonly type: 'confirm_void'
  readonly step: StepId
  /** The entry of the record that was read. */
  readonly seq: number
}

/** Opens a matter beside the stage: an integrity stop, an extraordinary review, an amendment, a change, an ending. */
export interface Raise {
  readonly type: 'raise'
  readonly matter: RaisedByPeople
  readonly code: ReasonCode
  readonly facts?: MatterFacts
  readonly reason?: TextReference
}

/** Opens a sheet on which something of the year is noted; it is filled in as its first step (5.14, 5.15). */
export interface OpenRecord {
  readonly type: 'open_record'
  readonly record: RecordKind
}

/** Takes back what one's own side raised, until it is settled (3.13). */
export interface TakeBack {
  readonly type: 'take_back'
  readonly matter: TakenBack
  readonly code: ReasonCode
  readonly reason?: TextReference
}

export type ReturningCommand = Revoke | ProposeVoid | ConfirmVoid | Raise | OpenRecord | TakeBack
