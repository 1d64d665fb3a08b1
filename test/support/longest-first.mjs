import Sequencer from '@jest/test-sequencer'

/**
 * Files that take minutes, the longest first. Without a cache Jest goes by the size of a file, and the storms, which are short to read, came
 * last: one worker ran them while the others had nothing left.
 */
export const longest = [
  'chaos/sabotage',
  'journeys/founding',
  'verify/forgeries',
  'cases/last-slot',
  'journeys/reconcile',
  'journeys/clean',
  'verify/tamper',
  'journeys/restore',
  'journeys/stories',
  'api/hostile',
  'journeys/the-ten',
  'journeys/killed-worker',
  'chaos/storm',
  'domain/any-life',
  'replay/changes',
  'replay/replay',
  'journeys/builds',
  'journeys/markers',
  'architecture/lint',
  'domain/options',
  'db/as-the-application',
]

const placeOf = ({ path }) => {
  const at = longest.findIndex((file) => path.endsWith(`/test/${file}.test.ts`))
  return at === -1 ? longest.length : at
}

/** The long files first, and all others as Jest would have them. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort([...tests]).toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
