import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { bringUpStack } from './stack.js'
import { measureUpload } from './upload-memory.js'

/**
 * Whether the API takes a large file in the memory of a small one: `npm run -s bench:upload [-- <MiB> <seed>]`. Prints seed, size,
 * memory before, at most and after, and seconds, as one line of JSON. Linux tells the memory.
 */
const [mebibytes = '200', seed = '20270301'] = process.argv.slice(2)

const stack = await bringUpStack()
try {
  const ask = async (
    path: string,
    { as, body }: { readonly as?: string; readonly body?: object },
  ): Promise<unknown> => {
    const token = as === undefined ? '' : await tokenOf(as)
    const write = { method: 'POST', body: JSON.stringify(body), headers: headersOf(token) }
    const answer = await fetch(new URL(path, stack.api), body === undefined ? { headers: headersOf(token) } : write)
    return await answer.json()
  }
  const tokenOf = async (person: string): Promise<string> =>
    z.looseObject({ token: z.string() }).parse(await ask('/tokens', { body: { person } })).token
  const Programme = z.looseObject({ openCall: z.unknown() })
  while (Programme.parse(await ask('/programmes/gasme', { as: 'p-pm-1' })).openCall === null) await pause(100)
  const nominated = await ask('/programmes/gasme/bases', { as: 'p-pm-1', body: { cluster: 'C09-yueqing' } })
  const { base } = z.looseObject({ base: z.string() }).parse(nominated)
  const token = await tokenOf('p-C09-yueqing-lg')
  const measured = await measureUpload({
    api: stack.api,
    pid: apiUnder(stack.pids.stack),
    token,
    base,
    mebibytes: Number(mebibytes),
    seed: Number(seed),
  })
  process.stdout.write(`${JSON.stringify(measured)}\n`)
} finally {
  await stack.stop()
}

function headersOf(token: string): Record<string, string> {
  const own = token === '' ? {} : { authorization: `Bearer ${token}` }
  return { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...own }
}

/** The API among the children of the supervisor. */
function apiUnder(supervisor: number): number {
  const found = readdirSync('/proc').find(
    (pid) =>
      /^\d+$/.test(pid) &&
      readFileSync(`/proc/${pid}/stat`, 'utf8').includes(`) S ${supervisor} `) &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('programs/api.mjs'),
  )
  if (found === undefined) throw new Error('The API of the stack was not found.')
  return Number(found)
}
