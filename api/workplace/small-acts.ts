import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { readText } from '../../db/reads/texts.js'
import type { BaseCommand } from '../../domain/command.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { programmeOfBase } from '../../domain/ids.js'
import { voidStillWaits } from '../../domain/judge/decided-since.js'
import { judge } from '../../domain/judge/judge.js'
import type { LocalText } from '../../domain/locale.js'
import type { Refusal } from '../../domain/refusal.js'
import { offices, roles } from '../../domain/role.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import { refusalInBoth } from '../../domain/words/refusals.js'
import { voidStands } from '../../domain/words/second-words.js'
import type { BaseEntry } from '../contract/commands/entry.js'
import { acting } from '../contract/commands/acting.js'
import { paper } from '../contract/commands/paper.js'
import { returning } from '../contract/commands/returning.js'
import { timing } from '../contract/commands/timing.js'
import type { SmallAct, SmallActPage, StepSmallAct } from '../../web/work/small-act.js'
import type { StepShown } from '../../web/work/step-model.js'
import { actorOf } from '../auth/actor.js'
import { seenBase } from '../auth/seen-base.js'
import { mustSeeBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { alsoWaits } from '../views/also-waits.js'
import { onPaper, paperAtHand, type PaperAtHand } from './paper-acts.js'
import { readPinned } from '../views/pinned-procedure.js'

/** The command of the table by which each is done: the same as by JSON and from the keyboard. */
export const smallActEntries: Readonly<Record<Exclude<SmallAct, 'confirm_paper'>, BaseEntry>> = {
  comment: acting.comment,
  hold: acting.hold,
  resume: acting.resume,
  withdraw: acting.withdraw,
  extend: timing.extend,
  void: returning.propose_void,
  confirm_void: returning.confirm_void,
  refuse_paper: paper.refuse_paper,
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
  const [takes, waiting, atHand] = await Promise.all([
    wouldBeTaken(parts, of),
    isClosed ? voidWaiting(parts, { step, ...of }) : undefined,
    isClosed ? undefined : paperAtHand(parts, { step, ...of }),
  ])
  const ofPaper = atHand === undefined ? [] : onPaper(step, { paper: atHand, reason: unwritten })
  const alone = [...onStep(step), ...ofPaper].flatMap(([act, command]) => (takes(command) ? [act] : []))
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

/** What was asked to be voided here and still waits, told to whoever asked for it and to those who read the inner side of the base (R17). */
export const voidAskedOn = async (
  parts: ApiParts,
  { person, base, step: id }: Asked & { readonly step: string },
): Promise<StepShown['voidAsked']> => {
  const { found, sight } = await seenBase(parts, { person, base })
  const state = await baseStateOf(parts.db, found)
  const step = state?.stage?.steps[id]
  const asked = step?.voidProposed
  if (state === undefined || step === undefined || asked === undefined || !voidStillWaits(state, step)) return undefined
  if (asked.person !== person && sight.sees({ kind: 'inner' }) !== 'whole') return undefined
  const { reason } = asked
  const seesWords = sight.sees({ kind: 'words', person: asked.person, side: roles[asked.role].side }) === 'whole'
  return {
    says: voidStands({ ...asked, seconds: offices.confirmsVoid }),
    words:
      reason === undefined || !seesWords
        ? undefined
        : ((await readText(parts.db, { id: reason.id }))?.body ?? undefined),
  }
}

/** Whether the judge would take a command on a base from somebody now. */
export const wouldBeTaken = async (parts: ApiParts, of: Asked): Promise<(command: BaseCommand) => boolean> => {
  const whyNot = await refusalsFor(parts, of)
  return (command) => whyNot(command) === undefined
}

/** Why the judge would not take an act of a page from somebody now, whatever is typed; undefined: it would. */
export const whyNotOffered = async (
  parts: ApiParts,
  {
    act,
    step,
    paper: atHand,
    ...of
  }: Asked & {
    readonly act: SmallAct
    readonly step: string | undefined
    readonly paper: PaperAtHand | undefined
  },
): Promise<{ readonly says: LocalText; readonly next: LocalText } | undefined> => {
  const whyNot = await refusalsFor(parts, of)
  const tried = [
    ...onBase,
    ...(step === undefined
      ? []
      : [...onStep(step), confirming(step), ...onPaper(step, { paper: atHand, reason: unwritten })]),
  ]
  const [no] = tried.flatMap(([one, command]) => (one === act ? (whyNot(command) ?? []) : []))
  return no === undefined || (act === 'confirm_void' && no.code === readAnother) ? undefined : refusalInBoth(no)
}

/** The "no" of the judge to a command on a base from somebody now; undefined: there is none. */
export const refusalsFor = async (
  parts: ApiParts,
  { person, base: id }: Asked,
): Promise<(command: BaseCommand) => Refusal | undefined> => {
  const [base] = await Promise.all([readBase(parts.db, { id }), mustSeeBase(parts, { person, base: id })])
  if (base === undefined) throw notFound(`base ${id}`)
  const state = await baseStateOf(parts.db, base)
  if (state === undefined) return () => ({ code: 'not_nominated', detail: { base: id } })
  const now = clockOf(base, parts.clock())
  const [procedure, actor] = await Promise.all([
    readPinned(parts, base),
    actorOf(parts, { person, programme: base.programme, channel: 'api' }),
  ])
  const rules = { procedure, calendars: base.calendars, story: lifeOf }
  // Whether somebody has just shown who he or she is, is asked when it is done and not when it is offered (0061).
  const known = { ...actor, factor: 'sign_in' as const }
  return (command) => {
    const judged = judge(state, { envelope: { id: `look-${id}`, command, actor: known, now }, rules })
    return judged.ok ? undefined : judged.refusal
  }
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

/** By an entry that is none: whoever may be the second person is told of it alone. */
const confirming = (step: string): Tried<StepSmallAct>[number] => [
  'confirm_void',
  { type: 'confirm_void', step, seq: 0 },
]
const readAnother: Refusal['code'] = 'other_entry_waits'
