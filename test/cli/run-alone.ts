import { execFile } from 'node:child_process'
import process from 'node:process'

interface Ended {
  readonly code: number
  readonly out: string
  readonly said: string
}

/** Runs the command line as a person would, with a data folder and perhaps an API, and nothing else of this machine's settings. */
export const runAlone = (
  args: readonly string[],
  { data, api }: { readonly data: string; readonly api?: string },
): Promise<Ended> =>
  new Promise((ended) => {
    const reach = api === undefined ? {} : { CORNERSTONE_API_URL: api, CORNERSTONE_TOKEN: 'a token' }
    execFile(
      process.execPath,
      ['--import', 'tsx', 'cli/cornerstone.ts', ...args],
      { env: { PATH: process.env['PATH'], HOME: data, CORNERSTONE_DATA: data, ...reach } },
      (error, out, said) => ended({ code: typeof error?.code === 'number' ? error.code : 0, out, said }),
    )
  })
