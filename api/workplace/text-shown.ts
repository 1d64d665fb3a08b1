import type { TextShown } from '../../web/page/text.js'
import { mustSeeBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { itemsView, textDifference, textView } from '../text/text-view.js'
import { textPlaceOf } from '../text/text-of-base.js'

interface Asked {
  readonly person: string
  readonly base: string
  /** Left out: the version that stands. */
  readonly version?: number | undefined
}

/** The text of a base for its page: what its JSON routes say to the same person, put together. */
export const textShown = async (parts: ApiParts, { person, base, version }: Asked): Promise<TextShown> => {
  const sight = await mustSeeBase(parts, { person, base })
  const [text, items, cleared] = await Promise.all([
    textView(parts, { base, version, sight }),
    itemsView(parts, { base, sight }),
    clearedBy(parts, { person, base }),
  ])
  const before = text.versions.filter(({ no, counts }) => no < text.no && counts)
  const own = before.findLast(({ no }) => cleared.includes(no))
  const earlier = own ?? before.at(-1)
  return {
    base,
    text,
    against: earlier && {
      called: earlier.called,
      isCleared: own !== undefined,
      difference: await textDifference(parts, { base, from: earlier.no, to: text.no, sight }),
    },
    items: items.filter(({ kind, state }) => kind !== 'comment' && ['draft', 'open', 'proposed'].includes(state)),
  }
}

/** The versions that somebody has cleared, by their numbers. */
const clearedBy = async (
  parts: ApiParts,
  { person, base }: Pick<Asked, 'person' | 'base'>,
): Promise<readonly number[]> => {
  const place = await textPlaceOf(parts, base)
  if (place === undefined) return []
  return Object.values(place.state.stage?.steps ?? {}).flatMap(({ key, acts, outcome }) => {
    const clears = place.procedure.steps[key]?.text?.clears?.with ?? []
    if (outcome === undefined || !clears.includes(outcome.option)) return []
    return acts.flatMap((act) => (act.person === person && act.text !== undefined ? [act.text] : []))
  })
}
