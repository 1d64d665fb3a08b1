import { lastCheckpoint } from '../../db/reads/checkpoints.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { RenderedLetter } from '../../mail/letter.js'
import { renderLetter } from '../../mail/render-letter.js'
import type { RelayParts } from '../relay.js'
import { factsOf } from './letter-facts.js'
import { letterKindOf } from './letter-kinds.js'
import { stepsOf } from './letter-steps.js'

export interface WrittenLetter {
  readonly letter: OutgoingLetter
  /** Absent when it could not be written: a defect, told in the log, that must not hold up the letters behind it. */
  readonly rendered?: RenderedLetter
}

type Parts = Pick<RelayParts, 'db' | 'publicUrl' | 'log'>

/** Writes letters in their readers' languages, with what is known now of the steps they tell of. */
export const writeLetters = async (
  letters: readonly OutgoingLetter[],
  { db, publicUrl, log }: Parts,
): Promise<readonly WrittenLetter[]> => {
  if (letters.length === 0) return []
  const [steps, checkpoint] = [await stepsOf(letters, { db }), await lastCheckpoint(db)]
  return letters.map((letter) => {
    try {
      const facts = factsOf(letter, {
        ...{ step: steps.get(letter.id), publicUrl },
        ...(checkpoint === undefined ? {} : { checkpoint }),
      })
      return { letter, rendered: renderLetter(letterKindOf[letter.kind], { languages: [letter.language], facts }) }
    } catch (error) {
      log.error({ err: error, letter: letter.id, kind: letter.kind }, 'a letter could not be written')
      return { letter }
    }
  })
}
