import type { z } from 'zod'
import type { ReadBase } from '../../db/reads/bases.js'
import { surveyUsual } from '../../domain/gicc/due-diligence/survey-usual.js'
import { agreedSet } from '../../domain/gicc/launch/baseline-facts.js'
import { isReportStep, valuesNoted } from '../../domain/gicc/yearly-review/values-noted.js'
import type { Procedure, StepDefinition } from '../../domain/procedure.js'
import type { FormSight } from '../../domain/sight/answers.js'
import type { AnswerOf } from '../../domain/sight/entry.js'
import type { BaseState } from '../../domain/state.js'
import type { FormResponse } from '../contract/form.js'
import { notedSince } from '../follow-up/noted-since.js'
import type { ApiParts } from '../parts.js'

interface Beginning {
  readonly base: ReadBase
  readonly definition: StepDefinition
  readonly state: BaseState | undefined
  readonly procedure: Procedure
  readonly answered: (of: AnswerOf) => FormSight
}

/** What a form begins with although nobody answered it before, of what is for these eyes: for whoever may act on it alone. */
export const begunHere = async (
  parts: ApiParts,
  { definition, state, ...of }: Beginning,
): Promise<z.output<typeof FormResponse>['begun']> => {
  if (state === undefined) return []
  const noted = isReportStep(definition.key)
    ? await notedSince(parts, { ...of, state, countsRequests: false })
    : undefined
  const agreed = agreedSet(state.facts).map(({ indicator }) => indicator)
  return [
    ...surveyUsual(definition, { country: state.cluster.country }),
    ...(noted === undefined ? [] : valuesNoted(noted.indicators, { agreed })),
  ].map(({ because, ...one }) => ({ ...one, because: { ...because } }))
}
