import type { Command } from 'commander'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { ImportResponse } from '../../api/contract/cluster.js'
import type { ImportedRow } from '../../api/contract/cluster.js'
import { ProgrammeResponse } from '../../api/contract/programme.js'
import type { Connection } from '../connection.js'
import { CliFailure, exits } from '../failure.js'
import { print, progress, table } from '../printing.js'
import { readText } from '../sample-data.js'
import { actor, asOption, overTheLine, verb } from './verb.js'
import type { Asking } from './verb.js'

interface Wanted extends Asking {
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
    .action(async (file: string, wanted: Wanted) => {
      const rows = await overTheLine({ start: true }, (connection) => importFile(connection, { file, wanted }))
      print({ rows }, { json: wanted.json === true, text: () => rowsText(rows) })
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
    .action(async (name: string, wanted: Wanted) => {
      const call = await overTheLine({}, (connection) => openCall(connection, { name, programme: wanted.programme }))
      print(call, { json: wanted.json === true, text: () => `Call ${call.call} of ${call.programme} is open.` })
    })
}

const importFile = async (
  connection: Connection,
  { file, wanted }: { file: string; wanted: Wanted },
): Promise<readonly ImportedRow[]> => {
  const body = readText(file)
  await someCallIsOpen(connection, wanted)
  const { rows } = await connection.client.post(`/programmes/${wanted.programme}/bases/imports`, {
    ...actor(wanted, connection),
    schema: ImportResponse,
    contentType: file.endsWith('.csv') ? 'text/csv' : 'application/json; charset=utf-8',
    body,
  })
  return rows
}

/** A fresh sample programme has no call yet; its own manager and director open one. Nobody else's programme is touched. */
const someCallIsOpen = async (connection: Connection, wanted: Wanted): Promise<void> => {
  if (connection.ownToken || wanted.as !== undefined) return
  const programme = await connection.client.get(`/programmes/${wanted.programme}`, {
    ...actor(wanted, connection),
    schema: ProgrammeResponse,
  })
  if (programme.openCall !== null) return
  const name = `call-${new Date().getUTCFullYear()}`
  progress(`No call is open; opening ${name} as p-pm-1 and p-pd-1 of the sample programme.`)
  await openCall(connection, { name, programme: wanted.programme })
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

const rowsText = (rows: readonly ImportedRow[]): string =>
  table(
    ['cluster', 'result', 'base', 'missing parts', 'undated', 'reason'],
    rows.map(({ cluster, result, base, missingParts, undated, reason }) => [
      cluster,
      result,
      base,
      missingParts?.join(' '),
      undated?.join(', '),
      reason,
    ]),
  )
