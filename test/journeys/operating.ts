import { execFile } from 'node:child_process'
import process from 'node:process'
import { withoutOurs, type Ended } from '../support/a-stack.js'
import { theProgram } from '../support/the-cli.js'

/** Runs a program of an operator on a data folder, as its npm script does: its name, then what is said to it. */
export const operate = (
  data: string,
  [program, ...args]: readonly ['make-backup' | 'restore', ...string[]],
): Promise<Ended> =>
  new Promise((tell) => {
    const command = [...theProgram(program), ...args]
    execFile(process.execPath, command, { env: withoutOurs({ CORNERSTONE_DATA: data }) }, (error, out, said) =>
      tell({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, said }),
    )
  })
