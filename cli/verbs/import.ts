import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { ImportResponse } from '../../api/contract/cluster.js'
import type { ImportedRow } from '../../api/contract/cluster.js'
import { CallsResponse } from '../../api/contract/programme.js'
import { roles } from '../../domain/role.js'
import type { Connection } from '../connection.js'
import { CliFailure, exits } from '../failure.js'
import { print, progress, table } from '../printing.js'
import { readText } from '../sample-data.js'
import { told } from '../tongue.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** What verbs that nominate are told besides. */
export interface InProgramme extends AskingOptions {
  readonly programme: string
}

/** Adds `import`: one nomination for each record of a file, and `open-call`, without which there is nothing to nominate in. */
export const addImport = (program: Command): void => {
  verb(program, {
    usage: 'import <file>',
    says: 'Nominate every cluster of a JSON or CSV file in the open call. A second run changes nothing.',
    examples: ['import data/clusters.json', 'import data/clusters.json --json', 'import places.csv --programme gasme'],
  })
    .option('--programme <id>', 'the programme to nominate in', 'gasme')
    .addOption(asOption())
    .action(async (file: string, wanted: InProgramme) => {
      const rows = await overTheLine({ start: true }, (connection) => importFile(connection, { file, wanted }))
      print({ rows }, { json: wanted.json, text: () => rowsText(rows) })
      const refused = rows.filter(({ result }) => result === 'refused' || result === 'differs')
      if (refused.length > 0) {
        throw new CliFailure(
          `${refused.length} of ${rows.length} rows were refused; each row says why; correct these and import the file again`,
          exits.refused,
        )
      }
    })
  verb(program, {
    usage: 'open-call <name>',
    says: 'Propose a call as programme manager and open it as programme director: two people, two acts.',
    examples: ['open-call 2027-spring', 'open-call 2027-spring --programme gasme --json'],
  })
    .option('--programme <id>', 'the programme', 'gasme')
    .action(async (name: string, wanted: InProgramme) => {
      const call = await overTheLine({}, (connection) => openCall(connection, { name, programme: wanted.programme }))
      print(call, { json: wanted.json, text: () => `Call ${call.call} of ${call.programme} is open.` })
    })
}

const importFile = async (
  connection: Connection,
  { file, wanted }: { file: string; wanted: InProgramme },
): Promise<readonly ImportedRow[]> => {
  const body = readText(file)
  await theFirstCallIsOpen(connection, wanted)
  const { rows } = await connection.client.post(`/programmes/${wanted.programme}/bases/imports`, {
    ...actor(wanted, connection),
    schema: ImportResponse,
    contentType: file.endsWith('.csv') ? 'text/csv' : 'application/json; charset=utf-8',
    body,
  })
  return rows
}

/** An installation that has just begun opens the first call of its sample programme by itself, as soon as its worker is there. */
const foundingTakesAtMost = 60_000

/** Waits for that first call; a programme that has had calls is not waited for, and the API says why none is open. */
export const theFirstCallIsOpen = async ({ client, ownToken }: Connection, wanted: InProgramme): Promise<void> => {
  if (ownToken || wanted.as !== undefined) return
  const until = performance.now() + foundingTakesAtMost
  for (;;) {
    const calls = await client.get(`/programmes/${wanted.programme}/calls`, { as: 'p-pm-1', schema: CallsResponse })
    if (calls.items.some(({ state }) => state !== 'proposed') || performance.now() > until) return
    progress('The first call of the sample programme is being opened …')
    await pause(500)
  }
}

const openCall = async ({ client }: Connection, { name, programme }: { name: string; programme: string }) => {
  await client.post(`/programmes/${programme}/calls`, { as: 'p-pm-1', schema: AcceptedResponse, body: { call: name } })
  await client.post(`/programmes/${programme}/calls/${name}/decisions`, {
    as: 'p-pd-1',
    schema: AcceptedResponse,
    body: { option: 'open' },
  })
  return { programme, call: name, state: 'open' }
}

/** What became of each record, as a table. */
export const rowsText = (rows: readonly ImportedRow[]): string =>
  table(
    ['cluster', 'result', 'base', 'missing parts', 'undated', 'missing seats', 'reason'],
    rows.map(({ cluster, result, base, missingParts, undated, missingSeats, reason }) => [
      cluster,
      result,
      base,
      missingParts?.join(' '),
      undated?.join(', '),
      missingSeats?.map((role) => `${role} ${told(roles[role].label)}`).join(', '),
      reason,
    ]),
  )
