import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { programOnPath } from '../../../config/places.js'
import { notRun } from '../../support/not-run.js'

const source = fileURLToPath(new URL('../go-evidence', import.meta.url))
const go = programOnPath('go') ?? ['/usr/local/go/bin/go', '/opt/homebrew/bin/go'].find((path) => existsSync(path))

const Answers = z.array(
  z.object({ code: z.int(), checks: z.array(z.string()), first: z.string(), keysFrom: z.string() }),
)

interface Asked {
  readonly file: string
  readonly checkpoints: readonly string[]
  readonly keys: readonly string[]
  readonly witnesses?: readonly string[]
}

/**
 * Builds the verifier in `go-evidence`, which somebody wrote who was given docs/evidence-format.md and sample files and nothing else, and
 * asks it about many files at once. Where this machine has no Go it says so and gives undefined.
 */
export const auditorsProgram = (program: string) => {
  if (go === undefined) {
    notRun('evidence as an auditor’s own program reads it', 'Go is not on the PATH')
    return undefined
  }
  execFileSync(go, ['build', '-o', program, '.'], { cwd: source, stdio: 'pipe' })
  // A checkpoint is brought as the name of a file.
  let files = 0
  const asFile = (text: string): string => {
    const file = join(dirname(program), `brought-${(files += 1)}.txt`)
    writeFileSync(file, text)
    return file
  }
  return (asked: readonly Asked[]): z.infer<typeof Answers> => {
    const input = JSON.stringify(asked.map((one) => ({ ...one, checkpoints: one.checkpoints.map(asFile) })))
    const out = execFileSync(program, ['--batch'], { input, maxBuffer: 1024 ** 3, stdio: ['pipe', 'pipe', 'pipe'] })
    return Answers.parse(JSON.parse(out.toString('utf8')))
  }
}
