import { marksOf, textHashOf } from '../../documents/hash-of-text.js'
import type { PaperFacts } from '../../documents/paper.js'
import { languageNames } from '../../domain/gicc/memorandum/model/defaults.js'
import { modelOf } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { contentOfSet } from '../../domain/negotiation/of-model.js'
import { applyModel } from '../../domain/text/apply-model.js'
import { pieceInWords } from '../../domain/text/text-difference.js'
import { inEveryLanguage } from '../wording.js'
import { dayOf } from './dates.js'
import { startingContent, textOf } from './mou-text.js'
import { lastClosed, type StorySoFar } from './story-so-far.js'

/** Each clause of the text in all its languages, as the reviser certified it, and which of them the model has otherwise (3.8). */
export const concordanceCertificate = (story: StorySoFar): PaperFacts['concordance_certificate'] => {
  const text = textOf(story)
  const set = applyModel(modelOf(text.model), text)
  const content = contentOfSet(set)
  const [marks, begun] = [marksOf(content), marksOf(startingContent(story))]
  const { languages } = content
  const clauses = set.pieces.flatMap((piece) => {
    const hashes = languages.map((language) => marks[piece.id]?.hashes[language] ?? '')
    const isModel = languages.every((language, at) => begun[piece.id]?.hashes[language] === hashes[at])
    const name = inEveryLanguage((locale) =>
      pieceInWords(piece, { language: locale, style: locale === 'en' ? 'western' : 'chinese' }).trim(),
    )
    return marks[piece.id] === undefined
      ? []
      : [{ name, kind: isModel ? ('model' as const) : ('checked' as const), hashes }]
  })
  return {
    certifiedOn: dayOf(lastClosed(story, ['3.8b'])?.at ?? story.ledger.at, programmeCalendar.zone),
    hash: textHashOf(content),
    languages: languages.map((language) => inEveryLanguage((locale) => languageNames[language]?.[locale] ?? language)),
    clauses,
  }
}
