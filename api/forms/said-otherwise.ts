import canonicalize from 'canonicalize'
import type { z } from 'zod'
import type { FormField } from '../../domain/form/field.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'
import type { Procedure } from '../../domain/procedure.js'
import type { FormResponse } from '../contract/form.js'
import { titlesOf } from '../wording.js'
import type { SeenForm } from './handed-in-seen.js'

type Said = z.output<typeof FormResponse>['handedIn'][number]['saidOtherwise']

/** The steps whose forms begin with what was answered on one. */
export const beganWith = ({ steps }: Procedure, key: string): readonly string[] =>
  Object.values(steps).flatMap((step) =>
    step.form?.fields.some(({ from }) => from?.step === key) === true ? [step.key] : [],
  )

/**
 * Which answers of a form later ones began with and gave otherwise, as far as both are for these eyes: a fact is its owner's, so whoever
 * says it otherwise does so in the form he hands in, and the owner is told.
 */
export const saidOtherwise = (
  own: SeenForm,
  { seen, procedure }: { readonly seen: readonly SeenForm[]; readonly procedure: Procedure },
): Said => {
  const next = seen.find(({ key, seq }) => key === own.key && seq > own.seq)?.seq ?? Infinity
  return seen
    .filter(({ key, seq }) => key !== own.key && seq > own.seq && seq < next)
    .flatMap((later) =>
      (procedure.steps[later.key]?.form?.fields ?? [])
        .filter((field) => isOtherwise(field, { own, later }))
        .map(({ label }) => ({
          label: { ...label },
          step: later.step,
          title: titlesOf(later.key),
          person: later.person,
          at: later.at,
        })),
    )
}

const isOtherwise = (
  { code, kind, from }: FormField,
  { own, later }: { readonly own: SeenForm; readonly later: SeenForm },
): boolean => {
  if (from === undefined || from.step !== own.key) return false
  const [stood, said] = [own.answers?.[from.field], later.answers?.[code]]
  if (stood === undefined || said === undefined) return false
  return kind === 'table' ? listed(stood).some((row) => !isKept(row, listed(said))) : !isSame(stood, said)
}

/** A row is as it stood where all that both tables tell of it is: the later one may have columns of its own. */
const isKept = (row: unknown, rows: readonly unknown[]): boolean => {
  const stood = keyed(row)
  const said = rows.map(keyed).find(({ id }) => id === stood['id'])
  return (
    said !== undefined &&
    Object.entries(stood).every(([column, cell]) => said[column] === undefined || isSame(cell, said[column]))
  )
}

const isSame = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other)
