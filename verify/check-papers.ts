import type { ReadState } from './check-state.js'
import { isFields, numberOf, textOf } from './entry.js'
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

/**
 * That every paper an entry names lies in the file as it was made, and every text says what it was recorded to say. Sees one
 * entry after another; the texts are compared at the end.
 */
export function documentChecker(files: Files, found: Found) {
  let papers = 0
  const references = new Map<string, string>()
  const visit = (entry: HashedEntry): void => {
    if (entry.type === 'document_made')
      for (const paper of papersOf(entry.payload)) {
        papers += 1
        checkPaper({ files, entry, paper }, found)
      }
    if (entry.type === 'paper_entered') {
      papers += 1
      checkScan({ files, entry }, found)
    }
    for (const name in entry.payload) {
      const value = entry.payload[name]
      if (isFields(value) && typeof value['id'] === 'string' && typeof value['hash'] === 'string')
        references.set(value['id'], value['hash'])
    }
  }
  const end = () => {
    const texts = jsonLines(files, 'texts.ndjson')
    for (const text of texts) checkText({ text, recorded: references.get(textOf(text, 'id')) }, found)
    return { papers, texts: texts.length, erased: texts.filter((text) => text['body'] === null).length }
  }
  return { visit, end }
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

/** A scan lies in the file under its fingerprint, with the suffix of what it is (R16). */
function checkScan({ files, entry }: { files: Files; entry: HashedEntry }, found: Found): void {
  const name = textOf(entry.payload, 'scan')
  const bytes = ['pdf', 'png', 'jpg'].map((suffix) => files.bytes(`scans/${name}.${suffix}`)).find((one) => one)
  if (bytes !== undefined && hexOf(bytes) === name) return
  const { stream, seq } = entry
  found(
    fault('documents', {
      at: { stream, seq },
      en: `The scan of entry ${seq} of ${stream} ${bytes === undefined ? 'is not in the file' : 'was changed after it was recorded'}: ${name}.`,
      'zh-CN': `${stream}第${seq}条记录的扫描件${bytes === undefined ? '不在文件中' : '在入账后被更改'}：${name}。`,
    }),
  )
}

function checkText({ text, recorded }: { text: Fields; recorded: string | undefined }, found: Found): void {
  const { salt, body } = text
  if (typeof salt !== 'string' || typeof body !== 'string') return
  if (sha256(`${salt}\n${body}`).toString('hex') === recorded) return
  const id = textOf(text, 'id')
  found(
    fault('documents', {
      en: `The text ${id} was changed after it was recorded, or no entry names it.`,
      'zh-CN': `文本${id}在入账后被更改，或没有记录引用它。`,
    }),
  )
}

/** That the rules in the file are those a checkpoint vouches for, and that those every entry was judged by are there. */
export function checkRules({ files, state, needed }: Given & { needed: ReadonlySet<string> }, found: Found): number {
  for (const rules of needed) {
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
export function checkHistories({ files, state }: Given, found: Found): { sealed: number; open: number } {
  const histories = jsonLines(files, 'histories.ndjson')
  for (const history of histories) {
    const [stream, run, name] = [textOf(history, 'stream'), textOf(history, 'run'), textOf(history, 'sha256')]
    const bytes = files.bytes(`histories/${name}.binpb`)
    const isTrue = bytes !== undefined && hexOf(bytes) === name
    const signed = state.records.get(`history ${stream} ${run}`)
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
