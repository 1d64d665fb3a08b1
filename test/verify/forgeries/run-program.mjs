// Runs the verifier of a file again and again in one process: as `node verify-evidence.mjs …` would, but for the start of Node.
// Takes lists of words as JSON on its standard input, and gives for each the code it ended with and what it said.
import { readFileSync } from 'node:fs'

const { program, runs } = JSON.parse(readFileSync(0, 'utf8'))
const write = process.stdout.write.bind(process.stdout)
const ended = []
for (const [number, words] of runs.entries()) {
  const said = []
  process.argv = [process.argv[0], program, ...words]
  process.stdout.write = (text) => said.push(text)
  process.stderr.write = (text) => said.push(text)
  await import(`${program}?${number}`)
  ended.push({ code: process.exitCode, said: said.join('') })
}
process.exitCode = 0
process.stdout.write = write
write(JSON.stringify(ended))
