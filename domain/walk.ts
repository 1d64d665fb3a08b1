import {
  followsNothing,
  optionsOf,
  papersByOption,
  papersOf,
  type Chosen,
  type Follows,
  type FollowsOf,
  type Unled,
  type UnledSteps,
} from './leads.js'
import type { Stage } from './lifecycle.js'
import type { Lead, Procedure } from './procedure.js'
import type { Story, StoryAnswer, StoryAsk } from './story.js'
import { noVisit, type Option, type StepKey } from './values/step-key.js'

/** A story to walk, and what it notes of the steps decided in it, as the state of a base would. */
export interface WalkedStory {
  readonly story: Story<unknown>
  readonly notes?: (key: StepKey, option: Option) => void
  /** So many stages are over before it begins. */
  readonly past?: number
}

/** Stories that are told side by side with others, and what is settled by their end. A step belongs to the first that asks it. */
export interface StoryGroup {
  readonly settles: Extract<Lead, { settles: unknown }>['settles']
  readonly stories: readonly (() => WalkedStory)[]
}

/** An option just chosen; `found` once it is known what follows it. */
interface Loose {
  readonly of: Chosen
  found: boolean
}

/** One telling of a story, with an option named for some visits and the one that goes on for all others. */
interface Walk {
  readonly steps: UnledSteps
  readonly answers: ReadonlyMap<string, Option>
  readonly notes: WalkedStory['notes']
  readonly follows: FollowsOf
  /** The options met on the way by the visit of their step, and the answers that lead to those never met before. */
  readonly met: Set<string>
  readonly untold: ReadonlyMap<string, Option>[]
  /** Answers other than the usual so far. */
  readonly turns: Map<string, Option>
  /** Visits of steps and turns of loops in this visit of the stage. */
  readonly times: Map<string, number>
  stage?: Stage
  past: number
  /** The year is over and the next one has begun: of that one only the first steps count. */
  isOver: boolean
  ended: boolean
}

/** Who chooses the same so often in one stage goes round for ever. */
const turnsAtMost = 20
/** Visits of a step after the second have the same options once more. */
const visitsTold = 2

/**
 * The steps of a procedure with all their leads and papers. What an option does not say of itself is read from the stories, told once for
 * each option of each step: what follows it in the first telling that comes to it, with the fewest turns aside, and what any
 * telling begins the next year with. A step to which none of these leads is led to by the option it follows in the first
 * telling that comes to the step. Throws where no story comes to an option that says nothing of itself.
 */
export const ledBy = (groups: readonly StoryGroup[], steps: UnledSteps): Procedure['steps'] => {
  const first: FollowsOf = new Map()
  const later: FollowsOf[] = []
  for (const { stories, settles } of groups) {
    const ofGroup: FollowsOf = new Map()
    for (const begin of stories)
      for (const told of tellings(begin, { steps, settles })) {
        for (const [of, follows] of told) if (!first.has(of) && saysLess(ofGroup.get(of))) ofGroup.set(of, follows)
        later.push(told)
      }
    for (const [of, follows] of ofGroup) first.set(of, follows)
  }
  for (const told of later)
    for (const [of, { nextYear }] of told) for (const key of nextYear) first.get(of)?.to.add(key)
  leadToAll(first, { later, steps })
  const ordered = papersByOption(later)
  return Object.fromEntries(
    Object.entries(steps).map(([key, step]) => [
      key,
      { ...step, options: optionsOf(step, first), documents: papersOf(step, ordered) },
    ]),
  )
}

/** A telling in which the year ends by an option says nothing yet of what it leads to within the year. */
const saysLess = (known: Follows | undefined): boolean =>
  known === undefined || (known.to.size === 0 && known.nextYear.size > 0)

const leadToAll = (first: FollowsOf, { later, steps }: { later: readonly FollowsOf[]; steps: UnledSteps }): void => {
  const reached = new Set<StepKey>()
  const reach = (key: StepKey): void => {
    if (reached.has(key)) return
    reached.add(key)
    const { order = [] } = steps[key] ?? {}
    for (const option of order) for (const next of first.get(`${key}:${option}`)?.to ?? []) reach(next)
  }
  for (const { key, begins } of Object.values(steps)) if (begins === true) reach(key)
  for (const told of later)
    for (const [of, { to }] of told)
      for (const key of to) {
        if (reached.has(key)) continue
        first.get(of)?.to.add(key)
        reach(key)
      }
}

/** A story told once with the option that goes on everywhere, and once more for each option met that was not chosen yet. */
function* tellings(
  begin: () => WalkedStory,
  { steps, settles }: { steps: UnledSteps; settles: StoryGroup['settles'] },
): Generator<FollowsOf> {
  const met = new Set<string>()
  const untold: ReadonlyMap<string, Option>[] = [new Map()]
  for (let answers = untold.shift(); answers !== undefined; answers = untold.shift()) {
    const { story, notes, past = 0 } = begin()
    const follows: FollowsOf = new Map()
    const run = { turns: new Map(), times: new Map(), past, isOver: false, ended: false }
    const walk: Walk = { steps, answers, notes, follows, met, untold, ...run }
    for (const { of } of play(story, { walk, loose: [] }) ?? []) followedBy(of, walk).settles = settles
    yield follows
  }
}

const followedBy = (of: Chosen, { follows }: Walk): Follows => {
  const known = follows.get(of) ?? followsNothing()
  follows.set(of, known)
  return known
}

