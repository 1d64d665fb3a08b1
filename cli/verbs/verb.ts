import { Option } from 'commander'
import type { Command } from 'commander'
import { z } from 'zod'
import { placeZone } from '../../api/contract/base.js'
import { locales } from '../../domain/locale.js'
import { called } from '../called.js'
import { connect } from '../connection.js'
import type { Connection } from '../connection.js'
import type { ApiWrite, Client } from '../http-client.js'
import type { ReadIn } from '../printing.js'
import { choosesTongue, languageOfSettings } from '../tongue.js'

/** Who reads and manages when nobody is named: the first programme manager of the sample programme. */
export const usualPerson = 'p-pm-1'

/** What every verb understands. */
export interface Common {
  readonly json?: boolean
}
/** What every verb that asks the API understands besides. */
export interface AskingOptions extends Common {
  readonly as?: string
}

/** A verb with its sentence, `--json` and examples that can be typed as they stand. */
export const verb = (
  program: Command,
  { usage, says, examples }: { usage: string; says: string; examples: readonly string[] },
): Command =>
  program
    .command(usage)
    .description(says)
    .option('--json', 'print one JSON document and nothing else on standard output')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${called} ${example}`).join('\n')}`)

/** The option to act as somebody else of the sample programme. */
export const asOption = (): Option =>
  new Option('--as <person>', `id of the person to act as (without CORNERSTONE_TOKEN: ${usualPerson})`)

/** The option to be told in one of the languages of the programme. */
export const languageOption = (of: string): Option =>
  choosesTongue(
    new Option('--language <language>', `language of the ${of}`).choices(locales).default(languageOfSettings()),
  )

/** Opens a line to the API, does one thing over it, and hangs up whatever happens. */
export const overTheLine = async <T>(
  wanted: Parameters<typeof connect>[0],
  work: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const connection = await connect(wanted)
  try {
    return await work(connection)
  } finally {
    await connection.leave()
  }
}

/** The person to act as: the one named, else nobody when the settings hold a token, else the usual one. */
export const actor = ({ as }: AskingOptions, { ownToken }: Connection): { readonly as?: string } => {
  if (as !== undefined) return { as }
  return ownToken ? {} : { as: usualPerson }
}

/** The zone of the place of a base, for whoever is told moments of it; nobody asks for it who is given numbers alone. */
export const zoneOf = async (base: string, wanted: AskingOptions): Promise<ReadIn> =>
  wanted.json === true
    ? {}
    : await askAs(wanted).get(`/bases/${encodeURIComponent(base)}`, z.object({ zone: placeZone }))

type Sent<S extends z.ZodType> = Omit<ApiWrite<S>, 'as'>

/** Asks the API one thing as the person wanted, over a line of its own. */
export const askAs = (wanted: AskingOptions) => {
  const once = <T>(ask: (client: Client, as: { readonly as?: string }) => Promise<T>): Promise<T> =>
    overTheLine({}, (connection) => ask(connection.client, actor(wanted, connection)))
  return {
    get: <S extends z.ZodType>(path: string, schema: S) => once(({ get }, as) => get(path, { ...as, schema })),
    /** Every item of a paged list. */
    all: <I extends z.ZodType>(path: string, schema: I) => once(({ all }, as) => all(path, { ...as, schema })),
    post: <S extends z.ZodType>(path: string, sent: Sent<S>) => once(({ post }, as) => post(path, { ...as, ...sent })),
    download: (path: string) => once(({ download }, as) => download(path, as)),
  }
}
