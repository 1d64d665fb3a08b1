import type { BaseId } from '../../domain/ids.js'
import { followUpEntries } from '../../db/reads/follow-up.js'
import { readForms } from '../../db/reads/forms.js'
import { filedFormsIn } from '../../domain/follow-up/filed-forms.js'
import type { AnswerFault } from '../../domain/form/fault.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { inside, wrong } from '../../domain/form/fault.js'
import type { Procedure } from '../../domain/procedure.js'
import {
  gatherer,
  leftOut,
  namingKeys,
  rowsToScreen,
  subjectsIn,
  type NamingForm,
  type ScreenedSubject,
} from '../../domain/subjects.js'
import type { ApiParts } from '../parts.js'
import { stepsOfAllTimes } from './pinned-procedure.js'

interface OfBase {
  readonly base: BaseId
  readonly procedure: Procedure
}

/** Everybody who is screened for a base, and the forms that say so: those that count, of visits that closed. */
export const subjectsOn = async (
  { db }: Pick<ApiParts, 'db'>,
  { base, procedure }: OfBase,
): Promise<{ readonly subjects: readonly ScreenedSubject[]; readonly forms: readonly NamingForm[] }> => {
  const told = { steps: stepsOfAllTimes(procedure) }
  const [entries, handed] = await Promise.all([
    followUpEntries(db, { base }),
    readForms(db, { base, keys: namingKeys(told) }),
  ])
  const counted = new Set(filedFormsIn(entries).filed.map(({ seq }) => seq))
  const forms = handed.filter(({ seq }) => counted.has(seq))
  return { subjects: subjectsIn(forms, told), forms }
}

interface Screening extends OfBase {
  readonly form: Form | undefined
}

/** A screening begins with a row for everybody who is known to be screened (1.6). */
export const subjectsPrefilled = async (
  parts: Pick<ApiParts, 'db'>,
  { form, ...of }: Screening,
): Promise<FormAnswers> => {
  const table = form === undefined ? undefined : gatherer(form)
  if (table === undefined) return {}
  const rows = rowsToScreen((await subjectsOn(parts, of)).subjects)
  return rows.length === 0 ? {} : { [table.code]: rows }
}

/** Whether a screening has a row for each of them: nobody is left out by whoever screens (1.6). */
export const subjectsLeftOut = async (
  parts: Pick<ApiParts, 'db'>,
  { form, answers, ...of }: Screening & { readonly answers: FormAnswers },
): Promise<readonly AnswerFault[]> => {
  const table = form === undefined ? undefined : gatherer(form)
  if (table === undefined) return []
  const n = leftOut((await subjectsOn(parts, of)).subjects, answers).length
  const needs = wrong(
    `a row for everybody whom forms name, as filled in beforehand: ${n} left out`,
    `表格中所列核查对象（已预填）均须填列，尚缺 ${n} 个`,
  )
  return n === 0 ? [] : inside(table, needs)
}
