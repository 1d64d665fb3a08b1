import type { BaseId, PersonId } from '../../domain/ids.js'
import type { FromPage } from '../../domain/form/posted.js'
import type { TextDrafting, TextForms, TextPaper, TextShown } from '../../web/page/text-model.js'
import { languageNames } from '../../domain/form/kinds/text.js'
import { everyPage } from '../every-page.js'
import { papersSeen } from '../views/base-seen.js'
import type { ApiParts } from '../parts.js'
import { draftingShown } from '../text/drafting-shown.js'
import { textLookedAt, type TextLookedAt } from '../text/text-of-base.js'
import { itemsView, textDifference, textView } from '../text/text-view.js'

interface Asked {
  readonly person: PersonId
  readonly base: BaseId
  /** Left out: the version that stands. */
  readonly version?: number | undefined
}

/** The text of a base for its page: what its JSON routes say to the same person, put together. */
export const textShown = async (parts: ApiParts, { person, base, version }: Asked): Promise<TextShown> =>
  textShownAt(parts, { at: await textLookedAt(parts, { person, base }), person, version })

/** The text that stands, for a step that is about it, with what somebody drafts there; undefined: he or she drafts nothing. */
export const textOnStep = async (
  parts: ApiParts,
  { person, base, step }: Asked & { readonly step: string },
): Promise<{ readonly shown: TextShown; readonly drafting: TextDrafting | undefined }> => {
  const at = await textLookedAt(parts, { person, base })
  const shown = await textShownAt(parts, { at, person })
  return { shown, drafting: await draftingShown(parts, { person, base, step, at, items: shown.items }) }
}

const textShownAt = async (
  parts: ApiParts,
  { at, person, version }: Omit<Asked, 'base'> & { readonly at: TextLookedAt },
): Promise<TextShown> => {
  const [text, items] = await Promise.all([textView(parts, { ...at, version }), itemsView(parts, at)])
  const before = text.versions.filter(({ no, counts }) => no < text.no && counts)
  const cleared = clearedBy(at, person)
  const own = before.findLast(({ no }) => cleared.includes(no))
  const earlier = own ?? before.at(-1)
  return {
    base: at.base,
    zone: at.place?.base.zone ?? undefined,
    text,
    against: earlier && {
      no: earlier.no,
      called: earlier.called,
      isCleared: own !== undefined,
      difference: await textDifference(parts, { ...at, from: earlier.no, to: text.no }),
    },
    items: items.filter(({ state }) => unsettled.includes(state)),
  }
}

const unsettled: readonly string[] = ['draft', 'open', 'proposed', 'parked']

/** The versions that somebody has cleared, by their numbers. */
const clearedBy = ({ place }: TextLookedAt, person: PersonId): readonly number[] =>
  Object.values(place?.state.stage?.steps ?? {}).flatMap(({ key, acts, outcome }) => {
    const clears = place?.procedure.steps[key]?.text?.clears?.with ?? []
    if (outcome === undefined || !clears.includes(outcome.option)) return []
    return acts.flatMap((act) => (act.person === person && act.text !== undefined ? [act.text] : []))
  })

/** The papers of the newest order of the text that count, as far as they are for these eyes: one in each language. */
export const textPapers = async (
  parts: ApiParts,
  { person, base }: Pick<Asked, 'person' | 'base'>,
): Promise<readonly TextPaper[]> => {
  const papers = await everyPage((query) => papersSeen(parts, { person, base, query }))
  const texts = papers.filter(({ kind, voided }) => kind === 'mou_text' && !voided)
  const newest = texts.toSorted((one, other) => one.madeSeq - other.madeSeq).at(-1)
  return texts
    .filter(({ order }) => order === newest?.order)
    .map(({ sha256, language }) => ({ sha256, language: languageNames[language] }))
}

/** Forms in which nothing was typed yet. */
export const nothingTyped: Pick<TextForms, 'typed' | 'no' | 'isKept'> = {
  typed: () => [],
  no: undefined,
  isKept: false,
}

/** The section that was chosen on a page, or whose form was sent. */
export const openOn = (posted: FromPage): string | undefined =>
  [posted('clause')[0], posted('about')[0], posted('open')[0]].find((one) => one !== undefined && one !== '')
