import type { Command } from 'commander'
import { DraftResponse } from '../../api/contract/draft.js'
import type { FormAnswers } from '../../domain/form/form.js'
import type { Connection } from '../connection.js'
import { filledFrom } from '../forms/filled-from.js'
import { draftIs, formIn, type ShownForm } from '../forms/shown-form.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { ofStep } from './accepted.js'
import { shownForm } from './form.js'
import { actor, asOption, overTheLine, verb, type AskingOptions } from './verb.js'

interface Drafting extends AskingOptions {
  readonly file?: readonly string[]
  readonly drop?: true
}

/** Adds `draft`: what is typed into a form and not handed in, kept for whoever may hand it in. */
export const addDraft = (program: Command): void => {
  verb(program, {
    usage: 'draft <base> <step>',
    says: 'Show the draft of a form, keep what a file brings in it, or take it away. `decide --ask` keeps and takes up the same.',
    examples: [
      'draft gasme-C09-yueqing-1 1.4a --as p-so-1',
      'draft gasme-C09-yueqing-1 1.4a --file answers.json --as p-so-1',
      'draft gasme-C09-yueqing-1 1.4a --drop --as p-so-1',
    ],
  })
    .option('--file <file...>', 'keep these answers: JSON, or CSV with the rows of one table')
    .option('--drop', 'take the draft away')
    .addOption(asOption())
    .action(async (base: string, step: string, wanted: Drafting) => {
      const { draft, fields } = await overTheLine({}, (connection) => drafted(connection, { base, step, wanted }))
      const text = () => (draft === null ? told(noDraft) : draftText(draft, fields))
      print(draft ?? {}, { json: wanted.json, text })
    })
}

type Draft = NonNullable<ShownForm['draft']>

const drafted = async (
  connection: Connection,
  { base, step, wanted }: { base: string; step: string; wanted: Drafting },
): Promise<{ readonly draft: Draft | null; readonly fields: ShownForm['fields'] }> => {
  const shown = await shownForm(connection, { base, step, wanted })
  const { draft, fields } = shown
  if (wanted.drop === true && draft !== null) {
    const path = `${ofStep(base, { step: shown.step, rest: 'draft' })}?version=${draft.version}`
    await connection.client.remove(path, actor(wanted, connection))
    return { draft: null, fields }
  }
  if (wanted.file === undefined) return { draft, fields }
  const keep = keepingDraft(connection, { base, step: shown.step, wanted, shown })
  return { draft: await keep(await filledFrom(formIn(shown), wanted.file)), fields }
}

/**
 * Keeps answers in the draft of a step, over what stands there, each time on the version that came of the last: whoever typed
 * meanwhile for the same side is not written over.
 */
export const keepingDraft = (
  connection: Connection,
  { base, step, wanted, shown }: { base: string; step: string; wanted: AskingOptions; shown: ShownForm },
) => {
  let version = shown.draft?.version ?? 0
  return async (typed: FormAnswers): Promise<Draft> => {
    const kept = await connection.client.put(ofStep(base, { step, rest: 'draft' }), {
      ...actor(wanted, connection),
      schema: DraftResponse,
      body: { version, answers: { ...shown.draft?.answers, ...typed } },
    })
    version = kept.version
    return kept
  }
}

/** Each answer under its code, by which a file names it, and its label, by which a person does. */
const draftText = (draft: Draft, fields: ShownForm['fields']): string =>
  [
    told(draftIs(draft)),
    ...Object.entries(draft.answers).map(([code, answer]) => {
      const label = fields.find((field) => field.code === code)?.label
      return [code, ...(label === undefined ? [] : [told(label)]), JSON.stringify(answer)].join('  ')
    }),
  ].join('\n')

const noDraft = { en: 'There is no draft.', 'zh-CN': '没有草稿。' }
