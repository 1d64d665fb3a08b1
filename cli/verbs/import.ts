import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { ImportPreviewResponse, ImportResponse } from '../../api/contract/cluster.js'
import type { ImportedRow, PreviewedRow } from '../../api/contract/cluster.js'
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
    examples: [
      'import data/clusters.json',
      'import places.csv --programme gasme --json',
      'import places.csv --preview',
    ],
  })
    .option('--programme <id>', 'the programme to nominate in', 'gasme')
    .option('--preview', 'only say what would become of each row, and the fingerprint of the file')
    .option('--previewed <sha256>', 'begin nothing unless it is the file of this fingerprint')
    .addOption(asOption())
    .action(async (file: string, wanted: Importing) => {
      if (wanted.preview === true) {
        const seen = await overTheLine({}, (connection) => previewFile(connection, { file, wanted }))
        print(seen, { json: wanted.json, text: () => `${rowsText(seen.rows)}\n${seen.sha256}` })
        return
      }
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

interface Importing extends InProgramme {
  readonly preview?: true
  readonly previewed?: string
}

const importFile = async (
  connection: Connection,
  { file, wanted }: { file: string; wanted: Importing },
): Promise<readonly ImportedRow[]> => {
  const sent = fileToSend(file)
  await theFirstCallIsOpen(connection, wanted)
  const only = wanted.previewed === undefined ? '' : `?previewed=${encodeURIComponent(wanted.previewed)}`
  const { rows } = await connection.client.post(`/programmes/${wanted.programme}/bases/imports${only}`, {
    ...actor(wanted, connection),
    schema: ImportResponse,
    ...sent,
  })
  return rows
}

/** What would become of each row of a file, and its fingerprint; nothing begins. */
const previewFile = (connection: Connection, { file, wanted }: { file: string; wanted: Importing }) =>
  connection.client.post(`/programmes/${wanted.programme}/bases/imports/previews`, {
    ...actor(wanted, connection),
    schema: ImportPreviewResponse,
    ...fileToSend(file),
  })

const fileToSend = (file: string) => ({
  contentType: file.endsWith('.csv') ? 'text/csv' : 'application/json; charset=utf-8',
  body: readText(file),
})

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
export const rowsText = (rows: readonly (ImportedRow | PreviewedRow)[]): string =>
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
