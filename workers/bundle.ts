import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type Logger, type WorkflowBundleOption } from '@temporalio/worker'
import { machineClock } from '../clock/machine-clock.js'
import { packageVersion } from '../activities/calendar-packages.js'
import { asModernCode } from './modern-code.js'

interface BundleOptions {
  /** Where bundles are kept; one is about 2 MB. */
  readonly cacheFolder: string
  readonly logger?: Logger
}

/**
 * The workflows as one file for the sandbox. It is named by what it is made of, so that only the first start after a
 * change takes the seconds of bundling. Where the folder cannot be written the code itself is
 * returned.
 */
export const workflowBundle = async ({
  cacheFolder,
  logger = new DefaultLogger('WARN'),
}: BundleOptions): Promise<WorkflowBundleOption> => {
  const codePath = join(cacheFolder, `workflows-${await sourceHash()}.js`)
  if (await isThere(codePath)) return { codePath }
  const { code } = await bundleWorkflowCode({
    workflowsPath: pathOf('workflows/index.ts'),
    workflowInterceptorModules: [pathOf('workflows/interceptors.ts')],
    webpackConfigHook: asModernCode,
    logger,
  })
  return await keep({ code, codePath, cacheFolder }).catch(() => ({ code }))
}

const pathOf = (place: string): string => fileURLToPath(new URL(`../${place}`, import.meta.url))

/** Over every source a bundle can hold, where it lies (stack traces name it), who bundles, and how. */
const sourceHash = async (): Promise<string> => {
  const hash = createHash('sha256').update(pathOf('workflows')).update(packageVersion('@temporalio/worker'))
  hash.update(await readFile(pathOf('workers/modern-code.ts')))
  for (const room of ['workflows', 'domain']) {
    const names = (await readdir(pathOf(room), { recursive: true })).filter((name) => name.endsWith('.ts')).sort()
    for (const name of names) hash.update(`${room}/${name}\n`).update(await readFile(join(pathOf(room), name)))
  }
  return hash.digest('hex').slice(0, 32)
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

interface Keeping {
  readonly code: string
  readonly codePath: string
  readonly cacheFolder: string
}

/** Renamed into place, so that another process never reads a half; bundles of a month ago are thrown away. */
const keep = async ({ code, codePath, cacheFolder }: Keeping): Promise<WorkflowBundleOption> => {
  await mkdir(cacheFolder, { recursive: true })
  const waiting = `${codePath}.${randomUUID()}.part`
  await writeFile(waiting, code)
  await rename(waiting, codePath)
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name)
    const isOld = name.startsWith('workflows-') && machineClock().getTime() - (await stat(path)).mtimeMs > monthMs
    if (isOld) await rm(path, { force: true })
  }
  return { codePath }
}

const monthMs = 30 * 24 * 60 * 60 * 1000
