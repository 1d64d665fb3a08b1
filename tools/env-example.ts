import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { envExample } from '../config/env-example.js'

/** Writes `.env.example` from the table of settings; with `--check` it only says whether the file is up to date. */
const file = new URL('../.env.example', import.meta.url)
if (!process.argv.includes('--check')) writeFileSync(file, envExample())
else if (readFileSync(file, 'utf8') !== envExample()) {
  console.error('.env.example differs from the settings in config/. Run: node --import tsx tools/env-example.ts')
  process.exitCode = 1
}
