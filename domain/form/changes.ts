import { fieldsIn, holds } from './condition.js'
import type { AnswerFault } from './fault.js'
import type { FormField } from './field.js'
import type { Filled, Form, FormAnswers } from './form.js'
import { isKeyed, listed as listOf } from './kinds/kind.js'
import { readFilled } from './read.js'

interface Handed {
  /** The form's own answers, as they were handed in before. */
  readonly before: FormAnswers
  /** The codes of the fields that were found wanting. */
  readonly listed: readonly string[]
  /** Whether two answers are the same; the core has no canonical form. */
  readonly isSame: (one: unknown, other: unknown) => boolean
}

/**
 * What was changed that nobody asked for, where a form lets only what was listed change (1.4). A field that was not asked before is
 * free, and so is one that is asked because of what a listed one says.
 */
export const changedBeyond = (
  form: Form,
  { option, answers, before, listed, isSame }: Filled & Handed,
): readonly AnswerFault[] => {
  const { changesOnly } = form
  if (changesOnly === undefined) return []
  const read = readFilled(form, { option, answers: before })
  const mayChange = ({ code, asked }: FormField): boolean =>
    listed.includes(code) || fieldsIn(asked).some((one) => listed.includes(one)) || !holds(asked, { option, read })
  return form.fields
    .filter(({ from }) => from?.step === changesOnly.of)
    .filter((field) => !isSame(before[field.code], answers[field.code]) && !mayChange(field))
    .map(({ code, label }) => ({ at: [code], labels: [label], needs: asHandedIn }))
}

const asHandedIn = {
  en: 'what was handed in before, since only what was listed as missing may change',
  'zh-CN': '与此前提交的内容一致，仅可变更缺项所列事项',
}

/** The codes that the rows of a table list in one column. */
export const listedIn = (
  answers: FormAnswers,
  { field, column }: { readonly field: string; readonly column: string },
) =>
  listOf(answers[field]).flatMap((row) => {
    const code = isKeyed(row) ? row[column] : undefined
    return typeof code === 'string' ? [code] : []
  })
