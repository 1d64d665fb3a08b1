/**
 * An order drawn from a seed: the same seed gives the same order, and over as many seeds in a row as there are items each
 * of them has been the last one once.
 */
export const drawnOrder = <T>(items: readonly T[], seed: number): readonly T[] => {
  const last = items.at(seed % Math.max(1, items.length))
  const rest = items.filter((item) => item !== last)
  const next = generator(seed)
  for (let left = rest.length; left > 1; left -= 1) {
    const drawn = next() % left
    const [one, other] = [rest[drawn], rest[left - 1]]
    if (one === undefined || other === undefined) continue
    rest[drawn] = other
    rest[left - 1] = one
  }
  return last === undefined ? [] : [...rest, last]
}

/** The minimal standard generator of Park and Miller (multiplier 48271), begun away from zero. */
const generator = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1
  return () => (state = (state * 48_271) % 2_147_483_647)
}
