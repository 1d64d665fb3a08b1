import type { Command, Option } from 'commander'
import type { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { seqOption } from '../../api/contract/commands/entry.js'
import {
  HoldResponse,
  PersonRecordsResponse,
  RegistrationResponse,
  RetentionResponse,
} from '../../api/contract/records.js'
import { keepingEnds } from '../../domain/retention.js'
import { date } from '../moments.js'
import { print, table, when } from '../printing.js'
import { told, word } from '../tongue.js'
import { codeOption, send } from './accepted.js'
import { optionOf } from './from-table.js'
import { actor, askAs, asOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds the verbs about people's data: `register`, `erase`, `hold-records`, `release-records`, `holds`, `retention`. */
export const addRecordVerbs = (program: Command): void => {
  addRegister(program)
  addErase(program)
  addHoldRecords(program)
  addReleaseRecords(program)
  addHolds(program)
  addRetention(program)
}

/** The entry that a second person read; `holds` and `erase … --report` show it. */
const seqRead = (): Option => optionOf(seqOption)

interface InProgramme extends AskingOptions {
  readonly programme: string
}

const within = ({ programme }: InProgramme, rest: string): string =>
  `/programmes/${encodeURIComponent(programme)}/${rest}`
const inProgramme = (command: Command): Command =>
  command.option('--programme <id>', 'the programme', 'gasme').addOption(asOption())

interface Registering extends InProgramme {
  readonly name: string
  readonly local?: string
  readonly email: string
  readonly language: string
}

const addRegister = (program: Command): void => {
  const registering = verb(program, {
    usage: 'register <person>',
    says: 'Register who somebody is and where letters reach them; seats are granted apart.',
    examples: ['register p-so-9 --name "Ada Example" --email ada@example.org --as p-ad-1'],
  })
    .requiredOption('--name <name>', 'the name as it is written in English')
    .option('--local <name>', 'the name as its bearer writes it; left out: the same')
    .requiredOption('--email <address>', 'where letters go')
    .option('--language <language>', 'the language of letters: en or zh-CN', 'en')
  inProgramme(registering).action(async (person: string, wanted: Registering) => {
    const { name: en, local = en, email, language } = wanted
    const registered = await askAs(wanted).post(within(wanted, `people/${encodeURIComponent(person)}`), {
      schema: RegistrationResponse,
      body: { name: { en, local }, email, language },
    })
    print(registered, { json: wanted.json, text: () => `Registered ${registered.person}.` })
  })
}

type Records = z.infer<typeof PersonRecordsResponse>

const addErase = (program: Command): void => {
  const erasing = verb(program, {
    usage: 'erase <person>',
    says: 'Ask that what names a person be erased, or confirm it as a second person; then list what goes and what stays.',
    examples: [
      'erase p-so-9 --as p-pd-1',
      'erase p-so-9 --confirm --seq 42 --as p-ad-1',
      'erase p-so-9 --report --json --as p-ad-1',
    ],
  })
    .option('--confirm', 'confirm what another person asked for; nothing brings it back')
    .addOption(seqRead())
    .option('--report', 'ask for nothing, only list')
  type Erasing = InProgramme & { readonly confirm?: true; readonly seq?: number; readonly report?: true }
  inProgramme(erasing).action(async (person: string, wanted: Erasing) => {
    const of = within(wanted, `people/${encodeURIComponent(person)}`)
    const records = await overTheLine({}, async (connection) => {
      const as = actor(wanted, connection)
      const [to, body] =
        wanted.confirm === true ? [`${of}/erasures/confirmations`, { seq: wanted.seq }] : [`${of}/erasures`, {}]
      if (wanted.report !== true) await connection.client.post(to, { ...as, schema: AcceptedResponse, body })
      return await connection.client.get(`${of}/records`, { ...as, schema: PersonRecordsResponse })
    })
    print(records, { json: wanted.json, text: () => recordsText(records) })
  })
}

const states = {
  kept: 'Nobody has asked to erase this person. An erasure takes:',
  requested: 'Asked for; another person has to confirm. An erasure takes:',
  erased: 'Erased:',
} as const

const recordsText = ({ person, label, state, seq, erases, stays }: Records): string =>
  [
    `${person}: ${label.en} / ${label['zh-CN']}`,
    state === 'requested' ? `${states.requested} (erase … --confirm --seq ${seq})` : states[state],
    table(
      ['what', 'how many'],
      erases.map(({ label: what, count }) => [told(what), count]),
    ),
    'What stays:',
    table(
      ['what', 'base', 'how many', 'until'],
      stays.map(({ label: what, base, count, until }) => [
        told(what),
        base ?? word('all'),
        count,
        until === null ? word('open') : when(keepingEnds(until)),
      ]),
    ),
  ].join('\n')

const addHoldRecords = (program: Command): void => {
  const holding = verb(program, {
    usage: 'hold-records [hold]',
    says: 'Keep the records of a person or a base whatever else is asked; with the id of a hold, confirm it as a second person.',
    examples: [
      'hold-records --person p-so-9 --code LEG --as p-pd-1',
      'hold-records --base gasme-C09-yueqing-1 --code INT --as p-co-1',
      'hold-records 0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11 --seq 42 --as p-ad-1',
    ],
  })
    .option('--person <person>', 'whose records are kept')
    .option('--base <base>', 'everybody who acted on this base')
    .addOption(codeOption())
    .addOption(seqRead())
  interface Holding extends InProgramme {
    readonly person?: string
    readonly base?: string
    readonly code?: string
    readonly seq?: number
  }
  inProgramme(holding).action(async (hold: string | undefined, wanted: Holding) => {
    const { person, base, code, seq } = wanted
    const to = hold === undefined ? 'holds' : `holds/${encodeURIComponent(hold)}/confirmations`
    await send({ wanted, to: within(wanted, to), body: hold === undefined ? { person, base, code } : { seq } })
  })
}

const addReleaseRecords = (program: Command): void => {
  const releasing = verb(program, {
    usage: 'release-records <hold>',
    says: 'Ask that a hold on records end, or confirm it as a second person.',
    examples: [
      'release-records 0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11 --as p-pd-1',
      'release-records 0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11 --confirm --seq 57 --as p-ad-1',
    ],
  })
    .option('--confirm', 'confirm what another person asked for')
    .addOption(seqRead())
  type Releasing = InProgramme & { readonly confirm?: true; readonly seq?: number }
  inProgramme(releasing).action(async (hold: string, wanted: Releasing) => {
    const of = `holds/${encodeURIComponent(hold)}/releases`
    const [to, body] = wanted.confirm === true ? [`${of}/confirmations`, { seq: wanted.seq }] : [of, {}]
    await send({ wanted, to: within(wanted, to), body })
  })
}

const addHolds = (program: Command): void => {
  const listing = verb(program, {
    usage: 'holds',
    says: 'List the holds on records of a programme, released ones too.',
    examples: ['holds --as p-pd-1', 'holds --json --as p-au-1'],
  })
  inProgramme(listing).action(async (wanted: InProgramme) => {
    const items = await askAs(wanted).all(within(wanted, 'holds'), HoldResponse)
    const rows = items.map(({ id, person, base, code, state, askedAt, heldAt, releasedAt, seq }) => [
      id,
      person ?? base,
      code,
      state,
      seq ?? '',
      when(askedAt),
      when(heldAt),
      when(releasedAt),
    ])
    print(
      { items },
      {
        json: wanted.json,
        text: () => table(['hold', 'of', 'code', 'state', 'waits as entry', 'asked', 'held', 'released'], rows),
      },
    )
  })
}

const addRetention = (program: Command): void => {
  const listing = verb(program, {
    usage: 'retention',
    says: 'List whose records need not be kept any longer on a day: ten years after the last memorandum (8.13).',
    examples: ['retention --as p-ad-1', 'retention --by 2042-12-31 --json --as p-ad-1'],
  }).option('--by <date>', 'the day, as 2042-12-31; left out: today', date)
  inProgramme(listing).action(async (wanted: InProgramme & { readonly by?: string }) => {
    const query = wanted.by === undefined ? '' : `?by=${encodeURIComponent(wanted.by)}`
    const due = await askAs(wanted).get(within(wanted, `retention${query}`), RetentionResponse)
    const rows = due.items.map(({ person, due: day, hold }) => [person, day, hold ?? ''])
    const text = () => (rows.length === 0 ? `Nobody is due by ${due.by}.` : table(['person', 'due', 'held by'], rows))
    print(due, { json: wanted.json, text })
  })
}
