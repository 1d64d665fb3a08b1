import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import type { BaseCommand } from '../../domain/command.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { judge } from '../../domain/judge/judge.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import type { BaseEntry } from '../contract/commands/entry.js'
import { acting } from '../contract/commands/acting.js'
import { timing } from '../contract/commands/timing.js'
import type { SmallAct } from '../../web/work/small-act.js'
import { actorOf } from '../auth/actor.js'
import { mustSeeBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { readPinned } from '../views/pinned-procedure.js'

/** The command of the table by which each is done: the same as by JSON and from the keyboard. */
export const smallActEntries: Readonly<Record<SmallAct, BaseEntry>> = {
  comment: acting.comment,
  hold: acting.hold,
  resume: acting.resume,
  withdraw: acting.withdraw,
  extend: timing.extend,
}

interface Asked {
  readonly person: string
  readonly base: string
  /** What more time is asked for; left out: acts on the base alone. */
  readonly step?: string
}

/** What the judge would take from somebody now beside the decision of a step: asked of the judge itself, and of nobody else. */
export const smallActsOffered = async (parts: ApiParts, { step, ...of }: Asked): Promise<readonly SmallAct[]> => {
  const takes = await wouldBeTaken(parts, of)
  return (step === undefined ? onBase : onStep(step)).flatMap(([act, command]) => (takes(command) ? [act] : []))
}

/** Whether the judge would take a command on a base from somebody now. */
export const wouldBeTaken = async (
  parts: ApiParts,
  { person, base: id }: Omit<Asked, 'step'>,
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

type Tried = readonly (readonly [SmallAct, BaseCommand])[]

const onBase: Tried = [
  ['comment', { type: 'comment', text: unwritten }],
  ['hold', { type: 'hold', code: 'FMJ', reason: unwritten }],
  ['resume', { type: 'resume', reason: unwritten }],
  ['withdraw', { type: 'withdraw', code: 'WDR', reason: unwritten }],
]

const onStep = (step: string): Tried => [['extend', { type: 'extend', step, days: 1, code: 'FMJ', reason: unwritten }]]
