import { broughtWords, type BroughtWords } from '../../db/reads/brought-words.js'
import { readItems, type KeptItem } from '../../db/reads/negotiated-texts.js'
import { dropAnswer, keepAnswer } from '../../db/writes/negotiated-texts.js'
import { barToAnswer, barToMove } from '../../domain/negotiation/answers.js'
import { issueStates, proposalStates } from '../../domain/negotiation/version.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import type { WhyUnanswerable } from '../text-problems.js'
import { isMove } from './handing.js'
import { keptWords } from './kept-words.js'
import { onTextStep, type DraftingPlace, type OnTextStep } from './on-text-step.js'
import { isSeen } from './seen-items.js'

interface Answering extends OnTextStep {
  readonly no: number
  readonly state: string
  readonly words?: string | undefined
}

/** Drafts the answer to a proposal, or what becomes of an issue: it counts when the decision on its step brings it. */
export const draftAnswer = async (parts: ApiParts, answering: Answering): Promise<number> => {
  const { person, base, no, step, state, words } = answering
  const on = await onTextStep(parts, answering)
  const { place, sight } = on
  const [items, brought] = await Promise.all([readItems(parts.db, { base }), broughtWords(parts.db, { base })])
  const item = items.find((one) => one.no === no)
  if (item === undefined || !isSeen(item, { sight, brought, procedure: place.procedure }))
    throw notFound(`number ${no}`)
  const unanswerable = (why: WhyUnanswerable) =>
    new ProblemError({ code: 'text_item_unanswerable', detail: { no, why } })
  if (isGiven(item, { brought, step })) throw unanswerable('given')
  if (state === 'open') {
    if (!(await dropAnswer(parts.db, { base, no, step }))) throw unanswerable('nothing')
    return no
  }
  const bar = barTo(item, { on, step, brought, state, hasWords: words !== undefined })
  if (bar !== undefined) throw unanswerable(bar)
  const kept = words === undefined ? undefined : keptWords({ text: words })
  const at = parts.clock().toISOString()
  const done = await keepAnswer(parts.db, { base, no, step, state, ...kept, author: person, at })
  if (done === undefined) throw new ProblemError({ code: 'person_erased', detail: { person } })
  return done
}

interface OnItem {
  readonly on: DraftingPlace
  readonly step: string
  readonly brought: BroughtWords
}

const isGiven = ({ no }: KeptItem, { brought, step }: Pick<OnItem, 'brought' | 'step'>): boolean =>
  brought.answers.some((one) => one.no === no && one.step === step)

/** How an item may be answered on a step as things stand, with words where it takes them; empty: not at all. */
export const answersPossible = (item: KeptItem, of: OnItem): readonly string[] =>
  isGiven(item, of) ? [] : allStates.filter((state) => barTo(item, { ...of, state, hasWords: true }) === undefined)

const allStates = [...new Set<string>([...proposalStates, ...issueStates])].filter((state) => state !== 'open')

interface Answer extends OnItem {
  readonly state: string
  readonly hasWords: boolean
}

const barTo = (item: KeptItem, answer: Answer): WhyUnanswerable | undefined =>
  answer.brought.numbers.has(item.no) ? barToBrought(item, answer) : barToDraft(item, answer)

/** What nobody has brought goes with the decision on its own step: taken into the version by whoever holds the pen, or taken away. */
const barToDraft = (item: KeptItem, { on: { side }, step, state }: Answer): WhyUnanswerable | undefined => {
  if (item.side !== side || item.step !== step) return 'draft'
  return state === 'withdrawn' || (state === 'accepted' && item.kind === 'proposal') ? undefined : 'draft'
}

/** As the base stands by the same fold and the same rule the core judges on: what a voided visit answered can be answered again. */
const barToBrought = (
  { kind, no }: KeptItem,
  { on: { place, side, text }, state, hasWords }: Answer,
): WhyUnanswerable | undefined => {
  if (kind === 'comment') return 'comment'
  const { proposals = {}, issues = {} } = place.state.negotiation ?? {}
  if (kind === 'proposal') return barToAnswer(proposals[no], { to: state, side, text, hasWords })
  const issue = issues[no]
  if (issue === undefined) return 'closed'
  if (!isMove(state)) return 'otherwise'
  return barToMove(issue, { to: state, side, text }) ?? (state === 'proposed' && !hasWords ? 'wording' : undefined)
}
