import type { Cores } from '../activities/record.js'
import { baseCore } from '../workflows/base-core.js'
import { programmeCore } from '../workflows/programme-core.js'

/**
 * The pure cores of this build. The workflows have the same ones in their bundle, for their validators: what is recorded is
 * judged here, outside the sandbox, so that a history holds outcomes and never has to reach them again.
 */
export const cores: Cores = { base: baseCore, programme: programmeCore }
