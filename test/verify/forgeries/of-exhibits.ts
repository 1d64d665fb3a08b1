import { change, lines } from './forging.js'
import type { Forgery } from './forging.js'

const list = 'exhibits.ndjson'
/** A change of the first line that says so. */
const told = (says: RegExp | string, instead: string): Forgery['does'] =>
  change(list, (text) => text.replace(says, instead))

/** Forgeries of what was brought as proof: each shows it as something the entries do not say. */
export const forgeriesOfExhibits: readonly Forgery[] = [
  {
    says: 'an exhibit that was rejected shown as accepted',
    does: told('"status":"returned"', '"status":"accepted"'),
  },
  { says: 'an exhibit that was accepted shown as received', does: told('"status":"accepted"', '"status":"received"') },
  { says: 'an exhibit of a better class than was set', does: told('"class":3', '"class":1') },
  { says: 'an exhibit with a class nobody has set', does: told('"class":null', '"class":2') },
  { says: 'another class proposed', does: told('"classProposed":2', '"classProposed":3') },
  { says: 'another hash of an exhibit', does: told(/"sha256":"..../, '"sha256":"0000') },
  { says: 'another size of an exhibit', does: told(/"size":\d+/, '"size":1') },
  { says: 'an exhibit as if it had been scanned', does: told('"scan":"unscanned"', '"scan":"clean"') },
  { says: 'an exhibit everybody may read', does: told('"readers":"CPL"', '"readers":"PUB"') },
  { says: 'an exhibit that runs out later', does: told('"expiresOn":"2029', '"expiresOn":"2049') },
  { says: 'another reason of a rejection', does: told('"code":"doubtful"', '"code":"unsigned"') },
  { says: 'an exhibit replaced by another one', does: told(/"successor":"[^"]*"/, '"successor":"x"') },
  { says: 'an exhibit left out', does: lines(list, (all) => all.slice(1)) },
  { says: 'all exhibits left out', does: change(list, () => '') },
  { says: 'an exhibit twice', does: lines(list, (all) => [...all, ...all.slice(0, 1)]) },
  {
    says: 'an exhibit no entry tells of',
    does: lines(list, ([first = '', ...all]) => [first, ...all, first.replace(/"exhibit":"./, '"exhibit":"x')]),
  },
  {
    says: 'the exhibits of a programme changed',
    of: 'programme' as const,
    does: told('"status":"accepted"', '"status":"checked"'),
  },
].map((one) => ({ by: 'api', caught: ['exhibits'], ...one }))
