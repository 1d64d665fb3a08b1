import { plainDate } from '../../domain/calendar-date.js'
import type { AnyEvent, BaseEvent, EventType } from '../../domain/event.js'
import type { LetterForm } from '../../domain/letters/facts.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import type { Role } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'

/** A letter as one kind of event sends it, and who reads it: written by hand and not asked of the table (papers, letters). */
export interface LetterCell {
  readonly kind: LetterKind
  readonly form?: LetterForm
  readonly event: AnyEvent
  /** The same to others, where an event names its very reader. */
  readonly more?: readonly AnyEvent[]
  readonly beside?: readonly BaseEvent[]
  /** Who hold these roles; `those`: whoever is named, or did what it is about, in whichever seat. */
  readonly readers: readonly Role[] | 'those'
  /** It asks for something that nobody does on behalf of another. */
  readonly inPerson?: true
}

/** The step of the played base that waits, and whom it waits for; one that was decided before. */
export const waiting = { step: '1.4a.1', key: '1.4a' } as const
export const decidedStep = { step: '1.3.1', key: '1.3' } as const

export const byOf = (role: Role, person = `p-${role.toLowerCase()}-9`) => ({
  person,
  role,
  mandate: 'm-9',
  onBehalfOf: 'o-1',
})
const at = '2027-03-01T16:00:00.000Z'
const opens = { dueAt: at, calendar: 'US@America/New_York', alarms: [], seats: 1 } as const
const sha256 = 'a'.repeat(64)
const file = (kind: 'decision_letter') => ({ language: 'en', kind, version: 1, sha256, size: 1 }) as const

const aside: BaseEvent = { type: 'extraordinary_concluded', no: 1, before: 9, colour: 'red', total: 9, setAside: true }
const alarm = { ...waiting, rung: 0, dueAt: at } as const
const told = { type: 'escalated', ...alarm } as const
const steps: readonly LetterCell[] = [
  {
    kind: 'step_opened',
    event: { type: 'step_opened', ...waiting, ...opens, role: 'SO', also: ['CO'] },
    readers: ['SO', 'CO'],
  },
  {
    kind: 'step_opened',
    form: 'second_word',
    event: { type: 'void_proposed', step: decidedStep.step, code: 'DAT', by: byOf('CS') },
    readers: ['PD', 'CH'],
    inPerson: true,
  },
  {
    kind: 'step_opened',
    form: 'session',
    event: { type: 'step_closed', ...waiting, option: 'complete', how: 'act' },
    beside: [{ type: 'step_closed', ...waiting, option: 'complete', how: 'act' }],
    readers: ['CS'],
  },
  { kind: 'step_opened', event: { type: 'stand_in_called', ...waiting, to: 'PD' }, readers: ['PD'] },
  { kind: 'step_opened', event: { type: 'vacancy_filled', ...waiting }, readers: ['SO'] },
  {
    kind: 'step_news',
    event: { type: 'step_closed', step: '2.8.1', key: '2.8', option: 'defer', how: 'act' },
    readers: ['LG'],
  },
  {
    kind: 'step_news',
    event: { type: 'step_closed', step: '5.2a.1', key: '5.2a', option: 'report_missing', how: 'clock' },
    readers: ['CLO', 'LG'],
  },
  {
    kind: 'step_news',
    event: { type: 'step_opened', ...waiting, key: '4.11a', ...opens, role: 'SO', also: ['CO'] },
    readers: ['HG', 'CH'],
  },
  { kind: 'reminded', event: { type: 'reminded', ...alarm, tells: ['actor', 'PM'] }, readers: ['SO', 'PM'] },
  { kind: 'escalated', event: { ...told, tells: ['actor', 'LG', 'HG'] }, readers: ['SO', 'LG', 'HG'] },
  { kind: 'escalated', form: 'unreached', event: { ...told, tells: ['PM'], awaits: 'arrival' }, readers: ['PM'] },
  {
    kind: 'escalated',
    form: 'at_opening',
    // A step of that ladder, as if it were the one that waits.
    event: { type: 'escalated', ...alarm, key: '1.6c', tells: ['CO', 'PD'] },
    readers: ['CO', 'PD'],
  },
  {
    kind: 'deadline_moved',
    event: {
      type: 'deadline_moved',
      step: waiting.step,
      from: at,
      dueAt: at,
      alarms: [],
      cause: 'extension',
      code: 'INC',
    },
    readers: ['SO', 'PM'],
  },
  {
    kind: 'vacancy_found',
    event: { type: 'vacancy_found', ...waiting, role: 'SO', needs: 1, have: 0 },
    readers: ['PM'],
  },
]

