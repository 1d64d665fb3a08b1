import { Option } from 'commander'
import type { Command } from 'commander'
import { z } from 'zod'
import { BaseResponse, BaseSummary } from '../../api/contract/base.js'
import type { BodyStanding } from '../../api/contract/bodies.js'
import { DocumentResponse } from '../../api/contract/paper.js'
import { AlsoWaits, InboxItem } from '../../api/contract/step.js'
import { stages, statuses } from '../../domain/lifecycle.js'
import type { LocalText } from '../../domain/locale.js'
import { stageWord, statusBecause, statusWord } from '../codes.js'
import { print, table, when } from '../printing.js'
import { save } from '../saving.js'
import { saidLines } from '../said-lines.js'
import { told, word } from '../tongue.js'
import { addHistory } from './history.js'
import { addLetterVerbs } from './letters.js'
import { addMinutes, addSession } from './session.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Filter extends AskingOptions {
  readonly programme?: string
  readonly stage?: string
  readonly status?: string
  readonly csv?: string
}

/** Adds the verbs that only look: `bases`, `base`, `inbox`, `history`, `documents`; and what looks at letters. */
export const addLooking = (program: Command): void => {
  addSession(program)
  addMinutes(program)
  addBases(program)
  addBase(program)
  addInbox(program)
  addHistory(program)
  addDocuments(program)
  addLetterVerbs(program)
}

const addBases = (program: Command): void => {
  verb(program, {
    usage: 'bases',
    says: 'List bases: where each stands and what it waits for.',
    examples: [
      'bases',
      'bases --programme gasme --stage memorandum',
      'bases --status active_yellow --json',
      'bases --csv bases.csv',
    ],
  })
    .option('--programme <id>', 'only of this programme; left out: of every one that is no rehearsal')
    .addOption(new Option('--stage <stage>', 'only in this stage').choices(stages))
    .addOption(new Option('--status <status>', 'only with this status').choices(statuses))
    .option('--csv <file>', 'save them as a table that is safe to open in a spreadsheet')
    .addOption(asOption())
    .action(async (wanted: Filter) => {
      const query = new URLSearchParams()
      for (const name of ['programme', 'stage', 'status'] as const) query.set(name, wanted[name] ?? '')
      for (const [name, value] of [...query]) if (value === '') query.delete(name)
      const asked = query.size === 0 ? '' : `?${query.toString()}`
      if (wanted.csv !== undefined) {
        const bytes = await askAs(wanted).download(`/bases/table.csv${asked}`)
        save(bytes, { file: wanted.csv, json: wanted.json, says: 'Each row is a base.' })
        return
      }
      const path = `/bases${asked}`
      const items = await askAs(wanted).all(path, BaseSummary)
      print({ items }, { json: wanted.json, text: () => basesText(items) })
    })
}

const basesText = (items: readonly z.infer<typeof BaseSummary>[]): string =>
  table(
    ['base', 'place', 'stage', 'status', 'slot', 'waits for'],
    items.map(({ id, names, stage, status, slot, waitsFor }) => [
      id,
      told(names.name),
      stageWord(stage),
      statusWord(status),
      slot,
      waitsFor
        .map(
          ({ key, role, late, vacant }) =>
            `${key} ${role}${vacant ? ` (${word('vacant')})` : ''}${late ? ` (${word('late')})` : ''}`,
        )
        .join(', '),
    ]),
  )

const addBase = (program: Command): void => {
  verb(program, {
    usage: 'base <id>',
    says: 'Show one base: its stages, its figures, and who must act until when.',
    examples: ['base gasme-C09-yueqing-1', 'base gasme-C09-yueqing-1 --json'],
  })
    .addOption(asOption())
    .action(async (id: string, wanted: AskingOptions) => {
      const base = await askAs(wanted).get(`/bases/${encodeURIComponent(id)}`, BaseResponse)
      print(base, { json: wanted.json, text: () => baseText(base) })
    })
}

const baseText = (base: z.infer<typeof BaseResponse>): string =>
  [
    `${base.id}  ${base.names.name.en}  ${base.names.name['zh-CN']}`,
    `${stageWord(base.stage)}, ${statusBecause(base)}`,
    ...(base.missingParts.length === 0 ? [] : [told(lines.missing(base.missingParts))]),
    ...(base.undated.length === 0 ? [] : [told(lines.undated(base.undated))]),
    table(
      ['stage', 'entered', 'left', 'outcome'],
      base.stages.map(({ stage, enteredAt, leftAt, outcome }) => [
        stageWord(stage),
        when(enteredAt, base),
        when(leftAt, base),
        statusWord(outcome),
      ]),
    ),
    table(
      ['waits for', 'who', 'since', 'due', ''],
      base.waitsFor.map(({ step, role, title, since, dueAt, late, holder, vacant }) => [
        `${step} ${told(title)}`,
        holder === undefined ? role : `${role} ${holder}`,
        when(since, base),
        when(dueAt, base),
        [...(vacant ? [word('vacant: too few may act')] : []), ...(late ? [word('late')] : [])].join(', '),
      ]),
    ),
    ...base.interests.map(({ person, kind, since }) =>
      told(lines.interest({ person, kind, since: when(since, base) })),
    ),
    told(lines.ledger(base.ledger)),
  ].join('\n')

