import type { Locale, LocalText } from '../locale.js'
import type { Role } from '../role.js'

/**
 * What a letter says. A sentence has gaps, `{due}`; one of them may stand in a part that is left out without it, `[ until {until}]`; `{?late}`
 * prints nothing and asks only whether the fact is there. A sentence without one of its facts is left out whole: what is not known is not
 * said. Some paragraphs are made by the frame: `{answers}`, `{asked}`, `{details}`, `{link}`.
 */
export interface LetterWording {
  /** The first of these of which all facts are there. */
  readonly subject: readonly string[]
  readonly body: readonly LetterParagraph[]
}

/** One sentence, or several that stand and fall alone. */
export type LetterParagraph = string | readonly string[]

export type LetterWords = Readonly<Record<Locale, LetterWording>>

/** What the place is asked for by a step, what its silence means, and what each answer leads to, in the words of the programme. */
export interface StepAsk {
  /** Behind "please": an imperative. */
  readonly ask: LocalText
  /** What follows if nothing is heard; absent: what the ladder of the step does next. */
  readonly silence?: LocalText
  readonly answers?: AnswersTold
  /** The whole letter, where the step has one of its own. */
  readonly letter?: LetterWords
}

/** A letter that tells what became of a step, or that it has begun, to those who do not act on it. */
export interface StepNews {
  readonly to: readonly Role[]
  readonly words: LetterWords
  /** Gaps of the words that answers fill: of which step, which field of its form. Of a table its first column. */
  readonly quotes?: Readonly<Record<string, { readonly step: string; readonly field: string }>>
}

/** What an option of a step is called in a letter, with where it leads. */
export type AnswersTold = Readonly<Record<string, LocalText>>
