import type { Command } from 'commander'
import { conditions } from '../../api/contract/commands/conditions.js'
import { ConditionsResponse } from '../../api/contract/conditions.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { ofBase } from './accepted.js'
import { addVerbs } from './from-table.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

/** Adds the verbs for conditions: to list them, to show that one is met, to check it. */
export const addConditionVerbs = (program: Command): void => {
  verb(program, {
    usage: 'conditions <base>',
    says: 'List the conditions under which a base goes on: by when, whose they are, and how each stands.',
    examples: ['conditions gasme-C09-yueqing-1 --as p-lc-1', 'conditions gasme-C09-yueqing-1 --as p-lc-1 --json'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const { items } = await askAs(wanted).get(ofBase(base, 'conditions'), ConditionsResponse)
      print({ items }, { json: wanted.json, text: () => items.map(lineOf).join('\n') })
    })
  addVerbs(program, conditions)
}

type Shown = ReturnType<typeof ConditionsResponse.parse>['items'][number]

const lineOf = ({ id, statusLabel, dueLabel, dueBy = dueLabel, ownerLabel, text }: Shown): string =>
  [id, told(statusLabel), told(dueBy), told(ownerLabel), text === null ? '' : told(text)].join('  ')
