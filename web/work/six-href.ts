import type { SixShown } from './six-model.js'

/** The address of the bases by areas or by challenges, with the same asked for as of the list. */
export const sixHref = ({ by, asked, after }: Pick<SixShown, 'by' | 'asked'> & { readonly after?: string }): string => {
  const query = new URLSearchParams(asked)
  if (after !== undefined) query.set('after', after)
  return query.size === 0 ? `/bases/${by}` : `/bases/${by}?${query.toString()}`
}
