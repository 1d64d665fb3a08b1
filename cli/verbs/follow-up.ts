import { Option, type Command } from 'commander'
import { FollowUpResponse } from '../../api/contract/follow-up.js'
import { itemKinds } from '../../domain/follow-up/item-kind.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { ofBase } from './accepted.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

interface Wanted extends AskingOptions {
  readonly kind?: string
}

/** Adds the verb that lists what is followed on a base. */
export const addFollowUpVerb = (program: Command): void => {
  verb(program, {
    usage: 'follow-up <base>',
    says: 'List what is followed on a base until it is settled: findings, conditions, recommendations, measures, risks, activities.',
    examples: [
      'follow-up gasme-C09-yueqing-1 --as p-pm-1',
      'follow-up gasme-C09-yueqing-1 --kind finding --as p-C09-yueqing-lg',
    ],
  })
    .addOption(new Option('--kind <kind>', 'only items of this kind').choices(itemKinds))
    .addOption(asOption())
    .action(async (base: string, wanted: Wanted) => {
      const query = wanted.kind === undefined ? '' : `?kind=${wanted.kind}`
      const { items } = await askAs(wanted).get(`${ofBase(base, 'follow-up')}${query}`, FollowUpResponse)
      print({ items }, { json: wanted.json, text: () => items.map(lineOf).join('\n') })
    })
}

type Shown = ReturnType<typeof FollowUpResponse.parse>['items'][number]

const lineOf = ({ id, kindLabel, statusLabel, words, said }: Shown): string =>
  [
    [id, told(kindLabel), told(statusLabel)].join('  '),
    ...words.map(({ label, says }) => `    ${told(label)}: ${told(says)}`),
    ...said.flatMap((one) => [
      `    ${one.step}  ${told(one.title)}`,
      ...one.words.map(({ label, says }) => `        ${told(label)}: ${told(says)}`),
    ]),
  ].join('\n')
