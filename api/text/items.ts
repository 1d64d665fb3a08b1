import { clockOf } from '../../db/reads/bases.js'
import { drafterOn } from '../../domain/judge/drafter.js'
import { dropAnswer, keepAnswer, keepItem } from '../../db/writes/negotiated-texts.js'
import { broughtWords, type BroughtWords } from '../../db/reads/brought-words.js'
import { readItems, type KeptItem } from '../../db/reads/negotiated-texts.js'
import { isSameMark, type NegotiationState } from '../../domain/negotiation/version.js'
import { mayMove } from '../../domain/negotiation/issues.js'
import { withEdit } from '../../domain/negotiation/content.js'
import { roles, type Side } from '../../domain/role.js'
import type { Procedure } from '../../domain/procedure.js'
import { defined } from '../../domain/values/defined.js'
import { keyOf } from '../../domain/values/step-key.js'
import { actorOf } from '../auth/actor.js'
import { mustSeeBase, type SightOfBase } from '../auth/sight.js'
import type { TextItemBody } from '../contract/texts.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { isMove, shortOf } from './handing.js'
import { markOf } from '../../documents/hash-of-text.js'
import { keptWords, type ProposalWords, type RemarkWords } from './kept-words.js'
import { standingContent, textPlaceOf, type TextPlace } from './text-of-base.js'

interface Asked {
  readonly person: string
  readonly base: string
}

/** Keeps a proposal, a comment or an issue as a draft of its side, under the next number of the base. */
export const draftItem = async (
  parts: ApiParts,
  { person, base, body, command }: Asked & { readonly body: TextItemBody; readonly command: string },
): Promise<number> => {
  const { place, side } = await onTextStep(parts, { person, base, step: body.step })
  if (body.kind === 'proposal') await mustFit(parts, { place, body })
  const { words, clauses } = wordsOf(body)
  const no = await keepItem(parts.db, {
    base,
    step: body.step,
    kind: body.kind,
    side,
    seenBy: body.kind === 'comment' ? body.seenBy : 'both',
    clauses,
    ...keptWords(words),
    author: person,
    at: parts.clock().toISOString(),
    command,
  })
  if (no === undefined) throw new ProblemError({ code: 'person_erased', detail: { person } })
  return no
}

const wordsOf = (
  body: TextItemBody,
): { readonly words: ProposalWords | RemarkWords; readonly clauses: readonly string[] } => {
  switch (body.kind) {
    case 'proposal': {
      const { kind, clause, paragraph, after, text } = body.edit
      const edit = { kind, clause, paragraph, ...defined({ after, text }) }
      return { words: { edit, why: body.why, from: body.from }, clauses: [clause] }
    }
    case 'comment':
      return { words: { text: body.text }, clauses: body.clause === undefined ? [] : [body.clause] }
    case 'issue':
      return { words: { text: body.position, title: body.title }, clauses: body.clauses }
  }
}

/** A proposal starts from the clause as it stands, and has its place in it: nothing is merged by machine. None is made where only what was brought is taken in. */
const mustFit = async (
  parts: ApiParts,
  { place, body: { edit, from, step } }: { place: TextPlace; body: Extract<TextItemBody, { kind: 'proposal' }> },
): Promise<void> => {
  const { hands } = place.procedure.steps[keyOf(step)]?.text ?? {}
  if (hands?.only === 'accepted')
    throw new ProblemError({
      code: 'text_beyond',
      detail: { step, option: hands.with.join(', '), clauses: [edit.clause], only: hands.only },
    })
  const standing = await standingContent(parts, place)
  if (standing === undefined) throw new ProblemError({ code: 'text_not_yet', detail: { base: place.base.id } })
  const clause = standing.clauses.find(({ id }) => id === edit.clause)
  const { kind, paragraph, after, text } = edit
  const fits = withEdit(standing, { kind, clause: edit.clause, paragraph, ...defined({ after, text }) })
  if (clause === undefined || fits === undefined)
    throw new ProblemError({
      code: 'text_place_unknown',
      detail: { clause: edit.clause, known: standing.clauses.map(({ id }) => id) },
    })
  const current = markOf(clause, standing.languages)
  if (!isSameMark(current, { hashes: from }))
    throw new ProblemError({
      code: 'text_clause_changed',
      detail: { clause: edit.clause, from: shortOf(from), current: shortOf(current.hashes) },
    })
}

interface Answering extends Asked {
  readonly no: number
  readonly step: string
  readonly state: string
  readonly words?: string | undefined
}

