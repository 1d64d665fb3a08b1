import { join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker'
import type { Cores } from '../../activities/record.js'
import { copySources, type SourceChange } from '../../tools/replay/copied-sources.js'
import { asModernCode } from '../../workers/modern-code.js'

/** Another build of the programme: its workflows for the sandbox, and its cores for the recording. */
export interface Build {
  readonly bundle: WorkflowBundleOption
  readonly cores: Cores
  readonly remove: () => Promise<void>
}

/** Builds the workflows from a copy of their sources with some changes. Refuses a change whose text does not stand there. */
export const aBuild = async (changes: readonly SourceChange[]): Promise<Build> => {
  const { folder, change: apply, remove } = await copySources(['domain', 'workflows'])
  for (const change of changes) await apply(change)
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(folder, 'workflows/index.ts'),
    workflowInterceptorModules: [join(folder, 'workflows/interceptors.ts')],
    webpackConfigHook: asModernCode,
    logger: new DefaultLogger('ERROR'),
  })
  // One after the other: Jest loses its way where two imports meet the same module at once.
  const { baseCore } = await import(join(folder, 'workflows/base-core.ts'))
  const { programmeCore } = await import(join(folder, 'workflows/programme-core.ts'))
  return {
    bundle: { code },
    cores: { base: baseCore, programme: programmeCore },
    remove,
  }
}
