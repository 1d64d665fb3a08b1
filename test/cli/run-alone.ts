import { execFile } from 'node:child_process'
import process from 'node:process'
import { theCli } from '../support/the-cli.js'

interface Ended {
  readonly code: number
  readonly out: string
  readonly said: string
}

interface Alone {
  readonly data: string
  readonly api?: string
  readonly language?: 'en' | 'zh-CN'
  /** Whether nobody reads what it writes. */
  readonly isCutShort?: boolean
}

/** Runs the command line as a person would, with a data folder and perhaps an API, and nothing else of this machine's settings. */
export const runAlone = (args: readonly string[], { data, api, language, isCutShort = false }: Alone): Promise<Ended> =>
  new Promise((ended) => {
    const reach = api === undefined ? {} : { CORNERSTONE_API_URL: api, CORNERSTONE_TOKEN: 'a token' }
    const spoken = language === undefined ? {} : { CORNERSTONE_LANGUAGE: language }
    const child = execFile(
      process.execPath,
      [...theCli(), ...args],
      { env: { PATH: process.env['PATH'], HOME: data, CORNERSTONE_DATA: data, ...reach, ...spoken } },
      (error, out, said) => ended({ code: typeof error?.code === 'number' ? error.code : 0, out, said }),
    )
    if (!isCutShort) return
    child.stdout?.destroy()
    child.stderr?.destroy()
  })