const change = { type: 'status_changed', from: 'screening', to: 'lapsed' } as const
const raised = { type: 'matter_raised', matter: 'integrity_stop', no: 1, code: 'LAB' } as const
const base: readonly LetterCell[] = [
  { kind: 'status_changed', event: change, beside: [change], readers: ['LG', 'PM'] },
  {
    kind: 'status_changed',
    form: 'taken_back',
    event: { type: 'effects_undone', effects: {}, from: 'lapsed', to: 'screening' },
    readers: ['LG', 'PM'],
  },
  {
    kind: 'status_changed',
    form: 'not_ended',
    event: { type: 'matter_taken_back', matter: 'ending', no: 1, code: 'GOV', by: byOf('LG') },
    readers: ['LG', 'PM', 'PD'],
  },
  { kind: 'held', event: { type: 'held', code: 'LAT', cause: 'silent_partner' }, readers: ['LG', 'PM', 'HG'] },
  {
    kind: 'held',
    form: 'stopped',
    event: { type: 'frozen', matter: 1, heldStatus: 'screening' },
    beside: [raised],
    readers: ['LG', 'PM', 'PD', 'CO'],
  },
  {
    kind: 'meeting_moved',
    event: {
      type: 'meeting_moved',
      session: 's-1',
      meets: { on: plainDate('2027-06-21'), mode: 'by_link' },
      code: 'FMJ',
    },
    readers: ['CM', 'CH', 'CS'],
  },
  {
    kind: 'changed_after_clearance',
    event: {
      type: 'text_handed_over',
      step: '3.7a.1',
      key: '3.7a',
      no: 2,
      side: 'programme',
      hash: 'a'.repeat(64),
      changed: {},
      gone: [],
      editors: [],
      edits: 'b'.repeat(64),
      told: [{ key: '3.6a', step: '3.6a.1', clauses: ['notices', 'annex_2'], until: '2027-06-21T16:00:00.000Z' }],
      by: byOf('PM'),
    },
    readers: ['LX'],
  },
  { kind: 'resumed', event: { type: 'resumed' }, readers: ['LG', 'PM'] },
  { kind: 'resumed', event: { type: 'unfrozen', matter: 1 }, readers: ['LG', 'PM', 'PD', 'CO'] },
  {
    kind: 'condition_lifted',
    event: { type: 'condition_lifted', matter: 1, condition: '2.7.1:r1' },
    readers: ['LG', 'CLO', 'PM'],
  },
  { kind: 'base_closed', event: { type: 'base_closed', status: 'lapsed', code: 'LAT' }, readers: ['LG', 'PM'] },
  {
    kind: 'base_closed',
    form: 'after_redress',
    event: { type: 'base_closed', status: 'declined', code: 'SCA' },
    beside: [{ type: 'step_closed', step: 'R0.1', key: 'R0', option: 'accept', how: 'act' }],
    readers: ['LG', 'PM'],
  },
  ...(['upheld', 'set_aside', 'dismissed'] as const).map((form) => ({
    kind: 'redress_decided' as const,
    form,
    event: {
      type: 'step_closed' as const,
      step: 'R2.1',
      key: 'R2',
      option: form === 'dismissed' ? 'dismiss' : 'uphold',
      how: 'vote' as const,
    },
    beside: form === 'set_aside' ? [aside] : [],
    readers: ['LG', 'PM'] as const,
  })),
  {
    kind: 'document_made',
    event: { type: 'document_made', order: 'd-1', files: [file('decision_letter')] },
    readers: ['LG'],
  },
  {
    kind: 'slot_offered',
    event: { type: 'step_opened', step: '2.10o.1', key: '2.10o', ...opens, role: 'LG' },
    readers: ['LG'],
  },
  {
    kind: 'offer_lapsed',
    event: { type: 'step_closed', step: '2.10o.1', key: '2.10o', option: 'window_closed', how: 'clock' },
    readers: ['LG', 'PM'],
  },
  {
    kind: 'reservation_ran_out',
    event: { type: 'matter_raised', matter: 'reservation', no: 1 },
    readers: ['LG', 'PM'],
  },
  {
    kind: 'reservation_moved',
    event: { type: 'reservation_moved', from: at, lapsesAt: at, cause: 'prolonged' },
    readers: ['LG', 'PM'],
  },
  ...([undefined, 'left_over', 'publication', 'matter', 'ending'] as const).map((form) => ({
    kind: 'let_lie' as const,
    ...defined({ form }),
    event: {
      type: 'let_lie' as const,
      ...(form === 'ending' ? { part: 'matter' as const, kind: form } : { part: form ?? ('year' as const) }),
      steps: [waiting.step],
    },
    readers: ['LG', 'PM', 'HG', 'CLO', 'PD', 'CH', 'BD'] as const,
  })),
  {
    kind: 'adoption_asked',
    event: { type: 'adoption_agreed', version: '2', side: 'programme', by: byOf('PD') },
    readers: ['AL'],
    inPerson: true,
  },
  { kind: 'procedure_adopted', event: { type: 'procedure_adopted', from: '1', to: '2' }, readers: ['AL', 'PD'] },
]

