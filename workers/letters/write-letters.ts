import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { RenderedLetter } from '../../mail/letter.js'
import { renderLetter } from '../../mail/render-letter.js'
import type { RelayParts } from '../relay.js'
import { factsOf } from './letter-facts.js'
import { letterKindOf } from './letter-kinds.js'
import { stepsOf } from './letter-steps.js'

export interface WrittenLetter {
  readonly letter: OutgoingLetter
  readonly rendered: RenderedLetter
}

/** Writes letters in their readers' languages, with what is known now of the steps they tell of. */
export const writeLetters = async (
  letters: readonly OutgoingLetter[],
  { db, publicUrl }: Pick<RelayParts, 'db' | 'publicUrl'>,
): Promise<readonly WrittenLetter[]> => {
  if (letters.length === 0) return []
  const steps = await stepsOf(letters, { db })
  return letters.map((letter) => {
    const facts = factsOf(letter, { step: steps.get(letter.id), publicUrl })
    return { letter, rendered: renderLetter(letterKindOf[letter.kind], { languages: [letter.language], facts }) }
  })
}
