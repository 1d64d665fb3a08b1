import { writeSync } from 'node:fs'
import process from 'node:process'

/**
 * Says aloud that something was not tried because this machine lacks what it takes: a line `not run: …`, which `.ci/run` names
 * again at its end. What a machine cannot try never passes in silence.
 */
export const notRun = (what: string, because: string): void => {
  writeSync(process.stderr.fd, `not run: ${what}, because ${because}\n`)
}
