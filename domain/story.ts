import type { LocalText } from './locale.js'
import type { DocumentKind } from './document-kind.js'
import type { Instant } from './ids.js'
import type { Stage, Status } from './lifecycle.js'
import type { StepId, StepKey } from './values/step-key.js'
import type { ReasonCode } from './reason-code.js'
import type { StepOutcome } from './state.js'
import { defined } from './values/defined.js'

/** What a decided step tells the story: the outcome, and whether a loop's limit is used up by it. */
export interface StepTold extends StepOutcome {
  readonly usedUp: boolean
  readonly id: StepId
  /** When it was decided; absent for a step that a procedure does without. */
  readonly at?: Instant
  /** Until when what was cleared on it counts at a lock. */
  readonly countsUntil?: Instant
}

/** The number of the matter whose story asks it; absent: the stage itself. Each answers for itself, whatever the others asked. */
interface OfMatter {
  readonly matter?: number
}

/** What happens by itself when the story has come so far; each becomes an event exactly once. */
export type Effect =
  | { readonly effect: 'enter'; readonly stage: Stage; readonly no: number }
  | { readonly effect: 'leave'; readonly stage: Stage; readonly no: number }
  | ({ readonly effect: 'open'; readonly key: StepKey; readonly id: StepId } & OfMatter)
  | ({ readonly effect: 'status'; readonly status: Status; readonly code?: ReasonCode } & OfMatter)
  /** `contestable`: the time for redress begins with the paper, which says until when it runs (8.9). */
  | ({ readonly effect: 'order'; readonly kind: DocumentKind; readonly contestable?: true } & OfMatter)
  | { readonly effect: 'shortlist'; readonly taken: boolean }
  | { readonly effect: 'reserve' }
  | { readonly effect: 'plaque' }
  | { readonly effect: 'sign' }
  | { readonly effect: 'activate' }
  | { readonly effect: 'conclude' }
  /** The colour of the last review, decided again by other people after redress (R14). */
  | { readonly effect: 'reconclude' }
  /** The result of an extraordinary review, and that it counts no longer after upheld redress (5.13, 8.9). */
  | { readonly effect: 'conclude_extraordinary' }
  | { readonly effect: 'set_aside' }
  | { readonly effect: 'bring_into_force' }
  /** The panel's proposal is put beside the others of the year, and what the board confirms is claimed (6.5). */
  | { readonly effect: 'propose_role_model' }
  | { readonly effect: 'grant_role_model' }
  /** The committee waives the caps; the board prolongs a reservation (8.2, R5). */
  | { readonly effect: 'waive' }
  | { readonly effect: 'prolong' }
  /** For force majeure, until the day the matter names (8.5). */
  | ({ readonly effect: 'hold' } & OfMatter)
  | ({ readonly effect: 'unfreeze' } & OfMatter)
  /** The condition that the matter names is to be met no longer (8.16). */
  | ({ readonly effect: 'lift' } & OfMatter)
  | { readonly effect: 'amend' }
  | { readonly effect: 'renew' }
  /** `of` is the decision that ended the matter, which may be asked to be looked at again (8.9). */
  | { readonly effect: 'finish'; readonly status: Status; readonly code?: ReasonCode; readonly of?: StepId }

/** A matter beside a stage, by its number (3.13, 5.13, 8.10, E6). */
export interface Beside {
  readonly no: number
  readonly story: Story
}

export type StoryAsk =
  | { readonly ask: 'step'; readonly key: StepKey }
  | { readonly ask: 'together'; readonly stories: readonly Story<unknown>[] }
  /** A story that the programme may let lie: over since then, or whenever its thread was; what it has not come to is asked no more. */
  | { readonly ask: 'unless'; readonly over: Instant | true | undefined; readonly story: Story<unknown> }
  /** A stage, and what came up beside it: answered when the stage itself is told, whether or not that is settled. */
  | { readonly ask: 'stage'; readonly body: Story; readonly beside: readonly Beside[] }
  | { readonly ask: 'effect'; readonly effect: Exclude<Effect, { effect: 'enter' | 'leave' | 'open' }> }
  | { readonly ask: 'enter'; readonly stage: Stage }
  | { readonly ask: 'leave'; readonly stage: Stage }
  /** A place in a ranked session of the programme, one for each visit; the step is what it ranks for (1.10). */
  | { readonly ask: 'session'; readonly ranks: StepKey }
  /** The paper of that kind, newest order, is made. */
  | { readonly ask: 'paper'; readonly kind: DocumentKind }
  /** Whether a decision that ends nothing yet may be asked to be looked at again: once, and upheld, it is taken anew (8.9). */
  | { readonly ask: 'contest'; readonly of: StepId }
  /** Nothing by itself: the story is told again when something else has changed, and asks no more when it need not wait. */
  | { readonly ask: 'rest'; readonly says: LocalText }

