import type { Waiting } from '../second-person.js'
import type { AppointmentPaper } from '../values/appointment-paper.js'
import type { MandateGrant } from '../values/mandate.js'

/** Seats that wait for a second person, by the name of their proposal. */
export type ProposedSeats = Readonly<
  Record<string, Waiting & { readonly mandates: readonly MandateGrant[]; readonly paper: AppointmentPaper }>
>
