import { change, doubled, lines, type Forgery } from './forging.js'

const list = 'text-versions.ndjson'

/** Forgeries of the text that both sides made: each shows a version as nobody handed it over. */
export const forgeriesOfVersions: readonly Forgery[] = [
  {
    says: 'a version of the text with another word in it',
    does: change(list, (text) => text.replace('money en 0', 'money en 9')),
  },
  {
    says: 'a word beside what is hashed of a version',
    does: change(list, (text) => text.replace(String.raw`{\"clauses\"`, String.raw`{\"besides\":\"paid\",\"clauses\"`)),
  },
  {
    says: 'a version without its words',
    does: change(list, (text) => text.replace(/"body":"(?:[^"\\]|\\.)*"/, '"body":null')),
  },
  { says: 'a version left out', does: change(list, () => '') },
  { says: 'a version twice', does: lines(list, doubled(0)) },
  {
    says: 'a version of another base',
    does: change(list, (text) => text.replace('"base":"gasme-C09-yueqing-1"', '"base":"gasme-C10-ouhai-1"')),
  },
  {
    says: 'the version of a programme with another number of its model',
    of: 'programme' as const,
    does: change(list, (text) => text.replace(/\\"version\\":(\d+)/, String.raw`\"version\":9$1`)),
  },
].map((one) => ({ by: 'api', caught: ['documents'], ...one }))
