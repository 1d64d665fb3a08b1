import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { stagesOf } from '../../db/reads/exhibits.js'
import type { Database } from '../../db/schema.js'
import type { Procedure } from '../../domain/procedure.js'
import { actKindOf, type SightRules } from '../../domain/sight/act-kind.js'
import type { FormSight } from '../../domain/sight/answers.js'
import type { AnswerOf } from '../../domain/sight/entry.js'
import { defined } from '../../domain/values/defined.js'
import { servingIn } from '../auth/brought-sight.js'
import type { SightOfBase } from '../auth/sight.js'
import { sheetsSealedIn } from './sealed-in.js'

/** How somebody sees the answers to the forms of a base: by role, class of each field, and moment (8.12). */
export const answersSight = async (
  db: Kysely<Database>,
  asked: {
    readonly base: BaseId
    readonly sight: SightOfBase
    readonly procedure: Procedure
    readonly rules: SightRules
  },
): Promise<(of: AnswerOf) => FormSight> => {
  const { base, sight, rules } = asked
  const [stages, sealed] = await Promise.all([stagesOf(db, base), sheetsSealedIn(db, asked)])
  return ({ step, key, person }) => {
    const visit = stages.steps.find(({ id }) => id === step)
    const act = actKindOf(key, rules)
    return {
      form: rules.steps[key]?.form,
      act,
      sees: (readers) => {
        const serving = servingIn(stages, { stage: visit?.stage_no ?? stages.no, readers })
        // What a body decides by is decided with its own step, not with its stage.
        const isDecided = readers === 'COM' ? visit !== undefined && visit.closed_at !== null : serving.isDecided
        const single = act === 'vote' || act === 'sheet' ? { of: act, isSealed: sealed.has(step) } : undefined
        return sight.sees({ kind: 'answer', readers, person, ...serving, isDecided, ...defined({ single }) })
      },
    }
  }
}
