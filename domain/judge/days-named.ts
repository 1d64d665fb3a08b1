import { isPlainDate, type PlainDate } from '../calendar-date.js'
import type { Decide } from '../command.js'
import type { BroughtFacts } from '../facts.js'
import type { ReadValues } from '../form/read-values.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { lastDecided, type BaseState } from '../state.js'
import { defined } from '../values/defined.js'
import type { Option } from '../values/step-key.js'

interface Named {
  readonly definition: StepDefinition
  readonly option: Option
  readonly read: ReadValues | undefined
}

/** What a step brings, with the days of its form that later steps go by: until when a proof holds, to which day it was put off. */
export const withDays = (
  facts: BroughtFacts | undefined,
  { definition: { proves, putsOff }, option, read }: Named,
): BroughtFacts | undefined => {
  const holdsUntil = proves === undefined ? undefined : dayIn(read, proves.until)
  const putOffTo = putsOff?.by === option ? dayIn(read, putsOff.to) : undefined
  return holdsUntil === undefined && putOffTo === undefined ? facts : { ...facts, ...defined({ holdsUntil, putOffTo }) }
}

/** Nobody acts on a day on which what was proven for it no longer held: it is proven anew first (3.10, 3.11). */
export const beyondProof = (
  state: BaseState,
  { command: { step, form }, definition: { provenBy } }: { command: Decide; definition: StepDefinition },
): Refusal | undefined => {
  const day = provenBy === undefined ? undefined : dayIn(form?.read, provenBy.on)
  const proof = provenBy === undefined ? undefined : lastDecided(state, provenBy.step)
  const until = proof?.acts.at(-1)?.facts?.holdsUntil
  return proof === undefined || day === undefined || until === undefined || day <= until
    ? undefined
    : { code: 'proof_expired', detail: { step, proof: proof.id, until, day } }
}

const dayIn = (read: ReadValues | undefined, field: string): PlainDate | undefined => {
  const day = read?.[field]
  return typeof day === 'string' && isPlainDate(day) ? day : undefined
}
