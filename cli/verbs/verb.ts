import { Option } from 'commander'
import type { Command } from 'commander'
import { connect } from '../connection.js'
import type { Connection } from '../connection.js'

/** Who reads and manages when nobody is named: the first programme manager of the sample programme. */
export const usualPerson = 'p-pm-1'

/** What every verb understands. */
export interface Common {
  readonly json?: boolean
}
/** What every verb that asks the API understands besides. */
export interface Asking extends Common {
  readonly as?: string
}

/** A verb with its sentence, `--json` and examples that can be typed as they stand. */
export const verb = (
  program: Command,
  { usage, says, examples }: { usage: string; says: string; examples: readonly string[] },
): Command =>
  program
    .command(usage)
    .description(says)
    .option('--json', 'print one JSON document and nothing else on standard output')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  cornerstone ${example}`).join('\n')}`)

/** The option to act as somebody else of the sample programme. */
export const asOption = (): Option =>
  new Option('--as <person>', `id of the person to act as (without CORNERSTONE_TOKEN: ${usualPerson})`)

/** Opens a line to the API, does one thing over it, and hangs up whatever happens. */
export const overTheLine = async <T>(
  wanted: Parameters<typeof connect>[0],
  work: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const connection = await connect(wanted)
  try {
    return await work(connection)
  } finally {
    await connection.leave()
  }
}

/** The person to act as: the one named, else nobody when the settings hold a token, else the usual one. */
export const actor = ({ as }: Asking, { ownToken }: Connection): { readonly as?: string } => {
  if (as !== undefined) return { as }
  return ownToken ? {} : { as: usualPerson }
}
