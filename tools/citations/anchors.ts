/** A place of the rules that a number is found by. */
export interface Anchor {
  readonly page: string
  readonly id: string
}

/** The places of a page: `<a id="8.4"></a>`, in small letters, as a link to it is written. */
export const anchorsIn = (page: string, text: string): readonly Anchor[] =>
  [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(({ 1: id = '' }) => ({ page, id }))

/** Numbers that are found in two places, so that nobody knows which one binds. */
export const doubled = (anchors: readonly Anchor[]): readonly Anchor[] =>
  anchors.filter(({ id }, at) => anchors.findIndex((other) => other.id === id) !== at)

/** Links of a page to a place, `roles.md#sd1` or `#9`, that is not there. Links to pages that are not given are left alone. */
export const brokenLinks = (
  { page, text }: { readonly page: string; readonly text: string },
  anchors: readonly Anchor[],
): readonly string[] => {
  const folder = page.slice(0, page.lastIndexOf('/') + 1)
  return [...text.matchAll(/\]\(([\w-]*(?:\.md)?)#([^)\s]+)\)/g)].flatMap(({ 1: to = '', 2: id = '' }) => {
    const target = to === '' ? page : `${folder}${to}`
    return anchors.some((anchor) => anchor.page === target && anchor.id === id) ? [] : [`${to}#${id}`]
  })
}
