import { readRepository } from '../read-repository.js'
import { citationsOf, faultsIn, placesIn } from './citations.js'

/**
 * `npm run citations` says which numbers of the rules lead nowhere, stand twice, or come from a text that is not in the
 * repository, and ends with 1 where there are any. With `--list` it prints every citation with its place instead.
 */
const main = async (): Promise<void> => {
  const files = await readRepository()
  if (process.argv.includes('--list')) {
    for (const read of files)
      for (const { cited, kind, file, line } of citationsOf(read)) console.log(`${cited}\t${kind}\t${file}:${line}`)
    return
  }
  const faults = faultsIn(files, placesIn(files))
  for (const { file, line, what } of faults) console.error(`${file}:${line}: ${what}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}

await main()