/** What the runner hands back: the outcome of a step, or whether the stage just entered is over already. */
export type StoryAnswer = StepTold | 'past' | 'done'

/** A part of the life of a base as a generator: pure, synchronous, run from its top each time (0004). */
export type Story<T = void> = Generator<StoryAsk, T, StoryAnswer>

/** One step: waits for its outcome. */
export function* step(key: StepKey): Story<StepTold> {
  const answer = yield { ask: 'step', key }
  if (typeof answer === 'string') throw new TypeError(`step ${key} was answered with ${answer}`)
  return answer
}

/** Whether the procedure does without the step: the story goes on as if there were none (R18). */
export const isOff = ({ option }: StepOutcome): boolean => option === 'off'

/** Steps or small stories side by side; goes on when all have come to their end. */
export function* together(...stories: readonly Story<unknown>[]): Story {
  yield { ask: 'together', stories }
}

/**
 * A small story that is told until it has come to its end, or is over because the programme let it lie (R3): at that instant, where
 * whoever goes on asks for the same steps.
 */
export function* unless(over: Instant | boolean | undefined, story: Story<unknown>): Story {
  yield { ask: 'unless', over: over === false ? undefined : over, story }
}

/** Steps of both sides or of many, side by side: all their answers, in the order asked. */
export function* sideBySide(...keys: readonly StepKey[]): Story<readonly StepTold[]> {
  const answers: StepTold[] = []
  yield* together(...keys.map((key, index) => keep(key, (told) => void (answers[index] = told))))
  return answers
}

/** A step whose answer is kept aside, where the story around it hears none. */
export function* keep(key: StepKey, into: (told: StepTold) => void): Story {
  into(yield* step(key))
}

/** Something that happens by itself at this point. */
export function* happens(effect: Extract<StoryAsk, { ask: 'effect' }>['effect']): Story {
  yield { ask: 'effect', effect }
}

/** A move of the base along the lifecycle table. */
export const status = (to: Status, code?: ReasonCode): Story =>
  happens({ effect: 'status', status: to, ...defined({ code }) })

/** The end of the matter by a decision: whatever else is open stops. */
export const finish = (to: Status, { code, id }: Pick<StepTold, 'code' | 'id'>): Story =>
  happens({ effect: 'finish', status: to, of: id, ...defined({ code }) })

/** Orders a paper and waits until it is made, because a later act depends on its hash. */
export function* paper(kind: DocumentKind): Story {
  yield* happens({ effect: 'order', kind })
  yield { ask: 'paper', kind }
}

/** Whether redress may be asked of a decision before its consequence; what was taken anew after redress stands (8.9). */
export function* mayContest({ id }: Pick<StepTold, 'id'>): Story<boolean> {
  return (yield { ask: 'contest', of: id }) === 'done'
}

/** Waits for what comes by another story. */
export function* rest(says: LocalText): Story {
  yield { ask: 'rest', says }
}

/** Waits for a place in a session that ranks for a step. */
export function* session(ranks: StepKey): Story {
  yield { ask: 'session', ranks }
}

/**
 * One of the five stages: skipped when it is over, entered once, left once. What came up beside it holds nothing off: it goes on
 * beside the next stage.
 */
export function* stage(name: Stage, { body, beside }: { body: () => Story; beside: () => readonly Beside[] }): Story {
  const entered = yield { ask: 'enter', stage: name }
  if (entered === 'past') return
  yield { ask: 'stage', body: body(), beside: beside() }
  yield { ask: 'leave', stage: name }
}
