import type { LocalText } from '../locale.js'
import type { RegisteredOrganisation } from '../register.js'
import type { MandateGrant } from '../values/mandate.js'
import type { ProcedureId } from '../procedure-id.js'

/**
 * A programme begins: with the organisation that bears it and two administrators, who keep people and seats from then on.
 * Whoever owns the database sends it; no door of the API takes it.
 */
export interface FoundProgramme {
  readonly type: 'found'
  readonly label: LocalText
  readonly procedure: ProcedureId
  readonly organisation: RegisteredOrganisation
  readonly seats: readonly MandateGrant[]
}

/** A second person confirms seats that were proposed (SD10). */
export interface ConfirmSeats {
  readonly type: 'confirm_seats'
  readonly proposal: string
  /** The entry of the record that the second person read: what waits may have been taken back and asked anew since. */
  readonly seq: number
}