/** Letters to very persons, whoever they are; all of them have done the step that is voided. */
export const toPeople = (people: readonly string[]): readonly LetterCell[] => {
  const paper = {
    number: { id: 't-1', hash: sha256 },
    signedOn: '2027-02-01',
    scan: sha256,
    enteredBy: 'p-cs-9',
  } as const
  const signed = { ...waiting, signatory: 'p-so-9', by: byOf('PD'), scan: sha256 } as const
  const returned = { exhibit: 'e-1', readers: 'PAR', by: byOf('SO'), code: 'doubtful' } as const
  const expiring = { exhibits: ['e-1', 'e-2'], readers: 'PAR', expiresOn: '2029-01-15', days: 60 } as const
  const acted = { ...decidedStep, option: 'submit', paper: { ...paper, confirmedBy: 'p-pd-9' } } as const
  const each = (kind: LetterKind, to: (person: string) => AnyEvent): readonly LetterCell[] => {
    const [event, ...more] = people.map(to)
    return event === undefined ? [] : [{ kind, event, more, readers: 'those' }]
  }
  return [
    {
      kind: 'step_opened',
      event: { type: 'substitutes_drawn', ...waiting, drawn: people, pool: people, seed: 'seed', by: byOf('CS') },
      readers: 'those',
    },
    ...each('step_opened', (to) => ({ type: 'step_reassigned', ...waiting, to, code: 'LAT', by: byOf('PD') })),
    ...each('paper_recorded', (one) => ({ type: 'step_acted', ...acted, by: byOf('LG', one) })),
    ...each('paper_refused', (one) => ({ type: 'paper_refused', ...signed, enteredBy: one, code: 'DAT' })),
    ...each('expiry_told', (one) => ({ type: 'expiry_told', ...expiring, broughtBy: one })),
    ...each('exhibit_returned', (one) => ({ type: 'exhibit_returned', ...returned, broughtBy: one })),
    {
      kind: 'step_voided',
      event: { type: 'step_voided', ...decidedStep, cause: 'inputs_changed', because: '1.8.1', by: byOf('EX') },
      readers: 'those',
    },
  ]
}

const others: readonly LetterCell[] = [
  {
    kind: 'exhibit_doubted',
    event: {
      type: 'exhibit_returned',
      exhibit: 'e-1',
      readers: 'PAR',
      broughtBy: 'p-9',
      by: byOf('SO'),
      code: 'doubtful',
    },
    readers: ['CO'],
  },
  {
    kind: 'paper_awaits',
    event: {
      type: 'paper_entered',
      ...waiting,
      signatory: 'p-so-9',
      option: 'complete',
      signedOn: '2027-02-01',
      number: { id: 't-1', hash: sha256 },
      scan: sha256,
      by: byOf('CS'),
    },
    readers: ['PM', 'PD', 'CS'],
    inPerson: true,
  },
]

/** Every letter that goes to whoever holds a role. */
export const toRoles: readonly LetterCell[] = [...steps, ...base, ...others]

/** What an event is named by in the table of letters. */
export const rowOf = ({ kind, event }: LetterCell): `${LetterKind} ${EventType}` => `${kind} ${event.type}`
