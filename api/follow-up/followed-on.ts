import type { BaseId } from '../../domain/ids.js'
import { followUpEntries } from '../../db/reads/follow-up.js'
import { followed } from '../../domain/follow-up/followed.js'
import { filedFormsIn, type FormEntry } from '../../domain/follow-up/filed-forms.js'
import type { FiledForm, FollowedItem } from '../../domain/follow-up/items.js'
import type { Procedure } from '../../domain/procedure.js'
import { classOf, type FormSight } from '../../domain/sight/answers.js'
import type { AnswerOf } from '../../domain/sight/entry.js'
import { outcomeOf } from '../../domain/sight/outcome.js'
import type { BaseState } from '../../domain/state.js'
import type { SightOfBase } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { sightRules, stepsOfAllTimes } from '../views/pinned-procedure.js'

export interface FollowedBase {
  readonly base: BaseId
  readonly state: BaseState | undefined
  readonly procedure: Procedure
}

/** Whose eyes look at what is followed: at outcomes, and at answers. */
interface FollowingEyes {
  readonly sees: SightOfBase['sees']
  readonly answered: (of: AnswerOf) => FormSight
}

/** What was filed on a base, all that is followed on it, and how the same stands in the eyes of somebody. */
export interface FollowedOn {
  readonly entries: readonly FormEntry[]
  readonly filed: ReturnType<typeof filedFormsIn>['filed']
  readonly closings: ReturnType<typeof filedFormsIn>['closings']
  readonly items: readonly FollowedItem[]
  /** What would be followed by some of the forms alone. */
  readonly itemsOf: (filed: readonly FiledForm[]) => readonly FollowedItem[]
  readonly as: (eyes: FollowingEyes) => readonly FollowedItem[]
  /** As it stood before that entry of the ledger. */
  readonly before: (seq: number) => readonly FollowedItem[]
}

/** All that is followed on a base, by its ledger. */
export const followedOn = async (
  { db }: Pick<ApiParts, 'db'>,
  { base, state, procedure }: FollowedBase,
): Promise<FollowedOn> => {
  const entries = await followUpEntries(db, { base })
  const forms = filedFormsIn(entries)
  const rules = sightRules(procedure)
  const steps = stepsOfAllTimes(procedure)
  const following = { steps, procedure, state }
  const itemsOf = (filed: readonly FiledForm[]): readonly FollowedItem[] => followed(filed, following)
  return {
    ...forms,
    entries,
    items: itemsOf(forms.filed),
    itemsOf,
    before: (seq) => itemsOf(forms.filed.filter(({ closedSeq }) => closedSeq < seq)),
    as: ({ sees, answered }) =>
      followed(forms.filed, {
        ...following,
        // What a body made of it is told with its decision; what one person wrote, to whoever may read that field.
        knows: ({ step, key, person }, table) => {
          if (sees(outcomeOf(key, rules)) !== 'whole') return false
          const by = answered({ step, key, person })
          return by.act === 'vote' || by.sees(classOf(table, by)) === 'whole'
        },
      }),
  }
}