interface At {
  readonly walk: Walk
  readonly loose: readonly Loose[]
}

/** Plays a story to its end and gives the options after which it asked nothing more; undefined where it stops on the way. */
const play = (story: Story<unknown>, { walk, loose }: At): readonly Loose[] | undefined => {
  let last = loose
  let next = story.next()
  while (next.done !== true) {
    const answered = answerTo(next.value, { walk, loose: last })
    if (answered === undefined || walk.ended) return undefined
    last = answered.loose
    next = story.next(answered.answer)
  }
  return last
}

interface Answered {
  readonly answer: StoryAnswer
  readonly loose: readonly Loose[]
}

const answerTo = (ask: StoryAsk, at: At): Answered | undefined => {
  const { loose } = at
  switch (ask.ask) {
    case 'step':
      return stepAnswer(ask.key, at)
    case 'together':
      return togetherAnswer(ask.stories, at)
    case 'unless':
      return togetherAnswer([ask.story], at)
    case 'stage':
      return togetherAnswer([ask.body, ...ask.beside.map(({ story }) => story)], at)
    case 'effect':
      return effectAnswer(ask.effect, at)
    case 'enter':
      return enterAnswer(ask.stage, at)
    case 'leave':
    case 'session':
    case 'paper':
    case 'contest':
    case 'rest':
      return { answer: 'done', loose }
  }
}

/** What the new year begins with is ordered by no option of the year before. */
const effectAnswer = (effect: Extract<StoryAsk, { ask: 'effect' }>['effect'], { walk, loose }: At): Answered => {
  walk.ended ||= effect.effect === 'finish'
  if (effect.effect === 'order' && !walk.isOver)
    for (const { of } of loose) followedBy(of, walk).papers.add(effect.kind)
  return { answer: 'done', loose }
}

const togetherAnswer = (stories: readonly Story<unknown>[], at: At): Answered | undefined => {
  const ends = stories.map((story) => (at.walk.ended ? undefined : play(story, at)))
  const left = new Set(ends.flatMap((loose) => loose ?? []))
  // What came before and was followed by a step of one of them is not followed by what comes after them all.
  for (const one of at.loose) if (one.found) left.delete(one)
  return ends.includes(undefined) ? undefined : { answer: 'done', loose: [...left] }
}

/** What leads to a stage leads to its first steps only where it is one more year of the same: the others begin by themselves. */
const enterAnswer = (stage: Stage, { walk, loose }: At): Answered | undefined => {
  if (walk.past > 0) {
    walk.past -= 1
    return { answer: 'past', loose }
  }
  const before = walk.stage
  if (before === undefined || before === stage) {
    walk.isOver = before === stage
    walk.stage = stage
    return { answer: 'done', loose }
  }
  for (const { of } of loose) followedBy(of, walk).stage = stage
  return undefined
}

const stepAnswer = (key: StepKey, { walk, loose }: At): Answered | undefined => {
  const step = walk.steps[key]
  if (step === undefined) return { answer: { option: 'off', usedUp: false, id: noVisit(key) }, loose }
  for (const one of loose) {
    one.found = true
    const follows = followedBy(one.of, walk)
    ;(walk.isOver ? follows.nextYear : follows.to).add(key)
  }
  if (walk.isOver) return undefined
  const visit = counted(key, walk)
  const id = `${key}.${visit}`
  const named = walk.answers.get(id)
  const option = named ?? step.order[0] ?? ''
  // Up to the last of its turns aside a telling goes the way of an earlier one, which has met all that is met there.
  if (walk.turns.size === walk.answers.size) meet(step, { visit, option, walk })
  if (named !== undefined) walk.turns.set(id, named)
  return chosen(option, { step, id, walk })
}

/** Notes the options of a visit, and that each met for the first time and not chosen is still to be told. */
const meet = (
  step: Unled,
  { visit, option, walk }: { readonly visit: number; readonly option: Option; readonly walk: Walk },
): void => {
  for (const other of step.order) {
    const of = `${step.key}.${Math.min(visit, visitsTold)}:${other}:${turnsOf(other, { step, walk })}`
    if (walk.met.has(of)) continue
    walk.met.add(of)
    if (other !== option) walk.untold.push(new Map([...walk.turns, [`${step.key}.${visit}`, other]]))
  }
}

/** A loop is told once for each of its turns, and once more for what comes when they are used up. */
const turnsOf = (option: Option, { step, walk }: { step: Unled; walk: Walk }): number => {
  const leads = step.options[option]?.leads
  return leads !== undefined && 'back' in leads ? (walk.times.get(`${step.key}:${option}`) ?? 0) : 0
}

const chosen = (option: Option, { step, id, walk }: { step: Unled; id: string; walk: Walk }): Answered => {
  const leads = step.options[option]?.leads
  const times = counted(`${step.key}:${option}`, walk)
  const usedUp = leads !== undefined && 'back' in leads && times > leads.limit
  const ends = leads === undefined || 'back' in leads ? usedUp && leads?.then !== 'goes_on' : leads.via === undefined
  walk.ended ||= ends || times > turnsAtMost
  walk.notes?.(step.key, option)
  const of = `${step.key}:${option}${usedUp ? ':then' : ''}`
  return { answer: { option, usedUp, id }, loose: [{ of, found: false }] }
}

const counted = (what: string, { times }: Walk): number => {
  const count = (times.get(what) ?? 0) + 1
  times.set(what, count)
  return count
}
