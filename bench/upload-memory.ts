import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

/** What a large file cost the API that took it: its memory in MiB, and the time until it was looked at and sealed. */
export interface UploadMeasured {
  readonly seed: number
  readonly mebibytes: number
  readonly rss: { readonly before: number; readonly most: number; readonly after: number }
  readonly seconds: number
  readonly sha256: string
}

interface Asked {
  readonly api: string
  /** The process whose memory is looked at. */
  readonly pid: number
  readonly token: string
  readonly base: string
  readonly mebibytes: number
  readonly seed: number
}

const mebibyte = 1024 * 1024
const lookMs = 10

/** Sends a video of invented bytes by the resumable protocol, as it is made, and looks at the memory of the API meanwhile. */
export const measureUpload = async (asked: Asked): Promise<UploadMeasured> => {
  const { api, pid, token, base, mebibytes, seed } = asked
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' }
  const size = mebibytes * mebibyte
  const begun = await fetch(new URL(`/bases/${base}/uploads`, api), {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(size), 'upload-metadata': `filename ${btoa('visit.mp4')}` },
  })
  const before = rssOf(pid)
  const watch = watchRss(pid)
  const started = performance.now()
  const answer = await fetch(new URL(begun.headers.get('location') ?? '', api), {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: ReadableStream.from(aVideo({ size, seed })),
    duplex: 'half',
  })
  const seconds = (performance.now() - started) / 1_000
  const most = Math.max(before, await watch.stop())
  const { sha256 } = Uploaded.parse(await answer.json())
  return { seed, mebibytes, rss: { before, most, after: rssOf(pid) }, seconds: Math.round(seconds * 10) / 10, sha256 }
}

const Uploaded = z.looseObject({ sha256: z.string() })

const watchRss = (pid: number): { readonly stop: () => Promise<number> } => {
  let [most, isOver] = [0, false]
  const looking = (async () => {
    while (!isOver) {
      most = Math.max(most, rssOf(pid))
      await pause(lookMs)
    }
    return most
  })()
  return {
    stop: () => {
      isOver = true
      return looking
    },
  }
}

/** The memory of a process as Linux tells of it, in whole MiB. */
export const rssOf = (pid: number): number =>
  Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** The smallest video there is, followed by data that no one packs. */
function* aVideo({ size, seed }: { readonly size: number; readonly seed: number }): Generator<Uint8Array> {
  const head = Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100))),
  ])
  yield head
  const data = Buffer.alloc(8)
  data.writeUInt32BE(size - head.byteLength)
  data.write('mdat', 4)
  yield data
  let [left, state] = [size - head.byteLength - data.byteLength, seed >>> 0]
  const piece = Buffer.alloc(64 * 1024)
  while (left > 0) {
    for (let at = 0; at < piece.byteLength; at += 4) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      piece.writeUInt32BE(state, at)
    }
    const sent = Math.min(left, piece.byteLength)
    yield Buffer.from(piece.subarray(0, sent))
    left -= sent
  }
}

const box = (type: string, bytes: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytes.byteLength + 8)
  head.write(type, 4)
  return Buffer.concat([head, bytes])
}
