import { told } from '../form-fields.js'
import type { Choice } from '../../form/field.js'

/** The seven work-streams by their letter in 2.3 (6.3). */
export const streamNames = {
  a: told(['Legal and mandate', '法律与职权']),
  b: told(['Economy and data', '经济与数据']),
  c: told(['Value chain', '产业链']),
  d: told(['Environment and safety', '生态环境与安全生产']),
  e: told(['Integrity, reputation, labour', '诚信、声誉与劳动用工']),
  f: told(['Government capacity and finance', '政府能力与财政']),
  g: told(['Enterprise support', '企业支持']),
}

/** The letter of a work-stream. */
export type Stream = keyof typeof streamNames

/** The same as a closed list. */
export const streamChoices: readonly Choice[] = Object.entries(streamNames).map(([code, label]) => ({ code, label }))
