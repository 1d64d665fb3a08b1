/** One place in which two versions of the rules differ; `null` where one of them has nothing there. */
export interface RulesDifference {
  readonly at: string
  readonly from: unknown
  readonly to: unknown
}

/** Where two versions of the rules differ, place by place, in the order of the first; lists are compared as one value. */
export const differences = (from: unknown, to: unknown): readonly RulesDifference[] =>
  differencesAt({ from, to, at: '' })

const differencesAt = ({ from, to, at }: RulesDifference): readonly RulesDifference[] => {
  if (isTable(from) && isTable(to)) {
    const keys = new Set([...Object.keys(from), ...Object.keys(to)])
    return [...keys].flatMap((key) =>
      differencesAt({ from: from[key], to: to[key], at: at === '' ? key : `${at}.${key}` }),
    )
  }
  return sorted(from) === sorted(to) ? [] : [{ at, from: from ?? null, to: to ?? null }]
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as text that does not depend on the order in which its keys were written. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    isTable(one) ? Object.fromEntries(Object.entries(one).sort(([first], [second]) => (first < second ? -1 : 1))) : one,
  ) ?? ''
