import type { StreamRating } from '../../documents/paper.js'
import type { LocalText } from '../../domain/locale.js'
import { streamLabel } from '../../domain/words/criteria.js'
import { inEveryLanguage } from '../wording.js'
import { actsOn, lastClosed, saidWith, type StorySoFar } from './story-so-far.js'

/**
 * What the committee made its recommendation depend on (2.8), in the words of its members, each once; where nobody
 * wrote any, the work-streams that call for conditions.
 */
export const conditionsOf = (story: StorySoFar): readonly (string | LocalText)[] => {
  const committee = lastClosed(story, ['2.8'])
  if (committee?.option !== 'recommend_with_conditions') return []
  const votes = actsOn(story, committee.step).filter(({ option }) => option === 'recommend_with_conditions')
  const said = [...new Set(votes.flatMap((vote) => saidWith(story, vote) ?? []))]
  return said.length > 0 ? said : conditionsByRating(story)
}

/** A work-stream rated C is what conditions are about (6.3). */
export const conditionsByRating = (story: StorySoFar): readonly LocalText[] =>
  Object.keys(story.procedure.streams)
    .filter((key) => ratingOf(story, key) === 'C')
    .map((key) => {
      const name = inEveryLanguage((locale) => streamLabel(key, locale))
      return {
        en: `What the team remarks on “${name.en}” (rated C) is put right.`,
        'zh-CN': `就“${name['zh-CN']}”（评级C）提出的问题予以整改。`,
      }
    })

/** The rating a work-stream ended with; one that was never rated counts as D. */
export const ratingOf = (story: StorySoFar, key: string): StreamRating => {
  const option = lastClosed(story, [key])?.option
  return option === 'A' || option === 'B' || option === 'C' ? option : 'D'
}
