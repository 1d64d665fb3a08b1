/** A page as the contract has it, each item as people see it. */
export const pageView = <From, To>(
  page: { readonly items: readonly From[]; readonly next: string | null },
  view: (item: From) => To,
): { items: To[]; next: string | null } => ({ items: page.items.map(view), next: page.next })

/** For items that are shown as they are read. */
export const asRead = <T>(item: T): T => item
