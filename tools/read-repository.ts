import { readdir, readFile } from 'node:fs/promises'

/** A file that people write, by its path from the project's root. */
export interface ReadFile {
  readonly file: string
  readonly text: string
}

const left = ['node_modules', '.git', '.cornerstone', 'coverage', 'fixtures', 'histories']
const written = /\.(?:tsx?|js|mjs|sql|md)$/
/** Written by a program from sources that are read here. */
const made: readonly string[] = ['verify/verify-evidence.mjs']

/** The files of the repository that people write, with their texts, in the order of their paths. */
export const readRepository = async (): Promise<readonly ReadFile[]> => {
  const files = (await under('.')).filter((file) => written.test(file) && !made.includes(file)).toSorted()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })))
}

const under = async (folder: string): Promise<readonly string[]> => {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !left.includes(name))
  const found = entries.map(async (entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? under(path) : [path]
  })
  return (await Promise.all(found)).flat()
}
