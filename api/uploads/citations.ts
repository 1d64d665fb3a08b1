import type { PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { citedBySeq, exhibitsById, type ListedExhibit } from '../../db/reads/exhibits.js'
import { offices, roles, type Role } from '../../domain/role.js'
import { mustSeeBase, seatsInForce } from '../auth/sight.js'
import type { Citation } from '../contract/exhibits.js'
import type { ApiParts } from '../parts.js'
import { historySeen } from '../views/history-view.js'
import { maskedExhibit } from '../views/exhibit-view.js'
import { titlesOf } from '../wording.js'
import { exhibitSight } from './exhibit-sight.js'

interface Asked {
  readonly row: ListedExhibit
  readonly person: PersonId
  readonly today: string
}

const officers: readonly Role[] = [...offices.receivesExhibits, ...offices.receivesConfidential]

/**
 * Every form that cites an exhibit, with the others it cites beside it, for whoever may hold the office of judging it: an
 * exhibit that proves one thing here may be said to prove another elsewhere. Undefined for everybody else. What of the forms of
 * others is not for the officer's eyes stays out, as in the history (8.12).
 */
export const citationsOf = async (
  parts: ApiParts,
  { row, person, today }: Asked,
): Promise<z.input<typeof Citation>[] | undefined> => {
  const { base, id } = row
  const seats = await seatsInForce(parts, person)
  if (!seats.some(({ role, base: of }) => officers.includes(role) && (of === undefined || of === base)))
    return undefined
  const [sight, sees] = [await mustSeeBase(parts, { base, person }), await exhibitSight(parts, { base, person })]
  const { items } = await historySeen(parts.db, { reader: { base, person, sight }, limit: mostCited, cites: id })
  const cited = items.flatMap(({ seq, payload, role, occurredAt }) => {
    const act = actIn(payload)
    return act === undefined || role === null ? [] : [{ seq, ...act, side: roles[role].side, at: occurredAt }]
  })
  // Which of them are for the officer's eyes is asked of each exhibit, and not of the fields that name it.
  const together = await citedBySeq(parts.db, { base, seqs: cited.map(({ seq }) => seq) })
  const rows = await exhibitsById(parts.db, { base, ids: [...new Set([...together.values()].flat())] })
  const beside = (ids: readonly string[]) =>
    ids.flatMap((one) => {
      const other = rows.get(one)
      return other === undefined || one === id || sees(other) === 'none' ? [] : [maskedExhibit(other, { today })]
    })
  return cited.map((one) => ({ ...one, beside: beside(together.get(one.seq) ?? []) }))
}

/** More forms of one base than this cite no one file. */
const mostCited = 200

/** What an act says of its form, where that is for these eyes: a payload that is masked says nothing of it. */
const actIn = (payload: unknown) => {
  if (!isStepActed(payload)) return undefined
  const { step, key, option, form } = payload
  return { step, key, title: titlesOf(key), option, version: form.version }
}

interface ActWithForm {
  readonly step: string
  readonly key: string
  readonly option: string
  readonly form: { readonly version: number }
}

const isStepActed = (payload: unknown): payload is ActWithForm =>
  typeof payload === 'object' &&
  payload !== null &&
  ['step', 'key', 'option', 'form'].every((name) => name in payload) &&
  'form' in payload &&
  typeof payload.form === 'object' &&
  payload.form !== null
