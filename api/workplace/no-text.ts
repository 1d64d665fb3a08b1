import type { BaseId, PersonId } from '../../domain/ids.js'
import type { NoText } from '../../web/work/text.js'
import { seenBase } from '../auth/seen-base.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { readPinned } from '../views/pinned-procedure.js'
import { whyView } from '../views/why-view.js'
import { titlesOf } from '../wording.js'

/** What was read, or undefined where nobody can read a text of that base yet. */
export const orNoText = <T>(text: Promise<T>): Promise<T | undefined> =>
  text.catch((error: unknown) => {
    if (error instanceof ProblemError && error.no.code === 'text_not_yet') return undefined
    throw error
  })

/** From where the text of a base comes, and what the base waits for before. */
export const noTextShown = async (
  parts: ApiParts,
  asked: { readonly person: PersonId; readonly base: BaseId },
): Promise<NoText> => {
  const { found, sight } = await seenBase(parts, asked)
  const [{ steps }, why] = await Promise.all([readPinned(parts, found), whyView(parts, { base: found, sight })])
  const first = Object.values(steps).find(({ text }) => text?.hands?.must === true)
  return {
    from: first === undefined || found.closedAt !== null ? undefined : titlesOf(first.key),
    waits: why.slice(0, 3).map(({ sentence }) => sentence),
  }
}
