import type { FastifyRequest } from 'fastify'
import type { BaseCommand } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import { baseWorkflowId, programmeOfBase, type BaseId } from '../../domain/ids.js'
import { saveText } from '../../db/writes/texts.js'
import type { StepId } from '../../domain/values/step-key.js'
import type { TextReference } from '../../domain/values/text-reference.js'
import type { KeptTexts } from '../contract/commands/entry.js'
import { fillingOf, type HandedIn } from '../forms/filling.js'
import { isAboutText, textOf } from '../text/handing.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'
import { programmePlace } from '../programme-place.js'
import type { HttpAnswer } from './answer.js'
import { askOf, type WriteRequest } from './ask.js'
import { unseenStep } from './refusal-seen.js'
import { submit } from './submit.js'
import { defined } from '../../domain/values/defined.js'

interface ToBase {
  readonly request: FastifyRequest
  /** Under which name it is sent; left out: the one its sender chose for the request. */
  readonly ask?: WriteRequest
  readonly base: BaseId
  /** The person's own words, if any. They are kept in PostgreSQL before the command is noted. */
  readonly reason?: string | undefined
  readonly number?: string | undefined
  /** What was filled in with a decision, if anything: it is checked and kept like the words. */
  readonly filled?: Omit<HandedIn, 'base' | 'person'> | undefined
  /** The step it names, if any: one that is not there for its sender is said to be none. */
  readonly step?: StepId | undefined
  /** The decision it is, where that may hand over something of a text. */
  readonly deciding?: { readonly step: string; readonly option: string } | undefined
  /** Through which door it came; left out: this one. */
  readonly channel?: Actor['channel'] | undefined
  readonly command: (kept: KeptTexts) => BaseCommand
}

/** Sends a person's command to the workflow of a base. Throws the problem that there is no such base. */
export const toBase = async (parts: ApiParts, asked: ToBase): Promise<HttpAnswer> => {
  const { request, base, reason, number, filled, deciding, channel = 'api', command, ask = askOf(request) } = asked
  const programme = programmeOfBase(base)
  const { namespace } = await programmePlace(parts, programme).catch((error: unknown) => {
    throw error instanceof Error && error.message === 'not_found' ? notFound(`base ${base}`) : error
  })
  const handing = deciding !== undefined && isAboutText(deciding.step) ? { ...deciding, base } : undefined
  const packedWith = (kept: KeptTexts): Parcel => {
    const packed = command(kept)
    return { namespace, workflow: baseWorkflowId(base), update: packed.type, command: packed }
  }
  const unseen = await unseenStep(parts, { person: ask.person, base, step: asked.step ?? deciding?.step })
  return await submit(parts, {
    ask,
    stream: base,
    programme,
    channel,
    ...defined({
      packed: [reason, number, filled, handing, unseen].every((kept) => kept === undefined)
        ? packedWith({})
        : undefined,
    }),
    pack: async () => {
      if (unseen !== undefined) return unseen
      const filling = filled && (await fillingOf(parts, { ...filled, base, person: ask.person }))
      if (filling !== undefined && 'code' in filling) return filling
      const text = handing && (await textOf(parts, handing))
      if (text !== undefined && 'code' in text) return text
      const own = { stream: base, author: ask.person }
      const reasoned = await keepText(parts, { ...own, body: reason })
      const numbered = await keepText(parts, { ...own, body: number })
      const content = await keepText(parts, { ...own, body: filling?.body })
      if (reasoned === 'erased' || numbered === 'erased' || content === 'erased')
        return { code: 'person_erased', detail: { person: ask.person } }
      const form = filling && content && { ...filling.filled, content }
      return packedWith(defined({ reason: reasoned, number: numbered, form, text }))
    },
  })
}

/** Keeps words where there are any; nothing more is kept of an author who was erased. */
const keepText = async (
  { db, clock }: ApiParts,
  { stream, author, body }: { stream: string; author: string; body: string | undefined },
): Promise<TextReference | 'erased' | undefined> => {
  if (body === undefined) return undefined
  return (await saveText(db, { stream, author, body, at: clock().toISOString() })) ?? 'erased'
}
