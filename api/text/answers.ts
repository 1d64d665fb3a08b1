import { broughtWords, type BroughtWords } from '../../db/reads/brought-words.js'
import { readItems, type KeptItem } from '../../db/reads/negotiated-texts.js'
import { dropAnswer, keepAnswer } from '../../db/writes/negotiated-texts.js'
import { mayAnswer, mayMove } from '../../domain/negotiation/answers.js'
import { issueStates, proposalStates } from '../../domain/negotiation/version.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
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
  const unanswerable = new ProblemError({ code: 'text_item_unanswerable', detail: { no } })
  if (isGiven(item, { brought, step })) throw unanswerable
  if (state === 'open') {
    if (!(await dropAnswer(parts.db, { base, no, step }))) throw unanswerable
    return no
  }
  if (!isPossible(item, { on, step, brought, state, hasWords: words !== undefined })) throw unanswerable
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
  isGiven(item, of) ? [] : allStates.filter((state) => isPossible(item, { ...of, state, hasWords: true }))

const allStates = [...new Set<string>([...proposalStates, ...issueStates])].filter((state) => state !== 'open')

interface Answer extends OnItem {
  readonly state: string
  readonly hasWords: boolean
}

const isPossible = (item: KeptItem, answer: Answer): boolean =>
  answer.brought.numbers.has(item.no) ? isAnswerable(item, answer) : isMovableDraft(item, answer)

/** What nobody has brought goes with the decision on its own step: taken into the version by whoever holds the pen, or taken away. */
const isMovableDraft = (item: KeptItem, { on: { side }, step, state }: Answer): boolean =>
  item.side === side &&
  item.step === step &&
  (state === 'withdrawn' || (state === 'accepted' && item.kind === 'proposal'))

/** As the base stands by the same fold and the same rule the core judges on: what a voided visit answered can be answered again. */
const isAnswerable = ({ kind, no }: KeptItem, { on: { place, side, text }, state, hasWords }: Answer): boolean => {
  const { proposals = {}, issues = {} } = place.state.negotiation ?? {}
  const issue = kind === 'issue' ? issues[no] : undefined
  if (issue !== undefined)
    return isMove(state) && mayMove(issue, { to: state, side, text }) && (state !== 'proposed' || hasWords)
  return kind === 'proposal' && mayAnswer(proposals[no], { to: state, side, text, hasWords })
}
