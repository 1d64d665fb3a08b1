import type { DocumentKind } from '../domain/document-kind.js'
import type { AnyEvent, EventType } from '../domain/event.js'
import type { PersonId } from '../domain/ids.js'
import { agreesFor } from '../domain/judge/adopt.js'
import { clerks } from '../domain/judge/paper.js'
import { redressSteps } from '../domain/redress.js'
import type { Role } from '../domain/role.js'
import type { LetterFacts, LetterKind } from './letter-kind.js'
import type { EventOf, Placed } from './placed-event.js'
import { toldVoid } from './told-void.js'

/** A letter before its readers are known: which roles read it, and on which step 'actor' stands for who has yet to act. */
export interface Draft {
  readonly kind: LetterKind
  readonly step?: string
  readonly roles: readonly Role[]
  /** Also tells those who hold the role of this step and have not acted on it. */
  readonly actorsOf?: string
  /** Also tells those who have acted on this step, and in whose place they did: all but whoever decides about it now. */
  readonly actedOn?: { readonly step: string; readonly besides: PersonId | undefined }
  /** These very people read it. */
  readonly people?: readonly PersonId[]
  /** Only those who may do what the letter asks for: with a seat of their own, and none of these people. */
  readonly asks?: { readonly notOf: readonly PersonId[] }
  readonly facts: Omit<LetterFacts, 'head' | 'seq'>
}

/** The letters an event sends, seen with the events of the same record; none for the many that send none. */
export const draftsOf = ({ event }: Placed<EventType>, beside: readonly AnyEvent[]): readonly Draft[] =>
  dispatch(event.type, { event, beside })

interface Told<T extends EventType> {
  readonly event: EventOf<T>
  readonly beside: readonly AnyEvent[]
}

const dispatch = <T extends EventType>(type: T, { event, beside }: Told<T>): readonly Draft[] =>
  rules[type]?.(event, beside) ?? []

type Rules = {
  readonly [T in EventType]: ((event: EventOf<T>, beside: readonly AnyEvent[]) => readonly Draft[]) | null
}

const rules: Rules = {
  base_nominated: null,
  stage_entered: null,
  stage_left: null,
  step_opened: ({ step, key, role, dueAt, also = [] }) => [
    // The offer of a slot is told with what it means to let it pass.
    {
      kind: key === '2.10o' ? 'slot_offered' : 'step_opened',
      ...{ step, roles: [role, ...also], facts: { step, key, role, dueAt } },
    },
  ],
  step_acted: (event, beside) => recordedFromPaper({ event, beside }),
  step_closed: ({ step, key, option }) =>
    key === '2.10o' && option === 'window_closed'
      ? [{ kind: 'offer_lapsed', step, roles: placeAndManager, facts: { step, key } }]
      : [],
  // An extension is told to the manager too: the plan of the base changes with it (8.5).
  deadline_moved: ({ step, dueAt, code, cause }) => [
    {
      ...{ kind: 'deadline_moved', step, roles: cause === 'extension' ? ['PM'] : [], actorsOf: step },
      facts: { step, key: keyOf(step), dueAt, ...(code && { code }) },
    },
  ],
  reminded: (event) => [toldByAlarm('reminded', event)],
  escalated: (event) => [toldByAlarm('escalated', event)],
  status_changed: ({ to, code }) => [
    { kind: 'status_changed', roles: placeAndManager, facts: { status: to, ...(code && { code }) } },
  ],
  ranked: null,
  role_model_proposed: null,
  role_model_granted: null,
  caps_waived: null,
  reservation_moved: ({ cause, lapsesAt }) =>
    cause === 'prolonged' ? [{ kind: 'reservation_moved', roles: placeAndManager, facts: { until: lapsesAt } }] : [],
  offer_received: null,
  adoption_agreed: (event, beside) => otherSideAsked({ event, beside }),
  procedure_adopted: ({ from, to }) => [
    { kind: 'procedure_adopted', roles: Object.values(agreesFor), facts: { version: to, former: from } },
  ],
  shortlist_place_taken: null,
  slot_reserved: null,
  slot_freed: null,
  plaque_reserved: null,
  memorandum_signed: null,
  base_activated: null,
  review_concluded: null,
  document_ordered: null,
  document_made: ({ files }) => madePapers(files),
  commented: null,
  held: ({ code, until }) => [{ kind: 'held', roles: placeAndManager, facts: { code, ...(until && { until }) } }],
  resumed: () => [{ kind: 'resumed', roles: placeAndManager, facts: {} }],
  withdrawal_declared: null,
  cancel_refused: null,
  base_closed: ({ status, code }) => [
    { kind: 'base_closed', roles: placeAndManager, facts: { status, ...(code && { code }) } },
  ],
  void_proposed: ({ step }) => [
    { kind: 'step_opened', step, roles: ['PD', 'CH'], facts: { step, key: keyOf(step), role: 'PD' } },
  ],
  step_voided: (event, beside) => toldToActors({ event, beside }),
  effects_undone: ({ to }) => [{ kind: 'status_changed', roles: placeAndManager, facts: { status: to } }],
  matter_raised: ({ matter }) =>
    matter === 'reservation' ? [{ kind: 'reservation_ran_out', roles: placeAndManager, facts: {} }] : [],
  frozen: () => [{ kind: 'held', roles: [...placeAndManager, 'PD', 'CO'], facts: { code: 'INT' } }],
  unfrozen: () => [{ kind: 'resumed', roles: [...placeAndManager, 'PD', 'CO'], facts: {} }],
  memorandum_amended: null,
  memorandum_renewed: null,
  stand_in_called: ({ step, key, to }) => [{ kind: 'step_opened', step, roles: [to], facts: { step, key, role: to } }],
  substitutes_drawn: ({ step, key, drawn }) => [
    { kind: 'step_opened', step, roles: [], people: drawn, facts: { step, key } },
  ],
  call_proposed: null,
  call_opened: null,
  call_put_off: null,
  call_closed: null,
  session_convened: null,
  base_stood: null,
  base_revived: null,
  programme_revived: null,
  slot_offered: null,
  offer_accepted: null,
  offer_ended: null,
  mandates_granted: null,
  mandate_revoked: null,
  seat_delegated: null,
  delegation_ended: null,
  erasure_requested: null,
  person_erased: null,
  hold_requested: null,
  records_held: null,
  release_requested: null,
  records_released: null,
  interest_declared: null,
  step_recused: null,
  step_reassigned: ({ step, key, to }) => [
    { kind: 'step_opened', step, roles: [], people: [to], facts: { step, key } },
  ],
  vacancy_found: ({ step, key, role }) => [{ kind: 'vacancy_found', step, roles: ['PM'], facts: { step, key, role } }],
  vacancy_filled: null,
  paper_entered: ({ step, key, option, signatory, signedOn, by: { person, role } }) => [
    {
      ...{ kind: 'paper_awaits', step, roles: clerks, asks: { notOf: [signatory, person] } },
      facts: { step, key, option, paper: { signatory, signedOn, enteredBy: { person, role } } },
    },
  ],
  paper_confirmed: null,
  paper_refused: (event) => toldToClerk(event),
}

