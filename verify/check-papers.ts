import type { ReadEntries } from './check-entries.js'
import type { ReadState } from './check-state.js'
import { numberOf, textOf } from './entry.js'
import type { Fields, HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { jsonLines, papersOf } from './manifest.js'
import { sha256 } from './tree.js'
import type { Files } from './zip.js'

type Found = (fault: Fault) => void
interface Given {
  readonly files: Files
  readonly state: ReadState
}

const hexOf = (bytes: Buffer): string => sha256(bytes).toString('hex')

/** That every paper and every scan an entry names lies in the file as it was made. Sees one entry after another. */
export function documentChecker(files: Files, found: Found) {
  let papers = 0
  const named = new Set<string>()
  const visit = (entry: HashedEntry): void => {
    if (entry.type === 'document_made')
      for (const paper of papersOf(entry.payload)) {
        papers += 1
        named.add(`documents/${textOf(paper, 'sha256')}.pdf`)
        checkPaper({ files, entry, paper }, found)
      }
    if (entry.type === 'paper_entered') {
      papers += 1
      named.add(checkScan({ files, entry }, found))
    }
  }
  return { visit, named, end: () => ({ papers }) }
}

function checkPaper({ files, entry, paper }: { files: Files; entry: HashedEntry; paper: Fields }, found: Found): void {
  const name = textOf(paper, 'sha256')
  const bytes = files.bytes(`documents/${name}.pdf`)
  const at = { stream: entry.stream, seq: entry.seq }
  const what = `${textOf(paper, 'kind')} (${textOf(paper, 'language')}), ${name}`
  if (bytes === undefined)
    found(
      fault('documents', {
        at,
        en: `The paper of entry ${entry.seq} of ${entry.stream} is not in the file: ${what}.`,
        'zh-CN': `文件中没有${entry.stream}第${entry.seq}条记录的文书：${what}。`,
      }),
    )
  else if (hexOf(bytes) !== name || bytes.length !== numberOf(paper, 'size'))
    found(
      fault('documents', {
        at,
        en: `The paper of entry ${entry.seq} of ${entry.stream} was changed after it was recorded: ${what}.`,
        'zh-CN': `${entry.stream}第${entry.seq}条记录的文书在入账后被更改：${what}。`,
      }),
    )
}

/** A scan lies in the file under its fingerprint, with the suffix of what it is (R16). Returns the name of its file. */
function checkScan({ files, entry }: { files: Files; entry: HashedEntry }, found: Found): string {
  const name = textOf(entry.payload, 'scan')
  const file = ['pdf', 'png', 'jpg'].map((suffix) => `scans/${name}.${suffix}`).find((one) => files.bytes(one)) ?? ''
  const bytes = files.bytes(file)
  if (bytes !== undefined && hexOf(bytes) === name) return file
  const { stream, seq } = entry
  found(
    fault('documents', {
      at: { stream, seq },
      en: `The scan of entry ${seq} of ${stream} ${bytes === undefined ? 'is not in the file' : 'was changed after it was recorded'}: ${name}.`,
      'zh-CN': `${stream}第${seq}条记录的扫描件${bytes === undefined ? '不在文件中' : '在入账后被更改'}：${name}。`,
    }),
  )
  return file
}

/** That the rules in the file are those a checkpoint vouches for, and that those every entry was judged by are there. */
export function checkRules({ files, state, needed }: Given & { needed: ReadonlySet<string> }, found: Found): number {
  const inside = files.names.flatMap((name) => /^procedures\/(.+)\.json$/.exec(name)?.[1] ?? [])
  const signed = [...state.records.keys()].flatMap((name) => /^procedure (.+)$/.exec(name)?.[1] ?? [])
  for (const rules of new Set([...needed, ...inside, ...signed])) {
    const bytes = files.bytes(`procedures/${rules}.json`)
    if (bytes === undefined || hexOf(bytes) !== state.records.get(`procedure ${rules}`))
      found(
        fault('rules', {
          en: `The rules ${rules}, by which entries were judged, are ${bytes === undefined ? 'not in the file' : 'not those that were signed'}.`,
          'zh-CN': `据以判断记录的规则${rules}${bytes === undefined ? '不在文件中' : '与所签规则不符'}。`,
        }),
      )
  }
  return needed.size
}

/** The rules a stage is pinned to, as `full@2026.1`. */
export const rulesOf = ({ payload }: HashedEntry): string =>
  `${textOf(payload, 'procedure')}@${textOf(payload, 'rulesVersion')}`

/** That each history lies in the file as `histories.ndjson` says, and sealed ones as the checkpoint vouches for. */
export function checkHistories(
  { files, state, heads }: Given & Pick<ReadEntries, 'heads'>,
  found: Found,
): { sealed: number; open: number } {
  const histories = jsonLines(files, 'histories.ndjson')
  for (const history of histories) {
    const [stream, run, name] = [textOf(history, 'stream'), textOf(history, 'run'), textOf(history, 'sha256')]
    const bytes = files.bytes(`histories/${name}.binpb`)
    const isTrue = bytes !== undefined && hexOf(bytes) === name
    const signed = state.records.get(`history ${stream} ${run}`)
    if (!heads.has(stream)) found(foreign(stream, run))
    if (!isTrue || (signed !== undefined && signed !== name))
      found(
        fault('histories', {
          at: { stream },
          en: `The workflow history of run ${run} of ${stream} is ${bytes === undefined ? 'not in the file' : 'not the one that was sealed'}.`,
          'zh-CN': `${stream}运行${run}的工作流历史${bytes === undefined ? '不在文件中' : '与封存时不符'}。`,
        }),
      )
  }
  for (const name of state.records.keys()) {
    const [kind, stream = '', run = ''] = name.split(' ')
    if (kind !== 'history' || histories.some((one) => one['stream'] === stream && one['run'] === run)) continue
    found(
      fault('histories', {
        at: { stream },
        en: `The sealed workflow history of run ${run} of ${stream} was left out of the file.`,
        'zh-CN': `文件缺少${stream}运行${run}的封存工作流历史。`,
      }),
    )
  }
  const sealed = histories.filter((one) => state.records.has(`history ${textOf(one, 'stream')} ${textOf(one, 'run')}`))
  return { sealed: sealed.length, open: histories.length - sealed.length }
}

const foreign = (stream: string, run: string): Fault =>
  fault('histories', {
    at: { stream },
    en: `histories.ndjson lists run ${run} of ${stream}, of which the file holds no entry.`,
    'zh-CN': `histories.ndjson 列有${stream}的运行${run}，而文件不含其记录。`,
  })
