import type { LetterForm } from '../domain/letters/facts.js'
import type { Locale, LocalText } from '../domain/locale.js'

/** What a letter may tell. A letter says only what it is given; a line without its fact is left out. */
export interface MailFacts {
  readonly baseId: string
  readonly cluster: LocalText
  readonly step?: {
    readonly key: string
    readonly title: LocalText
    /** In which role the recipient acts: its name per language, or its code. */
    readonly role: LocalText | string
    /** Whether that role is the reader's; absent: it is. */
    readonly isReaders?: boolean
  }
  readonly form?: LetterForm
  /** Until when, in words: day and hour where the side that acts is, and the hour where the other is (R4). */
  readonly dueBy?: LocalText
  /** The moment that no longer holds. */
  readonly formerDueBy?: LocalText
  readonly options?: readonly LocalText[]
  /** What becomes of the step if nobody acts, and when. */
  readonly silence?: LocalText
  /** The decision that redress is about, and what the answer of this step means for it (8.9). */
  readonly contested?: LocalText
  readonly means?: LocalText
  /** Rung of the escalation ladder or number of the reminder, from 1. */
  readonly rung?: number
  /** Why a step came back to the place: by which step, for which reason, and what is missing in words. */
  readonly sentBack?: { readonly by: LocalText; readonly code?: LocalText; readonly words?: string }
  /** Who asked for the step, why and until when; the words where the reader may read them. */
  readonly raised?: { readonly by: LocalText; readonly words?: string }
  /** The option that was decided, the status that was reached, or the paper that is ready. */
  readonly outcome?: LocalText
  /** Why, in words of the catalogue or a free text. */
  readonly reason?: LocalText | string
  /** An act that came on paper (R16): people by id, with the role they acted in where it is known. */
  readonly paper?: {
    readonly signatory: string
    readonly option?: LocalText
    /** `YYYY-MM-DD`, as the paper bears it. */
    readonly signedOn?: string
    readonly enteredBy: LocalText
    readonly confirmedBy?: LocalText
    readonly refusedBy?: LocalText
  }
  /** What was brought as proof, by its id, and why it was sent back. */
  readonly exhibit?: { readonly id: string; readonly why: LocalText }
  /** An act that no longer counts (R17, 8.7): why, the step that took its ground away, and who decided it. */
  readonly voided?: { readonly cause: LocalText; readonly because?: LocalText; readonly decidedBy?: LocalText }
  /** A later version of the rules (8.8): which, the one it replaces, and who has agreed for the first side. */
  readonly adoption?: { readonly version: string; readonly former?: string; readonly agreedBy?: LocalText }
  readonly recipientName: string
  /** A rehearsal says so first thing, in both languages. */
  readonly rehearsal: boolean
  /** Ledger head, 64 hexadecimal digits, and the ISO instant of its entry. */
  readonly head: string
  readonly headTime: string
  /** IANA name of the time of the place. */
  readonly zone?: string
  /** The number of that entry: of several notices of a base the newest head is printed. */
  readonly headSeq: number
  /** The last signed checkpoint of the whole ledger, in its short form; absent before the first one. */
  readonly checkpoint?: { readonly short: string; readonly at: string }
  /** Where to look and act. Opening it never acts. */
  readonly link: string
}

/** A letter ready to be frozen in the outbox: the same facts give the same letter. */
export interface RenderedLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** In the order they stand in the letter. */
  readonly languages: readonly Locale[]
}
