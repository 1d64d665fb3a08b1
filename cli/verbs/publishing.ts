import { Option } from 'commander'
import type { Command } from 'commander'
import type { z } from 'zod'
import { publishing, withdrawing } from '../../api/contract/commands/publishing.js'
import { ProposalResponse, RulesProposalResponse } from '../../api/contract/publishing.js'
import { dayBegins, moment } from '../moments.js'
import type { LocalText } from '../../domain/locale.js'
import { personOf, print, table, when } from '../printing.js'
import { readAnyJson } from '../sample-data.js'
import { told } from '../tongue.js'
import { send } from './accepted.js'
import { addVerbs } from './from-table.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Wanted extends AskingOptions {
  readonly programme: string
}

/** Adds the verbs by which two administrators publish a version of the rules, and those for what waits for a second person. */
export const addPublishing = (program: Command): void => {
  addPropose(program)
  addPreview(program)
  addVerbs(program, { confirm_rules: publishing.confirm_rules })
  addProposals(program)
  addVerbs(program, withdrawing)
}

const addPropose = (program: Command): void => {
  verb(program, {
    usage: 'propose-rules <file>',
    says: 'Propose a version of the rules, as an administrator; another one publishes it (confirm-rules). No release is needed.',
    examples: ['propose-rules next.json --in-force-from 2027-03-15 --as p-ad-1'],
  })
    .addOption(
      new Option('--in-force-from <moment>', `from when stages begin under it; a date from ${dayBegins}`)
        .argParser(moment)
        .makeOptionMandatory(),
    )
    .addOption(programmeOption())
    .addOption(asOption())
    .action(async (file: string, { programme, inForceFrom, ...wanted }: Wanted & { readonly inForceFrom: string }) => {
      const to = publishing.propose_rules.path.replace(':programme', encodeURIComponent(programme))
      await send({ wanted, to, body: { rules: readAnyJson(file), inForceFrom } })
    })
}

const addPreview = (program: Command): void => {
  verb(program, {
    usage: 'preview-rules <procedure> <version>',
    says: 'Show a proposed version of the rules with what it changes, as the ledger has the hash of it.',
    examples: ['preview-rules full 2027-03-01 --as p-ad-2'],
  })
    .addOption(programmeOption())
    .addOption(asOption())
    .action(async (procedure: string, version: string, { programme, ...wanted }: Wanted) => {
      const path = ['programmes', programme, 'rules', procedure, version].map(encodeURIComponent).join('/')
      const found = await askAs(wanted).get(`/${path}`, RulesProposalResponse)
      print(found, { json: wanted.json, text: () => previewText(found) })
    })
}

const previewText = (found: z.infer<typeof RulesProposalResponse>): string => {
  const { procedure, version, inForceFrom, proposedBy, confirmedBy, withdrawnBy, preview, previewHash, seq } = found
  const stands: LocalText =
    confirmedBy !== null
      ? { en: `published by ${confirmedBy}`, 'zh-CN': `${confirmedBy} 已发布` }
      : withdrawnBy === null
        ? {
            en: `waits for another administrator as entry ${seq} of the record (confirm-rules … --seq ${seq})`,
            'zh-CN': `待另一名系统管理员确认，登记号${seq}（confirm-rules … --seq ${seq}）`,
          }
        : { en: `withdrawn by ${withdrawnBy}`, 'zh-CN': `${withdrawnBy} 已撤回` }
  const from = when(inForceFrom)
  return [
    told({
      en: `${procedure}@${version}, in force from ${from}: proposed by ${proposedBy}, ${stands.en}.`,
      'zh-CN': `${procedure}@${version}，自${from}起生效：${proposedBy} 提出，${stands['zh-CN']}。`,
    }),
    JSON.stringify(JSON.parse(preview), null, 2),
    told({
      en: `The ledger has this preview under SHA-256 ${previewHash}.`,
      'zh-CN': `该预览已入账，SHA-256 为 ${previewHash}。`,
    }),
  ].join('\n')
}

const addProposals = (program: Command): void => {
  verb(program, {
    usage: 'proposals',
    says: 'List what waits for a second person in a programme, and who that may be.',
    examples: ['proposals --as p-ad-1', 'proposals --programme gasme --json --as p-ad-1'],
  })
    .addOption(programmeOption())
    .addOption(asOption())
    .action(async ({ programme, ...wanted }: Wanted) => {
      const items = await askAs(wanted).all(`/programmes/${encodeURIComponent(programme)}/proposals`, ProposalResponse)
      print({ items }, { json: wanted.json, text: () => proposalsText(items) })
    })
}

const proposalsText = (items: readonly z.infer<typeof ProposalResponse>[]): string =>
  table(
    ['kind', 'proposal', 'entry', 'proposed by', 'at', 'may confirm'],
    items.map(({ kind, id, seq, proposedBy, proposedAt, mayConfirm, names }) => [
      kind,
      id,
      String(seq),
      calledIn(names, proposedBy),
      proposedAt === null ? '–' : when(proposedAt),
      mayConfirm.length === 0
        ? told({ en: 'nobody', 'zh-CN': '无' })
        : mayConfirm.map((one) => calledIn(names, one)).join(told({ en: ', ', 'zh-CN': '、' })),
    ]),
  )

const calledIn = (names: z.infer<typeof ProposalResponse>['names'], person: string): string =>
  personOf({ person, name: names.find(({ id }) => id === person)?.name ?? null })

const programmeOption = (): Option => new Option('--programme <id>', 'the programme').default('gasme')
