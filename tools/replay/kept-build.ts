import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { WorkflowBundleOption } from '@temporalio/worker'
import { bundleWithoutMaps } from './replay.js'

const file = 'build.js.gz'

/**
 * Keeps the workflows of the sources in `root` beside a set of histories, as the worker of that build runs them, so that its
 * runs can be brought to their end when the sources have gone on. About 300 KB.
 */
export const keepBuild = async (set: string, root: string): Promise<void> =>
  await writeFile(join(set, file), gzipSync(await bundleWithoutMaps({ root }), { level: 9 }))

/** The workflows of the build that made a set. Refuses a set of which no build is kept. */
export const keptBuild = async (set: string): Promise<Extract<WorkflowBundleOption, { readonly code: string }>> => ({
  code: gunzipSync(await readFile(join(set, file))).toString('utf8'),
})
