import type { Visit } from './check-entries.js'
import { orderChecker } from './check-order.js'
import { entriesTable } from './check-table.js'
import { isEntry, readJson } from './entry.js'
import type { Fault } from './fault.js'
import { readProcedures } from './manifest.js'
import { linesOf } from './source.js'
import { sourceOf } from './zip.js'
import type { Files } from './zip.js'

/** Follows what the entries say, one after another: the order of steps, four eyes, and the table of them. */
export function follower(files: Files, found: (fault: Fault) => void) {
  const [order, table] = [orderChecker(readProcedures(files), found), entriesTable(files, found)]
  const visit: Visit = (entry) => {
    order.visit(entry)
    table.visit(entry)
  }
  /** How many acts of persons there were. */
  const end = (): { readonly acts: number } => {
    table.end()
    return { acts: order.acts() }
  }
  return { visit, end }
}

export interface FollowedActs {
  readonly faults: readonly Fault[]
  /** How many acts of persons there were. */
  readonly acts: number
}

/**
 * The half of the check that follows what the entries say, for a thread beside the one that computes their hashes. It reads
 * the same lines and believes them: whether they are the true ones, the other half finds.
 */
export function followEntries(files: Files, visit: Visit): FollowedActs {
  const faults: Fault[] = []
  const following = follower(files, (fault) => void faults.push(fault))
  for (const line of linesOf(sourceOf(files, 'entries.ndjson'))) {
    const value = readJson(line.slice(65))
    if (!isEntry(value)) continue
    const entry = Object.assign(value, { hash: line.slice(0, 64) })
    following.visit(entry)
    visit(entry)
  }
  return { faults, ...following.end() }
}

/** Which files of the evidence that half reads; all of them must be handed to its thread. */
export const isFollowed = (name: string): boolean =>
  ['entries.ndjson', 'entries.csv', 'exceptions.csv', 'tree.txt', 'bases.ndjson'].includes(name) ||
  name.startsWith('procedures/')
