import type { AnyEvent, EventOf } from '../event.js'
import type { By } from '../values/by.js'
import type { ToldPerson, ToldVoid } from './facts.js'

type Voided = EventOf<'step_voided'>

/** Why an act was voided and who decided it, with the events of the same record: what rests on a step says only which. */
export const toldVoid = (event: Voided, beside: readonly AnyEvent[]): ToldVoid => {
  const { cause } = event
  const first = firstVoided(event, beside)
  const told = { cause, ...groundOf(first, beside) }
  return first === event ? told : { ...told, because: first.key }
}

/** The step that went first, and with it all that rests on it. */
const firstVoided = (event: Voided, beside: readonly AnyEvent[]): Voided =>
  beside.flatMap((one) => (one.type === 'step_voided' && one.step === event.because ? [one] : []))[0] ?? event

/** Somebody decided just that; or it follows from what was decided elsewhere: on redress (R14), or of a change (8.10). */
const groundOf = ({ by }: Voided, beside: readonly AnyEvent[]): Omit<ToldVoid, 'cause'> => {
  if (by !== undefined) return { decidedBy: idAndRole(by) }
  const closed = beside.find((one) => one.type === 'step_closed')
  return closed?.type === 'step_closed' ? { because: closed.key } : {}
}

const idAndRole = ({ person, role }: By): ToldPerson => ({ person, role })
