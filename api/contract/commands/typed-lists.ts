import type { BaseId } from '../../../domain/ids.js'
import { defined } from '../../../domain/values/defined.js'

/** Papers as they are typed: `gasme-C09-yueqing-1/0f8e7d6c-…`. */
export const papersTyped = (
  typed: unknown,
): readonly { readonly base: BaseId; readonly exhibit: string }[] | undefined =>
  Array.isArray(typed)
    ? typed.map((one) => {
        const [base = '', exhibit = ''] = String(one).split('/')
        return { base, exhibit }
      })
    : undefined

/** Who was there, and from when until when, as it is typed: `p-cm-1/2027-03-01T01:00:00.000Z/…`. */
export const presenceTyped = (typed: unknown): readonly object[] | undefined =>
  Array.isArray(typed)
    ? typed.map((one) => {
        const [person = '', from, to] = String(one).split('/')
        return { person, ...defined({ from, to }) }
      })
    : undefined
