import type { ThingThere } from '../../domain/follow-up/thing-there.js'
import type { AnswerFault } from '../../domain/form/fault.js'
import type { Choice, FormField } from '../../domain/form/field.js'
import type { FormAnswers } from '../../domain/form/form.js'
import type { Locale, LocalText } from '../../domain/locale.js'

/** What a page that was opened by a link knows of its reader: the language, and the token that each of its forms sends back. */
export interface OpenedByLink {
  readonly locale: Locale
  readonly token: string
}

/** What a step is about, for whoever acts on it by a link. */
export interface ActSubject {
  readonly base: string
  /** Its base is rehearsed: nothing that is decided here is a decision. */
  readonly rehearsal: boolean
  readonly cluster: LocalText
  readonly key: string
  readonly title: LocalText
  readonly role: LocalText
  readonly dueAt: LocalText
  /** How many act, and how many have, where that is for these eyes. */
  readonly seats: number
  readonly acted: number | undefined
  /** Who may act besides. */
  readonly also: readonly LocalText[]
  /** The version of the text that both sides make, by its hash; undefined: it is not about one. */
  readonly text: string | undefined
  /** What was drafted about that text and goes with the decision; undefined: its reader drafts nothing here. */
  readonly drafted: readonly LocalText[] | undefined
  /** What an option asks to be done on the page of that text before it is taken, where its reader drafts there. */
  readonly asksFirst: Readonly<Record<string, readonly LocalText[]>>
  /** What stands open about that text; undefined: nothing. */
  readonly waiting: LocalText | undefined
  /** The papers that are decided on, by their fingerprints. */
  readonly papers: readonly { readonly sha256: string; readonly label: LocalText }[]
  /** Why it came back to the place, or who asked for it, in sentences. */
  readonly before: readonly LocalText[]
}

export interface ActOption {
  readonly option: string
  readonly label: LocalText
  readonly leadsTo: LocalText
  readonly codes: readonly Choice[]
  readonly needsWords: boolean
  /** Why it would not be taken as things stand. */
  readonly because: LocalText | undefined
}

/** What was chosen and filled in so far. */
export interface FilledPage {
  readonly option: ActOption
  /** Only of a page that was shown for this link and option does the act come. */
  readonly mark: string
  readonly fields: readonly FormField[]
  readonly answers: FormAnswers
  readonly faults: readonly AnswerFault[]
  readonly exhibits: readonly Choice[]
  readonly things: readonly ThingThere[]
  readonly longer: string | undefined
  readonly code: string
  readonly reason: string
  readonly asksInterest: boolean
  readonly saysNoInterest: boolean
  /** The act weighs so much that it takes a code from the mailbox on record (0061). */
  readonly asksCode: boolean
  /** That one is on its way. */
  readonly isCodeSent: boolean
  /** Why the act was not taken. */
  readonly no: { readonly says: string; readonly next: string } | undefined
}

/** A form of a step on its way: what stands in it, and what it goes by. */
export interface StepFilling extends FilledPage {
  /** Which version of the draft was read; 0: none yet. */
  readonly draft: number
  /** What makes a second click the same act. */
  readonly once: string
  /** What is told over the form, where something was done. */
  readonly told: 'saved' | 'brought' | 'tabled' | undefined
  /** The parts a long form is filled in by, and which of them is on the page; its fields are `fields`. */
  readonly parts: readonly FormPart[]
  readonly part: number
  /** All that is asked with this option, whichever part it stands in. */
  readonly asked: readonly FormField[]
  /** What the form began with and nobody changed yet, and why it did. */
  readonly begun: readonly { readonly field: string; readonly because: LocalText }[]
}

/** A part of a form: as much as is filled in on one page. */
export interface FormPart {
  readonly no: number
  readonly codes: readonly string[]
  readonly label: LocalText
  /** How many things are missing in it, or do not fit. */
  readonly left: number
}

/** What somebody has decided by a link, for him or her to keep. */
export interface ActReceipt {
  readonly base: string
  readonly rehearsal: boolean
  readonly cluster: LocalText
  readonly key: string
  readonly title: LocalText
  /** Which option; undefined: its entry is not told. */
  readonly label: LocalText | undefined
  /** When, where the place is and where the programme is. */
  readonly at: LocalText | undefined
  /** The number of its entry. */
  readonly seq: number | undefined
  readonly command: string
  /** What follows; undefined: others have still to act on the step. */
  readonly leadsTo: LocalText | undefined
  /** What the base waits for now. */
  readonly waits: readonly LocalText[]
}
