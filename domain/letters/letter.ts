import type { LocalText } from '../locale.js'
import type { AnyEvent, EventOf, EventType } from '../event.js'
import type { PersonId } from '../ids.js'
import type { Role } from '../role.js'
import type { StepState } from '../state.js'
import type { LetterForm, LetterFacts, ToldFacts } from './facts.js'
import type { LetterWords } from './wording.js'

/** A row of the table of letters: who is told on which event, which facts it carries, and its words. */
export interface Letter<Fact extends keyof ToldFacts = keyof ToldFacts> {
  readonly facts: readonly Fact[]
  readonly on: SentOn<Fact>
  readonly words: LetterWords
  /** What letters of this kind are about; absent: their shortest subject without its facts says it. */
  readonly label?: LocalText
  /** Its words in another form. */
  readonly forms?: Readonly<Partial<Record<LetterForm, LetterWords>>>
  /** Its words to whoever is not the one to act: the head of the place, others of the place, the office. */
  readonly to?: Readonly<Partial<Record<Audience, LetterWords>>>
  /** Its words where it brings a paper that decides, by what was decided. */
  readonly papers?: Readonly<Record<PaperForm, LetterWords>>
  /** With which phrase it ends; absent: it informs. */
  readonly ends?: Ending
  /** What the role of the step is to the reader, where it is not the one to act in. */
  readonly roleIs?: 'wanted' | 'signedAs'
  /** Its reader may not choose, although the step it tells of has options. */
  readonly choosesNothing?: true
  /** Whether what it says of its step is still so; what is not is not sent. Absent: it tells of what happened, and stays so. */
  readonly stillSo?: (step: StepState) => boolean
  /** What has to be so of its base while it waits here, where it is about no step; absent: nothing. */
  readonly onlyWhile?: (facts: LetterFacts) => OnlyWhile | undefined
  /** Those who hold the role of its step read it only while their decision would be taken. */
  readonly asksToAct?: true
  /** Whether it binds somebody, and so must not come twice; absent: it never does. */
  readonly binds?: (facts: LetterFacts) => boolean
  /** It bears no delay, whatever the hour where its reader is. */
  readonly atOnce?: (facts: LetterFacts) => boolean
  /** It only takes back what was told before, and is nothing to whoever was not told. */
  readonly unsays?: (facts: LetterFacts) => boolean
}

/** The base waits for a place in a session (1.10), or no later status has followed the one that is told. */
export type OnlyWhile = 'awaits_session' | 'last_status'

/** Who reads a letter about a step: who may act on it, the head of the place, somebody else of the place, or the office. */
export type Audience = 'actor' | 'head' | 'place' | 'staff'

/** A letter asks, tells, answers or reminds, and ends with the phrase for it. */
export type Ending = 'request' | 'inform' | 'answer' | 'remind'

/** What a paper that decides has decided, as its letter tells it. */
export const paperForms = [
  'received',
  'shortlisted',
  'not_taken',
  'waiting',
  'approved',
  'in_order',
  'role_model',
  'yellow',
  'red',
  'suspended',
  'active',
] as const
export type PaperForm = (typeof paperForms)[number]

/** By event: the letter it sends, seen with the events of the same record. What sends none is left out, or says undefined. */
export type SentOn<Fact extends keyof ToldFacts> = {
  readonly [T in EventType]?: (event: EventOf<T>, beside: readonly AnyEvent[]) => Sent<Fact> | undefined
}

/** A letter before its readers are known: which roles read it, and on which step 'actor' stands for who has yet to act. */
export interface Sent<Fact extends keyof ToldFacts = keyof ToldFacts> {
  readonly roles: readonly Role[]
  /** Also tells those who hold the role of this step and have not acted on it. */
  readonly actorsOf?: string
  /** Also tells those who have acted on this step, and in whose place they did: all but whoever decides about it now. */
  readonly actedOn?: { readonly step: string; readonly besides: PersonId | undefined }
  /** These very people read it. */
  readonly people?: readonly PersonId[]
  /** Only those who may do what the letter asks for: with a seat of their own, and none of these people. */
  readonly asks?: { readonly notOf: readonly PersonId[] }
  /** Only where the record leaves the base waiting for a place in a session (1.10). */
  readonly onlyWhile?: Extract<OnlyWhile, 'awaits_session'>
  readonly facts: Pick<ToldFacts, Fact>
}

/** A row that sends no fact it does not name: that one does not compile. */
export const letter = <const Fact extends keyof ToldFacts>(row: Letter<Fact>): Letter<Fact> => row
