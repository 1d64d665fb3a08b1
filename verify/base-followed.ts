import type { StepRule } from './manifest.js'

/** One person's act on a visit of a step. */
interface Act {
  readonly step: string
  readonly key: string
  readonly person: string
  readonly stage: number
}

/** One visit of a step; `standIn` may act too once it was late for long (E1). */
interface Visit {
  readonly key: string
  /** The matter that asks it, by its number; none where the stage itself does. */
  readonly matter: number
  isOpen: boolean
  standIn: string
  /** What each person chose, while it is open; a programme has many visits, and closed ones are not asked. */
  acts: Map<string, string> | undefined
}

/** A base as far as the order of its steps is followed. */
export interface Base {
  begun: boolean
  closed: boolean
  status: string
  /** The statuses that holds and stops interrupted, the last one last: a stop may come over a hold. */
  heldStatuses: readonly string[]
  stage: { readonly name: string; readonly no: number } | undefined
  rules: ReadonlyMap<string, StepRule>
  readonly steps: Map<string, Visit>
  /** Steps to which what was closed in this stage may lead; undefined until something was closed. */
  led: Set<string> | undefined
  /** A complaint was settled in this stage: what it had held up goes on, which no option of this stage names. */
  redressed: boolean
  /** Matters raised in this stage, and by whom each last. */
  matters: Map<string, string>
  /** The same by their numbers, with those that went on from the stage before. */
  besides: readonly { readonly matter: string; readonly no: number; readonly by: string }[]
  acts: Act[]
  /** Roles that a declared interest keeps a person out of (SD5). */
  readonly interests: Map<string, readonly string[]>
}

/** A base before its first entry. */
export const newBase = (): Base => ({
  begun: false,
  closed: false,
  status: '',
  heldStatuses: [],
  stage: undefined,
  rules: new Map(),
  steps: new Map(),
  led: undefined,
  redressed: false,
  matters: new Map(),
  besides: [],
  acts: [],
  interests: new Map(),
})

/** What a person has done on the base so far, in its whole life and in the running stage. */
export const deedsOf = ({ acts, stage }: Base, person: string) => {
  const own = acts.filter((act) => act.person === person)
  return {
    life: new Set(own.map(({ key }) => key)),
    stage: new Set(own.filter((act) => act.stage === stage?.no).map(({ key }) => key)),
  }
}
