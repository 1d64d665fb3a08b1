import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { claimLimitsOf } from '../../domain/claim-limits.js'
import type { ProgrammeEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import { programmeViewOf } from '../../domain/programme/view.js'
import { unfounded } from '../../domain/programme/state.js'
import { dayOfTheApi, type AnApi } from './an-api.js'

/** Records an event of the programme behind so many entries, as its worker would, and says what came of it. */
export const recordInProgramme = async (
  { parts }: AnApi,
  { after, event }: { readonly after: number; readonly event: ProgrammeEvent },
) => {
  const worker = connect(parts.config.DATABASE_URL)
  const { kind } = await recordEntries(worker, {
    stream: 'gasme',
    kind: 'programme',
    commandId: `recorded:${after}`,
    expectedHead: after,
    events: [event],
    channel: 'machine',
    occurredAt: dayOfTheApi,
    rulesVersion: 'full@1',
    workflowRun: 'run',
    claims: [],
    limits: claimLimitsOf(full),
    view: programmeViewOf(unfounded('gasme'), full.settings),
  })
  await worker.destroy()
  return kind
}
