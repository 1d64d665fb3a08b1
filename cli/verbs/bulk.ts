import type { Command } from 'commander'
import type { z } from 'zod'
import { BulkResponse } from '../../api/contract/bulk.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

/** Adds `remind` and `hand-over`: the same act on many steps, which only looks unless it is told to do it. */
export const addBulkVerbs = (program: Command): void => {
  addRemind(program)
  addHandOver(program)
}

interface Bulk extends AskingOptions {
  readonly programme: string
  readonly reason: string
  readonly do?: true
}

const bulk = (command: Command): Command =>
  command
    .requiredOption('--reason <text>', 'why; it is kept on record')
    .option('--programme <id>', 'the programme', 'gasme')
    .option('--do', 'do it; left out: only count and list what would become of each')
    .addOption(asOption())

const addRemind = (program: Command): void => {
  bulk(
    verb(program, {
      usage: 'remind <steps...>',
      says: 'Send the letters of late steps once more to who has yet to act; nobody is written to twice within a day.',
      examples: ['remind gasme-C09-yueqing-1/1.4a.1 --reason "the session is on Monday" --do --as p-pm-1'],
    }),
  ).action(async (steps: readonly string[], { reason, ...wanted }: Bulk) => {
    await tell(wanted, { path: 'reminders', body: { steps: steps.map(stepNamed), reason } })
  })
}

interface HandingOver extends Bulk {
  readonly code: string
}

const addHandOver = (program: Command): void => {
  bulk(
    verb(program, {
      usage: 'hand-over <from> <to>',
      says: 'Give the open steps that were given to somebody who leaves to another holder of the same role, as a director.',
      examples: ['hand-over p-so-1 p-so-2 --code LAT --reason "left the office" --do --as p-pd-1'],
    }),
  )
    .requiredOption('--code <code>', 'the reason code')
    .action(async (from: string, to: string, { reason, code, ...wanted }: HandingOver) => {
      const path = 'reassignments'
      const body = { from, to, code, reason }
      if (wanted.do !== true) return await tell(wanted, { path, body })
      // What is given is what was looked at: a step that is given to somebody meanwhile is not among it.
      const { do: _, ...looking } = wanted
      const looked = await ask(looking, { path, body })
      if (looked.rows.length === 0) return show(looked, wanted)
      const steps = looked.rows.map(({ base, step }) => ({ base, step }))
      const said = await ask(wanted, { path, body: { ...body, steps } })
      show({ ...said, more: looked.more }, wanted)
    })
}

/** A step as it is typed: its base, a stroke, its id. */
const stepNamed = (typed: string): { readonly base: string; readonly step: string } => {
  const [base = '', step = '', more] = typed.split('/')
  if (base !== '' && step !== '' && more === undefined) return { base, step }
  throw new CliFailure(
    threePart({
      got: { en: `"${typed}" names no step`, 'zh-CN': `“${typed}”不是步骤` },
      allowed: { en: 'a base and a step with a stroke between', 'zh-CN': '基地与步骤，以斜线分隔' },
      todo: { en: 'such as gasme-C09-yueqing-1/1.4a.1', 'zh-CN': '例如 gasme-C09-yueqing-1/1.4a.1' },
    }),
    exits.usage,
  )
}

interface Asking {
  readonly path: string
  readonly body: object
}

const tell = async (wanted: Omit<Bulk, 'reason'>, asking: Asking): Promise<void> =>
  show(await ask(wanted, asking), wanted)

type Said = z.infer<typeof BulkResponse>

const ask = async ({ programme, do: does, ...wanted }: Omit<Bulk, 'reason'>, { path, body }: Asking): Promise<Said> => {
  const url = `/programmes/${encodeURIComponent(programme)}/${path}${does === true ? '' : '/previews'}`
  return await askAs(wanted).post(url, { schema: BulkResponse, body })
}

const show = (said: Said, wanted: Omit<Bulk, 'reason'>): void =>
  print(said, { json: wanted.json === true, text: () => inLines(said, wanted.do === true) })

const inLines = ({ does, leaves, more, rows }: Said, isDone: boolean): string =>
  [
    ...rows.map(({ base, step, result, says }) => `${result.padEnd(5)}  ${base}/${step}  ${says}`),
    told({
      en: `${isDone ? 'Done' : 'Would be done'}: ${does}; left as it is: ${leaves}.`,
      'zh-CN': `${isDone ? '已办理' : '将办理'}${does}项；不予办理${leaves}项。`,
    }),
    ...(more === 0
      ? []
      : [
          told({ en: `There are ${more} more: ask once more for them.`, 'zh-CN': `另有${more}项未列入，请再次提交。` }),
        ]),
    ...(isDone ? [] : [told({ en: 'Nothing was done. Add --do to do it.', 'zh-CN': '尚未办理；加 --do 后办理。' })]),
  ].join('\n')
