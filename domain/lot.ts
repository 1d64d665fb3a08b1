/**
 * Draws people or indicators by lot: each gets a ticket from the seed and the own id, and the lowest tickets win. The same
 * seed gives the same ones whatever order they are named in, so anybody can draw again from what the ledger holds.
 */
export const drawn = (names: readonly string[], { seed, count }: { seed: string; count: number }): readonly string[] =>
  [...new Set(names)]
    .map((name) => ({ name, ticket: ticketOf(`${seed} ${name}`) }))
    .sort((one, other) => one.ticket - other.ticket || (one.name < other.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name)

/** FNV-1a over 32 bits, stirred once more so that ids that differ in their last character lie far apart. */
const ticketOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