/** Drafts the answer to a proposal, or what becomes of an issue: it counts when the decision on its step brings it. */
export const draftAnswer = async (parts: ApiParts, answering: Answering): Promise<number> => {
  const { person, base, no, step, state, words } = answering
  const { place, side, sight } = await onTextStep(parts, { person, base, step })
  const [items, brought] = await Promise.all([readItems(parts.db, { base }), broughtWords(parts.db, { base })])
  const item = items.find((one) => one.no === no)
  if (item === undefined || !isSeen(item, { sight, brought, procedure: place.procedure }))
    throw notFound(`number ${no}`)
  const unanswerable = new ProblemError({ code: 'text_item_unanswerable', detail: { no } })
  if (brought.answers.some((one) => one.no === no && one.step === step)) throw unanswerable
  if (state === 'open') {
    if (!(await dropAnswer(parts.db, { base, no, step }))) throw unanswerable
    return no
  }
  const { negotiation } = place.state
  const isDraft = !brought.numbers.has(no)
  if (isDraft ? !isMovableDraft(item, { side, step, state }) : !isAnswerable(item, { side, state, words, negotiation }))
    throw unanswerable
  const kept = words === undefined ? undefined : keptWords({ text: words })
  const at = parts.clock().toISOString()
  const done = await keepAnswer(parts.db, { base, no, step, state, ...kept, author: person, at })
  if (done === undefined) throw new ProblemError({ code: 'person_erased', detail: { person } })
  return done
}

/** What nobody has brought goes with the decision on its own step: taken into the version by whoever holds the pen, or taken away. */
const isMovableDraft = (
  item: KeptItem,
  { side, step, state }: { readonly side: Side; readonly step: string; readonly state: string },
): boolean =>
  item.side === side &&
  item.step === step &&
  (state === 'withdrawn' || (state === 'accepted' && item.kind === 'proposal'))

interface Answered {
  readonly side: Side
  readonly state: string
  readonly words: string | undefined
  readonly negotiation: NegotiationState | undefined
}

/** As the base stands by the same fold the core judges on: what a voided visit answered can be answered again. */
const isAnswerable = ({ kind, no }: KeptItem, { side, state, words, negotiation }: Answered): boolean => {
  if (kind === 'issue') {
    const issue = negotiation?.issues[no]
    return issue !== undefined && isMove(state) && mayMove(issue, { to: state, side })
  }
  const proposal = kind === 'proposal' ? negotiation?.proposals[no] : undefined
  if (proposal?.state !== 'open') return false
  if (state === 'withdrawn') return proposal.side === side
  return state === 'accepted' || (state === 'rejected' && words !== undefined)
}

/** Whether an item is for somebody: a draft, and what is said within a side, is for the side that wrote it. */
export const isSeen = (
  item: KeptItem,
  {
    sight: { sees },
    brought,
    procedure,
  }: { sight: Pick<SightOfBase, 'sees'>; brought: Pick<BroughtWords, 'numbers'>; procedure: Procedure },
): boolean => {
  const isInner = procedure.steps[keyOf(item.step)]?.text?.inner === true
  const isSent = item.seenBy === 'both' && brought.numbers.has(item.no) && !isInner
  return sees({ kind: 'negotiated', side: item.side, isSent }) === 'whole'
}

/** On which side somebody stands on a base: that of which he or she reads what was not sent. */
export const sideOn = ({ sees }: Pick<SightOfBase, 'sees'>): Side =>
  sees({ kind: 'negotiated', side: 'programme', isSent: false }) === 'whole' ? 'programme' : 'partner'

const onTextStep = async (
  parts: ApiParts,
  { person, base, step }: Asked & { readonly step: string },
): Promise<{ readonly place: TextPlace; readonly side: Side; readonly sight: SightOfBase }> => {
  const sight = await mustSeeBase(parts, { person, base })
  const place = await textPlaceOf(parts, base)
  const visit = place?.state.stage?.steps[step]
  const definition = visit && place?.procedure.steps[visit.key]
  const side = sideOn(sight)
  const isOpen = visit !== undefined && visit.outcome === undefined && visit.voided === undefined
  if (place === undefined || !isOpen || definition?.text === undefined || roles[visit.role].side !== side)
    throw new ProblemError({ code: 'text_not_open', detail: { step } })
  await mustWorkOn(parts, { person, step, place })
  return { place, side, sight }
}

/** What is drafted on a step goes with its decision, so nobody drafts there but those who may take it. */
const mustWorkOn = async (
  parts: ApiParts,
  { person, step, place }: { readonly person: string; readonly step: string; readonly place: TextPlace },
): Promise<void> => {
  const { base, state, procedure } = place
  const actor = await actorOf(parts, { person, programme: base.programme, channel: 'api' })
  if (drafterOn(state, { id: step, actor, procedure, now: clockOf(base, parts.clock()) }) === undefined)
    throw new ProblemError({ code: 'draft_not_yours', detail: { step } })
}
