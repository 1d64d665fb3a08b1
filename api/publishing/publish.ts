import { newestPlaced } from '../../db/reads/procedures.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { keepRulesText } from '../../db/writes/rules-texts.js'
import { publishingFaults } from '../../domain/gicc/publishable.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import type { VersionNamed } from '../../domain/commands/publishing.js'
import type { Instant, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { ProcedureFault } from '../../domain/procedure-faults.js'
import type { Procedure } from '../../domain/procedure.js'
import { defined } from '../../domain/values/defined.js'
import { faultInWords } from '../../domain/words/rules.js'
import { mustHold } from '../auth/must-hold.js'
import { rulesIn } from '../contract/rules-form.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { previewOf } from './preview.js'

interface InProgramme {
  readonly programme: ProgrammeId
  readonly person: PersonId
}
interface Proposed extends InProgramme {
  readonly rules: unknown
  readonly inForceFrom: Instant
}

/**
 * A proposal of rules, once they are sound: rules and preview are kept under their hashes, which alone travel. Refuses, with a
 * sentence for each fault, rules that are not, and whoever is no administrator of a programme that is no rehearsal.
 */
export const rulesProposal = async (
  parts: ApiParts,
  { rules, inForceFrom, ...who }: Proposed,
): Promise<ProgrammeCommand> => {
  await mustPublish(parts, who)
  const procedure = soundRules(rules)
  const named = { procedure: procedure.id, version: procedure.version }
  const [rulesHash, previewHash] = [
    await keepRulesText(parts.db, procedure),
    await keepRulesText(parts.db, await previewOf(parts, { to: procedure, programme: who.programme })),
  ]
  const newest = await newestPlaced(parts.db, { id: procedure.id })
  return { type: 'propose_rules', ...named, inForceFrom, rulesHash, previewHash, ...defined({ newest }) }
}

/** A confirmation, with the newest version there is beside the one that is confirmed. */
export const rulesConfirmation = async (
  parts: ApiParts,
  { procedure, version, seq, ...who }: InProgramme & VersionNamed & { readonly seq: number },
): Promise<ProgrammeCommand> => {
  await mustPublish(parts, who)
  const newest = await newestPlaced(parts.db, { id: procedure })
  return { type: 'confirm_rules', procedure, version, seq, ...defined({ newest }) }
}

/** Versions are the installation's: what a rehearsal published would judge real bases. */
const mustPublish = async (parts: ApiParts, { person, programme }: InProgramme): Promise<void> => {
  await mustHold(parts, { person, programme, roles: ['AD'] })
  const found = await readProgramme(parts.db, { id: programme })
  if (found?.rehearsal === true)
    throw new ProblemError({ code: 'not_permitted', detail: { roles: ['AD'], of: 'no_rehearsal' } })
}

const soundRules = (rules: unknown): Procedure => {
  const read = rulesIn(rules)
  const faults = 'faults' in read ? read.faults : publishingFaults(read.draft)
  if ('faults' in read || faults.length > 0)
    throw new ProblemError({ code: 'rules_unsound', detail: { count: faults.length } }, { errors: faults.map(inWords) })
  return read.procedure
}

const inWords = (fault: ProcedureFault) => ({
  path: fault.at,
  says: { en: faultInWords(fault, 'en'), 'zh-CN': faultInWords(fault, 'zh-CN') },
})
