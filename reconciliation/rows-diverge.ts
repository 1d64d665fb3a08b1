import type { Divergence } from '../domain/divergence.js'
import type { Testimony, LedgerFact } from './testimony.js'

/** What the rows of the ledger say against themselves: a seal that is not true, a hash that is not theirs, a chain that breaks. */
export const rowsDiverge = ({ stream, entries }: Testimony): readonly Divergence[] =>
  entries.flatMap((entry, index) => {
    const place = { stream, run: entry.run, seq: entry.seq }
    return [
      ...(entry.isSealed ? [] : [{ code: 'entry_unsealed' as const, ...place }]),
      ...(entry.isSound && continues(entry, entries[index - 1]) ? [] : [{ code: 'chain_broken' as const, ...place }]),
    ]
  })

const beforeAll = '0'.repeat(64)

const continues = ({ seq, prevHash }: LedgerFact, before: LedgerFact | undefined): boolean =>
  before === undefined ? seq === 1 && prevHash === beforeAll : before.seq === seq - 1 && before.hash === prevHash
