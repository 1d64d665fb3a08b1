import type { HandedInForm } from '../../db/reads/forms.js'
import { isRole, roles, type Role } from '../../domain/role.js'
import type { ActKind } from '../../domain/sight/act-kind.js'
import { answersSeen, formSeen, type FormSight, type AnswersSeen } from '../../domain/sight/answers.js'
import { isNamed, type AnswerOf, type Eyes } from '../../domain/sight/entry.js'
import { verdictIn } from '../../domain/sight/outcome.js'
import type { BaseState } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'

/** Whose eyes look at forms, and on what. */
export interface FormEyes {
  readonly answered: (of: AnswerOf) => FormSight
  readonly eyes: Pick<Eyes, 'sees' | 'rules'>
  readonly state: BaseState | undefined
}

/** A form as it was handed in, cut to what is for some eyes. */
export type SeenForm = HandedInForm & Pick<AnswersSeen, 'withheld' | 'totals'>

/**
 * A form as it was handed in, as far as it is for these eyes: nothing where the act itself is not, whose option it bears, or where no
 * answer is.
 */
export const handedInSeen = (handed: HandedInForm, looking: FormEyes): readonly SeenForm[] => {
  const { step, key, person, answers } = handed
  const by = looking.answered({ step, key, person })
  const shown = answers === null ? undefined : answersSeen(answers, by)
  const isNothing =
    shown === undefined ? formSeen(by) === 'none' : isEmpty(shown.answers) && shown.withheld.length === 0
  if (isNothing || !isActSeen(handed, { ...looking, act: by.act })) return []
  const isKnown = shown?.isUnnamed !== true && isNamed({ person, role: roleIn(handed) }, looking.eyes)
  const { answers: told = null, withheld = [], totals = {} } = shown ?? {}
  return [{ ...handed, person: isKnown ? person : null, answers: told, withheld, totals }]
}

const roleIn = ({ role }: HandedInForm): Role | null => (role !== null && isRole(role) ? role : null)

const isActSeen = (
  handed: HandedInForm,
  { eyes, state, act }: Pick<FormEyes, 'eyes' | 'state'> & { act: ActKind },
): boolean => {
  const visit = state?.stage?.steps[handed.step]
  const isOpen = visit !== undefined && visit.outcome === undefined
  const role = roleIn(handed)
  const side = role === null ? 'programme' : roles[role].side
  const { person } = handed
  const screening = verdictIn(handed.key, eyes.rules)
  const isSealed = act !== 'decision' && isOpen
  return eyes.sees({ kind: 'act', act, isSealed, person, side, ...defined({ screening }) }) === 'whole'
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0
