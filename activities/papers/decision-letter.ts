import { keysScoring } from '../../domain/score.js'
import type { PaperFacts } from '../../documents/paper.js'
import type { Wording } from '../../documents/facts/parts.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { isFinal, lifecycle, type Status } from '../../domain/lifecycle.js'
import type { SupportKind } from '../../domain/support-kinds.js'
import type { LocalText } from '../../domain/locale.js'
import { broughtOn, quoted } from './brought.js'
import { wordsOf } from '../wording.js'
import { isDecidedAgain, redressOf } from './redress.js'
import { conditionsOf } from './conditions.js'
import { dayOf } from './dates.js'
import { actsOn, lastClosed, ofType, saidWith, type EventAt, type StorySoFar } from './story-so-far.js'
import { defined } from '../../domain/values/defined.js'

/** The decision that gave the base the status it has now (1.10, 2.10, or the end of its way), and why. */
export const decisionLetter = (story: StorySoFar): PaperFacts['decision_letter'] => {
  const status = ofType(story.events, 'status_changed').at(-1)
  if (status === undefined) throw new Error(`No decision has been taken on ${story.base.id}.`)
  const step = decisiveStep(story, status)
  const isOver = isFinal(status.to)
  const reasons = reasonsOf(story, { step, status })
  const scored = scoreFor(story, step)
  return {
    decision: step === undefined || isOver ? lifecycle[status.to].label : wordsOf(step),
    favourable: !isOver && status.to !== 'waiting_list',
    means: meaningOf(status.to),
    decidedOn: dayOf(step?.at ?? status.at, programmeCalendar.zone),
    ...defined({
      reasonCode: status.code,
      reasons,
      score: scored?.score,
      scoreOf: scored?.of,
      superior: superiorOf(story, step),
      conditions: isOver ? undefined : conditionsOf(story),
      cover: status.to === 'withdrawn_by_nominee' ? undefined : coverOf(story, { step, status }),
      redress: redressOf(story),
      decidedAgain: isOver && isDecidedAgain(story, step?.key) ? true : undefined,
    }),
  }
}

/** What the decision is to its reader: by that it is titled, and not by the step at which it was taken. */
const meaningOf = (to: Status): PaperFacts['decision_letter']['means'] => {
  if (isFinal(to)) return 'outcome'
  if (to === 'waiting_list') return 'waiting_list'
  return lifecycle[to].holdsSlot ? 'approval' : 'shortlist'
}

/** What the superior authority said, where the decision was taken on the nomination as a whole (1.7, 1.10). */
const superiorOf = (story: StorySoFar, step: Closed | undefined): LocalText | undefined => {
  const said = step?.key === '1.10' ? lastClosed(story, ['1.7']) : undefined
  return said?.option === undefined ? undefined : wordsOf({ key: said.key, option: said.option })
}

/** What went with the notice of this very decision, where it was given before the letter was ordered (1.11). */
const coverOf = (story: StorySoFar, { step }: Decision): Wording | undefined => {
  const told = lastClosed(story, ['1.11'])
  return told !== undefined && step?.key === '1.10' && told.seq > step.seq
    ? quoted(broughtOn(story, { key: '1.11' }), 'cover')
    : undefined
}

type Closed = EventAt<'step_closed'> & { readonly option: string }

/** The step that was closed last before the status changed, or the one that it tells of (1.11). A withdrawal and the clock need none. */
const decisiveStep = (story: StorySoFar, status: EventAt<'status_changed'>): Closed | undefined => {
  if (status.to === 'withdrawn_by_nominee') return undefined
  const last = ofType(story.events, 'step_closed').findLast(({ seq, how }) => seq < status.seq && how !== 'stopped')
  const told = Object.values(story.procedure.steps).find(({ toldBy }) => toldBy !== undefined && toldBy === last?.key)
  return told === undefined ? last : lastClosed(story, [told.key])
}

interface Decision {
  readonly step: Closed | undefined
  readonly status: EventAt<'status_changed'>
}

/** The words of whoever decided alone; what one member of a body wrote is not the reason of the body. */
const reasonsOf = (story: StorySoFar, { step, status }: Decision): string | undefined => {
  if (status.to === 'withdrawn_by_nominee') return saidWith(story, ofType(story.events, 'withdrawal_declared').at(-1))
  return step?.how === 'act' ? saidWith(story, actsOn(story, step.step).at(-1)) : undefined
}

/** The score the decision rests on: of the nomination, or of due diligence. */
const scoreFor = (
  story: StorySoFar,
  step: Closed | undefined,
): { readonly score: number; readonly of: 'nomination' | 'diligence' } | undefined => {
  const { procedure } = story
  const borneBy = step === undefined ? undefined : procedure.steps[step.key]?.supports
  const of = borneBy === undefined ? undefined : scoreBehind[borneBy]
  const score = of === undefined ? undefined : lastClosed(story, keysScoring(procedure, of))?.score
  return of === undefined || score === undefined ? undefined : { score, of }
}

const scoreBehind: Readonly<Partial<Record<SupportKind, 'nomination' | 'diligence'>>> = {
  pass_mark: 'nomination',
  recommendation: 'diligence',
  fresh_diligence: 'diligence',
}
