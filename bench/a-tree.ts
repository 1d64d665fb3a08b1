import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'

/** One program under comparison, brought up whole from its own folder. */
export interface TreeUnderTest {
  /** Sends about so many decisions and gives what each took, in milliseconds; none where there are none left. */
  readonly decide: (count: number) => Promise<readonly number[]>
  readonly close: () => Promise<void>
}

const Took = z.array(z.number())

/** Brings up the program in a folder. Throws where it ends before it is ready. */
export const openTree = async (folder: string, more: readonly string[] = []): Promise<TreeUnderTest> => {
  const child = spawn('node', ['--import', 'tsx', 'bench/side.ts', ...more], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const line = await lines.next()
    if (line.done === true) throw new Error(`The program in ${folder} has ended.`)
    return line.value
  }
  await next()
  return {
    decide: async (count) => {
      child.stdin.write(`${count}\n`)
      return Took.parse(JSON.parse(await next()))
    },
    close: async () => {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
