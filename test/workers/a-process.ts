import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { personKeyOfTests } from '../support/hold-keys.js'

/** Starts a process of the product as the supervisor does, with these settings and no others, and hears what it says. */
export const aProcess = (script: string, env: Readonly<Record<string, string>>) => {
  const { PATH, HOME } = process.env
  const running = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL(`../../${script}`, import.meta.url))],
    { env: { PATH, HOME, PERSON_KEY: personKeyOfTests, ...env }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  )
  let heard = ''
  running.stderr?.on('data', (part: Buffer) => (heard += part.toString('utf8')))
  return { process: running, said: () => heard }
}
