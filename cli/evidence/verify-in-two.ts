import { Worker } from 'node:worker_threads'
import { isFollowed } from '../../verify/follow-entries.js'
import { verifyEvidence } from '../../verify/verdict.js'
import type { Trust, Verdict } from '../../verify/verdict.js'
import type { Files } from '../../verify/zip.js'
import type { Shared } from './follow.js'
import { joined, verifyReplayed, type Replayed } from './replay.js'

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
  if ((files.bytes('entries.ndjson')?.length ?? 0) < from) return verifyReplayed(files, trust)
  const follower = follow(files)
  const verdict = verifyEvidence(files, { ...trust, followsElsewhere: true })
  const replayed = await follower
  return verdict.manifest === undefined ? verdict : joined(verdict, replayed)
}

const follow = (files: Files): Promise<Replayed> =>
  new Promise((resolve, reject) => {
    const settings = { workerData: sharedOf(files), execArgv: [] }
    const thread = new Worker(new URL('./follow-thread.mjs', import.meta.url), settings)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The second thread ended without a word.')))
  })

const sharedOf = (files: Files): Shared => {
  return new Map(
    files.names.filter(isFollowed).map((name) => {
      const bytes = files.bytes(name) ?? Buffer.alloc(0)
      const shared = new SharedArrayBuffer(bytes.length)
      new Uint8Array(shared).set(bytes)
      return [name, shared]
    }),
  )
}
