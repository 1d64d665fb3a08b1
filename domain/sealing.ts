import type { AnyEvent } from './event.js'
import type { PersonId } from './ids.js'
import type { Procedure, SheetKind, StepDefinition } from './procedure.js'
import type { StepId, StepKey } from './values/step-key.js'
import type { Role } from './role.js'

/** A visit of a step, as far as it says whether sheets are still sealed. */
export interface SealingStep {
  readonly id: StepId
  readonly key: StepKey
  readonly stageNo: number
  readonly isOpen: boolean
  readonly outcome: string | null
  readonly people: readonly PersonId[]
}

interface Reader {
  readonly person: PersonId
  readonly roles: readonly Role[]
}

/** What ends the scoring of a kind of sheet; others are final when they are in (1.9). */
const lockOf = ({ steps }: Pick<Procedure, 'steps'>, kind: SheetKind): StepDefinition['lockedBy'] =>
  Object.values(steps).find(({ decides }) => decides.by === 'sheets' && decides.sheet === kind)?.lockedBy

/**
 * The visits whose sheets somebody must not see: all, while one of the same kind and stage is still awaited, whoever
 * asks; and until the score is locked those of others for an assessor who may yet be asked for one (1.8, R13). What one
 * handed in oneself stays readable.
 */
export const sealedFor = (
  { person, roles }: Reader,
  { visits, procedure }: { visits: readonly SealingStep[]; procedure: Pick<Procedure, 'steps'> },
): ReadonlySet<StepId> => {
  const sheets = visits.flatMap((visit) => {
    const step = procedure.steps[visit.key]
    return step?.decides.by === 'sheets'
      ? [{ visit, kind: step.decides.sheet, role: step.role, matter: step.matter }]
      : []
  })
  const isSealed = ({ visit, kind, role, matter }: (typeof sheets)[number]): boolean => {
    const alike = sheets.filter(
      (other) => other.kind === kind && other.matter === matter && other.visit.stageNo === visit.stageNo,
    )
    if (alike.some((other) => other.visit.isOpen)) return true
    const mayBeAsked = roles.includes(role) && !alike.some((other) => other.visit.people.includes(person))
    const lock = lockOf(procedure, kind)
    const isLocked = visits.some(
      ({ stageNo, key, outcome }) => stageNo === visit.stageNo && key === lock?.step && outcome === lock.option,
    )
    return mayBeAsked && lock !== undefined && !isLocked
  }
  return new Set(sheets.filter(isSealed).map(({ visit }) => visit.id))
}

/** The visits on which a body still votes: their single votes are for those who run and examine the meeting (8.4). */
export const votedOn = (
  visits: readonly Pick<SealingStep, 'id' | 'key' | 'isOpen'>[],
  { steps }: Pick<Procedure, 'steps'>,
): readonly StepId[] =>
  visits.flatMap(({ id, key, isOpen }) => (isOpen && steps[key]?.decides.by === 'votes' ? [id] : []))

/** Whether an entry tells of sheets at all: most do not, and need no look at the steps. */
export const tellsOfSheets = (event: AnyEvent): boolean =>
  (event.type === 'step_acted' && event.facts?.sheet !== undefined) ||
  (event.type === 'step_closed' && event.how === 'sheets')

/**
 * An entry as somebody may see it: without another's sheet, and without the score that would give it away. The salted
 * hash of the reasons goes with the sheet, so that the entry's own hash does not betray what is in it.
 */
export const unopened = (
  event: AnyEvent,
  { person, sealed }: { person: PersonId; sealed: ReadonlySet<StepId> },
): AnyEvent | (Omit<AnyEvent, 'facts' | 'reason' | 'score'> & { readonly sealed: true }) => {
  if (!tellsOfSheets(event) || !('step' in event) || event.step === undefined || !sealed.has(event.step)) return event
  if (event.type === 'step_acted') {
    if (event.by.person === person) return event
    const { facts: _, reason: __, ...rest } = event
    return { ...rest, sealed: true }
  }
  if (event.type !== 'step_closed') return event
  const { score: _, ...rest } = event
  return { ...rest, sealed: true }
}
