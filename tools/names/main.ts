import { readRepository } from '../read-repository.js'
import { sharedNames } from './exported-types.js'

/** `npm run names` says which types two files export under one name, and ends with 1 where there are any. */
const main = async (): Promise<void> => {
  const shared = sharedNames(await readRepository())
  for (const { name, files } of shared)
    console.error(`${name} is exported by ${files.join(' and ')}: one name, one idea, one place.`)
  process.exitCode = shared.length === 0 ? 0 : 1
}

await main()
