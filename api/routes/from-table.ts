import type { ProgrammeId } from '../../domain/ids.js'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { BaseCommand, ProgrammeCommand } from '../../domain/command.js'
import { give, type HttpAnswer } from '../commands/answer.js'
import { askOf, type WriteRequest } from '../commands/ask.js'
import { toBase } from '../commands/to-base.js'
import { toProgramme } from '../commands/to-programme.js'
import { AcceptedResponse, WriteHeaders } from '../contract/answer.js'
import {
  readBy,
  type BaseEntry,
  type CommandEntry,
  type KeptTexts,
  type ProgrammeEntry,
  type Read,
} from '../contract/commands/entry.js'
import { defined } from '../../domain/values/defined.js'
import type { ApiApp, ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { commandResponses } from './responses.js'

type OfBase = z.ZodType<{ readonly id: string }>
type OfProgramme = z.ZodType<{ readonly programme: ProgrammeId }>
type Entries<E> = Readonly<Record<string, E>>

/**
 * Gives commands of the table their routes, and so their operations in the document: a group of those that follow from path
 * and body alone, or one for which something is looked up first.
 */
export const tableOf = (app: ApiApp, parts: ApiParts) => {
  const route = (entry: CommandEntry, answer: (request: FastifyRequest) => Promise<HttpAnswer>): void => {
    app.post(entry.path, { schema: operationOf(entry) }, async (request, reply) => give(reply, await answer(request)))
  }
  /** Looks up or refuses before the command is noted, then says how it is packed once its texts are kept. */
  const forBase = <P extends OfBase, B extends z.ZodType>(
    entry: CommandEntry<P, B>,
    look: (read: Read<P, B>, sender: string) => Promise<(kept: KeptTexts) => BaseCommand>,
  ): void =>
    route(entry, async (request) => {
      const read = readBy(entry, request)
      const { channel } = entry
      const command = await look(read, request.person)
      const asked = { request, base: read.params.id, ...wordsIn(read.body), ...decidedIn(read), ...stepIn(read) }
      return await toBase(parts, { ...asked, channel, command })
    })
  /** Looks up and packs, or says no; not asked again of a command that is known. */
  const forProgramme = <P extends OfProgramme, B extends z.ZodType>(
    entry: CommandEntry<P, B>,
    look: (read: Read<P, B> & { readonly ask: WriteRequest }) => Promise<ProgrammeCommand | No>,
  ): void =>
    route(entry, async (request) => {
      const ask = askOf(request)
      const read = readBy(entry, request)
      return await toProgramme(parts, { ask, programme: read.params.programme, command: () => look({ ...read, ask }) })
    })
  const allForBase = (entries: Entries<BaseEntry>): void => {
    for (const entry of Object.values(entries))
      forBase(entry, async (read) => (kept) => entry.command({ ...read, kept }))
  }
  const allForProgramme = (entries: Entries<ProgrammeEntry>): void => {
    for (const entry of Object.values(entries)) forProgramme(entry, async (read) => entry.command(read))
  }
  return { route, forBase, forProgramme, allForBase, allForProgramme }
}

const operationOf = ({ params, body, tag, summary }: CommandEntry) => ({
  headers: WriteHeaders,
  response: commandResponses(AcceptedResponse),
  tags: [tag],
  params,
  summary,
  body,
})

/** Of a decision on a step, which it is and what was filled in with it. */
const decidedIn = ({ params, body }: { readonly params: unknown; readonly body: unknown }) => {
  const { step } = StepOf.parse(params)
  const { option, form } = FormOf.parse(body)
  if (step === undefined || option === undefined) return {}
  const filled = form === undefined ? undefined : { step, option, answers: form }
  return { deciding: { step, option }, ...defined({ filled }) }
}

/** Which step a command names, in its address or its body. */
const stepIn = ({ params, body }: { readonly params: unknown; readonly body: unknown }) => {
  const { step = StepOf.safeParse(body).data?.step } = StepOf.parse(params)
  return { step }
}

const StepOf = z.object({ step: z.string() }).partial()
const FormOf = z.object({ option: z.string(), form: z.record(z.string(), z.unknown()) }).partial()

const Words = z.object({ text: z.string(), reason: z.string(), number: z.string() }).partial()

const wordsIn = (body: unknown) => {
  const { text, reason = text, number } = Words.parse(body)
  return { reason, number }
}
