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
  const listed = new Set<string>()
  const told = new Map<string, string>()
  for (const history of jsonLines(files, 'histories.ndjson')) {
    const stream = textOf(history, 'stream')
    listed.add(`${stream} ${textOf(history, 'run')}`)
    const bytes = files.bytes(`histories/${textOf(history, 'sha256')}.binpb`)
    for (const { seq, digest } of bytes === undefined ? [] : entriesToldBy(bytes)) told.set(`${stream} ${seq}`, digest)
  }
  const missing = new Set<string>()
  const untold: { readonly run: string; readonly fault: Fault }[] = []
  let agreed = 0
  const visit = (entry: HashedEntry): void => {
    const { stream, seq, occurredAt, commandId, payload } = entry
    const run = `${stream} ${entry.workflowRun}`
    const digest = told.get(`${stream} ${seq}`)
    if (!listed.has(run)) missing.add(run)
    else if (digest === undefined) untold.push({ run, fault: unheard(entry) })
    else if (digest === digestOf({ occurredAt, commandId, event: payload })) agreed += 1
    else found(otherwise(entry))
  }
  const end = ({ records }: ReadState) => {
    for (const run of missing) found(noHistory(run))
    for (const { run, fault: unsaid } of untold) if (records.has(`history ${run}`)) found(unsaid)
    return { witnessed: agreed }
  }
  return { visit, end }
}

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

const unheard = ({ stream, seq, workflowRun }: HashedEntry): Fault =>
  fault('histories', {
    at: { stream, seq },
    en: `The sealed history of run ${workflowRun} says nothing of entry ${seq} of ${stream}.`,
    'zh-CN': `运行${workflowRun}的封存历史未载明${stream}第${seq}条记录。`,
  })
