import type { Visit } from './check-entries.js'
import { orderChecker } from './check-order.js'
import { isEntry, linesOf, readJson } from './entry.js'
import type { Fault } from './fault.js'
import { readProcedures } from './manifest.js'
import type { Files } from './zip.js'

export interface Followed {
  readonly faults: readonly Fault[]
  /** How many acts of persons there were. */
  readonly acts: number
}

/**
 * The half of the check that follows what the entries say, for a thread beside the one that computes their hashes. It reads
 * the same lines and believes them: whether they are the true ones, the other half finds.
 */
export function followEntries(files: Files, visit: Visit): Followed {
  const faults: Fault[] = []
  const order = orderChecker(readProcedures(files), (fault) => void faults.push(fault))
  for (const line of linesOf(files.bytes('entries.ndjson') ?? Buffer.alloc(0))) {
    const value = readJson(line.slice(65))
    if (!isEntry(value)) continue
    const entry = Object.assign(value, { hash: line.slice(0, 64) })
    order.visit(entry)
    visit(entry)
  }
  return { faults, acts: order.acts() }
}
