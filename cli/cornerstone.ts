import process from 'node:process'
import { CommanderError } from 'commander'
import { CliFailure, exits } from './failure.js'
import { complain } from './printing.js'
import { cornerstone } from './program.js'

/** The command line of Cornerstone: `npm run -s cornerstone -- <verb>`. */

// Whoever reads only the beginning, as `head` does, closes the pipe: then there is nobody to write to, and nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exits.done)
})
// What is said beside the result may go unread too; the verb goes on, and ends as it would.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await run(process.argv)

async function run(argv: readonly string[]): Promise<number> {
  try {
    await cornerstone().parseAsync(argv)
    return exits.done
  } catch (error) {
    // Help and version end this way too, with the exit code 0; commander has already printed its line.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.usage
    if (!(error instanceof Error)) throw error
    complain(error.message)
    if (error instanceof CliFailure) return error.exit
    return error.name === 'ConfigurationError' ? exits.usage : exits.refused
  }
}
