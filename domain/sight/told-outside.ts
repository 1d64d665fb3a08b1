import type { AnyEvent } from '../event.js'

/** An event that bears no field in which a step stands. */
type NamingNoStep<E extends AnyEvent> = E extends unknown
  ? Extract<keyof E, 'step' | 'key' | 'because'> extends never
    ? E
    : never
  : never

/**
 * What other programs are told of (0072): kinds of entries that everybody who sees a base is shown whole, and that name no step, since a
 * step may tell by its being there what is not for every eye (1.6).
 */
export const toldOutside = [
  'base_nominated',
  'stage_entered',
  'stage_left',
  'status_changed',
  'slot_reserved',
  'slot_freed',
  'plaque_reserved',
  'memorandum_signed',
  'memorandum_amended',
  'memorandum_renewed',
  'base_activated',
  'review_concluded',
  'extraordinary_concluded',
  'role_model_granted',
  'held',
  'resumed',
  'frozen',
  'unfrozen',
  'matter_raised',
  'matter_taken_back',
  'withdrawal_declared',
  'base_closed',
] as const satisfies readonly NamingNoStep<AnyEvent>['type'][]
