/** A mistake of ours, met while something was written down: trying again would meet it again. */
export class RecordDefect extends Error {
  override readonly name = 'RecordDefect'
}

/**
 * The ledger has an entry that no worker vouches for: it was put there by somebody else. Nothing is built on it, so nothing is
 * recorded behind it until an operator has looked (docs/how-to/mend-what-is-stuck.md).
 */
export class UnsealedEntryFault extends Error {
  override readonly name = 'UnsealedEntryFault'
  readonly stream: string
  readonly seq: number

  constructor({ stream, seq }: { readonly stream: string; readonly seq: number }) {
    super(
      `Entry ${seq} of ${stream} bears no seal of a worker, or its command was never noted: somebody else put it there.`,
    )
    this.stream = stream
    this.seq = seq
  }
}

/** A command came to a workflow that the API did not send: whoever reaches the Temporal server can send one, in any name. */
export class UnsealedSenderFault extends Error {
  override readonly name = 'UnsealedSenderFault'
  readonly stream: string

  constructor(stream: string) {
    super(`A command to ${stream} bears no seal of the API: it was sent past it, or the two hold different keys.`)
    this.stream = stream
  }
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
