import type { z } from 'zod'
import type { ListedBase } from '../../db/reads/bases.js'
import { letterCopies } from '../../db/reads/letter-copies.js'
import type { LettersSeen, ListedLetter } from '../../db/reads/letters.js'
import { namesOf } from '../../db/reads/names.js'
import { letterStateWords } from '../../domain/words/letters.js'
import type { SightOfBase } from '../auth/sight.js'
import type { LetterResponse } from '../contract/paper.js'
import type { ApiParts } from '../parts.js'
import { titlesOf } from '../wording.js'
import { namesByKind } from './base-view.js'
import { stepsUnseen } from './steps-unseen.js'
import { letterLabel } from './vocabulary-view.js'

type Letter = z.output<typeof LetterResponse>

/** Which letters of a base somebody may read. */
export const lettersSeenBy = (sight: SightOfBase): LettersSeen => {
  const { person } = sight
  const isAll = sight.sees({ kind: 'letter', person: null, side: 'programme' }) === 'whole'
  return { forPlace: isAll ? undefined : { or: person }, without: { keys: stepsUnseen(sight), or: person } }
}

/** Letters of a base in words, with whom they went to, what each was called and what it said. */
export const lettersView = async (
  { db }: Pick<ApiParts, 'db'>,
  { letters, base }: { readonly letters: readonly ListedLetter[]; readonly base: ListedBase },
): Promise<readonly { readonly letter: Letter; readonly text: string | null }[]> => {
  const [names, copies] = await Promise.all([
    namesOf(db, { people: letters.map(({ recipient }) => recipient) }),
    letterCopies(
      db,
      letters.map(({ id }) => id),
    ),
  ])
  return letters.map(({ programme: _, seq: __, facts: ___, ...letter }) => {
    const copy = copies.get(letter.id)
    const shown = {
      ...letter,
      baseName: namesByKind(base.names, base.cluster).name,
      about: letterLabel(letter.kind),
      stepTitle: letter.step === null ? null : titlesOf(letter.step.replace(/\.\d+$/, '')),
      recipientName: names.get(letter.recipient) ?? null,
      stateLabel: letterStateWords[letter.state],
      subject: copy?.subject ?? null,
    }
    return { letter: shown, text: copy?.text ?? null }
  })
}
