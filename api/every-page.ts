/** A page of a list as every read gives it. */
interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

const largestPage = 200

/** All items of a paged read, page by page: for the few places that must see a whole programme. */
export const everyPage = async <T>(
  read: (page: { limit: number; after?: string }) => Promise<Page<T>>,
): Promise<readonly T[]> => {
  const items: T[] = []
  let page = await read({ limit: largestPage })
  items.push(...page.items)
  while (page.next !== null) {
    page = await read({ limit: largestPage, after: page.next })
    items.push(...page.items)
  }
  return items
}
