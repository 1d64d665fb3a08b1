import { fieldsOf, numberOf, textOf } from './entry.js'
import type { Fields, HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { eachJsonLine, jsonLines } from './manifest.js'
import type { ReadEntries } from './check-entries.js'
import type { Files } from './zip.js'

type Found = (fault: Fault) => void
type Row = Readonly<Record<string, unknown>>

/** What of an exhibit a later entry may change; the rest stands from the entry with which it came. */
const changing = ['status', 'class', 'code', 'successor']

/**
 * That `exhibits.ndjson` says of each exhibit what the entries say, each once, and of no other: its hash, its size, its class and
 * where it stands. The files themselves stay sealed with the installation. Sees one entry after another.
 */
export function exhibitChecker(files: Files, found: Found) {
  const told = new Map<string, Row>()
  const visit = (entry: HashedEntry): void => {
    const change = changes[entry.type]
    if (change === undefined) return
    const name = `${entry.stream} ${textOf(entry.payload, 'exhibit')}`
    told.set(name, { ...told.get(name), ...change(entry) })
  }
  const end = ({ heads }: Pick<ReadEntries, 'heads'>): { exhibits: number } => {
    const isLater = laterBases(files, heads)
    const seen = new Set<string>()
    for (const line of eachJsonLine(files, 'exhibits.ndjson')) {
      const [base, exhibit] = [textOf(line, 'base'), textOf(line, 'exhibit')]
      const name = `${base} ${exhibit}`
      if (seen.has(name)) found(twice(base, exhibit))
      seen.add(name)
      const row = told.get(name)
      if (row === undefined && isLater(base)) continue
      if (row === undefined) found(unknown(base, exhibit))
      else {
        const wrong = Object.keys(row).find(
          (field) => row[field] !== line[field] && !(changing.includes(field) && isLater(base)),
        )
        if (wrong !== undefined) found(differs({ base, exhibit, field: wrong, row, line }))
      }
    }
    for (const name of told.keys()) if (!seen.has(name)) found(missing(name))
    return { exhibits: told.size }
  }
  return { visit, end }
}

const orNull = (payload: Fields, name: string): unknown => payload[name] ?? null

const changes: Readonly<Record<string, (entry: HashedEntry) => Row>> = {
  exhibit_received: ({ payload, seq }) => {
    const file = fieldsOf(payload, 'file')
    return {
      seq,
      ...pick(payload, ['kind', 'readers', 'classProposed', 'stage', 'expiresOn']),
      ...pick(file, ['sha256', 'size', 'media', 'scan', 'pages']),
      status: 'received',
      class: null,
      code: null,
      successor: null,
    }
  },
  exhibit_superseded: ({ payload }) => ({ status: 'superseded', successor: orNull(payload, 'successor') }),
  exhibit_checked: ({ payload }) => ({ status: 'checked', class: orNull(payload, 'class') }),
  exhibit_accepted: () => ({ status: 'accepted' }),
  exhibit_returned: ({ payload }) => ({ status: 'returned', code: orNull(payload, 'code') }),
}

const pick = (from: Fields, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, orNull(from, name)]))

/** Bases shown at a later entry than the checkpoint holds: what changes of their exhibits may be newer as well. */
const laterBases = (files: Files, heads: ReadEntries['heads']): ((base: string) => boolean) => {
  const later = jsonLines(files, 'bases.ndjson').filter((row) => {
    const head = heads.get(textOf(row, 'base'))
    return head !== undefined && numberOf(row, 'seq') > head.seq
  })
  const names = new Set(later.map((row) => textOf(row, 'base')))
  return (base) => names.has(base)
}

interface Differing {
  readonly base: string
  readonly exhibit: string
  readonly field: string
  readonly row: Row
  readonly line: Row
}

const differs = ({ base, exhibit, field, row, line }: Differing): Fault =>
  fault('exhibits', {
    at: { stream: base },
    en: `exhibits.ndjson says of the exhibit ${exhibit} of ${base} that its ${field} is ${shown(line[field])}; the entries say ${shown(row[field])}.`,
    'zh-CN': `exhibits.ndjson 称${base}的佐证材料${exhibit}的 ${field} 为 ${shown(line[field])}，而记录为 ${shown(row[field])}。`,
  })

/** A value as it stands in the file, cut where somebody made it long. */
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 100)

const missing = (name: string): Fault => {
  const [base = '', exhibit = ''] = name.split(' ')
  return fault('exhibits', {
    at: { stream: base },
    en: `The exhibit ${exhibit} of ${base}, of which entries tell, is not in exhibits.ndjson.`,
    'zh-CN': `exhibits.ndjson 缺少记录所载${base}的佐证材料${exhibit}。`,
  })
}

const unknown = (base: string, exhibit: string): Fault =>
  fault('exhibits', {
    at: { stream: base },
    en: `No entry tells of the exhibit ${exhibit} of ${base}, which stands in exhibits.ndjson.`,
    'zh-CN': `exhibits.ndjson 所列${base}的佐证材料${exhibit}没有任何记录提及。`,
  })

const twice = (base: string, exhibit: string): Fault =>
  fault('exhibits', {
    at: { stream: base },
    en: `The exhibit ${exhibit} of ${base} stands in exhibits.ndjson twice.`,
    'zh-CN': `${base}的佐证材料${exhibit}在 exhibits.ndjson 中重复。`,
  })
