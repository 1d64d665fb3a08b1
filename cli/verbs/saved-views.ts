import { randomUUID } from 'node:crypto'
import { Option, type Command } from 'commander'
import type { z } from 'zod'
import { SavedViewResponse, SavedViewsResponse } from '../../api/contract/saved-views.js'
import { roleCodes } from '../../domain/role.js'
import { savedPages, type SavedPage } from '../../domain/values/saved-page.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { actor, askAs, asOption, overTheLine, verb, type AskingOptions } from './verb.js'

/** Adds `views`, `save-view` and `remove-view`: what somebody asks a list for again and again. */
export const addSavedViewVerbs = (program: Command): void => {
  addListing(program)
  addSaving(program)
  addRemoving(program)
}

const addListing = (program: Command): void => {
  verb(program, {
    usage: 'views',
    says: 'Your saved views of lists, and those that are shared with a role of yours.',
    examples: ['views', 'views --as p-pm-1 --json'],
  })
    .addOption(asOption())
    .action(async (wanted: AskingOptions) => {
      const said = await askAs(wanted).get('/saved-views', SavedViewsResponse)
      const none = () => told({ en: 'There is none.', 'zh-CN': '没有常用视图。' })
      print(said, { json: wanted.json === true, text: () => said.items.map(lineOf).join('\n') || none() })
    })
}

const lineOf = ({ id, name, address, isMine, sharedWith }: z.infer<typeof SavedViewResponse>): string =>
  [
    `${id}  ${name}`,
    address,
    ...(isMine ? [] : [told({ en: 'of a colleague', 'zh-CN': '同事共享' })]),
    ...(sharedWith === null
      ? []
      : [
          told({
            en: `shown to ${sharedWith.label.en} of ${sharedWith.programme}`,
            'zh-CN': `共享给项目 ${sharedWith.programme} 的${sharedWith.label['zh-CN']}`,
          }),
        ]),
  ].join(told({ en: ', ', 'zh-CN': '，' }))

interface Saving extends AskingOptions {
  readonly page: SavedPage
  readonly query: string
  readonly share?: string
  readonly programme: string
  readonly id?: string
}

const addSaving = (program: Command): void => {
  verb(program, {
    usage: 'save-view <name>',
    says: 'Save what a list is asked for under a name: yours alone, or shown to one of your roles as well.',
    examples: [
      'save-view "Late in due diligence" --query "stage=due_diligence&late=true"',
      'save-view "Letters that came back" --page letters --query "base=gasme-C09-yueqing-1&state=bounced"',
      'save-view "The ten" --query "slot=held&sort=review" --share PM',
    ],
  })
    .addOption(new Option('--page <page>', 'of which list').choices(savedPages).default('bases'))
    .requiredOption('--query <query>', 'what it is asked for, as it stands in an address')
    .addOption(new Option('--share <role>', 'show it to whoever holds this role too').choices(roleCodes))
    .option('--programme <id>', 'in which programme that role is', 'gasme')
    .option('--id <id>', 'replace the view of this id')
    .addOption(asOption())
    .action(async (name: string, { page, query, share, programme, id = randomUUID(), ...wanted }: Saving) => {
      const sharedWith = share === undefined ? {} : { sharedWith: { programme, role: share } }
      const body = { page, name, asks: Object.fromEntries(new URLSearchParams(query)), ...sharedWith }
      const said = await overTheLine({}, (connection) =>
        connection.client.put(`/saved-views/${encodeURIComponent(id)}`, {
          ...actor(wanted, connection),
          schema: SavedViewResponse,
          body,
        }),
      )
      print(said, { json: wanted.json === true, text: () => lineOf(said) })
    })
}

const addRemoving = (program: Command): void => {
  verb(program, {
    usage: 'remove-view <view>',
    says: 'Remove a saved view of yours, by its id.',
    examples: ['remove-view 6f1c2f0e-5c8e-4b0e-9d53-6f3a6d2a7b10'],
  })
    .addOption(asOption())
    .action(async (view: string, wanted: AskingOptions) => {
      await overTheLine({}, (connection) =>
        connection.client.remove(`/saved-views/${encodeURIComponent(view)}`, actor(wanted, connection)),
      )
      const text = () => told({ en: 'The view is removed.', 'zh-CN': '视图已删除。' })
      print({ removed: view }, { json: wanted.json === true, text })
    })
}
