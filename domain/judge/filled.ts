import type { PlainDate } from '../calendar-date.js'
import type { Decide } from '../command.js'
import { mayBeCited } from '../exhibits/exhibit.js'
import { bearsOption, checkRead, neededWith } from '../form/check.js'
import { pointer, type AnswerFault } from '../form/fault.js'
import { checkNotToCome, checkToCome } from '../form/to-come.js'
import type { FilledForm } from '../form/filled-form.js'
import type { Form } from '../form/form.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import type { FormFaultDetail } from '../refusals/forms.js'
import type { BaseState, StepState } from '../state.js'
import { ruleOf } from './offers.js'

interface Filling {
  readonly command: Decide
  readonly step: StepState
  readonly definition: StepDefinition
  /** What was brought for the base so far. */
  readonly exhibits: BaseState['exhibits']
  /** About which of its activities somebody outside was asked: what was answered lies beside the ledger, and the edge asks for it (0066). */
  readonly askedOutside: BaseState['thirdParties']
  /** The day it is, where the programme is: what has expired proves nothing any more. */
  readonly today: PlainDate
  /** The latest day it is on either side. */
  readonly latest: PlainDate
  /** The last day on which its place is kept, where one is. */
  readonly keptUntil: PlainDate | undefined
}

/**
 * Whether a decision brings the form its step has, judged by what of it travels: the edge has checked the answers by the same
 * definition, and nothing here trusts that it did.
 */
export const wronglyFilled = ({
  command,
  step,
  definition,
  exhibits,
  askedOutside,
  today,
  latest,
  keptUntil,
}: Filling): Refusal | undefined => {
  const { form } = definition
  const { form: filled, option } = command
  if (form === undefined)
    return filled === undefined ? undefined : { code: 'form_not_asked', detail: { step: step.id } }
  if (filled === undefined) return unfilled(form, { step: step.id, option })
  if (filled.version !== form.version)
    return {
      code: 'form_of_other_version',
      detail: { step: step.id, got: filled.version, current: form.version },
    }
  const fallen = filled.exhibits?.find(
    (one) => askedOutside?.[one] === undefined && !mayBeCited(exhibits?.[one], today),
  )
  if (fallen !== undefined) return { code: 'exhibit_unknown', detail: { exhibit: fallen } }
  const { read } = filled
  const faults = [
    ...checkRead(form, { option, read }),
    ...checkNotToCome(form, { option, read, today: latest }),
    ...checkToCome(form, { option, read, today: latest, until: keptUntil }),
  ]
  if (faults.length > 0) return malformedForm(faults, { step: step.id, option })
  return bearsOption(form, { option, read }) ? undefined : unborne(filled, { form, step, definition, option })
}

/** An option that asks for nothing of the form is taken without it, and so is one that an empty form would bear. */
const unfilled = (form: Form, { step, option }: { step: string; option: string }): Refusal | undefined => {
  const needed = neededWith(form, option)
  if (needed.length === 0 && bearsOption(form, { option, read: {} })) return undefined
  const fields = needed.length === 0 ? form.fields : needed
  return { code: 'form_missing', detail: { step, option, fields: fields.map(({ label }) => label) } }
}

/** The "no" that names each place of a form that is not as it must be. */
export const malformedForm = (
  faults: readonly AnswerFault[],
  { step, option }: { readonly step: string; readonly option: string },
): Refusal => ({ code: 'form_malformed', detail: { step, option, faults: faults.map(detailOf) } })

const detailOf = (fault: AnswerFault): FormFaultDetail => ({
  at: pointer(fault),
  labels: fault.labels,
  needs: fault.needs,
})

const unborne = (
  { read }: FilledForm,
  {
    form,
    step,
    definition,
    option,
  }: Omit<Filling, 'command' | 'exhibits' | 'askedOutside' | 'today' | 'latest' | 'keptUntil'> & {
    form: Form
    option: string
  },
): Refusal => ({
  code: 'form_bears_not',
  detail: {
    step: step.id,
    option,
    borne: definition.order.filter(
      (one) => ruleOf(definition, one)?.byClock !== true && bearsOption(form, { option: one, read }),
    ),
  },
})
