import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { at } from '../../reconciliation/facts-of.js'
import { copySources, type SourceChange } from './copied-sources.js'
import type { KeptHistory } from './histories.js'
import { firstFound, heldAgainst, judgedAgainst, type Found } from './gate.js'
import type { Judging } from './judging.js'
import { bundleToTell, type Replayed } from './replay.js'

/** A scratch copy of the sources on which changes are tried out one by one. */
export interface Bench {
  /** What the gate says of a change; undefined: nothing. Refuses a change whose piece does not stand there once. */
  readonly tryOut: (change: SourceChange) => Promise<Found | undefined>
  /** The same, without judging anything again: whether running workflows would notice. */
  readonly tryOutReplaying: (change: SourceChange) => Promise<Found | undefined>
  readonly remove: () => Promise<void>
}

/** The rooms from which workflows and judging are made. */
const rooms = ['activities', 'db', 'domain', 'tools/replay', 'workers', 'workflows']

/** Makes the bench. `histories` are replayed on changed workflows, `replayed` are those whose commands are judged again. */
export const benchOf = async (
  histories: readonly KeptHistory[],
  replayed: readonly Replayed<KeptHistory>[],
): Promise<Bench> => {
  const copied = await copySources(rooms)
  const { folder } = copied
  const bundle = () => bundleToTell({ root: folder, cacheFolder: join(folder, 'cache') })
  const [unchanged, judgedBy] = [await bundle(), await judgingFile(folder)]
  const shortFirst = histories.toSorted((one, other) => one.history.events.length - other.history.events.length)
  const judged = async ({ file }: SourceChange): Promise<Found | undefined> =>
    judgedBy.inputs.includes(file) ? await firstFound(judgedAgainst(await loadJudging(folder), replayed)) : undefined
  const changed = async <T>(work: () => Promise<T>, change: SourceChange): Promise<T> => {
    const undo = await copied.change(change)
    try {
      return await work()
    } finally {
      await undo()
    }
  }
  const held = async (): Promise<Found | undefined> => {
    const code = await bundle()
    return code === unchanged ? undefined : await firstFound(heldAgainst(code, shortFirst))
  }
  return {
    tryOut: (change) => changed(async () => (await judged(change)) ?? (await held()), change),
    tryOutReplaying: (change) => changed(held, change),
    remove: async () => {
      await stop()
      await copied.remove()
    },
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
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return { code: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) }
}
