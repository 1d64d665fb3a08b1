import type { BaseId } from '../../domain/ids.js'
import type { BroughtText, BroughtVersion } from '../../domain/commands/negotiation.js'
import { keepVersion } from '../../db/writes/negotiated-texts.js'
import { broughtWords, type BroughtWords } from '../../db/reads/brought-words.js'
import { readItems, type KeptItem } from '../../db/reads/negotiated-texts.js'
import canonicalize from 'canonicalize'
import { steps } from '../../domain/gicc/steps.js'
import { withEdit, type TextContent } from '../../domain/negotiation/content.js'
import {
  currentVersion,
  isSameMark,
  issueStates,
  type IssueState,
  type NegotiationState,
  type ProposedReading,
} from '../../domain/negotiation/version.js'
import { defined } from '../../domain/values/defined.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { hashOfText as hashOf, markOf, marksOf, textHashOf } from '../../documents/hash-of-text.js'
import { proposalIn } from './kept-words.js'
import { standingContent, textPlaceOf, type TextPlace } from './text-of-base.js'

interface Handing {
  readonly base: BaseId
  readonly step: string
  readonly option: string
}

/** Whether a decision on a step may have to do with a text: most have not, and nothing is read for them. */
export const isAboutText = (step: string): boolean => steps[keyOf(step)]?.text !== undefined

/**
 * What a decision hands over of the text: what was drafted on its step for both sides, the answers, and, where the option hands a
 * version over, the text with all that was accepted. Undefined where there is nothing of it.
 */
export const textOf = async (parts: ApiParts, handing: Handing): Promise<BroughtText | No | undefined> => {
  const place = await textPlaceOf(parts, handing.base)
  const rule = place?.procedure.steps[keyOf(handing.step)]?.text
  if (place === undefined || rule === undefined) return undefined
  const [items, brought] = await Promise.all([
    readItems(parts.db, handing),
    broughtWords(parts.db, { base: handing.base }),
  ])
  const isPen = rule.hands?.with.includes(handing.option) === true
  const drafted = items.filter((one) => isBroughtWith(one, { handing, brought }))
  const { negotiation } = place.state
  const isOwnTaken = rule.hands?.only !== 'accepted'
  const taken = isPen ? items.filter((one) => isTaken(one, { handing, brought, negotiation, isOwnTaken })) : []
  const must = isPen && rule.hands?.must === true
  const version = taken.length > 0 || must ? await composed(parts, { place, taken }) : undefined
  if (version !== undefined && 'code' in version) return version
  const text: BroughtText = {
    ...saidOn(drafted, {
      readings: rule.hands === undefined ? await readingsOf(parts, { place, drafted }) : undefined,
    }),
    ...answeredOn(items, { handing, brought }),
    ...defined({ version }),
  }
  return Object.keys(text).length === 0 ? undefined : text
}

interface Answering {
  readonly handing: Handing
  readonly brought: BroughtWords
}

/** Whether an item was taken away before a decision brought it. */
export const isTakenAway = ({ step, answers }: KeptItem): boolean =>
  answers.some((one) => one.step === step && one.state === 'withdrawn')

/** Whether a decision brings what was drafted: once, to both sides, and not where it was taken away before. */
const isBroughtWith = (item: KeptItem, { handing, brought }: Answering): boolean =>
  item.step === handing.step && !brought.numbers.has(item.no) && item.seenBy === 'both' && !isTakenAway(item)

interface Taking extends Answering {
  readonly negotiation: NegotiationState | undefined
  /** Whether an edit of the own that was never brought is taken in. */
  readonly isOwnTaken: boolean
}

/** Whether a proposal is taken into the version: accepted on this step, of the other side, or an edit of the own that was never brought, where such are taken in. */
const isTaken = (
  { kind, step, no, answers }: KeptItem,
  { handing, brought, negotiation, isOwnTaken }: Taking,
): boolean =>
  kind === 'proposal' &&
  (brought.numbers.has(no) ? negotiation?.proposals[no]?.state === 'open' : isOwnTaken && step === handing.step) &&
  answers.some((one) => one.step === handing.step && one.state === 'accepted')

type Readings = ReadonlyMap<number, ProposedReading>

/** How the clause of each proposal would read with it; nothing of one whose clause reads otherwise since it was drafted. */
const readingsOf = async (
  parts: ApiParts,
  { place, drafted }: { readonly place: TextPlace; readonly drafted: readonly KeptItem[] },
): Promise<Readings> => {
  const proposals = drafted.filter(({ kind }) => kind === 'proposal')
  const standing = proposals.length === 0 ? undefined : await standingContent(parts, place)
  const readings = new Map<number, ProposedReading>()
  let sofar = standing
  for (const item of proposals) {
    const alone = standing && taking(standing, { item, standing })
    const together = standing && sofar && taking(sofar, { item, standing })
    if (alone === undefined || together === undefined || 'code' in alone || 'code' in together) continue
    sofar = together
    const [one, all] = [alone, together].map((content) => marksOf(content)[item.clauses[0] ?? ''])
    if (one !== undefined && all !== undefined) readings.set(item.no, { alone: one.hashes, together: all.hashes })
  }
  return readings
}

