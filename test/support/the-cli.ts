import process from 'node:process'

/**
 * What Node is given to run the command line. A run of Jest makes plain JavaScript of it once (see keeper.ts): of the hundreds of
 * times it is run, each would translate the same hundreds of files.
 */
export const theCli = (): readonly string[] => {
  const made = process.env['CORNERSTONE_TEST_CLI']
  return made === undefined ? ['--import', 'tsx', 'cli/cornerstone.ts'] : ['--enable-source-maps', made]
}
