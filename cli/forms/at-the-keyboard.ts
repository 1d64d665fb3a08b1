import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Talk } from './ask-form.js'

/**
 * Questions on standard error, answers from standard input, a line each: what is typed, or what a file brings. Standard output
 * stays for the result. `end` lets go of the input.
 */
export const atTheKeyboard = (): Talk & { readonly end: () => void } => {
  const lines = createInterface({ input: process.stdin })
  const waiting = lines[Symbol.asyncIterator]()
  return {
    say: (line) => void process.stderr.write(`${line}\n`),
    hear: async (question) => {
      process.stderr.write(question)
      const next: IteratorResult<string, undefined> = await waiting.next()
      return next.done === true ? undefined : next.value
    },
    end: () => lines.close(),
  }
}
