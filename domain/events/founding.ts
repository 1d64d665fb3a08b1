import type { PersonId } from '../ids.js'
import type { LocalText } from '../locale.js'
import type { RegisteredOrganisation } from '../register.js'
import type { AppointmentPaper } from '../values/appointment-paper.js'
import type { By } from '../values/by.js'
import type { MandateGrant } from '../values/mandate.js'
import type { ProcedureId } from '../procedure-id.js'

/** How a programme began, and seats on their way: proposed by one person, given with another one's confirmation (SD10). */
export type FoundingEvent =
  | {
      readonly type: 'programme_founded'
      readonly label: LocalText
      readonly procedure: ProcedureId
      readonly organisation: RegisteredOrganisation
      readonly founders: readonly PersonId[]
    }
  /** One of the two founders is administrator from now on. */
  | { readonly type: 'founder_seated'; readonly seat: MandateGrant }
  /** Nobody holds a seat by it yet. */
  | {
      readonly type: 'seats_proposed'
      readonly proposal: string
      readonly mandates: readonly MandateGrant[]
      readonly paper: AppointmentPaper
      readonly by: By
    }
