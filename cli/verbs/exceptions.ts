import { Option } from 'commander'
import type { Command } from 'commander'
import { ExceptionResponse } from '../../api/contract/exceptions.js'
import { csvOf } from '../../domain/csv.js'
import { exceptionKinds, exceptionRows } from '../../domain/exceptions.js'
import type { LocalText } from '../../domain/locale.js'
import { print, table, when } from '../printing.js'
import { save } from '../saving.js'
import { told } from '../tongue.js'
import { filters, queryOf, type Filtered } from './logs.js'
import { askAs, verb } from './verb.js'

interface Wanted extends Filtered {
  readonly kind?: string
  readonly csv?: string
}

const theClock: LocalText = { en: 'the clock', 'zh-CN': '时限届满' }
const aBody: LocalText = { en: 'a body', 'zh-CN': '审议机构' }

/** Adds the verb that lists what left the usual way: `exceptions`. */
export const addExceptions = (program: Command): void => {
  const command = verb(program, {
    usage: 'exceptions',
    says: 'List waivers, extensions, overrides, closings by silence, delegations used, acts on paper and voids.',
    examples: [
      'exceptions --as p-au-1',
      'exceptions --kind paper --base gasme-C09-yueqing-1 --json --as p-au-1',
      'exceptions --from 2027-01-01 --to 2027-03-31 --csv exceptions.csv --as p-au-1',
    ],
  })
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(exceptionKinds))
    .option('--csv <file>', 'save it as a table that is safe to open in a spreadsheet')
  filters(command).action(async (wanted: Wanted) => {
    const { base, person, from, to, kind, csv, json = false } = wanted
    const items = await askAs(wanted).all(`/exceptions?${queryOf({ base, person, from, to, kind })}`, ExceptionResponse)
    if (csv !== undefined)
      return save(csvOf(exceptionRows(items)), { file: csv, json, says: 'It is the list of exceptions.' })
    const text = () =>
      table(
        ['what', 'base', 'entry', 'when', 'step', 'who', 'of it'],
        items.map((one) => [
          told(one.label),
          one.stream,
          one.seq,
          when(one.at),
          one.step ?? '',
          one.person ?? told(one.kind === 'silence' || one.what === 'stand_in' ? theClock : aBody),
          [one.what, one.code, one.detail].filter((part) => part !== null).join(' · '),
        ]),
      )
    print({ items }, { json, text })
  })
}
