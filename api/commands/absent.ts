import { readBase } from '../../db/reads/bases.js'
import { programmeOfBase } from '../../domain/ids.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'

/** What it means that a stream has no workflow: final for whatever was sent to it, or what an operator has to mend first. */
export interface Absence {
  readonly no: No
  /** Whether it is the answer for good. A missing workflow can be revived, and then the same command may come again. */
  readonly isFinal: boolean
}

/**
 * Why there is no workflow, by the ledger alone: the base has come to its end, or was never nominated; whatever else the
 * ledger has as open has lost its workflow, and is stuck until it is revived.
 */
export const whyAbsent = async ({ db }: ApiParts, stream: string): Promise<Absence> => {
  const missing: Absence = { no: { code: 'workflow_missing', detail: { stream } }, isFinal: false }
  if (programmeOfBase(stream) === stream) return missing
  const found = await readBase(db, { id: stream })
  if (found === undefined) return { no: { code: 'not_nominated', detail: { base: stream } }, isFinal: true }
  return found.closedAt === null
    ? missing
    : { no: { code: 'base_closed', detail: { base: stream, status: found.status } }, isFinal: true }
}
