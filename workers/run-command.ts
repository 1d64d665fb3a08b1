import process from 'node:process'

/** Runs a command of an operator to its end. What it cannot do it says in one line, and ends with 1. */
export const runCommand = async (work: () => Promise<void> | void): Promise<void> => {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
