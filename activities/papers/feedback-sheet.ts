import type { PaperFacts } from '../../documents/paper.js'
import { resultOf } from '../../domain/score.js'
import { criterionLabel } from '../../domain/words/criteria.js'
import { inEveryLanguage } from '../wording.js'
import { ofType, type StorySoFar } from './story-so-far.js'

/** What the scorers found, criterion by criterion (1.8, 6.2), and what a better nomination would need. */
export const feedbackSheet = (story: StorySoFar): PaperFacts['feedback_sheet'] => {
  const { nominationSheet, settings } = story.procedure
  const result = resultOf(sheetsOf(story), nominationSheet)
  const code = ofType(story.events, 'status_changed').at(-1)?.code
  return {
    criteria: nominationSheet.map(({ key, weight, minimum }) => ({
      name: nameOf(key),
      weight,
      points: hundredths(weight * (result.shares[key] ?? 0)),
      minimum: hundredths(minimum * 100),
    })),
    total: result.total,
    pass: settings.passMark,
    ...(code === undefined ? {} : { reasonCode: code }),
    advice: result.failing.map(({ key, minimum }) => toRaise(key, minimum)),
  }
}

const sheetsOf = ({ events }: StorySoFar) =>
  ofType(events, 'step_acted').flatMap(({ key, facts }) =>
    key.startsWith('1.8') && facts?.sheet !== undefined ? [facts.sheet] : [],
  )

const nameOf = (key: string) => inEveryLanguage((locale) => criterionLabel(key, locale))

const toRaise = (key: string, minimum: number) => {
  const [name, percent] = [nameOf(key), Math.round(minimum * 100)]
  return {
    en: `“${name.en}” lies below its own minimum of ${percent} per cent; a new nomination should show more here.`,
    'zh-CN': `“${name['zh-CN']}”低于${percent}%的单项最低要求，再次申报时应予加强。`,
  }
}

const hundredths = (number: number): number => Math.round(number * 100) / 100
