import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import type { BaseCommand } from '../../domain/command.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { programmeOfBase } from '../../domain/ids.js'
import { judge } from '../../domain/judge/judge.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import type { BaseEntry } from '../contract/commands/entry.js'
import { acting } from '../contract/commands/acting.js'
import { returning } from '../contract/commands/returning.js'
import { timing } from '../contract/commands/timing.js'
import type { SmallAct, SmallActPage, StepSmallAct } from '../../web/work/small-act.js'
import { actorOf } from '../auth/actor.js'
import { mustSeeBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { alsoWaits } from '../views/also-waits.js'
import { readPinned } from '../views/pinned-procedure.js'

/** The command of the table by which each is done: the same as by JSON and from the keyboard. */
export const smallActEntries: Readonly<Record<SmallAct, BaseEntry>> = {
  comment: acting.comment,
  hold: acting.hold,
  resume: acting.resume,
  withdraw: acting.withdraw,
  extend: timing.extend,
  void: returning.propose_void,
  confirm_void: returning.confirm_void,
}

interface Asked {
  readonly person: string
  readonly base: string
}

/** What the judge would take from somebody now beside the decisions of steps: asked of the judge itself, and of nobody else. */
export const smallActsOffered = async (parts: ApiParts, of: Asked): Promise<readonly SmallAct[]> => {
  const takes = await wouldBeTaken(parts, of)
  return onBase.flatMap(([act, command]) => (takes(command) ? [act] : []))
}

/** The same on a step; only a closed one is voided. */
export const stepActsOffered = async (
  parts: ApiParts,
  { step, isClosed, ...of }: Asked & { readonly step: string; readonly isClosed: boolean },
): Promise<readonly StepSmallAct[]> => {
  const [takes, waiting] = await Promise.all([
    wouldBeTaken(parts, of),
    isClosed ? voidWaiting(parts, { step, ...of }) : undefined,
  ])
  const alone = onStep(step).flatMap(([act, command]) => (takes(command) ? [act] : []))
  return waiting === undefined ? alone : [...alone, 'confirm_void']
}

/** What waits on a step for somebody as the second person, as the own work tells it (R17); undefined: nothing. */
export const voidWaiting = async (
  parts: ApiParts,
  { person, base, step }: Asked & { readonly step: string },
): Promise<SmallActPage['waiting']> => {
  const also = await alsoWaits(parts, { person, programme: programmeOfBase(base) })
  const found = also.find((one) => one.kind === 'void' && one.base === base && one.step === step)
  return found?.seq === undefined
    ? undefined
    : { seq: found.seq, sentence: found.sentence, words: found.words ?? undefined }
}

/** Whether the judge would take a command on a base from somebody now. */
export const wouldBeTaken = async (
  parts: ApiParts,
  { person, base: id }: Asked,
): Promise<(command: BaseCommand) => boolean> => {
  const [base] = await Promise.all([readBase(parts.db, { id }), mustSeeBase(parts, { person, base: id })])
  if (base === undefined) throw notFound(`base ${id}`)
  const state = await baseStateOf(parts.db, base)
  if (state === undefined || state.closed) return () => false
  const now = clockOf(base, parts.clock())
  const [procedure, actor] = await Promise.all([
    readPinned(parts, base),
    actorOf(parts, { person, programme: base.programme, channel: 'api' }),
  ])
  const rules = { procedure, calendars: base.calendars, story: lifeOf }
  // Whether somebody has just shown who he or she is, is asked when it is done and not when it is offered (0061).
  const known = { ...actor, factor: 'sign_in' as const }
  return (command) => judge(state, { envelope: { id: `look-${id}`, command, actor: known, now }, rules }).ok
}

/** Words stand in for those that are not written yet. */
export const unwritten: TextReference = { id: '00000000-0000-4000-8000-000000000000', hash: '0'.repeat(64) }

type Tried<A extends SmallAct> = readonly (readonly [A, BaseCommand])[]

const onBase: Tried<SmallAct> = [
  ['comment', { type: 'comment', text: unwritten }],
  ['hold', { type: 'hold', code: 'FMJ', reason: unwritten }],
  ['resume', { type: 'resume', reason: unwritten }],
  ['withdraw', { type: 'withdraw', code: 'WDR', reason: unwritten }],
]

const onStep = (step: string): Tried<StepSmallAct> => [
  ['extend', { type: 'extend', step, days: 1, code: 'FMJ', reason: unwritten }],
  ['void', { type: 'propose_void', step, code: 'DAT', reason: unwritten }],
]
