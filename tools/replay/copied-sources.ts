import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A change of one source: a piece that stands in it once, and what stands there instead. */
export interface SourceChange {
  readonly file: string
  readonly from: string
  readonly to: string
}

export interface CopiedSources {
  readonly folder: string
  /** Makes a change and gives the file back as it was. Refuses one whose piece does not stand there once. */
  readonly change: (change: SourceChange) => Promise<() => Promise<void>>
  readonly remove: () => Promise<void>
}

const root = new URL('../..', import.meta.url).pathname

/** A scratch copy of some rooms, with the packages of the original, to try changes on. */
export const copySources = async (rooms: readonly string[]): Promise<CopiedSources> => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-copied-'))
  for (const room of rooms) await cp(join(root, room), join(folder, room), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    change: async ({ file, from, to }) => {
      const path = join(folder, file)
      const source = await readFile(path, 'utf8')
      if (source.split(from).length !== 2) throw new Error(`${file} does not hold this once: ${from}`)
      await writeFile(
        path,
        source.replace(from, () => to),
      )
      return () => writeFile(path, source)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
