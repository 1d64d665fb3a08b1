import { sound, wrong } from '../fault.js'
import type { FieldOf } from '../field.js'
import type { KindOfField } from './kind.js'

/** A statement that the person who acts confirms: said or not, and never "no". */
export const confirmation: KindOfField<FieldOf<'confirmation'>> = {
  check: (value) => (value === true ? sound : wrong('that you confirm it', '须予确认')),
  read: (value) => (value === true ? true : undefined),
  checkRead: (value) => (value === true ? sound : wrong('that you confirm it', '须予确认')),
  example: () => true,
}
