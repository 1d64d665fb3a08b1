import type { Instant, PersonId, Sha256 } from '../ids.js'
import type { Side } from '../role.js'
import type { StepId } from '../values/step-key.js'
import type { Procedure } from '../procedure.js'
import { defined } from '../values/defined.js'
import { keyOf } from '../values/step-key.js'
import type { ClauseId } from './rules.js'

/** How one clause stands in a version: its hash in each language, and the variant of the model it is, unless somebody edited it. */
export interface ClauseMark {
  readonly hashes: Readonly<Record<string, Sha256>>
  readonly variant?: string
}
export type ClauseMarks = Readonly<Record<ClauseId, ClauseMark>>

/** A version that was handed over, as the core knows it: how it differs from the one before. */
export interface HandedVersion {
  readonly no: number
  readonly side: Side
  readonly step: StepId
  readonly hash: Sha256
  readonly changed: ClauseMarks
  readonly gone: readonly ClauseId[]
  /** No clearance hangs on what it changes: a language was translated, or what was accepted was taken in. */
  readonly carries?: true
  /** Whose words are in it since the version before (SD1). */
  readonly editors?: readonly PersonId[]
  /** The visits whose clearance does not stand for it, of those that counted when it was handed over. */
  readonly fell?: readonly StepId[]
  /** The visits whose offices were told of what changed beside their clearance, and until when they may take it back. */
  readonly told?: readonly { readonly step: StepId; readonly until: Instant }[]
}

export const proposalStates = ['open', 'accepted', 'rejected', 'withdrawn'] as const
type ProposalState = (typeof proposalStates)[number]
export const issueStates = ['open', 'proposed', 'agreed', 'withdrawn', 'parked'] as const
export type IssueState = (typeof issueStates)[number]

type Hashes = ClauseMark['hashes']

/** How its clause would read: with one proposal alone, and with those on the clause that came before it in the same decision. */
export interface ProposedReading {
  readonly alone: Hashes
  readonly together: Hashes
}

export interface BroughtProposal {
  readonly clause: ClauseId
  readonly side: Side
  readonly state: ProposalState
  readonly step: StepId
  readonly reads?: ProposedReading
  /** On which visit it was answered. */
  readonly answeredOn?: StepId
}
export interface RaisedIssue {
  readonly clauses: readonly ClauseId[]
  readonly side: Side
  readonly state: IssueState
  readonly step: StepId
  /** Whose wording lies on the table. */
  readonly wordedBy?: Side
  /** What was done about it, in its order: one whose visit counts no longer is taken out of it again. */
  readonly moves?: readonly MovedIssue[]
}
export interface MovedIssue {
  readonly step: StepId
  readonly side: Side
  readonly state: Exclude<IssueState, 'open'>
}

/** A text between two sides: its versions in their order, and what was said about them. */
export interface NegotiationState {
  readonly versions: readonly HandedVersion[]
  /** The number of the last version there ever was. */
  readonly last: number
  readonly proposals: Readonly<Record<string, BroughtProposal>>
  readonly issues: Readonly<Record<string, RaisedIssue>>
}

export const noNegotiation: NegotiationState = { versions: [], last: 0, proposals: {}, issues: {} }

/** The version that stands. */
export const currentVersion = (negotiation: NegotiationState | undefined): HandedVersion | undefined =>
  negotiation?.versions.at(-1)

/** Every clause as it stands in a version. */
export const clausesOf = (negotiation: NegotiationState | undefined, no: number): ClauseMarks =>
  folded((negotiation?.versions ?? []).filter((version) => version.no <= no))

/** The same without what no clearance hangs on: the ground on which a clearance is compared. */
export const clearedGround = (negotiation: NegotiationState | undefined, no: number): ClauseMarks =>
  folded((negotiation?.versions ?? []).filter((version) => version.no <= no && version.carries !== true))

/** Every clause as it would stand had nothing been translated: with what was accepted before the text was sent. */
export const withoutTranslations = (
  negotiation: NegotiationState | undefined,
  { steps }: Pick<Procedure, 'steps'>,
): ClauseMarks =>
  folded(
    (negotiation?.versions ?? []).filter(
      ({ carries, step }) => carries !== true || steps[keyOf(step)]?.text?.hands?.only !== 'languages',
    ),
  )

const folded = (versions: readonly HandedVersion[]): ClauseMarks => {
  const clauses: Record<ClauseId, ClauseMark> = {}
  for (const { changed, gone } of versions) {
    Object.assign(clauses, changed)
    for (const clause of gone) Reflect.deleteProperty(clauses, clause)
  }
  return clauses
}

/** What of a text differs from another: clauses that changed or came, and clauses that went. */
export const difference = (
  before: ClauseMarks,
  after: ClauseMarks,
): { readonly changed: ClauseMarks; readonly gone: readonly ClauseId[] } => ({
  changed: Object.fromEntries(Object.entries(after).filter(([clause, mark]) => !isSameMark(before[clause], mark))),
  gone: Object.keys(before).filter((clause) => after[clause] === undefined),
})

/** Whether a clause reads the same in every language. */
export const isSameMark = (one: ClauseMark | undefined, other: ClauseMark | undefined): boolean => {
  if (one === undefined || other === undefined) return one === other
  const languages = new Set([...Object.keys(one.hashes), ...Object.keys(other.hashes)])
  return [...languages].every((language) => one.hashes[language] === other.hashes[language])
}

/** The versions without those of a visit that counts no longer: what it changed goes on into the next, and with whose words. */
export const withoutVisit = (versions: readonly HandedVersion[], step: StepId): readonly HandedVersion[] => {
  const at = versions.findIndex((version) => version.step === step)
  const [voided, next] = [versions[at], versions[at + 1]]
  if (voided === undefined) return versions
  if (next === undefined) return versions.slice(0, at)
  const came = Object.entries(voided.changed).filter(([clause]) => !next.gone.includes(clause))
  const editors = [...new Set([...(voided.editors ?? []), ...(next.editors ?? [])])].toSorted()
  const merged: HandedVersion = {
    ...next,
    changed: { ...Object.fromEntries(came), ...next.changed },
    gone: [...new Set([...voided.gone.filter((clause) => next.changed[clause] === undefined), ...next.gone])],
    ...defined({ editors: editors.length === 0 ? undefined : editors }),
  }
  return [...versions.slice(0, at), merged, ...versions.slice(at + 2)]
}