/** Who holds the pen writes into the text itself; only others propose. */
const saidOn = (
  drafted: readonly KeptItem[],
  { readings }: { readonly readings: Readings | undefined },
): BroughtText => {
  const of = (kind: KeptItem['kind']) => drafted.filter((one) => one.kind === kind)
  const proposals =
    readings === undefined
      ? []
      : of('proposal').map(({ no, clauses, hash }) => ({
          no,
          clause: clauses[0] ?? '',
          hash,
          ...defined({ reads: readings.get(no) }),
        }))
  const comments = of('comment').map(({ no, clauses, hash }) => ({ no, hash, ...defined({ clause: clauses[0] }) }))
  const issues = of('issue').map(({ no, clauses, hash }) => ({ no, clauses, hash }))
  return defined({
    proposals: proposals.length === 0 ? undefined : proposals,
    comments: comments.length === 0 ? undefined : comments,
    issues: issues.length === 0 ? undefined : issues,
  })
}

const answeredOn = (items: readonly KeptItem[], { handing, brought }: Answering): BroughtText => {
  const given = items.flatMap(({ kind, no, answers }) => {
    const answer = answers.find(({ step }) => step === handing.step)
    const isDone = brought.answers.some((one) => one.no === no && one.step === handing.step)
    return answer === undefined || isDone || !brought.numbers.has(no)
      ? []
      : [{ kind, no, state: answer.state, hash: answer.hash }]
  })
  const answers = given.flatMap(({ kind, no, state, hash }) =>
    kind === 'proposal' && isAnswer(state) ? [{ no, state, ...defined({ hash: hash ?? undefined }) }] : [],
  )
  const moves = given.flatMap(({ kind, no, state, hash }) =>
    kind === 'issue' && isMove(state) ? [{ no, state, ...defined({ hash: hash ?? undefined }) }] : [],
  )
  return defined({
    answers: answers.length === 0 ? undefined : answers,
    moves: moves.length === 0 ? undefined : moves,
  })
}

const isAnswer = (state: string): state is 'accepted' | 'rejected' | 'withdrawn' =>
  state === 'accepted' || state === 'rejected' || state === 'withdrawn'
/** Whether an answer says what becomes of an issue. */
export const isMove = (state: string): state is Exclude<IssueState, 'open'> =>
  state !== 'open' && issueStates.some((one) => one === state)

/** The version with all that was accepted, kept under its hash before anything is sent: harmless to repeat. */
const composed = async (
  parts: ApiParts,
  { place, taken }: { readonly place: TextPlace; readonly taken: readonly KeptItem[] },
): Promise<BroughtVersion | No> => {
  const standing = await standingContent(parts, place)
  if (standing === undefined) return { code: 'text_not_yet', detail: { base: place.base.id } }
  const content = taken.reduce<TextContent | No>(
    (before, item) => ('code' in before ? before : taking(before, { item, standing })),
    standing,
  )
  if ('code' in content) return content
  const hash = textHashOf(content)
  const at = parts.clock().toISOString()
  await keepVersion(parts.db, { base: place.base.id, hash, body: canonicalize(content) ?? '', at })
  return {
    hash,
    clauses: marksOf(content),
    editors: [...new Set(taken.map(({ author }) => author))].toSorted(),
    edits: hashOf({
      basedOn: currentVersion(place.state.negotiation)?.no ?? 0,
      taken: taken.map(({ no, hash: of }) => [no, of]),
    }),
  }
}

/** An edit that starts from the clause as it stood: what was accepted before it in the same clause leaves other paragraphs as they were. */
const taking = (
  before: TextContent,
  { item, standing }: { readonly item: KeptItem; readonly standing: TextContent },
): TextContent | No => {
  const words = proposalIn(item)
  const clause = words && standing.clauses.find(({ id }) => id === words.edit.clause)
  const current = clause && markOf(clause, standing.languages)
  const after = words && withEdit(before, words.edit)
  if (
    words === undefined ||
    current === undefined ||
    after === undefined ||
    !isSameMark(current, { hashes: words.from })
  )
    return {
      code: 'text_clause_changed',
      detail: {
        clause: item.clauses[0] ?? '',
        from: shortOf(words?.from),
        current: shortOf(current?.hashes),
      },
    }
  return after
}

/** The hashes of a clause, as far as people tell them apart. */
export const shortOf = (hashes: Readonly<Record<string, string>> = {}): string =>
  Object.entries(hashes)
    .map(([language, hash]) => `${language} ${hash.slice(0, 12)}`)
    .join(', ')
