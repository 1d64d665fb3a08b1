import type { Kysely } from 'kysely'
import type { Database } from '../schema.js'
import type { PublicKey } from './keys.js'
import { cosignersOf } from './true-cosignatures.js'

interface Awaited {
  readonly size: number
  /** The keys of the witnesses. */
  readonly keys: readonly PublicKey[]
  readonly patienceMs: number
}

/** Waits until every one of these witnesses has truly cosigned a checkpoint, but not longer than was said. Returns whether they have. */
export async function cosignedByAll(db: Kysely<Database>, { size, keys, patienceMs }: Awaited): Promise<boolean> {
  const until = performance.now() + patienceMs
  for (;;) {
    const { cosigned } = await cosignersOf(db, { size, keys })
    if (cosigned.length === keys.length) return true
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