/** A step's id is its key and the number of the visit. */
const keyOf = (step: string): string => step.slice(0, step.lastIndexOf('.'))

const placeAndManager: readonly Role[] = ['LG', 'PM']

const toldByAlarm = (kind: 'reminded' | 'escalated', event: EventOf<'reminded'> | EventOf<'escalated'>): Draft => ({
  kind,
  step: event.step,
  roles: event.tells.filter((told) => told !== 'actor'),
  ...(event.tells.includes('actor') && { actorsOf: event.step }),
  facts: { step: event.step, key: event.key, rung: event.rung },
})

/** The first side's word asks for the second's; with the second's it is adopted, and nobody is asked any more (8.8). */
const otherSideAsked = ({ event: { version, side, by }, beside }: Told<'adoption_agreed'>): readonly Draft[] => {
  if (beside.some(({ type }) => type === 'procedure_adopted')) return []
  const other = agreesFor[side === 'programme' ? 'partner' : 'programme']
  const { person, role } = by
  const facts = { version, agreedBy: { person, role } }
  return [{ kind: 'adoption_asked', roles: [other], asks: { notOf: [person] }, facts }]
}

/** Whoever signed is told what was recorded from the paper, and by whom: a false act is found by the one it names (R16, R17). */
const recordedFromPaper = ({ event, beside }: Told<'step_acted'>): readonly Draft[] => {
  const { step, key, option, by, paper } = event
  if (paper === undefined) return []
  const confirmed = beside.find((one) => one.type === 'paper_confirmed' && one.step === step)
  const role = confirmed?.type === 'paper_confirmed' ? { role: confirmed.by.role } : {}
  const told = {
    ...{ signatory: by.person, signedOn: paper.signedOn, enteredBy: { person: paper.enteredBy } },
    confirmedBy: { person: paper.confirmedBy, ...role },
  }
  const facts = { step, key, role: by.role, option, paper: told }
  return [{ kind: 'paper_recorded', step, roles: [], people: [by.person], facts }]
}

/** Whoever entered a paper is told that it was turned away, unless by the own hand: only there can it be put right (R16). */
const toldToClerk = ({ step, key, signatory, enteredBy, code, by }: EventOf<'paper_refused'>): readonly Draft[] => {
  const { person, role } = by
  if (enteredBy === undefined || enteredBy === person) return []
  const paper = { signatory, enteredBy: { person: enteredBy }, refusedBy: { person, role } }
  return [{ kind: 'paper_refused', step, roles: [], people: [enteredBy], facts: { step, key, code, paper } }]
}

/** Whoever acted is told that the act no longer counts (R17, 8.7). Redress that was upheld is used up, and stays what it was. */
const toldToActors = ({ event, beside }: Told<'step_voided'>): readonly Draft[] => {
  const { step, key, cause, code } = event
  if (cause === 'redress' && redressSteps.includes(key)) return []
  const voided = toldVoid(event, beside)
  const actedOn = { step, besides: voided.decidedBy?.person }
  return [{ kind: 'step_voided', step, roles: [], actedOn, facts: { step, key, ...(code && { code }), voided } }]
}

/** Papers that are sent to the place when they are made. The due-diligence report is confidential; a call is published. */
const sentToPlace: Readonly<Record<DocumentKind, boolean>> = {
  call_notice: false,
  dossier_receipt: true,
  decision_letter: true,
  feedback_sheet: true,
  due_diligence_report: false,
  mou_text: true,
  launch_record: true,
  review_letter: true,
  withdrawal_resolution: true,
}

const madePapers = (files: EventOf<'document_made'>['files']): readonly Draft[] => {
  const kind = files[0]?.kind
  if (kind === undefined || !sentToPlace[kind]) return []
  const made = files.map(({ language, sha256 }) => ({ language, sha256 }))
  return [{ kind: 'document_made', roles: ['LG'], facts: { kind, files: made } }]
}
