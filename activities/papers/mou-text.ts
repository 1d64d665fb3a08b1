import type { PaperFacts } from '../../documents/paper.js'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import type { TextContent } from '../../domain/negotiation/content.js'
import { contentOfSet, editsBetween } from '../../domain/negotiation/of-model.js'
import { applyModel } from '../../domain/text/apply-model.js'
import type { MemorandumText } from '../../domain/text/text.js'
import { mouValues } from './mou-values.js'
import { ofType, type StorySoFar } from './story-so-far.js'

/** What a first draft begins with: the model as it reads for this base. */
export const startingContent = (story: StorySoFar): TextContent =>
  contentOfSet(applyModel(memorandumModel, modelText(story)))

/**
 * The text that is approved in 3.9 and signed in 3.11, on exactly its hashes: it is final when it is made, so no page
 * calls it a draft. Its version counts the translations (3.8).
 */
export const mouText = (story: StorySoFar): PaperFacts['mou_text'] => ({
  text: textOf(story),
  version: ofType(story.events, 'step_closed').filter(({ key, how }) => key === '3.8a' && how !== 'stopped').length,
  locked: true,
})

/** The text that both sides have made, as edits of what a draft begins with; the model's own where nobody handed one over. */
const textOf = (story: StorySoFar): MemorandumText => {
  const text = modelText(story)
  return story.agreed === undefined ? text : { ...text, edits: editsBetween(startingContent(story), story.agreed) }
}

/** The model as it reads for this base: the languages and riders of its place, the first variant of each group. */
const modelText = (story: StorySoFar): MemorandumText => {
  const model = memorandumModel
  const country = ofType(story.events, 'base_nominated').at(-1)?.cluster.country
  const place =
    model.places.find(({ countries }) => country !== undefined && countries.includes(country)) ??
    model.places.find(({ countries }) => countries.length === 0)
  const wanted = place?.languages ?? []
  const authentic = wanted.filter((language) => language in model.languages)
  return {
    model: { id: model.id, version: model.version },
    languages: { authentic, reading: [], working: place?.working[0] ?? 'en' },
    choices: { variants: {}, options: [], riders: place?.riders ?? [] },
    values: mouValues(story, { authentic }),
    edits: [],
  }
}
