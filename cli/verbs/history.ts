import { Option } from 'commander'
import type { Command } from 'commander'
import { EntryResponse } from '../../api/contract/history.js'
import { engineInWords } from '../../domain/words/doer.js'
import type { Locale } from '../../domain/locale.js'
import { roleCodes } from '../../domain/role.js'
import { periodOptions } from '../moments.js'
import { personOf, print, table, when } from '../printing.js'
import { told } from '../tongue.js'
import { save } from '../saving.js'
import { askAs, asOption, languageOption, verb, zoneOf } from './verb.js'
import type { AskingOptions } from './verb.js'

const filters = ['person', 'role', 'step', 'kind', 'from', 'to', 'about'] as const
type Filters = Partial<Readonly<Record<(typeof filters)[number], string>>>

interface Wanted extends AskingOptions, Filters {
  readonly csv?: string
  readonly pdf?: string
  readonly language: Locale
}

/** Adds the verb that shows the ledger of a base, filtered, or saves it as a table or a paper. */
export const addHistory = (program: Command): void => {
  const command = verb(program, {
    usage: 'history <base>',
    says: 'Show the ledger of a base, oldest first: all of it, or what a person, role, step, kind, period or word names.',
    examples: [
      'history gasme-C09-yueqing-1',
      'history gasme-C09-yueqing-1 --person p-so-1 --from 2027-01-01 --to 2027-03-31',
      'history gasme-C09-yueqing-1 --step 1.4a --about "land use" --json',
      'history gasme-C09-yueqing-1 --kind step_acted --csv history.csv',
      'history gasme-C09-yueqing-1 --pdf history.pdf --language zh-CN --as p-au-1',
    ],
  })
    .option('--person <id>', 'only what this person did, or what was done in their place')
    .addOption(new Option('--role <role>', 'only what was done in this role').choices(roleCodes))
    .option('--step <step>', 'only a step (1.3), or one visit of it (1.3.2)')
    .option('--kind <type>', 'only entries of this type, such as step_acted')
  periodOptions(command)
    .option('--about <words>', 'only where a reason or comment says this')
    .option('--csv <file>', 'save it as a table that is safe to open in a spreadsheet')
    .addOption(new Option('--pdf <file>', 'save it as a paper').conflicts('csv'))
    .addOption(languageOption('paper'))
    .addOption(asOption())
    .action(async (base: string, wanted: Wanted) => {
      if (wanted.csv !== undefined) return saved(base, { wanted, ending: 'csv', file: wanted.csv })
      if (wanted.pdf !== undefined) return saved(base, { wanted, ending: 'pdf', file: wanted.pdf })
      return show(base, wanted)
    })
}

const show = async (base: string, wanted: Wanted): Promise<void> => {
  const items = await askAs(wanted).all(pathOf(base, { query: queryOf(wanted) }), EntryResponse)
  const there = await zoneOf(base, wanted)
  const text = () =>
    table(
      ['no', 'when', 'what', 'who', 'as', 'on behalf of', 'words'],
      items.map(({ seq, occurredAt, says, doer, cause, actor, name, role, onBehalfOf, words }) => [
        seq,
        when(occurredAt, there),
        told(says),
        doer === 'engine' ? told(engineInWords(cause)) : personOf({ person: actor, name }),
        role,
        onBehalfOf,
        words,
      ]),
    )
  print({ items }, { json: wanted.json, text })
}

interface Saving {
  readonly wanted: Wanted
  readonly ending: 'csv' | 'pdf'
  readonly file: string
}

const saved = async (base: string, { wanted, ending, file }: Saving): Promise<void> => {
  const query = queryOf(wanted)
  if (ending === 'pdf') query.set('language', wanted.language)
  const bytes = await askAs(wanted).download(pathOf(base, { ending: `.${ending}`, query }))
  save(bytes, { file, json: wanted.json, says: `It is the ledger of ${base}.` })
}

const queryOf = (wanted: Filters): URLSearchParams => {
  const query = new URLSearchParams()
  for (const name of filters) if (wanted[name] !== undefined) query.set(name, wanted[name])
  return query
}

const pathOf = (base: string, { ending = '', query }: { ending?: string; query: URLSearchParams }): string =>
  `/bases/${encodeURIComponent(base)}/history${ending}${query.size === 0 ? '' : `?${query.toString()}`}`
