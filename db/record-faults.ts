/** A mistake of ours, met while something was written down: trying again would meet it again. */
export class RecordDefect extends Error {
  override readonly name = 'RecordDefect'
}

/**
 * The ledger has fewer entries than the workflow has seen recorded: an older database stands beside a newer Temporal. Nothing
 * is decided on it until both were brought together (docs/how-to/restore.md).
 */
export class LedgerBehindFault extends Error {
  override readonly name = 'LedgerBehindFault'

  constructor({ stream, has, known }: { readonly stream: string; readonly has: number; readonly known: number }) {
    super(`${stream} has ${has} entries in the ledger, but its workflow knows ${known}.`)
  }
}
