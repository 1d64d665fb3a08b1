import type { BaseId, PersonId } from '../../domain/ids.js'
import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../domain/locale.js'
import type { StepFilling } from '../../web/act/model.js'
import { settingOf } from '../commands/ask.js'
import type { ApiParts } from '../parts.js'
import { problemBody, ProblemError } from '../problems.js'
import { typeDraft } from './drafts.js'

interface Typed {
  readonly request: FastifyRequest
  readonly of: { readonly person: PersonId; readonly base: BaseId; readonly step: string }
  readonly locale: Locale
  readonly filling: Pick<StepFilling, 'draft' | 'answers'>
}

/** Keeps what was typed into a page over the version it was typed over; says why not, in the words of the one catalogue. */
export const keepTyped = async (
  parts: ApiParts,
  { request, of: { person, base, step }, locale, filling }: Typed,
): Promise<{ readonly version: number } | { readonly no: NonNullable<StepFilling['no']> }> => {
  try {
    return await typeDraft(parts, { person, base, step, version: filling.draft, answers: filling.answers })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { detail: says, next } = problemBody(error.no, { ...settingOf(request), locale })
    return { no: { says, next } }
  }
}
