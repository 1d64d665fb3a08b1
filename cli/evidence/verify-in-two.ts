import { Worker } from 'node:worker_threads'
import { isFollowed } from '../../verify/follow-entries.js'
import type { Source, Unpacked } from '../../verify/source.js'
import { verifyEvidence } from '../../verify/verdict.js'
import type { Trust, Verdict } from '../../verify/verdict.js'
import { sourceOf } from '../../verify/zip.js'
import type { Files } from '../../verify/zip.js'
import type { Shared } from './follow.js'
import { joined, verifyReplayed, type ReplayedBases } from './replay.js'

/** From so many bytes of entries on, a second thread is worth the third of a second in which it starts. */
const worthASecondThread = 16 * 1024 * 1024

/**
 * The verdict with the replay, on two cores where there is much to do: this thread computes hashes, chains, trees and
 * signatures, another follows the order of steps and replays. Both read every entry; the verdict is that of one thread.
 */
export async function verifyInTwo(
  files: Files,
  { from = worthASecondThread, ...trust }: Trust & { readonly from?: number },
): Promise<Verdict> {
  if (sourceOf(files, 'entries.ndjson').length < from) return verifyReplayed(files, trust)
  const follower = follow(files)
  // Where this half breaks off, nobody waits for the other.
  follower.catch(() => undefined)
  const verdict = verifyEvidence(files, { ...trust, followsElsewhere: true })
  const replayed = await follower.catch((error: unknown) => {
    if (isOutOfMemory(error)) return undefined
    throw error
  })
  if (replayed === undefined) return verifyReplayed(files, trust)
  return verdict.manifest === undefined ? verdict : joined(verdict, replayed)
}

/**
 * What the second thread keeps of a million entries takes a quarter of it; without a limit it would take as much as there is before it
 * tidies up. Where it is too little after all, one thread does everything.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } as const

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const follow = (files: Files): Promise<ReplayedBases> =>
  new Promise((resolve, reject) => {
    const settings = { workerData: sharedOf(files), execArgv: [], resourceLimits }
    const thread = new Worker(new URL('./follow-thread.mjs', import.meta.url), settings)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The second thread ended without a word.')))
  })

const sharedOf = (files: Files): Shared =>
  new Map(files.names.filter(isFollowed).map((name) => [name, sharedFrom(sourceOf(files, name))]))

const sharedFrom = (source: Source): SharedArrayBuffer | Unpacked => {
  if (!Buffer.isBuffer(source)) return source
  const shared = new SharedArrayBuffer(source.length)
  new Uint8Array(shared).set(source)
  return shared
}
