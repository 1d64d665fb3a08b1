import type { AnyEvent, By } from './event.js'
import type { Instant } from './ids.js'
import type { LocalText } from './locale.js'
import type { StepId } from './procedure.js'

/** What leaves the usual way and is allowed by a rule: what auditors look at one by one. */
export const exceptionKinds = ['waiver', 'extension', 'override', 'silence', 'delegation', 'paper', 'void'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]

/** An entry of the ledger, as far as it says whether it is an exception. */
export interface ExaminedEntry {
  readonly stream: string
  readonly seq: number
  readonly at: Instant
  readonly event: AnyEvent
}

/** One exception, in ids, codes and numbers. */
export interface ExceptionFound {
  readonly kind: ExceptionKind
  readonly stream: string
  readonly seq: number
  readonly at: Instant
  /** What it consists in: the type of the entry, with what tells it from others of its type. */
  readonly what: string
  readonly step: StepId | null
  /** Who is answerable; null where the clock did it. */
  readonly person: string | null
  readonly role: string | null
  readonly code: string | null
  /** What makes it one: working days given, in whose place, the day on the paper. */
  readonly detail: string | null
}

export const exceptionLabels: Readonly<Record<ExceptionKind, LocalText>> = {
  waiver: { en: 'Waiver', 'zh-CN': '豁免' },
  extension: { en: 'Extension', 'zh-CN': '延期' },
  override: { en: 'Override', 'zh-CN': '改派或否定先前结论' },
  silence: { en: 'Closed by silence', 'zh-CN': '逾期未答复结案' },
  delegation: { en: 'Under a delegation', 'zh-CN': '受托办理' },
  paper: { en: 'Act on paper', 'zh-CN': '纸质行为' },
  void: { en: 'Voided', 'zh-CN': '作废' },
}

/** The kinds of entries that may be exceptions; every other type never is. */
export const examinedTypes: readonly AnyEvent['type'][] = [
  ...(['step_acted', 'step_closed', 'deadline_moved', 'reservation_moved', 'caps_waived'] as const),
  ...(['step_reassigned', 'stand_in_called', 'step_voided', 'paper_refused'] as const),
]

/**
 * Every exception in some entries of the ledger, in their order: waivers, extensions, overrides, closings by silence, acts
 * under a delegation or on paper, voids. The one place that says what is one; an act may be two (R3, R16, R17, SD7, 8.2, 8.5).
 */
export const exceptionsIn = (entries: readonly ExaminedEntry[]): readonly ExceptionFound[] =>
  entries.flatMap(({ event, ...place }) =>
    kindsOf(event).map((one) => ({ ...nothing, ...whose(event), ...one, ...place })),
  )

const nothing = { step: null, person: null, role: null, code: null, detail: null }

type Found = Pick<ExceptionFound, 'kind' | 'what'> & Partial<Pick<ExceptionFound, 'detail'>>

const kindsOf = (event: AnyEvent): readonly Found[] => {
  switch (event.type) {
    case 'step_acted':
      return [
        ...(event.by.delegator === undefined
          ? []
          : [{ kind: 'delegation', what: 'acted', detail: event.by.delegator } as const]),
        ...(event.paper === undefined ? [] : [{ kind: 'paper', what: 'acted', detail: event.paper.signedOn } as const]),
      ]
    case 'paper_refused':
      return [{ kind: 'paper', what: 'refused', detail: event.signatory }]
    case 'step_closed':
      return closedAs(event)
    case 'deadline_moved':
      return event.cause === 'extension' ? [{ kind: 'extension', what: 'deadline', detail: `${event.days ?? 0}` }] : []
    case 'reservation_moved':
      return event.cause === 'prolonged' ? [{ kind: 'extension', what: 'reservation', detail: event.lapsesAt }] : []
    case 'caps_waived':
      return [{ kind: 'waiver', what: 'caps' }]
    case 'step_reassigned':
      return [{ kind: 'override', what: 'reassigned', detail: event.to }]
    case 'stand_in_called':
      return [{ kind: 'override', what: 'stand_in', detail: event.to }]
    case 'step_voided':
      // What only rested on a voided step is told by that one.
      return event.cause === 'inputs_changed' ? [] : [{ kind: 'void', what: event.cause }]
    default:
      return []
  }
}

/** A gate that was waived (6.1), and what a bar, an objection or an integrity stop was set aside by. */
const setAside: Readonly<Record<string, { readonly option: string; readonly kind: ExceptionKind }>> = {
  '1.5c': { option: 'grant', kind: 'waiver' },
  '1.5d': { option: 'grant', kind: 'waiver' },
  '1.6c': { option: 'clear', kind: 'override' },
  '2.9c': { option: 'unfounded', kind: 'override' },
  E6a: { option: 'lift', kind: 'override' },
  E6b: { option: 'lift', kind: 'override' },
}

const closedAs = ({ key, option, how }: Extract<AnyEvent, { type: 'step_closed' }>): readonly Found[] => {
  if (how === 'silence') return [{ kind: 'silence', what: option }]
  const one = setAside[key]
  return one?.option === option ? [{ kind: one.kind, what: `${key} ${option}` }] : []
}

const whose = (event: AnyEvent): Partial<ExceptionFound> => {
  const by: By | undefined = 'by' in event ? event.by : undefined
  return {
    ...('step' in event && event.step !== undefined ? { step: event.step } : {}),
    ...('code' in event && event.code !== undefined ? { code: event.code } : {}),
    ...(by === undefined ? {} : { person: by.person, role: by.role }),
  }
}

const columns = ['kind', 'base', 'entry', 'at', 'what', 'step', 'person', 'role', 'code', 'detail'] as const

/** Exceptions as rows of a table, the head first. */
export const exceptionRows = (found: readonly ExceptionFound[]): readonly (readonly (string | number | null)[])[] => [
  columns,
  ...found.map(({ kind, stream, seq, at, what, step, person, role, code, detail }) => [
    ...[kind, stream, seq, at, what, step, person, role, code, detail],
  ]),
]
