import type { AnyEvent, EventOf } from '../event.js'
import type { ExhibitEvent } from '../events/exhibits.js'
import type { PaperEvent } from '../events/paper.js'
import type { FilledForm } from '../form/filled-form.js'
import type { PersonId } from '../ids.js'
import { roles, type Role } from '../role.js'
import { tellsOfSheets, unopened } from '../sealing.js'
import { keyOf, type StepId, type StepKey } from '../values/step-key.js'
import { defined } from '../values/defined.js'
import { actKindOf, type SightRules } from './act-kind.js'
import { withoutText } from './acted-text.js'
import { withoutOthers } from './beside-doer.js'
import { formSeen, readSeen, type FormSight } from './answers.js'
import { outcomeOf, stepSeen, verdictIn } from './outcome.js'
import type { SightForm } from './sight-form.js'
import type { ThingSeen } from './thing.js'

/** Whose eyes look at a ledger, and by which rules its steps are votes, sheets or ratings. */
export interface Eyes {
  readonly person: PersonId
  readonly sees: (thing: ThingSeen) => SightForm
  readonly rules: SightRules
  /** The visits whose sheets are sealed for this person (1.8), and those on which a body still votes (8.4). */
  readonly sealed: ReadonlySet<StepId>
}

/** Whose answers they are, and on which visit they were handed in. */
export interface AnswerOf {
  readonly step: StepId
  readonly key: StepKey
  readonly person: PersonId | null
}

/** The same eyes, where they look at what was filled in; absent: nothing of that is for them. */
export interface EyesOnForms extends Eyes {
  readonly answered?: ((of: AnswerOf) => FormSight) | undefined
}

export interface SeenPayload {
  readonly payload: unknown
  /** Nothing of it is shown but its kind and its step. */
  readonly isMasked: boolean
  /** Something of it is not for these eyes. */
  readonly isWithheld: boolean
  /** Not even its kind and its step are shown: nothing but number, time and hashes, by which the chain is followed. */
  readonly isUnsaid: boolean
}

type Told = EventOf<
  | 'step_acted'
  | 'step_closed'
  | 'commented'
  | 'interest_declared'
  | 'document_ordered'
  | 'document_made'
  | PaperEvent['type']
  | ExhibitEvent['type']
  | 'conditions_fixed'
  | 'subjects_screened'
  | 'text_handed_over'
>
type Plain = Exclude<AnyEvent, Told>

/** What an entry tells of, as far as sight hangs on it. */
export const thingIn = (event: AnyEvent, { rules, sealed }: Pick<Eyes, 'rules' | 'sealed'>): ThingSeen => {
  if (isPlain(event)) return { kind: plain[event.type] }
  switch (event.type) {
    case 'step_acted': {
      const act = actKindOf(event.key, rules)
      const isSealed = sealed.has(event.step) && (act === 'vote' || tellsOfSheets(event))
      return { kind: 'act', act, isSealed, ...defined({ screening: verdictIn(event.key, rules) }), ...doneBy(event.by) }
    }
    case 'paper_entered':
    case 'paper_confirmed':
    case 'paper_refused': {
      const act = actKindOf(event.key, rules)
      const isSealed = act === 'vote' && sealed.has(event.step)
      return { kind: 'act', act, isSealed, ...defined({ screening: verdictIn(event.key, rules) }), ...doneBy(event.by) }
    }
    case 'exhibit_received':
      return { kind: 'exhibit', readers: event.readers, person: event.by.person, isDecided: undefined, tasks: [] }
    case 'exhibit_superseded':
    case 'exhibit_checked':
    case 'exhibit_accepted':
    case 'exhibit_returned':
    case 'expiry_told':
      return { kind: 'exhibit', readers: event.readers, person: event.broughtBy, isDecided: undefined, tasks: [] }
    case 'conditions_fixed':
    case 'step_closed':
      return outcomeOf(event.key, rules)
    // Whatever the rules of another time say of its step.
    case 'subjects_screened':
      return { kind: 'outcome', act: 'decision', screening: 'verdict' }
    // Hashes and people of a text: whom it was sent to reads the version itself.
    case 'text_handed_over':
      return { kind: 'negotiated', side: event.side, isSent: false }
    case 'commented':
      return { kind: 'words', ...doneBy(event.by) }
    case 'interest_declared':
      return { kind: 'interest', person: event.person, side: sideOf(event.roles[0] ?? event.by.role) }
    case 'document_ordered':
      return { kind: 'paper', paper: event.kind }
    case 'document_made':
      return { kind: 'paper', paper: event.files[0]?.kind ?? 'due_diligence_report' }
  }
}

