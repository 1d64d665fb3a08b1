import { Option, type Command } from 'commander'
import type { z } from 'zod'
import { ApiTokenResponse, ApiTokensResponse, MadeApiTokenResponse } from '../../api/contract/api-tokens.js'
import { machineScopes } from '../../domain/access.js'
import { print, when } from '../printing.js'
import { told } from '../tongue.js'
import { wholeNumber } from './numbers.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds `make-token`, `tokens` and `end-token`: tokens with which machines ask in the name of a person. */
export const addApiTokenVerbs = (program: Command): void => {
  addMaking(program)
  addListing(program)
  addEnding(program)
}

interface Making extends AskingOptions {
  readonly name: string
  readonly scope: readonly string[]
  readonly days: number
  readonly programme: string
}

const addMaking = (program: Command): void => {
  verb(program, {
    usage: 'make-token <person>',
    says: 'Make a token with which a machine asks in the name of a person; it is shown this once.',
    examples: ['make-token p-au-1 --name dashboard --scope read --days 90 --as p-ad-1'],
  })
    .requiredOption('--name <name>', 'what it is called, to know it again')
    .addOption(new Option('--scope <scopes...>', 'what it may do').choices(machineScopes).makeOptionMandatory())
    .requiredOption('--days <days>', 'for how many days it is good', wholeNumber(366))
    .option('--programme <id>', 'the programme', 'gasme')
    .addOption(asOption())
    .action(async (person: string, { name, scope, days, programme, ...wanted }: Making) => {
      const path = `/programmes/${encodeURIComponent(programme)}/people/${encodeURIComponent(person)}/api-tokens`
      const body = { name, scopes: scope, days }
      const said = await askAs(wanted).post(path, { schema: MadeApiTokenResponse, body })
      print(said, {
        json: wanted.json === true,
        text: () =>
          told({
            en: `${said.token}\nGood until ${when(said.endsAt)}. It is not shown again.`,
            'zh-CN': `${said.token}\n有效至：${when(said.endsAt)}。此令牌不再显示。`,
          }),
      })
    })
}

interface Listing extends AskingOptions {
  readonly programme?: string
}

const addListing = (program: Command): void => {
  verb(program, {
    usage: 'tokens',
    says: 'The tokens of machines in your name; with --programme, for who keeps its people, all of a programme.',
    examples: ['tokens --as p-au-1', 'tokens --programme gasme --as p-ad-1'],
  })
    .option('--programme <id>', 'all of this programme')
    .addOption(asOption())
    .action(async (wanted: Listing) => {
      const { programme } = wanted
      const path = programme === undefined ? '/api-tokens' : `/programmes/${encodeURIComponent(programme)}/api-tokens`
      const said = await askAs(wanted).get(path, ApiTokensResponse)
      const none = () => told({ en: 'There is none.', 'zh-CN': '没有令牌。' })
      print(said, { json: wanted.json === true, text: () => said.items.map(lineOf).join('\n') || none() })
    })
}

const lineOf = ({ id, name, person, scopes, endsAt, usedAt, revokedAt }: z.infer<typeof ApiTokenResponse>): string =>
  [
    told({
      en: `${id}  ${name} of ${person} (${scopes.join(', ')})`,
      'zh-CN': `${id}  ${name}，以 ${person} 名义（${scopes.join('、')}）`,
    }),
    revokedAt === null
      ? told({ en: `until ${when(endsAt)}`, 'zh-CN': `有效至：${when(endsAt)}` })
      : told({ en: `ended ${when(revokedAt)}`, 'zh-CN': `已终止：${when(revokedAt)}` }),
    usedAt === null
      ? told({ en: 'never used', 'zh-CN': '从未使用' })
      : told({ en: `used ${when(usedAt)}`, 'zh-CN': `最近使用：${when(usedAt)}` }),
  ].join(told({ en: ', ', 'zh-CN': '，' }))

const addEnding = (program: Command): void => {
  verb(program, {
    usage: 'end-token <token>',
    says: 'End a token of a machine, by its id: one in your name, or for who keeps the people any of the programme.',
    examples: ['end-token 6f1c2f0e-5c8e-4b0e-9d53-6f3a6d2a7b10 --as p-ad-1'],
  })
    .addOption(asOption())
    .action(async (token: string, wanted: AskingOptions) => {
      const path = `/api-tokens/${encodeURIComponent(token)}/revocations`
      const said = await askAs(wanted).post(path, { schema: ApiTokenResponse, body: {} })
      const text = () => told({ en: `The token ${said.name} is ended.`, 'zh-CN': `令牌 ${said.name} 已终止。` })
      print(said, { json: wanted.json === true, text })
    })
}
