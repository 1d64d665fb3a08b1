import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { envExample } from '../config/env-example.js'
import type { GeneratedFile } from './generated-file.js'
import { casesPage } from './cases.js'
import { errorsPage } from './errors.js'
import { forms } from './forms.js'
import { lifecyclePage } from './lifecycle.js'
import { openApiDocument } from './openapi.js'
import { roomsPage } from './rooms.js'
import { rulesPages } from './rules/rules-pages.js'
import { steps } from './steps.js'
import { verifierFile } from './verifier.js'

/** Every generated file of the repository. Whoever adds a generator adds it here, and nowhere else. */
export const generatedFiles: readonly GeneratedFile[] = [
  roomsPage,
  lifecyclePage,
  steps,
  forms,
  errorsPage,
  casesPage,
  ...rulesPages,
  openApiDocument,
  verifierFile,
  { file: '.env.example', make: async () => envExample() },
]

/** The files whose committed content differs from what the code now says; a missing file is stale too. */
export const staleFiles = async (files: readonly GeneratedFile[]): Promise<readonly string[]> => {
  const judged = await Promise.all(
    files.map(async ({ file, make }) => ((await make()) === (await kept(file)) ? [] : [file])),
  )
  return judged.flat()
}

const kept = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined)

const writeAll = async (files: readonly GeneratedFile[]): Promise<void> => {
  for (const { file, make } of files) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await make())
  }
}

/** `npm run gen` writes every generated file; `npm run gen:check` writes nothing and names the stale ones. */
const main = async (): Promise<void> => {
  const stale = await staleFiles(generatedFiles)
  if (process.argv.includes('--check')) {
    for (const file of stale)
      console.error(`${file} is not what the code says. Run \`npm run gen\` and commit the result.`)
    process.exitCode = stale.length === 0 ? 0 : 1
    return
  }
  await writeAll(generatedFiles)
  console.log(stale.length === 0 ? 'All generated files were up to date.' : `Written anew: ${stale.join(', ')}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
