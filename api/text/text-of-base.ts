import type { BaseId, PersonId } from '../../domain/ids.js'
import { startingContent } from '../../activities/papers/mou-text.js'
import { storyNow } from '../../activities/papers/story-so-far.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { readBase } from '../../db/reads/bases.js'
import { readVersion } from '../../db/reads/negotiated-texts.js'
import type { TextContent } from '../../domain/negotiation/content.js'
import { currentVersion } from '../../domain/negotiation/version.js'
import type { Procedure } from '../../domain/procedure.js'
import type { BaseState } from '../../domain/state.js'
import { mustSeeBase, type SightOfBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { readPinned } from '../views/pinned-procedure.js'

type ReadBase = NonNullable<Awaited<ReturnType<typeof readBase>>>

/** A base with its text as far as it has come. */
export interface TextPlace {
  readonly base: ReadBase
  readonly state: BaseState
  readonly procedure: Procedure
}

/** Where the text of a base stands; undefined where there is no such base, or none that a worker vouches for. */
export const textPlaceOf = async (parts: ApiParts, id: string): Promise<TextPlace | undefined> => {
  const base = await readBase(parts.db, { id })
  const state = base === undefined ? undefined : await baseStateOf(parts.db, base)
  return base === undefined || state === undefined
    ? undefined
    : { base, state, procedure: await readPinned(parts, base) }
}

/** The text of a base, and as whom somebody looks at it. */
export interface TextLookedAt {
  readonly base: BaseId
  readonly sight: SightOfBase
  /** Where it stands; undefined where no worker vouches for the base. */
  readonly place: TextPlace | undefined
}

/** The text of a base for whoever asks, read once for all that is shown of it. Whoever does not see the base finds none. */
export const textLookedAt = async (
  parts: ApiParts,
  { person, base }: { readonly person: PersonId; readonly base: BaseId },
): Promise<TextLookedAt> => {
  const sight = await mustSeeBase(parts, { person, base })
  return { base, sight, place: await textPlaceOf(parts, base) }
}

/** The text somebody works on: the version that stands, before the first one what a draft begins with. */
export const standingContent = async (parts: ApiParts, place: TextPlace): Promise<TextContent | undefined> => {
  const current = currentVersion(place.state.negotiation)
  return current === undefined
    ? await firstContent(parts, place)
    : await readVersion(parts.db, { base: place.base.id, hash: current.hash })
}

const firstContent = async ({ db }: ApiParts, { base }: TextPlace): Promise<TextContent | undefined> => {
  const story = await storyNow(db, base.id)
  return story && startingContent(story)
}
