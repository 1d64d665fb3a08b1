import { readdir, readFile } from 'node:fs/promises'

const binary = /\.(pdf|ttf|otf|woff2?|png|jpg|gz|wasm)$/

/** Every file of the repository: all that lies in the tree and is not named by .gitignore. Paths from the root, sorted. */
export const repositoryFiles = async (): Promise<readonly string[]> => {
  const ignored = (await readFile('.gitignore', 'utf8')).split('\n').filter((line) => line !== '')
  return (await filesUnder('.', ['.git/', ...ignored])).toSorted()
}

/** Those files whose content a person can read. */
export const textFiles = async (): Promise<readonly string[]> =>
  (await repositoryFiles()).filter((file) => !binary.test(file))

/** The TypeScript of the house, without the fixtures that break its rules on purpose. */
export const sourceFiles = async (): Promise<readonly string[]> =>
  (await repositoryFiles()).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('test/architecture/fixtures/'))

const filesUnder = async (folder: string, ignored: readonly string[]): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries.map(async (entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    if (isIgnored(entry.isDirectory() ? `${entry.name}/` : entry.name, ignored)) return []
    return entry.isDirectory() ? filesUnder(path, ignored) : [path]
  })
  return (await Promise.all(found)).flat()
}

const isIgnored = (name: string, ignored: readonly string[]): boolean =>
  ignored.some((line) => line === name || (line.startsWith('*') && name.endsWith(line.slice(1))))