/** What stands around the tables of a base. */
const lines = {
  missing: (parts: readonly number[]): LocalText => ({
    en: `missing parts of the dossier: ${parts.join(', ')}`,
    'zh-CN': `申报材料缺少部分：${parts.join('、')}`,
  }),
  undated: (figures: readonly string[]): LocalText => ({
    en: `undated figures: ${figures.join(', ')}`,
    'zh-CN': `未注明日期的数据：${figures.join('、')}`,
  }),
  interest: ({ person, kind, since }: { person: string; kind: string; since: string }): LocalText => ({
    en: `${kind} interest: ${person}, since ${since}`,
    'zh-CN': `利益关系（${kind}）：${person}，自${since}`,
  }),
  ledger: ({ entries, head }: { entries: number; head: string }): LocalText => ({
    en: `ledger: ${entries} entries, head ${head}`,
    'zh-CN': `登记：${entries} 条，校验码 ${head}`,
  }),
} as const

const addInbox = (program: Command): void => {
  verb(program, {
    usage: 'inbox [person]',
    says: 'List what waits for a person: steps, second words, a session to convene.',
    examples: ['inbox p-so-1', 'inbox p-C09-yueqing-lg --json', 'inbox p-so-1 --programme rh12ab'],
  })
    .option('--programme <id>', 'only of this programme; left out: of every one that is no rehearsal')
    .action(async (person: string | undefined, wanted: AskingOptions & { readonly programme?: string }) => {
      const { programme } = wanted
      const path = programme === undefined ? '/inbox' : `/inbox?programme=${encodeURIComponent(programme)}`
      const ask = askAs(person === undefined ? wanted : { as: person })
      const items = await ask.all(path, InboxItem)
      // What is no step stands on the first page alone.
      const { also } = await ask.get(
        `${path}${path.includes('?') ? '&' : '?'}limit=1`,
        z.object({ also: z.array(AlsoWaits) }),
      )
      const steps = () =>
        table(
          ['base', 'step', 'title', 'due', 'votes', 'options'],
          items.map(({ base, id, title, zone, dueAt, late, body, options }) => [
            base,
            id,
            told(title),
            `${when(dueAt, { zone })}${late ? ` (${word('late')})` : ''}`,
            body === undefined ? '' : votesText(body),
            options.map(({ option }) => option).join(' | '),
          ]),
        )
      const text = () => [steps(), ...also.flatMap((one) => [told(one.sentence), ...saidLines(one)])].join('\n')
      print({ items, also }, { json: wanted.json, text })
    })
}

/** How a body stands: `2 of 9, quorum 6, missing 4 votes and the chair`. */
const votesText = ({ form, members, quorum, needed, cast, missing }: z.infer<typeof BodyStanding>): string => {
  const lacks = [
    ...(missing.substitutes === 0 ? [] : [`${missing.substitutes} substitute(s)`]),
    ...(missing.votes === 0 ? [] : [`${missing.votes} vote(s)`]),
    ...(missing.chair ? ['the chair'] : []),
  ]
  const rule = form === 'written' ? `in writing, ${needed ?? quorum} must agree` : `quorum ${quorum}`
  return `${cast} of ${members}, ${rule}${lacks.length === 0 ? '' : `, missing ${lacks.join(' and ')}`}`
}

const addDocuments = (program: Command): void => {
  verb(program, {
    usage: 'documents <base>',
    says: 'List the papers of a base with their hashes.',
    examples: ['documents gasme-C09-yueqing-1', 'documents gasme-C09-yueqing-1 --json'],
  })
    .addOption(asOption())
    .action(async (id: string, wanted: AskingOptions) => {
      const items = await askAs(wanted).all(`/bases/${encodeURIComponent(id)}/documents`, DocumentResponse)
      const text = () =>
        table(
          ['kind', 'language', 'bytes', 'sha256', ''],
          items.map(({ kind, language, size, sha256, voided }) => [
            kind,
            language,
            size,
            sha256,
            voided ? word('voided') : '',
          ]),
        )
      print({ items }, { json: wanted.json, text })
    })
}
