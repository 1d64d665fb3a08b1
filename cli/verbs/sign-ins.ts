import type { Command } from 'commander'
import { EndedSignInsResponse, SignInsResponse } from '../../api/contract/sign-ins.js'
import { print, when } from '../printing.js'
import { told } from '../tongue.js'
import { actor, askAs, asOption, overTheLine, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Wanted extends AskingOptions {
  readonly end?: string
}

/** Adds `sign-ins` and `end-sign-ins`: where somebody is signed in with a browser, and ending that. */
export const addSignInVerbs = (program: Command): void => {
  verb(program, {
    usage: 'sign-ins',
    says: 'Where you are signed in with a browser; --end ends one of them.',
    examples: ['sign-ins --as p-pm-1', 'sign-ins --end 6f1c2f0e-5c8e-4b0e-9d53-6f3a6d2a7b10 --as p-pm-1'],
  })
    .option('--end <id>', 'the one to end')
    .addOption(asOption())
    .action((wanted: Wanted) => (wanted.end === undefined ? list(wanted) : endOne(wanted, wanted.end)))
  addEnding(program)
}

const list = async (wanted: AskingOptions): Promise<void> => {
  const said = await askAs(wanted).get('/sign-ins', SignInsResponse)
  const text = () =>
    said.items.length === 0
      ? told({ en: 'You are signed in with no browser.', 'zh-CN': '您目前未在任何浏览器上登录。' })
      : said.items
          .map(({ id, agent, seenAt, endsAt }) =>
            told({
              en: `${id}  ${agent}, used ${when(seenAt)}, ends ${when(endsAt)}`,
              'zh-CN': `${id}  ${agent}，最近使用：${when(seenAt)}，有效至：${when(endsAt)}`,
            }),
          )
          .join('\n')
  print(said, { json: wanted.json === true, text })
}

const endOne = async (wanted: AskingOptions, id: string): Promise<void> => {
  await overTheLine({}, (connection) =>
    connection.client.remove(`/sign-ins/${encodeURIComponent(id)}`, actor(wanted, connection)),
  )
  print(
    { ended: id },
    { json: wanted.json === true, text: () => told({ en: 'That sign-in is ended.', 'zh-CN': '该登录已结束。' }) },
  )
}

interface OfPerson extends AskingOptions {
  readonly programme: string
}

const addEnding = (program: Command): void => {
  verb(program, {
    usage: 'end-sign-ins <person>',
    says: 'End the sign-ins of a person on every browser: one of them may be in other hands.',
    examples: ['end-sign-ins p-so-1 --as p-ad-1'],
  })
    .option('--programme <id>', 'the programme', 'gasme')
    .addOption(asOption())
    .action(async (person: string, wanted: OfPerson) => {
      const [programme, whose] = [wanted.programme, person].map(encodeURIComponent)
      const path = `/programmes/${programme}/people/${whose}/sign-ins/endings`
      const said = await askAs(wanted).post(path, { schema: EndedSignInsResponse, body: {} })
      const text = () =>
        told({
          en: `${said.ended} sign-ins of ${said.person} ended.`,
          'zh-CN': `已结束 ${said.person} 的 ${said.ended} 个登录。`,
        })
      print(said, { json: wanted.json === true, text })
    })
}
