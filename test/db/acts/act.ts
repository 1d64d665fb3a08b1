/** Something that somebody tries who has a role of the database and nothing else. */
export interface Act {
  readonly title: string
  /** In it `$stream` stands for a base of four entries, three of them under a checkpoint, and `$honest` for one nobody touches. */
  readonly text: string
  /** The transaction is held open while everybody else goes on. */
  readonly holds?: boolean
}

type Row = readonly [title: string, text: string]

export const acts = (rows: readonly Row[]): readonly Act[] => rows.map(([title, text]) => ({ title, text }))

/** The same, each in a transaction that is held open. */
export const held = (rows: readonly Row[]): readonly Act[] => acts(rows).map((act) => ({ ...act, holds: true }))

/** An act on a base. */
export const on = (text: string, names: { readonly stream: string; readonly honest: string }): string =>
  text.replaceAll('$stream', names.stream).replaceAll('$honest', names.honest)

export const sixtyFour = 'a'.repeat(64)
/** SQL of a seal of the right form that nobody made who holds the key. */
export const seal = `'${'0'.repeat(8)}.${sixtyFour}'`

const columns = ['stream', 'seq', 'type', 'schema_version', 'payload', 'canonical', 'actor', 'on_behalf_of', 'role']
const others = ['channel', 'effective_on', 'occurred_at', 'recorded_at', 'command_id', 'workflow_run', 'rules_version']

/** SQL of a row behind the fourth entry, of the right form and in its chain, but for what is said otherwise. */
export const entry = (changes: Readonly<Record<string, string>> = {}): string => {
  const own: Readonly<Record<string, string>> = {
    seq: 'seq + 1',
    prev_hash: 'hash',
    hash: `repeat('a', 64)`,
    command_id: `'forged'`,
    seal,
    ...changes,
  }
  const all = [...columns, ...others, 'prev_hash', 'hash', 'seal']
  return `insert into ledger_entry (${all.join(', ')}) select ${all.map((name) => own[name] ?? name).join(', ')}
    from ledger_entry where stream = '$stream' and seq = 4`
}

export const head = `update ledger_head set seq = 5, hash = repeat('a', 64) where stream = '$stream'`
export const withHead = (changes: Readonly<Record<string, string>> = {}): string => `${entry(changes)}; ${head}`

/** SQL of a whole stream of one entry, chained from the beginning. */
export const begun = (stream: string, changes: Readonly<Record<string, string>> = {}): string =>
  `${entry({ stream, seq: '1', prev_hash: `repeat('0', 64)`, ...changes })};
  insert into ledger_head values (${stream}, 0, repeat('0', 64));
  update ledger_head set seq = 1, hash = repeat('a', 64) where stream = ${stream}`
