import type { LetterKind as Told } from '../../db/letter-kind.js'
import type { LetterKind } from '../../mail/letter.js'

/** Which letter tells of which event. */
export const letterKindOf: Readonly<Record<Told, LetterKind>> = {
  step_opened: 'step_opened',
  reminded: 'reminder',
  escalated: 'escalation',
  deadline_moved: 'deadline_moved',
  status_changed: 'status_changed',
  held: 'held',
  resumed: 'resumed',
  base_closed: 'decision',
  document_made: 'document_ready',
  vacancy_found: 'vacancy',
  slot_offered: 'slot_offered',
  offer_lapsed: 'offer_lapsed',
  reservation_ran_out: 'reservation_ran_out',
  reservation_moved: 'reservation_prolonged',
  adoption_asked: 'adoption_asked',
  procedure_adopted: 'procedure_adopted',
  paper_awaits: 'paper_awaits',
  paper_recorded: 'paper_recorded',
  paper_refused: 'paper_refused',
  step_voided: 'step_voided',
}
