import { answeredIn } from '../../domain/form/answered.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { listed } from '../../domain/form/kinds/kind.js'

/** How much of what people brought went into the forms of a base. */
export interface Counted {
  /** Figures, each with its year and what shows it. */
  facts: number
  /** Rows of findings. */
  findings: number
  /** Values of indicators, of all years together. */
  figures: number
}

/** Adds what stands in one form. */
export const countIn = (counted: Counted, { form, answers }: { form: Form; answers: FormAnswers }): void => {
  counted.facts += answeredIn(form, answers).filter(({ field }) => field.kind === 'fact').length
  counted.findings += listed(answers['findings']).length
  if (form.fields.some(isOfIndicators)) counted.figures += listed(answers['values']).length
}

/** The table of a report in which each indicator has its value. */
const isOfIndicators = (field: Form['fields'][number]): boolean =>
  field.code === 'values' && field.kind === 'table' && field.columns.some(({ code }) => code === 'figure')
