import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import type { Plugin } from 'esbuild'

/** The programs a supervisor runs, and where each begins. */
export const supervised = {
  api: 'api/server.ts',
  worker: 'workers/worker.ts',
  relay: 'workers/send-letters.ts',
  sample: 'cli/sample-player.ts',
} as const
/** The command line, for whoever runs it hundreds of times. */
export const commandLine = { cli: 'cli/cornerstone.ts' } as const

interface Compiling<P extends string> {
  /** Where the programs are put; emptied first. */
  readonly folder: string
  /** Another copy of the project; left out: this one. */
  readonly root?: string | undefined
  /** Which, and where each begins. */
  readonly programs: Readonly<Record<P, string>>
  /** Takes the packages in too: half the time to start, for a program that needs none with parts outside JavaScript. */
  readonly withPackages?: boolean
}

const ours = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Makes plain JavaScript of our programs, for Node to run as it is, and returns where each lies. It takes a tenth of a
 * second, and half of what each of them needs to start is translating and resolving hundreds of files: so much
 * sooner is a worker back that was killed. Their sources stay where they are, for paths and stack traces lead there.
 */
export const compilePrograms = async <P extends string>({
  folder,
  root = ours,
  programs,
  withPackages = false,
}: Compiling<P>): Promise<(name: P) => string> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries<string>(programs).map(([name, script]) => [name, join(root, script)]),
    ),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // What is loaded only where it is wanted stays a file of its own.
    splitting: true,
    bundle: true,
    packages: withPackages ? 'bundle' : 'external',
    // Packages of the older kind ask for what Node brings along by `require`, which a module does not have.
    banner: withPackages ? { js: requireOfNode } : {},
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'silent',
    plugins: [inTheirPlace],
  })
  await stop()
  return (name) => join(folder, `${name}.mjs`)
}

const requireOfNode = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

/** How a file says where it lies; put together, so that this file is itself compiled as it stands. */
const ownPlace = ['import', 'meta', 'url'].join('.')

/** Files name others by where they lie themselves, wherever they are compiled to. */
const inTheirPlace: Plugin = {
  name: 'in their place',
  setup: (building) =>
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8')
      return {
        contents: contents.replaceAll(ownPlace, JSON.stringify(pathToFileURL(path).href)),
        loader: 'ts',
      }
    }),
}
