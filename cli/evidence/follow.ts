import { parentPort, workerData } from 'node:worker_threads'
import { followEntries } from '../../verify/follow-entries.js'
import { windowOn } from '../../verify/source.js'
import type { Source, Unpacked } from '../../verify/source.js'
import type { Files } from '../../verify/zip.js'
import { replayer, type ReplayedBases } from './replay.js'

/** What the thread is handed: the files it reads, in memory that both threads share, or open in this process. */
export type Shared = ReadonlyMap<string, SharedArrayBuffer | Unpacked>

const isUnpacked = (value: unknown): value is Unpacked =>
  typeof value === 'object' && value !== null && 'descriptor' in value && 'length' in value

const sourceFrom = (handed: unknown): Source | undefined => {
  if (handed instanceof SharedArrayBuffer) return Buffer.from(handed)
  return isUnpacked(handed) ? handed : undefined
}

const given: unknown = workerData
const sources = new Map<string, Source>()
for (const [name, handed] of given instanceof Map ? given : new Map<unknown, unknown>()) {
  const source = sourceFrom(handed)
  if (typeof name === 'string' && source !== undefined) sources.set(name, source)
}
const files: Files = {
  names: [...sources.keys()],
  source: (name) => sources.get(name),
  bytes: (name) => {
    const source = sources.get(name)
    return source && windowOn(source)(0, source.length)
  },
}
const replay = replayer(files)
const { faults, acts } = followEntries(files, replay.visit)
const replayed = replay.end()
parentPort?.postMessage({
  faults: [...faults, ...replayed.faults],
  figures: { ...replayed.figures, acts },
} satisfies ReplayedBases)
