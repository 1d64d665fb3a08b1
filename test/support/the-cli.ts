import { join } from 'node:path'
import process from 'node:process'

/**
 * What Node is given to run the command line. A run of Jest makes plain JavaScript of it once (see keeper.ts): of the hundreds of
 * times it is run, each would translate the same hundreds of files.
 */
export const theCli = (): readonly string[] => {
  const made = process.env['CORNERSTONE_TEST_CLI']
  return made === undefined ? ['--import', 'tsx', 'cli/cornerstone.ts'] : ['--enable-source-maps', made]
}

/**
 * What Node is given to run a program of an operator, as its npm script does. They are made plain JavaScript of once likewise, in a
 * folder of the same name: a running installation is known by it.
 */
export const theProgram = (name: OperatorProgram): readonly string[] => {
  const made = process.env['CORNERSTONE_TEST_PROGRAMS']
  return made === undefined
    ? ['--import', 'tsx', operatorPrograms[name]]
    : ['--enable-source-maps', join(made, `${name}.mjs`)]
}

/** The programs of an operator that journeys start again and again, and where each begins. */
export const operatorPrograms = {
  start: 'workers/start.ts',
  'make-backup': 'workers/make-backup.ts',
  restore: 'workers/restore.ts',
} as const
type OperatorProgram = keyof typeof operatorPrograms