/** What every other kind of entry tells of; a new one is not shown to anybody before somebody has said it here. */
export const plain: Readonly<Record<Plain['type'], 'base' | 'inner'>> = {
  base_nominated: 'base',
  stage_entered: 'base',
  stage_left: 'base',
  step_opened: 'base',
  deadline_moved: 'base',
  reminded: 'base',
  escalated: 'base',
  status_changed: 'base',
  slot_reserved: 'base',
  slot_freed: 'base',
  plaque_reserved: 'base',
  memorandum_signed: 'base',
  base_activated: 'base',
  review_concluded: 'base',
  extraordinary_concluded: 'base',
  held: 'base',
  resumed: 'base',
  withdrawal_declared: 'base',
  cancel_refused: 'base',
  base_closed: 'base',
  step_voided: 'base',
  effects_undone: 'base',
  matter_raised: 'base',
  matter_taken_back: 'base',
  frozen: 'base',
  unfrozen: 'base',
  memorandum_amended: 'base',
  memorandum_renewed: 'base',
  role_model_granted: 'base',
  caps_waived: 'base',
  let_lie: 'base',
  condition_shown: 'base',
  condition_checked: 'base',
  condition_lifted: 'base',
  third_party_asked: 'base',
  reservation_moved: 'base',
  offer_received: 'base',
  adoption_agreed: 'base',
  procedure_adopted: 'base',
  base_revived: 'base',
  stand_in_called: 'base',
  // Who works on a case, and in which order.
  ranked: 'inner',
  meeting_moved: 'inner',
  shortlist_decided: 'inner',
  role_model_proposed: 'inner',
  void_proposed: 'inner',
  substitutes_drawn: 'inner',
  step_recused: 'inner',
  step_reassigned: 'inner',
  vacancy_found: 'inner',
  vacancy_filled: 'inner',
  // Of a programme, which no place reads.
  call_proposed: 'inner',
  call_opened: 'inner',
  call_put_off: 'inner',
  call_closed: 'inner',
  session_convened: 'inner',
  session_moved: 'inner',
  session_noted: 'inner',
  mandates_granted: 'inner',
  mandate_revoked: 'inner',
  seat_delegated: 'inner',
  delegation_ended: 'inner',
  base_stood: 'inner',
  slot_offered: 'inner',
  offer_accepted: 'inner',
  offer_ended: 'inner',
  erasure_requested: 'inner',
  person_erased: 'inner',
  hold_requested: 'inner',
  records_held: 'inner',
  release_requested: 'inner',
  records_released: 'inner',
  register_added: 'inner',
  correction_asked: 'inner',
  register_corrected: 'inner',
  programme_founded: 'inner',
  founder_seated: 'inner',
  seats_proposed: 'inner',
  rules_proposed: 'inner',
  rules_confirmed: 'inner',
  proposal_withdrawn: 'inner',
  programme_revived: 'inner',
}

const isPlain = (event: AnyEvent): event is Plain => event.type in plain

const doneBy = ({ person, role }: { person: PersonId; role: Role }) => ({ person, side: sideOf(role) })
const sideOf = (role: Role) => roles[role].side

/**
 * An entry as somebody may see it. What is not for these eyes keeps its kind and its step and says that it is withheld; number, time
 * and hashes stand beside it and are everybody's, so that the chain can be followed.
 */
export const payloadSeen = (event: AnyEvent, eyes: EyesOnForms): SeenPayload => {
  if (isUnsaid(event, eyes)) return { payload: { withheld: true }, isMasked: true, isWithheld: true, isUnsaid: true }
  const thing = thingIn(event, eyes)
  // Of a sealed sheet all but its points is shown; of a vote while others are awaited nothing is (8.4).
  const opens = thing.kind === 'act' && thing.act !== 'vote' ? { ...thing, isSealed: false } : thing
  if (eyes.sees(opens) !== 'whole') return withheld(event)
  const opened = unopened(event, eyes)
  const isSealed = opened !== event
  const parts = [withoutText, withoutPoints, withoutTeam, withoutAnswers, withoutName, withoutOthers]
  const shown = parts.reduce<object>((sofar, less) => less(eyes)(sofar), opened)
  return { payload: shown, isMasked: false, isWithheld: isSealed || shown !== opened, isUnsaid: false }
}

