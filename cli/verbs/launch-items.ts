import type { Command } from 'commander'
import { LaunchItemsResponse } from '../../api/contract/launch-items.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { ofBase } from './accepted.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

/** Adds the verb that lists what must stand before a launch. */
export const addLaunchItemsVerb = (program: Command): void => {
  verb(program, {
    usage: 'launch-items <base>',
    says: 'List what must and should stand before the launch of a base: whose it is, by when, and how it stands.',
    examples: ['launch-items gasme-C09-yueqing-1 --as p-pm-1'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const { items } = await askAs(wanted).get(ofBase(base, 'launch-items'), LaunchItemsResponse)
      print({ items }, { json: wanted.json, text: () => items.map(lineOf).join('\n') })
    })
}

type Shown = ReturnType<typeof LaunchItemsResponse.parse>['items'][number]

const lineOf = ({ code, label, owners, dueOn, overdue, statusLabel, shownBy }: Shown): string =>
  [
    code,
    told(label),
    told(statusLabel) + (shownBy === undefined ? '' : ` (${shownBy})`),
    `${overdue ? '! ' : ''}${dueOn ?? '–'}`,
    owners.map((owner) => told(owner.label)).join(', '),
  ].join('  ')
