/** Runs `work` over all items, at most `limit` at once, and gives the results in the order of the items. */
export const bounded = async <T, R>(
  items: readonly T[],
  { limit, work }: { readonly limit: number; readonly work: (item: T, index: number) => Promise<R> },
): Promise<readonly R[]> => {
  const results = new Map<number, R>()
  const waiting = [...items.entries()].values()
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) results.set(index, await work(item, index))
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  return [...results].sort(([first], [second]) => first - second).map(([, result]) => result)
}
