import type { Form, FormAnswers } from '../../../domain/form/form.js'

/** Each gate taken as it was declared, where a form asks for that (1.5a): an example of a correction would move the case. */
export const asDeclared = ({ fields }: Form): FormAnswers => {
  const table = fields.find(({ code }) => code === 'gates')
  const column = table?.kind === 'table' ? table.columns.find(({ code }) => code === 'gate') : undefined
  if (column?.kind !== 'choice') return {}
  return { gates: column.choices.map(({ code }) => ({ id: code, gate: code, treat: 'accept' })) }
}
