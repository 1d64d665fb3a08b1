import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { at } from '../../domain/witness/facts-of.js'
import type { KeptHistory } from './histories.js'
import { firstFound, heldAgainst, judgedAgainst, type Found } from './gate.js'
import type { Judging } from './judging.js'
import { bundleToTell, type Replayed } from './replay.js'

/** A change of one source: a piece that stands in it once, and what stands there instead. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** A scratch copy of the sources on which changes are tried out one by one. */
export interface Bench {
  /** What the gate says of a change; undefined: nothing. Refuses a change whose piece does not stand there once. */
  readonly tryOut: (change: Change) => Promise<Found | undefined>
  /** The same, without judging anything again: whether running workflows would notice. */
  readonly tryOutReplaying: (change: Change) => Promise<Found | undefined>
  readonly remove: () => Promise<void>
}

const root = new URL('../..', import.meta.url).pathname
/** The rooms from which workflows and judging are made. */
const rooms = ['activities', 'db', 'domain', 'tools/replay', 'workers', 'workflows']

/** Makes the bench. `histories` are replayed on changed workflows, `replayed` are those whose commands are judged again. */
export const benchOf = async (
  histories: readonly KeptHistory[],
  replayed: readonly Replayed<KeptHistory>[],
): Promise<Bench> => {
  const folder = await mkdtemp(join(tmpdir(), 'cornerstone-changed-'))
  for (const room of rooms) await cp(join(root, room), join(folder, room), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const bundle = () => bundleToTell({ root: folder, cacheFolder: join(folder, 'cache') })
  const [unchanged, judgedBy] = [await bundle(), await judgingFile(folder)]
  const shortFirst = histories.toSorted((one, other) => one.history.events.length - other.history.events.length)
  const judged = async ({ file }: Change): Promise<Found | undefined> =>
    judgedBy.inputs.includes(file) ? await firstFound(judgedAgainst(await loadJudging(folder), replayed)) : undefined
  const held = async (): Promise<Found | undefined> => {
    const code = await bundle()
    return code === unchanged ? undefined : await firstFound(heldAgainst(code, shortFirst))
  }
  return {
    tryOut: (change) => changed(folder, { change, work: async () => (await judged(change)) ?? (await held()) }),
    tryOutReplaying: (change) => changed(folder, { change, work: held }),
    remove: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const changed = async <T>(folder: string, { change, work }: { change: Change; work: () => Promise<T> }): Promise<T> => {
  const path = join(folder, change.file)
  const source = await readFile(path, 'utf8')
  if (source.split(change.from).length !== 2) throw new Error(`${change.file} does not hold this once: ${change.from}`)
  await writeFile(
    path,
    source.replace(change.from, () => change.to),
  )
  try {
    return await work()
  } finally {
    await writeFile(path, source)
  }
}

let loaded = 0

/** What commands are judged by, as the sources in the folder stand now. */
const loadJudging = async (folder: string): Promise<Judging> => {
  const { code } = await judgingFile(folder)
  loaded += 1
  const path = join(folder, `judging-${loaded}.mjs`)
  await writeFile(path, code)
  const module: unknown = await import(pathToFileURL(path).href)
  const judging = at(module, 'judging')
  if (!isJudging(judging)) throw new TypeError('the changed sources export no judging')
  return judging
}

const isJudging = (value: unknown): value is Judging => typeof at(value, 'decide') === 'function'

const judgingFile = async (folder: string): Promise<{ readonly code: string; readonly inputs: readonly string[] }> => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, 'tools/replay/judging.ts')],
    ...{ absWorkingDir: folder, bundle: true, format: 'esm', platform: 'node', write: false, metafile: true },
    logLevel: 'error',
  })
  return { code: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) }
}
