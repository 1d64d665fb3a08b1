import { Option } from 'commander'
import type { Command } from 'commander'
import { AccessResponse, RefusedAttemptResponse } from '../../api/contract/logs.js'
import { accessKindLabels, accessKinds } from '../../domain/access.js'
import { periodOptions } from '../moments.js'
import { personOf, print, table, when } from '../printing.js'
import { told } from '../tongue.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

export interface Filtered extends AskingOptions {
  readonly base?: string
  readonly person?: string
  readonly from?: string
  readonly to?: string
}

/** The filters of what auditors list. */
export const filters = (command: Command): Command =>
  periodOptions(
    command
      .option('--base <base>', 'only what is about this base')
      .option('--person <person>', 'only what this person did'),
  ).addOption(asOption())

/** The filters that were given, as a query. */
export const queryOf = (wanted: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) query.set(name, value)
  return query.toString()
}

/** Adds what auditors ask for first: `refused-attempts` and `access-log`. */
export const addLogs = (program: Command): void => {
  addRefusedAttempts(program)
  addAccessLog(program)
}

const addRefusedAttempts = (program: Command): void => {
  const command = verb(program, {
    usage: 'refused-attempts',
    says: 'List what was tried and refused, newest first: who, what, by which rule.',
    examples: [
      'refused-attempts --from 2027-03-01 --as p-au-1',
      'refused-attempts --base gasme-C09-yueqing-1 --code separation_of_duties --json --as p-au-1',
    ],
  }).option('--code <code>', 'only this kind of "no", as docs/errors.md names them')
  filters(command).action(async (wanted: Filtered & { readonly code?: string }) => {
    const { base, person, from, to, code } = wanted
    const items = await askAs(wanted).all(
      `/refused-attempts?${queryOf({ base, person, from, to, code })}`,
      RefusedAttemptResponse,
    )
    const text = () =>
      table(
        ['when', 'who', 'tried', 'refused as', 'rule', 'told'],
        items.map((one) => [when(one.at), personOf(one), one.route, one.code, one.rule ?? '', told(one.says)]),
      )
    print({ items }, { json: wanted.json, text })
  })
}

const addAccessLog = (program: Command): void => {
  const command = verb(program, {
    usage: 'access-log',
    says: 'List sign-ins, looks at what is confidential, past or personal, exports and settings, newest first.',
    examples: ['access-log --as p-au-1', 'access-log --person p-ex-2 --kind read --json --as p-au-1'],
  }).addOption(new Option('--kind <kind>', 'only of this kind').choices(accessKinds))
  filters(command).action(async (wanted: Filtered & { readonly kind?: string }) => {
    const { base, person, from, to, kind } = wanted
    const items = await askAs(wanted).all(`/access-log?${queryOf({ base, person, from, to, kind })}`, AccessResponse)
    const text = () =>
      table(
        ['when', 'who', 'did', 'what', 'of', 'which'],
        items.map((one) => [
          when(one.at),
          personOf(one),
          told(accessKindLabels[one.kind]),
          told(one.label),
          one.stream ?? '',
          one.object ?? '',
        ]),
      )
    print({ items }, { json: wanted.json, text })
  })
}
