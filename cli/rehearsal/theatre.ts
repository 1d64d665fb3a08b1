import type { z } from 'zod'
import type { BaseResponse } from '../../api/contract/base.js'
import type { StepResponse } from '../../api/contract/step.js'
import type { Client } from '../http-client.js'
import type { People } from '../sample-data.js'
import type { Deed } from './cast.js'
import type { Counted } from './counted.js'
import type { Play, Script } from './story.js'

/** An exhibit that somebody of the play has brought. */
export interface PlayedProof {
  readonly exhibit: string
  /** What it stands for: the example that a form cites, in the stage it was brought in. */
  readonly example: string
  readonly stageNo: number
  readonly by: string
  isChecked: boolean
  /** Nobody signed it: it is sent back. */
  readonly isUnsigned?: true
}

export type ShownBase = z.infer<typeof BaseResponse>
export type OpenStep = z.infer<typeof StepResponse>

/** One base of a rehearsal and everybody who plays on it. */
export interface Player {
  readonly base: string
  readonly cluster: string
  readonly country: string
  readonly turn: number
  readonly play: Play
  readonly script: Script
  readonly deeds: Deed[]
  /** What was brought to prove what is filled in. */
  readonly proofs: PlayedProof[]
  /** The conditions that were proposed, by their ids. */
  readonly proposed: string[]
  readonly counted: Counted
  /** The matter of its script was raised. */
  hasRaised?: true
  /** The stage in which its year was noted last, by number. */
  notedIn?: number
  view: ShownBase
  open: readonly OpenStep[]
}

/** Where the players act: through the public API, at the rehearsal's own time. */
export interface Theatre {
  readonly client: Client
  readonly people: People
  /** The rehearsal's clock, an ISO instant. */
  readonly now: () => string
}

/** A base before it is nominated, with its play. */
export type CastBase = Omit<
  Player,
  'base' | 'deeds' | 'proofs' | 'proposed' | 'counted' | 'hasRaised' | 'notedIn' | 'view' | 'open'
>
