import type { BaseId, PersonId } from '../../domain/ids.js'
import { keepItem } from '../../db/writes/negotiated-texts.js'
import { isSameMark } from '../../domain/negotiation/version.js'
import { withEdit, type TextContent } from '../../domain/negotiation/content.js'
import { defined } from '../../domain/values/defined.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { TextItemBody } from '../contract/texts.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { shortOf } from './handing.js'
import { markOf } from '../../documents/hash-of-text.js'
import { keptWords, type ProposalWords, type RemarkWords } from './kept-words.js'
import { onTextStep } from './on-text-step.js'
import { standingContent, type TextPlace } from './text-of-base.js'

type ProposalBody = Extract<TextItemBody, { kind: 'proposal' }>

interface Asked {
  readonly person: PersonId
  readonly base: BaseId
}

/**
 * Keeps a proposal, a comment or an issue as a draft of its side, under the next number of the base. Refuses one about a
 * section that the text does not have.
 */
export const draftItem = async (
  parts: ApiParts,
  { person, base, body, command }: Asked & { readonly body: TextItemBody; readonly command: string },
): Promise<number> => {
  const { place, side } = await onTextStep(parts, { person, base, step: body.step })
  if (body.kind === 'proposal') mustBeTakenAnew(place, body)
  const { clauses } = wordsOf(body)
  const standing = clauses.length === 0 ? undefined : await mustStand(parts, { place, clauses })
  const isEdit = body.kind === 'proposal' && standing !== undefined
  const { words } = wordsOf(isEdit ? { ...body, edit: fitting(standing, body) } : body)
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

/** The text as it stands, with every section that something is said about. */
const mustStand = async (
  parts: ApiParts,
  { place, clauses }: { readonly place: TextPlace; readonly clauses: readonly string[] },
): Promise<TextContent> => {
  const standing = await standingContent(parts, place)
  if (standing === undefined) throw new ProblemError({ code: 'text_not_yet', detail: { base: place.base.id } })
  const strange = clauses.find((clause) => !standing.clauses.some(({ id }) => id === clause))
  if (strange !== undefined) throw placeUnknown(standing, strange)
  return standing
}

const placeUnknown = ({ clauses }: TextContent, clause: string): ProblemError =>
  new ProblemError({ code: 'text_place_unknown', detail: { clause, known: clauses.map(({ id }) => id) } })

/** No proposal is made where only what was brought is taken in. */
const mustBeTakenAnew = ({ procedure }: TextPlace, { edit, step }: ProposalBody): void => {
  const { hands } = procedure.steps[keyOf(step)]?.text ?? {}
  if (hands?.only === 'accepted')
    throw new ProblemError({
      code: 'text_beyond',
      detail: { step, option: hands.with.join(', '), clauses: [edit.clause], only: hands.only },
    })
}

/**
 * The edit of a proposal, which starts from the clause as it stands and has its place in it: nothing is merged by machine. A language that
 * was sent as it stands is none that is changed.
 */
const fitting = (standing: TextContent, { edit, from }: ProposalBody): ProposalBody['edit'] => {
  const clause = standing.clauses.find(({ id }) => id === edit.clause)
  const { kind, paragraph, after, text } = edit
  const fits = withEdit(standing, { kind, clause: edit.clause, paragraph, ...defined({ after, text }) })
  if (clause === undefined || fits === undefined) throw placeUnknown(standing, edit.clause)
  const current = markOf(clause, standing.languages)
  if (!isSameMark(current, { hashes: from }))
    throw new ProblemError({
      code: 'text_clause_changed',
      detail: { clause: edit.clause, from: shortOf(from), current: shortOf(current.hashes) },
    })
  return {
    ...edit,
    ...defined({
      text:
        text &&
        anewIn(
          text,
          clause.paragraphs.find(({ id }) => id === paragraph),
        ),
    }),
  }
}

/** What is worded otherwise than it stands; all of it where nothing is. */
const anewIn = (
  text: Readonly<Record<string, string>>,
  standing: { readonly text: Readonly<Record<string, string>> } | undefined,
): Record<string, string> => {
  const anew = Object.entries(text).filter(([language, wording]) => wording !== standing?.text[language])
  return anew.length === 0 ? { ...text } : Object.fromEntries(anew)
}
