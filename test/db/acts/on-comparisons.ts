import { acts, seal, sixtyFour } from './act.js'

const comparison = (changes: Readonly<Record<string, string>> = {}): string => {
  const own: Readonly<Record<string, string>> = {
    stream: `'$stream'`,
    run: `'run-1'`,
    first_seq: '1',
    last_seq: '3',
    sha256: `'${sixtyFour}'`,
    entries: `'{1,2,3}'`,
    commands: `'{}'`,
    told: `'${sixtyFour}'`,
    continues: 'null',
    held: `'${sixtyFour}'`,
    found: `'{}'`,
    compared_at: 'now()',
    seal,
    ...changes,
  }
  return `insert into compared_run (${Object.keys(own).join(', ')}) values (${Object.values(own).join(', ')})`
}
/** Many of them: `n` stands for the number of each. */
const comparisons = (many: number, changes: Readonly<Record<string, string>>): string =>
  comparison({ seal: `lpad(n::text, 8, '0') || '.' || repeat('d', 64)`, ...changes }).replace(
    / values \(([^]*)\)$/,
    ` select $1 from generate_series(1, ${many}) n`,
  )

/** Comparisons that PostgreSQL refuses. */
export const refusedComparisons = acts([
  ['a comparison of ten megabytes', comparison({ commands: `array[repeat('x', 9999000)]` })],
  [
    'a comparison of a million entries',
    comparison({ entries: `(select array_agg(n) from generate_series(1, 1000000) n)` }),
  ],
  ['a comparison that found a megabyte', comparison({ found: `array[repeat('x', 1000000)]` })],
  ['a comparison that is changed', `update compared_run set commands = '{}'`],
  ['a comparison that is taken away', `delete from compared_run`],
])

/** Comparisons it has to let in, at the end the many and large ones, which lie there while all that comes after is tried. */
export const takenComparisons = acts([
  ['the comparison of a run, with an invented seal', comparison()],
  ['the comparison of a run that nobody began', comparison({ run: `'run-9'` })],
  [
    'the comparison of a run, as if it had told nothing',
    comparison({ entries: `'{}'`, first_seq: 'null', last_seq: 'null' }),
  ],
  [
    'four hundred comparisons as large as there is room for',
    comparisons(400, {
      commands: `array[repeat('x', 399000)]`,
      entries: `(select array_agg(m) from generate_series(1, 20000) m)`,
    }),
  ],
  [
    'four hundred large comparisons of a run that was compared, from before it was',
    comparisons(400, {
      stream: `'$honest'`,
      run: `'run-of-$honest'`,
      commands: `array[repeat('x', 399000)]`,
      compared_at: `'1000-01-01'`,
    }),
  ],
  ['twenty thousand comparisons of runs that nobody began', comparisons(20_000, { run: `'nobody-' || n` })],
  [
    'other commands under the seal of a true comparison',
    `insert into compared_run select stream, run || '-mine', first_seq, last_seq, sha256, entries, array[repeat('x', 399000)], told, continues,
      held, found, compared_at, seal from compared_run where stream = '$honest' and commands = '{one}' limit 1`,
  ],
])
