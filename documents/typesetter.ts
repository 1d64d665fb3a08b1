import { Worker } from 'node:worker_threads'
import { composeSheet } from './compose-sheet.js'
import type { Paper } from './paper.js'
import { printableJson } from './printable.js'
import type { DocumentSheet } from './sheet.js'

export interface Typesetter {
  /** A tagged PDF. The same paper gives the same bytes, in any process. */
  readonly render: (paper: Paper) => Promise<Uint8Array>
  /** The same for a sheet that is no paper of a base, such as the report of an evidence file. */
  readonly renderSheet: (sheet: DocumentSheet) => Promise<Uint8Array>
  /** Papers asked for before are still finished; later ones are a defect. */
  readonly close: () => Promise<void>
}

/** The typesetter failed on this paper. A fault: safe to try again, and shown to the operator if it stays. */
export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed'
}

/**
 * Starts the typesetter: Typst in a worker thread of its own, so that a page in the making never holds up the process.
 * One paper at a time, in the order asked. Typst's memory is emptied after every paper (720 papers in one process
 * stayed at 230 MB, 310 MB without); the thread is replaced after `papersPerThread` papers against anything that still grows.
 */
export const createTypesetter = ({ papersPerThread = 100, millisPerPaper = 60_000 } = {}): Typesetter => {
  const press = createPress({ papersPerThread, millisPerPaper })
  let last: Promise<unknown> = Promise.resolve()
  let closed = false
  const print = (sheetOf: () => DocumentSheet): Promise<Uint8Array> => {
    if (closed) return Promise.reject(new Error('render was called on a typesetter that is closed'))
    const printed = last.then(() => press.print(jobOf(sheetOf())))
    last = printed.catch(() => undefined)
    return printed
  }
  return {
    render: (paper) => print(() => composeSheet(paper)),
    renderSheet: (sheet) => print(() => sheet),
    close: async () => {
      closed = true
      await last
      await press.stop()
    },
  }
}

interface Job {
  readonly layout: string
  readonly sheet: string
  readonly at: number
}

type Answer = { readonly pdf: Uint8Array } | { readonly problem: string }

const jobOf = (sheet: DocumentSheet): Job => ({ layout: sheet.layout, sheet: printableJson(sheet), at: sheet.at })

const createPress = (limits: { readonly papersPerThread: number; readonly millisPerPaper: number }) => {
  let thread: Worker | undefined
  let printed = 0
  const stop = async () => {
    const old = thread
    thread = undefined
    printed = 0
    await old?.terminate()
  }
  const print = async (job: Job): Promise<Uint8Array> => {
    if (printed >= limits.papersPerThread) await stop()
    const worker = (thread ??= startThread())
    printed += 1
    const answer = await ask(worker, { job, within: limits.millisPerPaper }).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    if ('problem' in answer) throw new TypesettingFailed(answer.problem)
    return answer.pdf
  }
  return { print, stop }
}

// Without `execArgv` the thread would start a TypeScript loader it has no use for.
const startThread = (): Worker => new Worker(new URL('./typeset-thread.mjs', import.meta.url), { execArgv: [] })

const ask = (worker: Worker, { job, within }: { readonly job: Job; readonly within: number }): Promise<Answer> =>
  new Promise<Answer>((resolve, reject) => {
    const fail = (why: string) => settle(() => reject(new TypesettingFailed(`the typesetting thread ${why}`)))
    const late = setTimeout(() => fail(`took longer than ${within} ms over one paper`), within)
    const onMessage = (answer: Answer) => settle(() => resolve(answer))
    const onError = (error: Error) => fail(`broke: ${error.message}`)
    const onExit = (code: number) => fail(`ended with code ${code}`)
    const settle = (outcome: () => void) => {
      clearTimeout(late)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      outcome()
    }
    worker.ref()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(job)
  })
