import type { z } from 'zod'
import { accessKindLabels, accessLabels } from '../../domain/access.js'
import { exhibitKinds } from '../../domain/exhibits/kinds.js'
import { dossierParts } from '../../domain/facts.js'
import { steps } from '../../domain/gicc/steps.js'
import { letterKinds, letters, type LetterKind } from '../../domain/letters/letters.js'
import { lifecycle, stageLabel, stages, statuses } from '../../domain/lifecycle.js'
import { locales, type LocalText } from '../../domain/locale.js'
import { reasonCodes } from '../../domain/reason-code.js'
import { roleCodes, roles } from '../../domain/role.js'
import { conditionStatusLabels } from '../../domain/words/conditions.js'
import { colourLabels, criterionLabels } from '../../domain/words/criteria.js'
import { eventWords } from '../../domain/words/events.js'
import { letterStateWords } from '../../domain/words/letters.js'
import { dossierPartTitles } from '../../domain/words/nomination.js'
import { optionLabels } from '../../domain/words/options.js'
import { paperNames } from '../../domain/words/papers.js'
import { reasonCodeLabels } from '../../domain/words/reason-codes.js'
import type { VocabularyResponse } from '../contract/vocabulary.js'
import { titlesOf } from '../wording.js'

/** Every word that an answer may hold in the place of something, with what people read for it. It hangs on the program alone. */
export const vocabularyView = (): z.output<typeof VocabularyResponse> => ({
  languages: [...locales],
  roles: roleCodes.map((code) => ({ code, ...roles[code] })),
  stages: stages.map((code) => ({ code, label: stageLabel[code] })),
  statuses: statuses.map((code) => ({
    code,
    label: lifecycle[code].label,
    holdsSlot: lifecycle[code].holdsSlot,
    next: [...lifecycle[code].next],
  })),
  colours: wordsIn(colourLabels),
  reasonCodes: reasonCodes.map((code) => ({ code, label: reasonCodeLabels[code] })),
  steps: Object.entries(steps).map(([code, { role }]) => ({ code, label: titlesOf(code), role })),
  options: wordsIn(optionLabels),
  entries: wordsIn(eventWords),
  documents: wordsIn(paperNames),
  letters: letterKinds.map((code) => ({ code, label: letterLabel(code) })),
  letterStates: wordsIn(letterStateWords),
  exhibits: Object.entries(exhibitKinds).map(([code, { label }]) => ({ code, label })),
  conditions: wordsIn(conditionStatusLabels),
  criteria: wordsIn(criterionLabels),
  parts: dossierParts.map((code) => ({ code, label: dossierPartTitles[code] })),
  accessKinds: wordsIn(accessKindLabels),
  accessSubjects: wordsIn(accessLabels),
})

/** What letters of a kind are about: their shortest subject without its facts, where that says it. */
export const letterLabel = (kind: LetterKind): LocalText => {
  const { words, label } = letters[kind]
  return label ?? { en: bare(words.en.subject), 'zh-CN': bare(words['zh-CN'].subject) }
}

const bare = (subjects: readonly string[]): string =>
  (subjects.at(-1) ?? '').replaceAll(/\[[^\]]*\]/g, '').replaceAll(/[:：]?\s*\{\w+\}/g, '')

const wordsIn = (table: Readonly<Record<string, LocalText>>) =>
  Object.entries(table).map(([code, label]) => ({ code, label }))
