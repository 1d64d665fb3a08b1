import type { ProgrammeId } from '../../../domain/ids.js'
import { z } from 'zod'
import type { BaseCommand, ProgrammeCommand } from '../../../domain/command.js'
import { reasonCodes } from '../../../domain/reason-code.js'
import type { BroughtText } from '../../../domain/commands/negotiation.js'
import type { FilledForm } from '../../../domain/form/filled-form.js'
import type { TextReference } from '../../../domain/values/text-reference.js'
import { reasonCode, words } from '../scalars.js'

/** A command of a person as the edge knows it: its route, its operation in the document and its verb follow from this. */
export interface CommandEntry<P extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType> {
  /** Where it is sent with POST. */
  readonly path: string
  readonly params: P
  /** What is sent. Its `reason`, `text` and `number` are words of a person: they are kept, and travel as references. */
  readonly body: B
  readonly tag: string
  readonly summary: string
  /** Through which door it came; left out: this one. */
  readonly channel?: 'paper'
  /** Left out: nobody sends it from the keyboard, or a verb of its own does. */
  readonly verb?: VerbWords
}

/** What a verb says. Its arguments and options fill the path and then, under their own names, the body. */
export interface VerbWords {
  /** The first argument is whatever the path names by `:id`. */
  readonly usage: string
  readonly says: string
  readonly examples: readonly string[]
  /** The options without which it is used wrongly; its help names them first. */
  readonly needs?: readonly VerbOption[]
  readonly options?: readonly VerbOption[]
  /** Where the body is not what was typed as it stands. */
  readonly body?: (typed: Readonly<Record<string, unknown>>) => object
}

/** An option of a verb: how it is typed, what it says, and what it takes where that is no text. */
export type VerbOption = readonly [
  flags: string,
  says: string,
  takes?: {
    readonly choices?: readonly string[]
    readonly reads?: 'number' | 'moment' | 'date'
    readonly usually?: string
  },
]

/** How a second person types which entry was read; where what waits is listed, its entry stands with it. */
export const seqOption: VerbOption = [
  '--seq <number>',
  'the entry of the record that you read and confirm, as the list or step shows it that says what waits',
  { reads: 'number' },
]

/** What may travel of a free text: its id and salted hash; nothing for no text. */
export interface KeptTexts {
  readonly reason?: TextReference
  /** Of a document that came on paper: the number it bears. */
  readonly number?: TextReference
  /** What was filled in, where the step has a form. */
  readonly form?: FilledForm
  /** What is handed over of the text that is negotiated. */
  readonly text?: BroughtText
}

/** A request as it came, before anything says what is in it. */
interface Came {
  readonly params: unknown
  readonly body: unknown
}
/** What came, as the entry reads it. */
export interface Read<P extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>
  readonly body: z.output<B>
}

/** Reads what came for an entry, which its route has found to fit: reading twice must give the same. */
export const readBy = <P extends z.ZodType, B extends z.ZodType>(
  { params, body }: Pick<CommandEntry<P, B>, 'params' | 'body'>,
  came: Came,
): Read<P, B> => ({ params: params.parse(came.params), body: body.parse(came.body) })

/** A command on a base that follows from path and body alone. */
export interface BaseEntry extends CommandEntry<z.ZodType<{ readonly id: string }>> {
  readonly command: (came: Came & { readonly kept: KeptTexts }) => BaseCommand
}
/** An entry with how path, body and kept texts become the command on a base. */
export const onBase = <P extends z.ZodType<{ readonly id: string }>, B extends z.ZodType>(
  entry: CommandEntry<P, B>,
  command: (read: Read<P, B> & { readonly kept: KeptTexts }) => BaseCommand,
): BaseEntry => ({ ...entry, command: ({ kept, ...came }) => command({ ...readBy(entry, came), kept }) })

/** A command on a programme that follows from path and body alone. */
export interface ProgrammeEntry extends CommandEntry<z.ZodType<{ readonly programme: ProgrammeId }>> {
  readonly command: (came: Came) => ProgrammeCommand
}
/** An entry with how path and body become the command on a programme. */
export const onProgramme = <P extends z.ZodType<{ readonly programme: ProgrammeId }>, B extends z.ZodType>(
  entry: CommandEntry<P, B>,
  command: (read: Read<P, B>) => ProgrammeCommand,
): ProgrammeEntry => ({ ...entry, command: (came) => command(readBy(entry, came)) })

/** An example with its twin that prints JSON. */
export const alsoAsJson = (example: string): readonly string[] => [example, `${example} --json`]

/** The option for a reason code of the procedure. */
export const codeOption: VerbOption = ['--code <code>', 'reason code, where one is needed', { choices: reasonCodes }]
/** The option for a person's own words. */
export const wordsOption: VerbOption = ['--reason <text>', 'the reason in words']

/** The same where the act asks for them (8.14): a verb names it with what it needs. */
export const wordsNeeded: VerbOption = ['--reason <text>', 'the reason in words, which this act always asks for']

/** What is sent of a command that wants a reason code and words (8.14). */
export const reasoned = z.strictObject({ code: reasonCode, reason: words })
