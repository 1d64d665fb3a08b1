import { parentPort, workerData } from 'node:worker_threads'
import { followEntries } from '../../verify/follow-entries.js'
import { replayer, type Replayed } from './replay.js'

/** What the thread is handed: the files it reads, in memory that both threads share. */
export type Shared = ReadonlyMap<string, SharedArrayBuffer>

const given: unknown = workerData
const shared = new Map(
  (given instanceof Map ? [...given] : []).flatMap(([name, bytes]: readonly unknown[]) =>
    typeof name === 'string' && bytes instanceof SharedArrayBuffer ? [[name, Buffer.from(bytes)] as const] : [],
  ),
)
const files = { names: [...shared.keys()], bytes: (name: string): Buffer | undefined => shared.get(name) }
const replay = replayer(files)
const { faults, acts } = followEntries(files, replay.visit)
const replayed = replay.end()
parentPort?.postMessage({
  faults: [...faults, ...replayed.faults],
  figures: { ...replayed.figures, acts },
} satisfies Replayed)
