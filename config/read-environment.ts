import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { fields } from './fields.js'
import type { SettingName } from './fields.js'

/** The environment as text, as a process is given it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** One process and what it reads. `rules` look at settings together and answer with one sentence per problem. */
export interface ProcessSettings<Shape extends z.ZodRawShape> {
  readonly process: string
  readonly schema: z.ZodObject<Shape>
  /** Used where the mode is embedded and the setting is absent; production gets no such favour. */
  readonly embeddedDefaults?: Partial<Record<SettingName, string>>
  readonly rules?: readonly ((env: Environment) => readonly string[])[]
}

/** Thrown when the environment does not fit; its message lists every problem, one a line. */
export class ConfigurationError extends Error {
  constructor(
    process: string,
    readonly problems: readonly string[],
  ) {
    const count = problems.length === 1 ? 'one setting does' : `${problems.length} settings do`
    super(`The ${process} cannot start, because ${count} not fit:\n${problems.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'ConfigurationError'
  }
}

/**
 * Reads the environment of one process once and returns it typed and frozen, keyed by the names of the settings.
 * An empty text counts as absent. Refuses with a ConfigurationError that names all problems together.
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  settings: ProcessSettings<Shape>,
  env: Environment,
): Readonly<z.infer<z.ZodObject<Shape>>> {
  const { given: told, unread } = fromFiles(settings, env)
  const given = withDefaults(settings, told)
  const parsed = settings.schema.safeParse(given)
  const wrong = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  const problems = [
    ...wrong.map((name) => problemOf(name, given[name])),
    ...(settings.rules ?? []).flatMap((rule) => rule(given)),
    ...unread,
  ]
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(settings.process, problems)
  return Object.freeze(parsed.data)
}

/** The names of the settings a process reads, in the order of the table of fields. */
export function settingNames(settings: ProcessSettings<z.ZodRawShape>): readonly SettingName[] {
  return allSettingNames.filter((name) => name in settings.schema.shape)
}

/** The settings without which a process refuses to start in production, found by offering it nothing else. */
export function requiredInProduction(settings: ProcessSettings<z.ZodRawShape>): readonly SettingName[] {
  try {
    readEnvironment(settings, { MODE: 'production' })
    return ['MODE']
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const named = settingNames(settings).filter((name) => error.problems.some((line) => line.startsWith(`${name} `)))
    return 'MODE' in settings.schema.shape ? ['MODE', ...named] : named
  }
}

const isSettingName = (text: string): text is SettingName => text in fields

export const allSettingNames: readonly SettingName[] = Object.keys(fields).filter(isSettingName)

/** The settings that may be read from a file: each that holds a secret, under its name with _FILE, unless that is a setting of its own. */
export const settingsFromFiles: readonly SettingName[] = allSettingNames.filter((name) => {
  const note: { readonly secret?: boolean } = fields[name]
  return note.secret === true && !(`${name}_FILE` in fields)
})

/** What an orchestrator hands over as files: a secret stands in no list of processes and in no environment then. */
function fromFiles(
  settings: ProcessSettings<z.ZodRawShape>,
  env: Environment,
): { readonly given: Environment; readonly unread: readonly string[] } {
  const given: Record<string, string | undefined> = { ...env }
  const unread: string[] = []
  for (const name of settingsFromFiles) {
    const file = `${name}_FILE`
    const path = env[file]
    if (!(name in settings.schema.shape) || path === undefined || path === '') continue
    if (env[name] !== undefined && env[name] !== '')
      unread.push(`${name} and ${file} are both set. Leave one of them out.`)
    else given[name] = textOf(path) ?? unreadable(unread, { file, path })
  }
  return { given, unread }
}

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}

const unreadable = (unread: string[], { file, path }: { readonly file: string; readonly path: string }): undefined => {
  unread.push(`${file} is "${path}", which cannot be read. Name a file that this process may read.`)
  return undefined
}

function withDefaults(settings: ProcessSettings<z.ZodRawShape>, env: Environment): Environment {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  return present['MODE'] === 'production' ? present : { ...settings.embeddedDefaults, ...present }
}

function problemOf(name: string, value: string | undefined): string {
  if (!isSettingName(name)) return `${name} is not a setting of this program.`
  const { allowed, says, secret } = fields[name] satisfies { readonly secret?: boolean } & { allowed: string }
  if (value === undefined) return `${name} is missing. ${says} Set it to ${allowed}.`
  const got =
    secret === true ? 'was given a value that is not shown here, because it may hold a secret' : `is "${value}"`
  return `${name} ${got}; allowed is ${allowed}.`
}
