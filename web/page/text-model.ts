import type { z } from 'zod'
import type { TextDifferenceResponse, TextItem, TextResponse } from '../../api/contract/texts.js'
import type { FromPage } from '../../domain/form/posted.js'
import type { Locale, LocalText } from '../../domain/locale.js'

export type ShownText = z.output<typeof TextResponse>
type TextChanges = z.output<typeof TextDifferenceResponse>
export type ShownClause = ShownText['clauses'][number]
export type ClauseChange = TextChanges['clauses'][number]
export type ShownItem = z.output<typeof TextItem>

/** The text that both sides make, as one person may read it. */
export interface TextShown {
  readonly base: string
  /** Of the place, by which the hours are told beside those of the programme; undefined: nobody vouches for one. */
  readonly zone: string | undefined
  readonly text: ShownText
  /** What reads otherwise against an earlier version; undefined: no earlier one is for these eyes. */
  readonly against:
    | {
        readonly no: number
        readonly called: LocalText
        readonly isCleared: boolean
        readonly difference: TextChanges
      }
    | undefined
  /** What is said about it and not settled. */
  readonly items: readonly ShownItem[]
}

/** The text as it was made into a paper, in one language. */
export interface TextPaper {
  readonly sha256: string
  readonly language: LocalText
}

/** What somebody may answer on a step, and has drafted as an answer there. */
export interface AnswerShown {
  readonly given: string | undefined
  readonly may: readonly string[]
}

/** What its reader drafts about a text on an open step, whose decision brings it. */
export interface TextDrafting {
  readonly step: string
  readonly title: LocalText
  /** Where only what was brought is taken in, nothing is proposed. */
  readonly mayPropose: boolean
  /** What is written here goes into the next version itself: the step holds the pen. */
  readonly isPen: boolean
  readonly drafts: readonly ShownItem[]
  /** By the numbers of what may be answered. */
  readonly answers: ReadonlyMap<number, AnswerShown>
}

/** How the forms about a text are drawn and sent. */
export interface TextForms {
  /** Where a clause is chosen, and what goes along. */
  readonly lookAt: { readonly method: 'get' | 'post'; readonly action: string; readonly along: SentAlong }
  readonly sendTo: { readonly action: string; readonly along: SentAlong }
  /** The clause that is open for words: one, or the text as a whole; undefined: none. */
  readonly open: string | undefined
  /** What makes a second click the same write. */
  readonly once: string
  /** What was typed and not taken. */
  readonly typed: FromPage
  readonly no: { readonly says: string; readonly next: string } | undefined
  readonly isKept: boolean
}
type SentAlong = Readonly<Record<string, string>>

/** What is drafted, and by which forms. */
export interface SayingOnText {
  readonly drafting: TextDrafting
  readonly forms: TextForms
}

/** A text with the language of its reader. */
export interface ReadingText {
  readonly shown: TextShown
  readonly locale: Locale
}

/** A clause, and what is said about it. */
export interface OnClauseProps {
  readonly text: ShownText
  readonly clause: ShownClause
  readonly saying: SayingOnText
  readonly locale: Locale
}
