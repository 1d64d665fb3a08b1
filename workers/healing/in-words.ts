import type { Obstacle } from '../../db/healing/plan-healing.js'
import type { Healed } from './heal.js'

const obstacles: Readonly<Record<Obstacle['code'], string>> = {
  forked: 'the ledger has another entry there than a history: it went on by itself after it was restored',
  contradicted: 'two runs under this name tell this entry differently: it has lived twice',
  untold: 'no history holds this entry, though one holds a later one',
  told_bare: 'the history is an older program’s, which kept less than a row is made of',
  unsealed: 'no worker of this installation wrote this entry: somebody else put it there',
  untrue: 'what the history holds does not continue the ledger with the hash that was kept with it',
}

/** What was brought together, in sentences for whoever restores: first what was done, then what a person has to look at. */
export const inWords = (healed: Healed): string => {
  const { refused, letters, unnoted, overruled, texts, scans, unknown, begun, behind, rehearsals } = healed
  const entries = healed.healed.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const lines = [
    entries === 0
      ? 'The ledger lacks nothing that a history holds.'
      : `${entries} entries came back into ${healed.healed.length} streams:`,
    ...healed.healed.map(({ stream, from, to }) => `  ${stream}, entries ${from} to ${to}`),
    ...begun.map((stream) => `${stream}: its workflow was missing and goes on from the ledger.`),
    ...behind.map(
      ({ stream, knew, has }) =>
        `${stream}: its workflow knew ${knew} of ${has} entries; it takes over the others when a worker runs.`,
    ),
    ...refused.map(
      ({ stream, seq, code, runs }) => `NOT HEALED: ${stream}, entry ${seq}: ${obstacles[code]}${runsInWords(runs)}.`,
    ),
    ...told(
      'A person judges these letters; each may have gone out before, and none is sent again',
      letters.map(letterInWords),
    ),
    ...told('Accepted commands without a note; their entries are back', unnoted),
    ...told(
      'Skipped, refused or sent with another text after the restore, though recorded before it: these commands count as recorded',
      overruled,
    ),
    ...told('Words that only the lost database had', texts),
    ...told('Scans that only the lost database knew', scans),
    ...told('Rehearsals without a workflow that knows them whole; rehearse anew', rehearsals),
    ...told('In Temporal, of a programme the database does not know', unknown),
  ]
  return lines.join('\n')
}

const runsInWords = (runs: readonly string[]): string =>
  runs.length === 0 ? '' : ` (${runs.length === 1 ? 'run' : 'runs'} ${runs.join(' and ')})`

const letterInWords = ({ base, seq, kind, recipient }: Healed['letters'][number]): string =>
  `${base}, entry ${seq}: ${kind} to ${recipient}`

const told = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${item}`)]
