import type { BaseId } from '../../domain/ids.js'
import type { z } from 'zod'
import { storyNow } from '../../activities/papers/story-so-far.js'
import { broughtWords, type BroughtWords } from '../../db/reads/brought-words.js'
import { readItems, type KeptItem, readVersion } from '../../db/reads/negotiated-texts.js'
import { roles, type Side } from '../../domain/role.js'
import type { Procedure } from '../../domain/procedure.js'
import { defined } from '../../domain/values/defined.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { TextDifferenceResponse, TextItem, TextResponse } from '../contract/texts.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { isTakenAway } from './handing.js'
import { marksOf } from '../../documents/hash-of-text.js'
import { isSeen, sideOn } from './seen-items.js'
import { proposalIn, remarkIn, type ProposalWords } from './kept-words.js'
import type { TextLookedAt } from './text-of-base.js'
import { clearancesSeen, versionsSeen } from './versions-seen.js'
import type { TextContent } from '../../domain/negotiation/content.js'
import type { SetParagraph, SetPiece } from '../../domain/text/text.js'
import { asRead, byNoticeRead } from './as-read.js'
import { differencesRead } from './differences.js'

/** A version of the text as data, with all versions and who has cleared which. */
export const textView = async (
  parts: ApiParts,
  { version, ...at }: TextLookedAt & { readonly version?: number | undefined },
): Promise<z.output<typeof TextResponse>> => {
  const { base, place, sight } = at
  const versions = place === undefined ? [] : await versionsSeen(parts, { place, sight })
  const standing = versions.findLast(({ counts }) => counts)
  const asked = versions.find(({ no }) => no === (version ?? standing?.no))
  if (place === undefined || standing === undefined) throw new ProblemError({ code: 'text_not_yet', detail: { base } })
  if (asked === undefined) throw notFound(`version ${version ?? 0} of the text`)
  const content = await mustHave(parts, { base, hash: asked.hash })
  return {
    no: asked.no,
    hash: asked.hash,
    languages: [...content.languages],
    ...clausesRead(content),
    byNotice:
      sight.sees({ kind: 'paper', paper: 'mou_text' }) === 'whole' ? await byNotice(parts, { base, content }) : [],
    versions,
    clearances: clearancesSeen(place, versions),
  }
}

/** What stands behind the text on paper and is changed by notice: the contacts of both sides, as they were brought. */
const byNotice = async (
  { db }: ApiParts,
  { base, content }: { readonly base: BaseId; readonly content: TextContent },
): Promise<z.output<typeof TextResponse>['byNotice']> => {
  const story = await storyNow(db, base)
  return story === undefined ? [] : byNoticeRead(story, content).map(pieceShown)
}

const pieceShown = ({ id, kind, number, heading, paragraphs }: SetPiece) => ({
  id,
  kind,
  ...defined({ number }),
  heading: { ...heading },
  paragraphs: paragraphs.map(paragraphRead),
})

type ShownText = Pick<z.output<typeof TextResponse>, 'citing' | 'clauses'>

const clausesRead = (content: TextContent): ShownText => {
  const { pieces, citing } = asRead(content)
  const marks = marksOf(content)
  return {
    citing: { ...citing },
    clauses: pieces.map((piece) => ({ ...pieceShown(piece), hashes: { ...marks[piece.id]?.hashes } })),
  }
}

/** As it is read, and as it is written where the two differ: a proposal may keep what is written. */
const paragraphRead = ({ id, number, text, content, table }: SetParagraph) => {
  const isWritten = Object.entries(content).some(([language, wording]) => text[language] !== wording)
  const rows = table?.rows.map((row) => row.map((cell) => ({ ...cell }))) ?? []
  return {
    id,
    text: { ...text },
    ...defined({
      number,
      written: isWritten ? { ...content } : undefined,
      rows: rows.length === 0 ? undefined : rows,
      table: table && { columns: table.columns.map(({ heading }) => ({ ...heading })), none: { ...table.none } },
    }),
  }
}

const mustHave = async (
  parts: ApiParts,
  of: { readonly base: BaseId; readonly hash: string },
): Promise<TextContent> => {
  const content = await readVersion(parts.db, of)
  if (content === undefined) throw new ProblemError({ code: 'text_not_yet', detail: { base: of.base } })
  return content
}

