import type { DocumentKind } from '../document-kind.js'
import type { Brought } from './matrix.js'
import type { PersonId } from '../ids.js'
import type { Side } from '../role.js'
import type { ActKind } from './act-kind.js'

/** Somebody of whom a thing tells, and the side on which he or she did what it tells of. */
interface OfPerson {
  readonly person: PersonId | null
  readonly side: Side
}

/** What kind of thing is looked at, with all that its sight hangs on; `of` beside it is its base or programme. */
export type ThingSeen =
  /** That a base is there, how it stands and by when; a step with its date (`screening`: what it is there for a screening found); its indicators; how long it took. */
  | { readonly kind: 'base' | 'figures' | 'times' }
  | { readonly kind: 'step'; readonly screening?: 'by_being_there' }
  /**
   * How a step ended: a body's decision is one, however many took it. `toldElsewhere`: the place hears it by another step.
   * `screening`: it says what a screening came to (1.6).
   */
  | { readonly kind: 'outcome'; readonly act: ActKind; readonly toldElsewhere?: true; readonly screening?: 'verdict' }
  /** What one person did on a step: a decision, a vote, a sheet. `isSealed`: others are still awaited (1.8, 8.4). */
  | ({
      readonly kind: 'act'
      readonly act: ActKind
      readonly isSealed: boolean
      readonly screening?: 'verdict'
    } & OfPerson)
  /** The points of one closing: means of sheets, the total of due diligence. */
  | { readonly kind: 'points' }
  | { readonly kind: 'paper'; readonly paper: DocumentKind }
  /** The scan of what came on paper (R16). */
  | { readonly kind: 'scan' }
  /** Who was there in a session and what was said, of each base on its agenda; the draft of an extract with it (8.4). */
  | { readonly kind: 'minutes' }
  /** What was brought to prove a fact; the answer to a question of a form. */
  | ({ readonly kind: 'exhibit' | 'answer' } & Brought)
  /** A reason or comment in own words; `sentBack`: it says to the place why something goes back to it. */
  | ({ readonly kind: 'words'; readonly sentBack?: true } & OfPerson)
  /** The name beside an id, a declared interest, a letter to somebody. */
  | ({ readonly kind: 'name' | 'interest' | 'letter' } & OfPerson)
  /** An entry about who works on a case and in which order: lots, recusals, ranks, proposals. */
  | { readonly kind: 'inner' }
  /** A version of a text that both sides make, or what one side says of it; `isSent`: it was handed to the other side. */
  | { readonly kind: 'negotiated'; readonly side: Side; readonly isSent: boolean }
  /** What somebody sent, and what became of it. */
  | { readonly kind: 'command'; readonly person: PersonId }
  /** The whole record as a file, answers and facts as they were handed in. */
  | { readonly kind: 'record' }
  /** Whether ledger and histories say the same. */
  | { readonly kind: 'witnesses' }
  /** Refused attempts, looks, exceptions. */
  | { readonly kind: 'log' }
  /** What is shown of a programme as a whole: the ten and the waiting list with all points, which machines stand still. */
  | { readonly kind: 'overview' }

/** A thing of a base, or of a programme as a whole. */
export type SightThing = ThingSeen & { readonly of: string }
