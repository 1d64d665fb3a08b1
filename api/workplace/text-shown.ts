import type { TextShown } from '../../web/page/text.js'
import type { ApiParts } from '../parts.js'
import { textLookedAt, type LookedAt } from '../text/text-of-base.js'
import { itemsView, textDifference, textView } from '../text/text-view.js'

interface Asked {
  readonly person: string
  readonly base: string
  /** Left out: the version that stands. */
  readonly version?: number | undefined
}

/** The text of a base for its page: what its JSON routes say to the same person, put together. */
export const textShown = async (parts: ApiParts, { person, base, version }: Asked): Promise<TextShown> =>
  textShownAt(parts, { at: await textLookedAt(parts, { person, base }), person, version })

/** The same of a text that was looked at already. */
export const textShownAt = async (
  parts: ApiParts,
  { at, person, version }: Omit<Asked, 'base'> & { readonly at: LookedAt },
): Promise<TextShown> => {
  const [text, items] = await Promise.all([textView(parts, { ...at, version }), itemsView(parts, at)])
  const before = text.versions.filter(({ no, counts }) => no < text.no && counts)
  const cleared = clearedBy(at, person)
  const own = before.findLast(({ no }) => cleared.includes(no))
  const earlier = own ?? before.at(-1)
  return {
    base: at.base,
    text,
    against: earlier && {
      called: earlier.called,
      isCleared: own !== undefined,
      difference: await textDifference(parts, { ...at, from: earlier.no, to: text.no }),
    },
    items: items.filter(({ kind, state }) => kind !== 'comment' && ['draft', 'open', 'proposed'].includes(state)),
  }
}

/** The versions that somebody has cleared, by their numbers. */
const clearedBy = ({ place }: LookedAt, person: string): readonly number[] =>
  Object.values(place?.state.stage?.steps ?? {}).flatMap(({ key, acts, outcome }) => {
    const clears = place?.procedure.steps[key]?.text?.clears?.with ?? []
    if (outcome === undefined || !clears.includes(outcome.option)) return []
    return acts.flatMap((act) => (act.person === person && act.text !== undefined ? [act.text] : []))
  })