const withheld = (event: AnyEvent): SeenPayload => {
  const [step, key] = ['step' in event ? event.step : undefined, 'key' in event ? event.key : undefined]
  const payload = { type: event.type, ...defined({ step, key }), withheld: true }
  return { payload, isMasked: true, isWithheld: true, isUnsaid: false }
}

/** Whether an entry is of a step that is not there for these eyes, or fell with one: it would tell of it by its kind alone (1.6). */
const isUnsaid = (event: AnyEvent, { sees, rules }: Eyes): boolean =>
  [
    'key' in event ? event.key : 'step' in event && typeof event.step === 'string' ? keyOf(event.step) : undefined,
    'because' in event && typeof event.because === 'string' ? keyOf(event.because) : undefined,
  ].some((key) => key !== undefined && sees(stepSeen(key, rules)) === 'none')

/** The points of one closing, apart from how it ended. */
const withoutPoints =
  ({ sees }: Eyes) =>
  (payload: object): object => {
    if (!('score' in payload) || sees({ kind: 'points' }) === 'whole') return payload
    const { score: _, ...rest } = payload
    return { ...rest, withheld: true }
  }

/** Who was named to examine works on the case, and rates it without a name before the place (2.1). */
const withoutTeam =
  ({ sees }: Eyes) =>
  (payload: object): object => {
    if (!('facts' in payload) || !bringsTeam(payload.facts) || sees({ kind: 'inner' }) === 'whole') return payload
    const { facts, ...rest } = payload
    return { ...rest, withheld: true }
  }

/**
 * What was filled in, as far as each field is for these eyes (8.12). Where one is not, the exhibits that are cited go with it, and where
 * none is, the facts that were read out of it; that a
 * form came, and the salted hash of it, are everybody's.
 */
const withoutAnswers =
  ({ answered, rules }: EyesOnForms) =>
  (payload: object): object => {
    if (!bringsForm(payload)) return payload
    const by = answered?.({ step: payload.step, key: payload.key, person: payload.by.person })
    const seen = by === undefined ? 'none' : formSeen(by)
    if (seen === 'whole') return payload
    const { form, ...rest } = payload
    // Sheets and votes have a rule of their own, which was asked above.
    const isDecision = actKindOf(payload.key, rules) === 'decision'
    if (by === undefined || seen === 'none') return { ...(isDecision ? withoutFacts(rest) : rest), withheld: true }
    const { exhibits: _, ...kept } = form
    return { ...rest, form: { ...kept, read: readSeen(form.read, by) }, withheld: true }
  }

/** What the engine took out of a form is for no wider eyes than the form. */
const withoutFacts = (payload: object): object => {
  const { facts: _, ...rest } = { facts: undefined, ...payload }
  return rest
}

type WithForm = Pick<EventOf<'step_acted'>, 'step' | 'key' | 'by'> & { readonly form: FilledForm }
const bringsForm = (payload: object): payload is WithForm => 'form' in payload && 'step' in payload && 'key' in payload

const bringsTeam = (facts: unknown): boolean => typeof facts === 'object' && facts !== null && 'team' in facts

const withoutName =
  (eyes: Eyes) =>
  (payload: object): object => {
    if (!('by' in payload) || !isStamp(payload.by) || isNamed(payload.by, eyes)) return payload
    const { by: _, ...rest } = payload
    return { ...rest, withheld: true }
  }

interface Stamp {
  readonly person: PersonId | null
  readonly role: Role | null
}

const isStamp = (by: unknown): by is Stamp => typeof by === 'object' && by !== null && 'person' in by && 'role' in by

/** Whether somebody may read who acted: those who decide together or blind stand before the place without a name. */
export const isNamed = ({ person, role }: Stamp, { sees, rules }: Pick<Eyes, 'sees' | 'rules'>): boolean =>
  role === null || !rules.anonymous.includes(role) || sees({ kind: 'name', person, side: sideOf(role) }) === 'whole'
