import process from 'node:process'
import pc from 'picocolors'

/** Tells the person at the keyboard what happens: lines, steps with their time, and how far something long has come. */
export interface Narrator {
  readonly say: (line: string) => void
  /** Runs a step and prints `✔ title 1.2 s`; after two seconds it says that the step goes on. */
  readonly step: <T>(title: string, work: () => Promise<T>) => Promise<T>
  readonly progress: (what: string, at: { readonly done: number; readonly total: number }) => void
}

/**
 * A narrator that writes to standard output, or, when quiet, tells only what is unusual or long, and that on standard error,
 * so that standard output stays free for whoever started it.
 */
export function narrator({ quiet }: { readonly quiet: boolean }): Narrator {
  const out = quiet ? process.stderr : process.stdout
  let told = ''
  const write = (line: string): void => {
    out.write(`${out.isTTY && told !== '' ? '\r\u001B[K' : ''}${line}\n`)
    told = ''
  }
  return {
    say: (line) => write(`  ${line}`),
    step: async (title, work) => {
      const begin = performance.now()
      const patience = setTimeout(() => write(pc.dim(`… ${title}`)), 2_000)
      try {
        const result = await work()
        if (!quiet) write(`${pc.green('✔')} ${title} ${pc.dim(`${((performance.now() - begin) / 1000).toFixed(1)} s`)}`)
        return result
      } finally {
        clearTimeout(patience)
      }
    },
    progress: (what, { done, total }) => {
      const share = done / total
      const line = out.isTTY ? `  ${what} ${bar(share)} ${done} of about ${total}` : `  ${what}: ${tenths(share)} %`
      if (line === told) return
      out.write(out.isTTY ? `\r\u001B[K${line}` : `${line}\n`)
      told = line
    },
  }
}

const tenths = (share: number): number => Math.floor(share * 10) * 10

const bar = (share: number): string => {
  const full = Math.round(share * 30)
  return `${'█'.repeat(full)}${'░'.repeat(30 - full)}`
}
