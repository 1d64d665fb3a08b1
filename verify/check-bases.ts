import type { ReadEntries } from './check-entries.js'
import { numberOf, textOf } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { jsonLines } from './manifest.js'
import type { Files } from './zip.js'

interface Given {
  readonly files: Files
  readonly heads: ReadEntries['heads']
}

/**
 * That `bases.ndjson` says of each base in the file, once, how it was shown, at its last entry or a later one that the checkpoint does not
 * hold yet. Whether that is the state its entries give takes the programme's rules.
 */
export function checkBases({ files, heads }: Given, found: (fault: Fault) => void): void {
  const shown = jsonLines(files, 'bases.ndjson')
  const names = shown.map((row) => textOf(row, 'base'))
  for (const stream of heads.keys())
    if (stream.includes('-') && names.filter((name) => name === stream).length !== 1) found(notOnce(stream))
  for (const row of shown) {
    const head = heads.get(textOf(row, 'base'))
    const seq = numberOf(row, 'seq')
    const isLater = head !== undefined && Number.isSafeInteger(seq) && seq > head.seq
    const isLast = head !== undefined && seq === head.seq && textOf(row, 'hash') === head.hash
    if (!isLater && !isLast) found(elsewhere(textOf(row, 'base')))
  }
}

const notOnce = (base: string): Fault =>
  fault('state', {
    at: { stream: base },
    en: `bases.ndjson does not say, or says twice, how ${base} was shown.`,
    'zh-CN': `bases.ndjson 未载明或重复载明${base}的显示状态。`,
  })

const elsewhere = (base: string): Fault =>
  fault('state', {
    at: { stream: base },
    en: `bases.ndjson shows ${base} at an entry that is not its last in the file, nor a later one.`,
    'zh-CN': `bases.ndjson 所示${base}并非处于文件中的末条记录，也非其后的记录。`,
  })
