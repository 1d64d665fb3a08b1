import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { childEnvironment, programOnPath } from '../../config/places.js'
import { codeOf } from './error-code.js'
import type { Progress } from './progress.js'
import { isAlive } from './running-process.js'
import type { Say } from './running-process.js'

/** The newest server that Go 1.26.8 builds. */
const version = '1.32.1'

/** `go install -v` prints a line per package it compiles; this version has about so many. */
const packages = 1750

export interface BuildOptions {
  readonly cache: string
  readonly say: Say
  readonly progress: Progress
}

/** Where the built server lies in a cache folder, whether it is there or not. */
export const builtProgram = (cache: string): string => join(cache, `temporal-${version}`, 'server')

/**
 * Builds the official server once with Go and puts it whole into the cache. Two that start at once build it once: the
 * second waits. Returns its path, or undefined when there is no Go; refuses with Go's last words when the build fails.
 */
export async function buildTemporal({ cache, say, progress }: BuildOptions): Promise<string | undefined> {
  const go = programOnPath('go') ?? ['/usr/local/go/bin/go', '/opt/homebrew/bin/go'].find((path) => existsSync(path))
  if (go === undefined) return undefined
  const wanted = builtProgram(cache)
  mkdirSync(dirname(wanted), { recursive: true })
  const release = await lock({ file: `${dirname(wanted)}.lock`, say })
  try {
    if (existsSync(wanted)) return wanted
    say(
      `The official Temporal server ${version} is built once with Go (about five minutes); later starts take seconds.`,
    )
    const folder = mkdtempSync(join(cache, 'build-'))
    try {
      await install({ go, folder, progress })
      renameSync(join(folder, 'server'), wanted)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return wanted
  } finally {
    release()
  }
}

function install({ go, folder, progress }: { go: string; folder: string; progress: Progress }): Promise<void> {
  const child = spawn(go, ['install', '-v', '-ldflags', '-s -w', `go.temporal.io/server/cmd/server@v${version}`], {
    cwd: folder,
    env: childEnvironment({ GOBIN: folder, CGO_ENABLED: '0' }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lastWords: string[] = []
  let modules = 0
  let compiled = 0
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastWords.push(line)
    if (lastWords.length > 40) lastWords.shift()
    if (line.startsWith('go: downloading'))
      progress('downloading modules', { done: ++modules, total: Math.max(205, modules) })
    else progress('building the Temporal server', { done: ++compiled, total: Math.max(packages, compiled) })
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(`Go could not build the Temporal server ${version}; its last words were:\n${lastWords.join('\n')}`),
        )
    })
  })
}

/** A lock file that names its holder; the lock of a holder that has died is taken over. */
async function lock({ file, say }: { file: string; say: Say }): Promise<() => void> {
  let told = false
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
    if (holder > 0 && !(await isAlive(holder))) rmSync(file, { force: true })
    else if (!told) {
      say(`Another start (process ${holder}) is building the Temporal server; this one waits for it.`)
      told = true
    }
    await pause(250)
  }
}
