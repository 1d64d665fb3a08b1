import type { PlainDate } from '../domain/calendar-date.js'
import type { LetterForm } from '../domain/letters/facts.js'
import type { Audience, PaperForm } from '../domain/letters/letter.js'
import type { LetterWords, StepAsk } from '../domain/letters/wording.js'
import type { Locale, LocalText } from '../domain/locale.js'
import type { Side } from '../domain/role.js'

/** What a letter may tell. A letter says only what it is given; a sentence without its fact is left out. */
export interface MailFacts {
  readonly baseId: string
  readonly cluster: LocalText
  readonly government?: LocalText
  readonly step?: {
    readonly key: string
    readonly title: LocalText
    /** The role that acts on it: its name per language, or its code. */
    readonly role: LocalText | string
  }
  /** How the step asks the place, in words of its own. */
  readonly own?: StepAsk
  /** What the step tells others, in words of its own. */
  readonly news?: LetterWords
  /** Who reads it; absent: whoever is to act. */
  readonly audience?: Audience
  readonly side?: Side
  readonly form?: LetterForm
  /** What the paper it brings has decided. */
  readonly paperForm?: PaperForm
  /** Until when, in words: day and hour where the side that acts is, and the hour where the other is (R4). */
  readonly dueBy?: LocalText
  /** The instant itself: of several dates the first is told. */
  readonly dueAt?: string
  /** The same day for a subject; absent when it has passed. */
  readonly dueDay?: LocalText
  /** The date follows the working calendar of the reader, with its holidays. */
  readonly isWorkingDate?: true
  /** The rules know somebody who may give this step more time. */
  readonly isExtensible?: true
  /** The moment that no longer holds. */
  readonly formerDueBy?: LocalText
  /** The end of what the letter tells of: of a hold, of a time for which a place is kept. */
  readonly until?: LocalText
  /** On which day a session meets now, and how. */
  readonly meets?: LocalText
  /** What the reader may answer, and where each answer leads. */
  readonly options?: readonly AnswerInLetter[]
  /** What becomes of the step if nobody acts, and when. */
  readonly silence?: LocalText
  /** So long after its date the step is put on hold; when that is; after how many days what lapses. */
  readonly hold?: {
    readonly after?: LocalText
    readonly day?: LocalText
    readonly days?: number
    readonly lapses: LocalText
  }
  /** The day on which the reader's side was asked first. */
  readonly first?: LocalText
  /** The mail by which it was. */
  readonly firstMail?: string
  /** The number of this reminder, and how many were delivered before. */
  readonly nth?: number
  readonly reminders?: number
  /** Working days left to the date; below zero: so many late. */
  readonly left?: number
  /** The decision that redress is about, and what the answer of this step means for it (8.9). */
  readonly contested?: LocalText
  readonly means?: LocalText
  /** Why a step came back to the place: by which step, for which reason, what is missing in words and what its form lists. */
  readonly sentBack?: {
    readonly by: LocalText
    readonly code?: LocalText
    readonly words?: string
    readonly listed?: LocalText
  }
  /** Who asked for the step, why and until when; the words where the reader may read them. */
  readonly raised?: { readonly by: LocalText; readonly words?: string }
  /** The status that was reached, or the paper that is ready. */
  readonly outcome?: LocalText
  /** Why, in words of the catalogue or a free text. */
  readonly reason?: LocalText | string
  /** An act that came on paper (R16): people by name, with the role they acted in where it is known. */
  readonly paper?: {
    readonly signatory: LocalText
    readonly option?: LocalText
    /** `YYYY-MM-DD`, as the paper bears it. */
    readonly signedOn?: PlainDate
    readonly enteredBy: LocalText
    readonly confirmedBy?: LocalText
    readonly refusedBy?: LocalText
  }
  /** Why what was brought as proof was sent back, and its number for the footer. */
  readonly exhibit?: { readonly id: string; readonly why: LocalText }
  /** What was brought as proof and is about to expire: its numbers for the footer, and until when it may be cited. */
  readonly expiring?: { readonly ids: readonly string[]; readonly until: LocalText }
  /** An act that no longer counts (R17, 8.7): why, the step that took its ground away, and who decided it. */
  readonly voided?: { readonly cause: LocalText; readonly because?: LocalText; readonly decidedBy?: LocalText }
  /** A later version of the rules (8.8): which, the one it replaces, and who has agreed for the first side. */
  readonly adoption?: { readonly version: string; readonly former?: string; readonly agreedBy?: LocalText }
  /** What the paper it brings says, by the gaps of its words. */
  readonly told?: Readonly<Record<string, LocalText>>
  /** Whom the reader acts for, by full name, and who reads. */
  readonly body?: LocalText
  readonly recipient?: LocalText
  /** Who manages the base, and the address of the office. */
  readonly manager?: LocalText
  readonly office?: string
  /** A rehearsal says so first thing, in both languages. */
  readonly rehearsal: boolean
  /** Ledger head, 64 hexadecimal digits, and the ISO instant of its entry. */
  readonly head: string
  readonly headTime: string
  /** When it leaves, by the clock of the base; absent: at the time of its entry. */
  readonly writtenAt?: string
  /** IANA name of the time of the place. */
  readonly zone?: string
  /** The number of that entry: of several notices of a base the newest is printed. */
  readonly headSeq: number
  /** The last signed checkpoint of the whole ledger, in its short form; absent before the first one. */
  readonly checkpoint?: { readonly short: string; readonly at: string }
  /** Where to look and act. Opening it never acts. */
  readonly link: string
  /** The link lets its reader act at once. */
  readonly acts?: true
  /** Where the record of the base is read. */
  readonly record?: string
}

export interface AnswerInLetter {
  readonly option: string
  readonly label: LocalText
  readonly leads?: LocalText
}

/** What a mail says of itself to machines: the base it is about, where it is one alone, and the letter it answers to. */
export interface Thread {
  readonly base: string
  readonly baseName: string
  /** The mail by which the step was first asked for. */
  readonly first?: string
}

/** A letter ready to be frozen in the outbox: the same facts give the same letter. */
export interface RenderedLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** In the order they stand in the letter. */
  readonly languages: readonly Locale[]
  /** Who signs it, as the sender is shown. */
  readonly sender?: string
  readonly thread?: Thread
}
