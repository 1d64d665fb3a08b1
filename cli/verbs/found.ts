import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { CliFailure, exits } from '../failure.js'
import { verb } from './verb.js'

const program = fileURLToPath(new URL('../../workers/found.ts', import.meta.url))

/** Adds `found`, which asks no API: it runs beside the database, as the role that owns it. */
export const addFound = (commands: Command): void => {
  verb(commands, {
    usage: 'found <file>',
    says: 'Found a programme with its two founders, as the owner of the database (DATABASE_OWNER_URL, MODE, PERSON_KEY_FILE).',
    examples: ['found founding.json'],
  }).action(async (file: string) => {
    const code = await ended(file)
    if (code !== 0) throw new CliFailure(`${file} founded no programme.`, exits.refused)
  })
}

const ended = (file: string): Promise<number | null> =>
  new Promise((tell, fail) => {
    // However this program itself was begun, that one is read as it is written.
    const reads = ['--import', import.meta.resolve('tsx')]
    const child = spawn(process.execPath, [...reads, program, file], { stdio: 'inherit' })
    child.once('error', fail)
    child.once('exit', tell)
  })
