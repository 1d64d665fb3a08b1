/** Fields of which those that may be undefined have become optional. */
export type Defined<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/**
 * The fields that have a value, to be spread into a literal. An optional field is absent and never undefined, so that what is
 * compared, hashed and sent says one thing in one way.
 */
export const defined = <const T extends object>(fields: T): Defined<T> => {
  // A loop, for this is asked at each turn of a judgement: through lists of entries it costs three times as much.
  const kept: Record<string, unknown> = {}
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key]
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what the type says is what the loop keeps
  return kept as Defined<T>
}
