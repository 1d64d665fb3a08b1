import type { AnyEvent, EventType } from './event.js'
import type { By } from './values/by.js'
import { steps } from './gicc/steps.js'
import type { Instant, PersonId } from './ids.js'
import type { LocalText } from './locale.js'
import type { StepId } from './values/step-key.js'
import { defined } from './values/defined.js'

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
  /** Who is answerable; null where the clock did it, or a body by its votes. */
  readonly person: PersonId | null
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
  paper: { en: 'Act on paper', 'zh-CN': '书面文件' },
  void: { en: 'Voided', 'zh-CN': '作废' },
}

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

type Finders = { readonly [T in EventType]?: (event: Extract<AnyEvent, { type: T }>) => readonly Found[] }

const finders: Finders = {
  step_acted: ({ key, option, by, paper }) => [
    ...settingAside(key, { option, body: false }),
    ...(by.delegator === undefined ? [] : [{ kind: 'delegation', what: 'acted', detail: by.delegator } as const]),
    ...(paper === undefined ? [] : [{ kind: 'paper', what: 'acted', detail: paper.signedOn } as const]),
  ],
  paper_refused: ({ signatory }) => [{ kind: 'paper', what: 'refused', detail: signatory }],
  step_closed: ({ key, option, how }) =>
    how === 'silence' ? [{ kind: 'silence', what: option }] : settingAside(key, { option, body: true }),
  deadline_moved: ({ cause, days = 0 }) =>
    cause === 'extension' ? [{ kind: 'extension', what: 'deadline', detail: `${days}` }] : [],
  reservation_moved: ({ cause, lapsesAt }) =>
    cause === 'prolonged' ? [{ kind: 'extension', what: 'reservation', detail: lapsesAt }] : [],
  caps_waived: () => [{ kind: 'waiver', what: 'caps' }],
  condition_lifted: ({ condition }) => [{ kind: 'waiver', what: `condition ${condition}` }],
  step_reassigned: ({ to }) => [{ kind: 'override', what: 'reassigned', detail: to }],
  let_lie: ({ part }) => [{ kind: 'silence', what: 'let_lie', detail: part }],
  stand_in_called: ({ to }) => [{ kind: 'override', what: 'stand_in', detail: to }],
  // What only rested on a voided step is told by that one.
  step_voided: ({ cause }) => (cause === 'inputs_changed' ? [] : [{ kind: 'void', what: cause }]),
}

/** The types of entries that may be exceptions; every other type never is. */
export const examinedTypes: readonly EventType[] = Object.keys(finders).filter((name): name is EventType =>
  Object.hasOwn(finders, name),
)

const kindsOf = (event: AnyEvent): readonly Found[] => dispatch(event.type, event)

const dispatch = <T extends EventType>(type: T, event: Extract<AnyEvent, { type: T }>): readonly Found[] =>
  finders[type]?.(event) ?? []

/** A gate that was waived (6.1), and what a bar, an objection or an integrity stop was set aside by. Of a body not one vote is the exception, but what the votes came to. */
const settingAside = (
  key: string,
  { option, body }: { readonly option: string; readonly body: boolean },
): readonly Found[] => {
  const step = steps[key]
  const isOne = step?.setsAside?.option === option && (step.decides.by === 'votes') === body
  return isOne && step.setsAside !== undefined ? [{ kind: step.setsAside.kind, what: `${key} ${option}` }] : []
}

const whose = (event: AnyEvent): Partial<ExceptionFound> => {
  const by: By | undefined = 'by' in event ? event.by : undefined
  return {
    ...defined({
      step: 'step' in event && event.step !== undefined ? event.step : undefined,
      code: 'code' in event && event.code !== undefined ? event.code : undefined,
      person: by === undefined ? undefined : by.person,
      role: by === undefined ? undefined : by.role,
    }),
  }
}

const columns = ['kind', 'base', 'entry', 'at', 'what', 'step', 'person', 'role', 'code', 'detail'] as const

/** Exceptions as rows of a table, the head first. */
export const exceptionRows = (found: readonly ExceptionFound[]): readonly (readonly (string | number | null)[])[] => [
  columns,
  ...found.map(({ kind, stream, seq, at, what, step, person, role, code, detail }) => [
    kind,
    stream,
    seq,
    at,
    what,
    step,
    person,
    role,
    code,
    detail,
  ]),
]
