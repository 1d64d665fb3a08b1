import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker'
import type { Cores } from '../../activities/record.js'
import { asModernCode } from '../../workers/modern-code.js'

/** A change of a source: the text that stands there, and what stands there instead. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Another build of the programme: its workflows for the sandbox, and its cores for the recording. */
export interface Build {
  readonly bundle: WorkflowBundleOption
  readonly cores: Cores
  readonly remove: () => Promise<void>
}

const root = new URL('../..', import.meta.url).pathname

/** Builds the workflows from a copy of their sources with some changes. Refuses a change whose text does not stand there. */
export const aBuild = async (changes: readonly Change[]): Promise<Build> => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-build-'))
  for (const room of ['domain', 'workflows']) await cp(join(root, room), join(folder, room), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  for (const change of changes) await apply(folder, change)
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
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const apply = async (folder: string, { file, from, to }: Change): Promise<void> => {
  const path = join(folder, file)
  const text = await readFile(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`)
  await writeFile(path, text.replace(from, to))
}
