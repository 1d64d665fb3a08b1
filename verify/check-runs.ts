import type { ReadState } from './check-state.js'
import { textOf } from './entry.js'
import type { HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { jsonLines } from './manifest.js'
import { digestOf, entriesToldBy } from './read-history.js'
import type { Files } from './zip.js'

type Found = (fault: Fault) => void

/**
 * That the second witness is there and says the same: for every run that wrote an entry its history lies in the file, no
 * history tells an entry otherwise, and one the checkpoint vouches for leaves none of its run's out. What a history of a
 * run that still went on does not tell, proves nothing: nobody has sealed it yet.
 */
export function runChecker(files: Files, found: Found) {
  const [listed, absent] = [new Set<string>(), new Set<string>()]
  const told = keepDigests()
  for (const history of jsonLines(files, 'histories.ndjson')) {
    const stream = textOf(history, 'stream')
    listed.add(`${stream} ${textOf(history, 'run')}`)
    const bytes = files.bytes(`histories/${textOf(history, 'sha256')}.binpb`)
    if (bytes === undefined) absent.add(`${stream} ${textOf(history, 'run')}`)
    for (const { seq, digest } of bytes === undefined ? [] : entriesToldBy(bytes)) told.put({ stream, seq }, digest)
  }
  const missing = new Set<string>()
  const untold = new Map<string, number[]>()
  let agreed = 0
  const noteUntold = (run: string, seq: number): void => {
    const known = untold.get(run) ?? []
    if (known.length < enough) untold.set(run, [...known, seq])
  }
  const visit = (entry: HashedEntry): void => {
    const { stream, seq, occurredAt, commandId, payload } = entry
    const run = `${stream} ${entry.workflowRun}`
    const digest = told.at({ stream, seq })
    if (!listed.has(run)) missing.add(run)
    else if (digest === undefined) noteUntold(run, seq)
    else if (digest === digestOf({ occurredAt, commandId, event: payload })) agreed += 1
    else found(otherwise(entry))
  }
  const end = ({ records }: ReadState) => {
    for (const run of missing) found(noHistory(run))
    // Of a history that is not there it is told that it is not; what it does not say follows from it.
    for (const [run, seqs] of untold)
      if (records.has(`history ${run}`) && !absent.has(run)) for (const seq of seqs) found(unheard(run, seq))
    return { witnessed: agreed }
  }
  return { visit, end }
}

/** After so many entries that a run does not tell, the others would say nothing new. */
const enough = 20

interface Place {
  readonly stream: string
  readonly seq: number
}

/** What histories tell of entries, in as many bytes as a hash has and a number: there may be a million of them. */
function keepDigests() {
  const places = new Map<string, Map<number, number>>()
  let digests = Buffer.alloc(1024 * digestBytes)
  let length = 0
  return {
    put: ({ stream, seq }: Place, digest: string): void => {
      if (length * digestBytes === digests.length) digests = Buffer.concat([digests, Buffer.alloc(digests.length)])
      digests.write(digest, length * digestBytes, 'base64')
      const own = places.get(stream) ?? new Map<number, number>()
      places.set(stream, own.set(seq, length))
      length += 1
    },
    at: ({ stream, seq }: Place): string | undefined => {
      const place = places.get(stream)?.get(seq)
      return place === undefined
        ? undefined
        : digests.toString('base64', place * digestBytes, (place + 1) * digestBytes)
    },
  }
}

const digestBytes = 32

const noHistory = (name: string): Fault => {
  const [stream = '', run = ''] = name.split(' ')
  return fault('histories', {
    at: { stream },
    en: `Entries of ${stream} were written by run ${run}, whose workflow history is not in the file.`,
    'zh-CN': `${stream}的记录由运行${run}写入，而文件中没有其工作流历史。`,
  })
}

const otherwise = ({ stream, seq }: HashedEntry): Fault =>
  fault('histories', {
    at: { stream, seq },
    en: `Entry ${seq} of ${stream} is not what the workflow history says was recorded.`,
    'zh-CN': `${stream}第${seq}条记录与工作流历史所载不一致。`,
  })

const unheard = (name: string, seq: number): Fault => {
  const [stream = '', run = ''] = name.split(' ')
  return fault('histories', {
    at: { stream, seq },
    en: `The sealed history of run ${run} says nothing of entry ${seq} of ${stream}.`,
    'zh-CN': `运行${run}的封存历史未载明${stream}第${seq}条记录。`,
  })
}
