import type { Command } from 'commander'
import { SessionResponse } from '../../api/contract/session.js'
import { MinutesResponse } from '../../api/contract/minutes.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { ofBase } from './accepted.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

type Session = ReturnType<typeof SessionResponse.parse>

/** Adds the verb that shows a session: its agenda, who was there, who stepped aside, what was decided. */
export const addSession = (program: Command): void => {
  verb(program, {
    usage: 'session <session>',
    says: 'Show a ranked session: the bases in their order, who voted and who stepped aside, and what was decided on each (1.10, 8.4).',
    examples: ['session 2027-06 --as p-cs-1'],
  })
    .option('--programme <id>', 'the programme', 'gasme')
    .addOption(asOption())
    .action(async (session: string, wanted: AskingOptions & { readonly programme: string }) => {
      const path = `/programmes/${encodeURIComponent(wanted.programme)}/sessions/${encodeURIComponent(session)}`
      const shown = await askAs(wanted).get(path, SessionResponse)
      print(shown, { json: wanted.json, text: () => sessionLines(shown).join('\n') })
    })
}

/** Adds the verb that shows what minutes say of one base. */
export const addMinutes = (program: Command): void => {
  verb(program, {
    usage: 'minutes <base>',
    says: 'Show what the minutes of sessions say of a base, once it is told of the decision (1.10, 8.12).',
    examples: ['minutes gasme-C09-yueqing-1 --as p-C09-yueqing-lg'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const { items } = await askAs(wanted).get(ofBase(base, 'minutes'), MinutesResponse)
      const lines = items.map(({ session, decidedAt, text }) => [session, decidedAt, text === null ? '–' : told(text)])
      print({ items }, { json: wanted.json, text: () => lines.map((line) => line.join('  ')).join('\n') })
    })
}

const sessionLines = ({ session, convenedAt, convenedBy, meets, items }: Session): readonly string[] => [
  [session, convenedAt, convenedBy ?? '–', ...(meets === null ? [] : [meets.on, told(meets.modeLabel)])].join('  '),
  ...items.flatMap((row) => [
    [`${row.place}.`, row.base, row.statusLabel === null ? '–' : told(row.statusLabel), resultText(row)].join('  '),
    ...(row.present ?? []).map(({ person, role, at }) => `    ${person ?? '–'}  ${role ?? '–'}  ${at}`),
    ...(row.quorum === null ? [] : [`    ${row.quorum.there} / ${row.quorum.needs}`]),
    ...(row.extract === null ? [] : [`    ${told(row.extract)}`]),
    ...(row.recused ?? []).map(({ person, at }) => `    (${person}  ${at})`),
  ]),
]

const resultText = ({ cast, seats, result }: Session['items'][number]): string =>
  [`${cast ?? '–'} / ${seats ?? '–'}`, ...(result === null ? [] : [told(result.label)])].join('  ')
