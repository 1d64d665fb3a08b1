import type { FormColumn, TableField } from '../form/field.js'

/** What is wrong with what a table says of items that are followed; each as the end of a sentence that begins with its code. */
export const followUpFaults = ({ columns, reads = [], enters, about }: TableField): readonly string[] => {
  const columnOf = (code: string): FormColumn | undefined =>
    reads.includes(code) ? columns.find((column) => column.code === code) : undefined
  const { column, sets = [], every = [] } = about ?? {}
  const pointing = column === undefined ? undefined : columnOf(column)
  const meant = pointing?.kind === 'reference' ? pointing.to : undefined
  const kinds = [...sets, ...every].map(({ kind }) => kind)
  return [
    ...(enters !== undefined && reads.length === 0 ? ['is followed and has no column that is read'] : []),
    ...(about !== undefined && meant === undefined ? ['is about items and reads no column that points at them'] : []),
    ...(meant !== undefined && kinds.some((kind) => !meant.includes(kind))
      ? ['asks about items it cannot point at']
      : []),
    ...sets.flatMap(({ column: code, is }) =>
      isOffered(columnOf(code), is)
        ? []
        : [`changes items by ${code}, which does not say ${String(is)} or is not read`],
    ),
  ]
}

const isOffered = (column: FormColumn | undefined, is: string | boolean): boolean => {
  if (column?.kind === 'yes_no') return typeof is === 'boolean'
  return column?.kind === 'choice' && column.choices.some(({ code }) => code === is)
}
