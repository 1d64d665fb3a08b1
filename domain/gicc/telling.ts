import type { DocumentKind } from '../document-kind.js'
import type { Days, Due } from '../procedure.js'
import type { StepExtension } from '../extension-rules.js'
import type { End, Unled, UnledOption } from '../leads.js'
import type { Option, StepKey } from '../values/step-key.js'
import type { StepAsk, StepNews } from '../letters/wording.js'
import type { Stage, Status } from '../lifecycle.js'
import type { LocalText } from '../locale.js'
import type { ReasonCode } from '../reason-code.js'
import type { VisibilityClass } from '../form/field.js'
import { defined } from '../values/defined.js'
import type { Duty, PairRule } from './duties.js'

/** What a decided step leaves to the rest of the life of a base. */
export type Keeps =
  'nomination_sheets' | 'rating' | 'diligence_score' | 'settled_baseline' | 'budget_rates' | 'last_term'

/** A step told whole: what the procedure publishes of it, and all else that is said of it anywhere. */
export interface StepTelling extends Unled {
  /** Its speaking name beside the printed number, unique in the programme. */
  readonly name: string
  /** What its actor does. */
  readonly title: LocalText
  /** How a letter asks the place for it, and what it says of silence. */
  readonly asks?: StepAsk
  /** What others are told when it ends by an option, or opens (`opened`). */
  readonly news?: Readonly<Record<Option, StepNews>>
  /** What an option says on the button of this step, where it does not say what it says everywhere. */
  readonly labels?: Readonly<Record<Option, LocalText>>
  /** What an approval was given on: when an input no longer counts, neither does the approval (8.7, 14.7, 14.22). */
  readonly rests?: readonly StepKey[]
  /** Each person says with the act that he or she has no interest in the base (SD5). */
  readonly asksInterest?: true
  /** What kind of work it is, where whole kinds exclude each other (SD3, SD4, SD8). */
  readonly duties?: readonly Duty[]
  /** Whoever acted on one of these steps does not act on this one, and the other way round; by rule (R19). */
  readonly apart?: Readonly<Partial<Record<PairRule, readonly StepKey[]>>>
  /** Nobody does it for somebody else, by this rule. */
  readonly inPerson?: 'SD6' | 'SD7'
  /** Its own limits where a deadline is moved (8.5). */
  readonly extension?: StepExtension
  /** Share of the due-diligence score, where it is a work-stream (6.3), and what that is called on papers. */
  readonly weight?: number
  readonly workStream?: LocalText
  /** A work-stream in which a C alone already calls for conditions (6.3). */
  readonly sensitive?: true
  readonly keeps?: Keeps
  /** While it is open the score is nobody's to see (1.9). */
  readonly hidesScore?: true
  /** Whoever acts on it has given the colour of the year, and is no other when it is looked at again (R14). */
  readonly givesColour?: true
  /** It carries out what the review before found, beside the next one. */
  readonly looksBack?: true
  /** The option that sets a finding or a bar aside, as the register of exceptions has it. */
  readonly setsAside?: { readonly option: Option; readonly kind: 'waiver' | 'override' }
  /** The option that is taken for chosen where a file of invited places is brought (1.2). */
  readonly withFile?: Option
  /** It stands in `light` alone, in the place of several (R18). */
  readonly only?: 'light'
}

/** Working days. */
export const wd = (n: number): Days => ({ unit: 'wd', n })
/** Calendar days. */
export const cd = (n: number): Days => ({ unit: 'cd', n })
/** Due so long after the step opens. */
export const within = (days: Days): Due => ({ from: 'opening', days })
/** Due so long after the MoU was signed, as most of stage 4 is. */
export const afterSignature = (days: Days): Due => ({ from: 'signature', days })

/** Goes on as the story of the stage has it. */
export const onward: UnledOption = {}

interface Loop {
  readonly limit: number
  readonly then?: End | 'not_offered' | 'goes_on'
}

/** Comes round to a step once more with nothing missing, at most `limit` times in one visit of the stage; then it is not offered, ends the matter, or goes on. */
export const onceMore = (key: StepKey, { limit, then = 'not_offered' }: Loop): UnledOption => ({
  leads: { back: key, limit, then },
})

/** The same option, with words of the person who chooses it: a "no" without a code, or one that says what is not so (8.14). */
export const saying = (rule: UnledOption): UnledOption => ({ ...rule, says: 'required' })

/** Returns what is missing or wrong, and says what (8.14); the loop is that of `onceMore`. */
export const back = (key: StepKey, loop: Loop): UnledOption => saying(onceMore(key, loop))

/** Ends the matter with a status, for one of the codes. */
export const end = (status: Status, codes?: readonly ReasonCode[]): UnledOption => ({
  leads: { end: status },
  ...defined({ codes, says: codes === undefined ? undefined : ('required' as const) }),
})

/** Ends the matter after the named steps, such as the notice of the decision. */
export const endVia = (
  status: Status,
  { via, codes }: { via: readonly StepKey[]; codes: readonly ReasonCode[] },
): UnledOption => coded({ leads: { end: status, via } }, ...codes)

/** Ends the base as one that had the name; one that had it not yet lapses instead (R2). The story ends it. */
export const losesName: UnledOption = { leads: { end: 'red', via: [] } }

/** The same option, with the reason codes one of which it must carry, beside words (8.14). */
export const coded = (rule: UnledOption, ...codes: readonly ReasonCode[]): UnledOption => saying({ ...rule, codes })

/** An option that only the clock chooses: silence, a window that closes, a date that comes. It has no words, only a code. */
export const clocked = ({ says: _, ...rule }: UnledOption): UnledOption => ({ ...rule, byClock: true })

/** What sets a finding or a bar aside is an exception, so that it says why (8.14). */
const withExceptions = ({ options, setsAside }: Pick<StepTelling, 'options' | 'setsAside'>): StepTelling['options'] => {
  const aside = setsAside === undefined ? undefined : options[setsAside.option]
  return setsAside === undefined || aside === undefined ? options : { ...options, [setsAside.option]: saying(aside) }
}

type StepDraft = Pick<StepTelling, 'name' | 'title' | 'role' | 'due' | 'escalation' | 'options'> &
  Partial<Omit<StepTelling, 'key' | 'stage' | 'order' | 'documents'>> & {
    /** Who may read what is filled in on it; left out: both sides. */
    readonly seen?: VisibilityClass
  }

/** What is made of every sitting of a body, beside what the stories order: those papers are read from them. */
const minutes: DocumentKind = 'session_minutes'

/** The steps of one stage from their drafts; what a draft leaves out is the common case: one person decides and brings nothing. */
export const stepsOf = (
  stage: Stage,
  drafts: Readonly<Record<StepKey, StepDraft>>,
): Readonly<Record<StepKey, StepTelling>> =>
  Object.fromEntries(
    Object.entries(drafts).map(([key, { seen, form, ...draft }]) => [
      key,
      {
        key,
        stage,
        decides: { by: 'one' },
        brings: 'nothing',
        order: Object.keys(draft.options),
        ...draft,
        documents: draft.decides?.by === 'votes' ? [minutes] : [],
        options: withExceptions(draft),
        ...defined({ form: form === undefined ? undefined : { ...form, ...defined({ seen }) } }),
      } satisfies StepTelling,
    ]),
  )
