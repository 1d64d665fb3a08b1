/** Fields of which those that may be undefined have become optional. */
type Defined<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/**
 * The fields that have a value, to be spread into a literal. An optional field is absent and never undefined, so that what is
 * compared, hashed and sent says one thing in one way.
 */
export const defined = <const T extends object>(fields: T): Defined<T> =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what the type says is what the filter does
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
