import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import type { Environment } from './read-environment.js'

/**
 * The folder in which this program keeps what is costly to obtain and belongs to no installation, such as the Temporal
 * server. It lies outside every checkout, so that a second clone starts in seconds.
 */
export const userCacheFolder = (env: Environment = process.env): string =>
  join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cornerstone')

/** The first program of that name on the PATH, or undefined. */
export const programOnPath = (name: string, env: Environment = process.env): string | undefined =>
  (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

/** The environment for a child process: ours, with the given settings in place of those of the same name. */
export const childEnvironment = (
  changes: Readonly<Record<string, string | undefined>>,
  env: Environment = process.env,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...env, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
