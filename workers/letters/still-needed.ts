import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import { letters } from '../../domain/letters/letters.js'
import type { StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { sideOf } from './around.js'
import { actBehind, actsUndone } from '../../db/reads/act-behind.js'
import { laterStatus } from '../../db/reads/later-status.js'
import { waitsForOfficeHours } from './office-hours.js'
import { actsOn, standings, type LetterStanding, type StandingOf } from './standing.js'
import { awaitsUndo, unsaysNothing, type Awaiting, type UndoWindow } from './undo-window.js'

type Db = Kysely<Database>

/** What keeps a letter here: for good, with the reason; or until the turn of its base comes, its notice has run, or the time is over in which the decision it tells of is taken back unheard. */
export type KeptBack = Awaiting | { readonly until: 'turn' | 'hours' }

/**
 * Says for the letters of one look what keeps one back; undefined while it is needed. Nobody is told of a base that he or she may not
 * see any more: the seat has ended since, or an interest was declared (8.12, SD5). One that tells of what happened else always is.
 * One about a step that waits is while the step does, and one that asks to act while the judge would take the reader's decision, were
 * the base neither held nor stopped; to a place letters leave in its office hours; before the turn of its base has come (R9) or a notice has run it waits, and what only reminds is not sent before its turn.
 */
export const keptBack = (
  db: Db,
  { keepsHours = false, undo = noUndo, standingOf = standings(db) }: Keeping = {},
): ((letter: OutgoingLetter) => Promise<KeptBack | undefined>) => {
  return async (letter) => {
    const { stillSo } = letters[letter.kind]
    // What was handed over and had no answer may have come: it is sent again as it was.
    if (letter.sentWith !== null) return undefined
    const standing = await standingOf(letter)
    if (standing === undefined) return undefined
    const { sees } = await standing.eyes()
    if (sees({ kind: 'base' }) === 'none') return { why: 'not sent: its reader may not see the base any more' }
    const awaited = await toldOrTakenBack(letter, { db, standing, window: undo })
    if (awaited !== undefined) return awaited
    const kept =
      letter.step === null
        ? await ofTheBase(letter, { db, standing, window: undo })
        : stillSo && (await judged(standing, { letter, stillSo }))
    if (kept !== undefined || !keepsHours) return kept
    const side = sideOf(await standing.reader(), letter)
    return waitsForOfficeHours(letter, { ...standing, side }) ? { until: 'hours' } : undefined
  }
}

interface Keeping {
  readonly keepsHours?: boolean
  readonly undo?: UndoWindow
  /** The look by which the letters are put into words too; left out: one of its own. */
  readonly standingOf?: StandingOf
}

interface Keeper {
  readonly db: Db
  readonly standing: LetterStanding
  readonly window: UndoWindow
}

/** What keeps a letter here that is about no step: the session it asks for was convened, or its status was followed by another. */
const ofTheBase = async (letter: OutgoingLetter, keeper: Keeper): Promise<KeptBack | undefined> => {
  const wanted = letters[letter.kind].onlyWhile?.(letter.facts)
  if (wanted === 'awaits_session' && !keeper.standing.awaitsSession)
    return { why: 'not sent: the session it asks for was convened, or none is waited for any more' }
  return wanted === 'last_status' ? await followedBy(letter, keeper) : undefined
}

/** A status tells where the base stands: followed by another it waits until that can be taken back unheard no more, and then never leaves. */
const followedBy = async (letter: OutgoingLetter, { db, standing, window }: Keeper): Promise<Awaiting | undefined> => {
  const seq = await laterStatus(db, letter)
  if (seq === undefined) return undefined
  const act = async () => await actBehind(db, { base: letter.base, seq })
  return (
    (await awaitsUndo(letter, { act, canBeVoided: standing.canBeVoided, window })) ?? {
      why: 'not sent: the base has another status now, which is told by itself',
    }
  )
}

/** What the time to take a decision back makes of a letter: of one that tells of it, and of one that tells of its undoing. */
const toldOrTakenBack = async (
  letter: OutgoingLetter,
  { db, standing, window }: Keeper,
): Promise<Awaiting | undefined> =>
  (await unsaysNothing(letter, { undone: async () => await actsUndone(db, letter), window })) ??
  (await awaitsUndo(letter, {
    act: async () => await actBehind(db, letter),
    canBeVoided: standing.canBeVoided,
    window,
  }))

const noUndo: UndoWindow = { realMs: 0, rehearsalMs: 0 }

interface Looked {
  readonly letter: OutgoingLetter
  readonly stillSo: (step: StepState) => boolean
}

const judged = async (standing: LetterStanding, { letter, stillSo }: Looked): Promise<KeptBack | undefined> => {
  const { state, step, rules } = standing
  const { asksToAct = false } = letters[letter.kind]
  if (step === undefined || state.closed || !stillSo(step))
    return { why: 'not sent: what it says of its step is no longer so' }
  if (!asksToAct || step.outcome !== undefined || rules === undefined) return undefined
  const reader = await standing.reader()
  if (!actsOn(reader, standing)) return undefined
  // Before a notice has run nobody is asked to act: the letter goes out on the day on which the act is allowed.
  if (rules.definition.runsFull === true && standing.now < step.dueAt) return { until: 'turn' }
  if (!mayDecide(reader, { ...standing, step, rules }))
    return { why: 'not sent: the rules keep its reader from acting on the step, or it was done already' }
  if ((await standing.ahead()) === 0) return undefined
  return letter.facts.rung === undefined
    ? { until: 'turn' }
    : { why: 'not sent: the turn of its base in the session has not come' }
}

/** While a base is held nobody decides, and yet the step waits for the same people. */
const mayDecide = (
  actor: Actor,
  {
    state,
    step,
    rules: { procedure },
    now,
  }: LetterStanding & { readonly step: StepState; readonly rules: NonNullable<LetterStanding['rules']> },
): boolean => {
  const { heldAt: _, frozen: __, ...moving } = state
  return waitsFor(moving, { id: step.id, actor, procedure, now })
}
