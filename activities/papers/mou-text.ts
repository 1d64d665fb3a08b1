import { textHashOf } from '../../documents/hash-of-text.js'
import type { PaperFacts } from '../../documents/paper.js'
import { languagesOffered } from '../../domain/gicc/memorandum/choice-forms.js'
import { memorandumModel, modelOf } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import type { TextContent } from '../../domain/negotiation/content.js'
import { contentOfSet } from '../../domain/negotiation/of-model.js'
import { applyModel } from '../../domain/text/apply-model.js'
import type { MemorandumText, SetText } from '../../domain/text/text.js'
import { listed } from '../../domain/form/kinds/kind.js'
import { defined } from '../../domain/values/defined.js'
import { broughtOn, chosen } from './brought.js'
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

/**
 * The text that both sides have made; the model's own where nobody has handed one over. What is set of it must have the hash that was
 * handed over and approved: a paper that says anything else is not made.
 */
export const textOf = (story: StorySoFar): MemorandumText => {
  const begun = modelText(story)
  const { agreed } = story
  if (agreed === undefined) return begun
  const { hash, content: made } = agreed
  const text = { ...begun, model: made.model, made }
  const printed = textHashOf(contentOfSet(applyModel(modelOf(made.model), text)))
  if (printed !== hash)
    throw new Error(
      `The text of ${story.base.id} would be printed as ${printed}, and ${hash} was agreed; no paper is made of it.`,
    )
  return text
}

/** A version with what stands around it as it is known now: what a notice changes is in no version and under no hash. */
export const textAround = (story: StorySoFar, made: TextContent): SetText =>
  applyModel(modelOf(made.model), { ...modelText(story), model: made.model, made })

/** The model as it reads for this base: the languages and riders of its place, and what was chosen with the instrument (3.1a). */
const modelText = (story: StorySoFar): MemorandumText => {
  const model = memorandumModel
  const country = ofType(story.events, 'base_nominated').at(-1)?.cluster.country
  const place =
    model.places.find(({ countries }) => country !== undefined && countries.includes(country)) ??
    model.places.find(({ countries }) => countries.length === 0)
  const brought = broughtOn(story, { key: '3.1a' })
  const wanted = languagesOffered[chosen(brought, 'languages') ?? ''] ?? place?.languages ?? []
  const authentic = wanted.filter((language) => language in model.languages)
  return {
    model: { id: model.id, version: model.version },
    languages: { authentic, reading: [], working: place?.working[0] ?? 'en' },
    choices: {
      variants: defined({ legal: chosen(brought, 'legal'), money: chosen(brought, 'costs') }),
      options: listed(brought?.answers['clauses_taken']).filter((one) => typeof one === 'string'),
      riders: place?.riders ?? [],
    },
    values: mouValues(story, { authentic }),
  }
}
