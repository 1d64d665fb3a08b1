import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * Runs a checking tool in a folder and gives what it reports as JSON text.
 * The tool is a process of its own because its loader does not work inside Jest's module registry; that it ends with
 * a code other than zero only means that it found something.
 */
export const runTool = (cwd: string, command: readonly string[]): Promise<string> =>
  new Promise((answer, fail) => {
    const [program = '', ...rest] = command
    const limits = { cwd: resolve(cwd), maxBuffer: 256 * 1024 * 1024 }
    execFile(process.execPath, [resolve('node_modules', program), ...rest], limits, (error, told, complaint) => {
      if (/^[{[]/.test(told)) answer(told)
      else fail(new Error(`${program} gave no report on ${cwd}: ${complaint || error?.message || told}`))
    })
  })