/** What reads otherwise in a later version than in an earlier one. */
export const textDifference = async (
  parts: ApiParts,
  { from, to, ...at }: TextLookedAt & { readonly from: number; readonly to: number },
): Promise<z.output<typeof TextDifferenceResponse>> => {
  const { base, place, sight } = at
  const versions = place === undefined ? [] : await versionsSeen(parts, { place, sight })
  const [one, other] = [from, to].map((no) => versions.find((version) => version.no === no))
  if (place === undefined || one === undefined || other === undefined)
    throw notFound(`version ${one === undefined ? from : to} of the text`)
  const before = await mustHave(parts, { base, hash: one.hash })
  const after = await mustHave(parts, { base, hash: other.hash })
  const normal = place.procedure.negotiation?.normal ?? []
  return { from, to, ...differencesRead({ before, after, normal }) }
}

/** Proposals, comments and issues, as far as they are for the side of whoever looks. */
export const itemsView = async (
  { db }: ApiParts,
  { base, sight, place }: TextLookedAt,
): Promise<z.output<typeof TextItem>[]> => {
  if (place === undefined) return []
  const [items, brought] = await Promise.all([readItems(db, { base }), broughtWords(db, { base })])
  const side = sideOn(sight)
  return items
    .filter((item) => isSeen(item, { sight, brought, procedure: place.procedure }))
    .map((item) => itemView(item, { side, sight, procedure: place.procedure, brought }))
}

interface ItemSeen extends Pick<TextLookedAt, 'sight'> {
  readonly side: Side
  readonly procedure: Procedure
  readonly brought: BroughtWords
}

const stateOf = (item: KeptItem, { numbers, said, voided }: BroughtWords): string => {
  const step = numbers.get(item.no)
  if (step === undefined) return isTakenAway(item) ? 'withdrawn' : 'draft'
  if (voided.has(step)) return 'voided'
  return (said.proposals[item.no] ?? said.issues[item.no])?.state ?? 'open'
}

const answersOf = (
  { no, answers }: KeptItem,
  { side, sight, procedure, brought }: ItemSeen,
): z.output<typeof TextItem>['answers'] =>
  answers.flatMap((answer) => {
    const came = brought.answers.find((one) => one.no === no && one.step === answer.step)
    const isBrought = came?.state === answer.state && came.hash === (answer.hash ?? undefined)
    const role = procedure.steps[keyOf(answer.step)]?.role
    const of = came?.side ?? (role && roles[role].side)
    // A drafted answer is its own side's until the decision on its step has brought it, in these very words.
    if (of === undefined || (of !== side && !isBrought)) return []
    const isNamed = sight.sees({ kind: 'name', person: answer.author, side: of }) === 'whole'
    return {
      step: answer.step,
      state: answer.state,
      by: isNamed ? answer.author : null,
      at: answer.at,
      words: remarkIn(answer)?.text ?? null,
      counts: !brought.voided.has(answer.step),
    }
  })

const itemView = (item: KeptItem, seen: ItemSeen): z.output<typeof TextItem> => {
  const { no, kind, step, seenBy, clauses, hash, at, author } = item
  const proposal = kind === 'proposal' ? proposalIn(item) : undefined
  const remark = kind === 'proposal' ? undefined : remarkIn(item)
  const isNamed = seen.sight.sees({ kind: 'name', person: author, side: item.side }) === 'whole'
  const edit = proposal?.edit
  return {
    no,
    kind,
    side: item.side,
    step,
    by: isNamed ? author : null,
    at,
    seenBy,
    clauses: [...clauses],
    hash,
    state: stateOf(item, seen.brought),
    words: proposal?.why ?? remark?.text ?? null,
    answers: answersOf(item, seen),
    ...defined({
      edit: edit && { ...edit, ...defined({ text: edit.text && { ...edit.text } }) },
      from: proposal && { ...proposal.from },
      languages: proposal && languagesOf(proposal),
      title: remark?.title,
    }),
  }
}

/** What a proposal leaves as it is, is told: one language of a paragraph may change alone, and whoever accepts it knows. */
const languagesOf = ({ edit: { kind, text = {} }, from }: ProposalWords): z.output<typeof TextItem>['languages'] => {
  const all = Object.keys(from)
  const isChanged = (language: string): boolean => kind !== 'replace' || text[language] !== undefined
  return { changed: all.filter(isChanged), kept: all.filter((language) => !isChanged(language)) }
}
