import { both, change, changed, doubled, entry, lines, swapped, without } from './forging.js'
import type { Forgery } from './forging.js'

const field = (name: string, value: string) => (text: string) =>
  text.replace(new RegExp(`"${name}":("[^"]*"|null|\\d+)`), `"${name}":${value}`)

const fields: readonly (readonly [says: string, how: (text: string) => string])[] = [
  ['who acted', field('actor', '"p-somebody"')],
  ['the role', field('role', '"PD"')],
  ['for whom it was done', field('onBehalfOf', '"p-somebody"')],
  ['the channel', field('channel', '"import"')],
  ['the day it counts from', field('effectiveOn', '"2020-01-01"')],
  ['when it happened', field('occurredAt', '"2020-01-01T00:00:00.000Z"')],
  ['when it was recorded', field('recordedAt', '"2020-01-01T00:00:00.000Z"')],
  ['a time that is none', field('recordedAt', '"infinity"')],
  ['a day there is not', field('recordedAt', '"2026-02-31T00:00:00.000Z"')],
  ['the command', field('commandId', '"another"')],
  ['the run', field('workflowRun', '"another"')],
  ['the rules', field('rulesVersion', '"full@1999.1"')],
  ['the number in the stream', field('seq', '9999')],
  ['the stream', field('stream', '"gasme-C01-dali-1"')],
  ['the kind', field('type', '"resumed"')],
  ['the version of its form', field('schemaVersion', '99')],
  ['the hash before it', field('prevHash', `"${'ab'.repeat(32)}"`)],
  ['what it says', (text) => text.replace('"payload":{', '"payload":{"aa":1,')],
]

const ofFields: readonly Forgery[] = fields.flatMap(([what, how]) => [
  {
    says: `an entry with another text (${what}) under its old hash`,
    by: 'api' as const,
    does: entry(how, 'kept'),
    caught: ['entries' as const],
  },
  {
    says: `an entry with another text (${what}) and a new hash`,
    by: 'api' as const,
    does: entry(how),
    caught: ['entries' as const],
  },
])

/** The tail turned into hashes of others' entries: as if the base had ended earlier. */
const tailHidden: Forgery['does'] = both(
  (files) => {
    const all = (files.get('entries.ndjson')?.toString('utf8') ?? '').trimEnd().split('\n')
    const hidden = all.slice(-3).map((line) => line.slice(0, 64))
    return changed(files, {
      name: 'tree.txt',
      change: (text) =>
        `${text.replace(/e (\d+)\n(?!.*e \d)/s, (_, count) => `e ${Number(count) - 3}\n`)}${hidden
          .map((hash) => `g 0 ${hash}\n`)
          .join('')}`,
    })
  },
  lines('entries.ndjson', (all) => all.slice(0, -3)),
)

export const forgeriesOfEntries: readonly Forgery[] = [
  ...ofFields,
  { says: 'the first entry taken out', by: 'api', does: lines('entries.ndjson', without(0)), caught: ['entries'] },
  {
    says: 'an entry taken out of the middle',
    by: 'api',
    does: lines('entries.ndjson', without(50)),
    caught: ['entries'],
  },
  {
    says: 'the last entry taken out',
    by: 'api',
    does: lines('entries.ndjson', without(-1)),
    caught: ['tree', 'state'],
  },
  { says: 'all entries taken out', by: 'api', does: lines('entries.ndjson', () => []), caught: ['tree', 'state'] },
  { says: 'an entry twice', by: 'api', does: lines('entries.ndjson', doubled(50)), caught: ['entries'] },
  {
    says: 'two entries in the wrong order',
    by: 'api',
    does: lines('entries.ndjson', swapped(50)),
    caught: ['entries'],
  },
  {
    says: 'a line that is no entry',
    by: 'api',
    does: lines('entries.ndjson', (all) => all.toSpliced(50, 0, 'x')),
    caught: ['entries'],
  },
  {
    says: 'an empty line among the entries',
    by: 'api',
    does: lines('entries.ndjson', (all) => all.toSpliced(50, 0, '')),
    caught: ['entries'],
  },
  {
    says: 'line breaks of another system',
    by: 'api',
    does: change('entries.ndjson', (text) => text.replaceAll('\n', '\r\n')),
    caught: ['entries'],
  },
  {
    says: 'white space in an entry',
    by: 'api',
    does: entry((text) => text.replace(':', ': ')),
    caught: ['entries'],
  },
  {
    says: 'a field twice in an entry',
    by: 'api',
    does: entry((text) => text.replace('{"actor"', '{"actor":"x","actor"')),
    caught: ['entries'],
  },
  {
    says: 'hashes in capital letters',
    by: 'api',
    does: lines('entries.ndjson', (all) => all.map((line) => line.slice(0, 64).toUpperCase() + line.slice(64))),
    caught: ['entries'],
  },
  {
    says: 'another sign between hash and text',
    by: 'api',
    does: lines('entries.ndjson', (all) => all.map((line) => line.replace(' ', '\t'))),
    caught: ['entries'],
  },
  { says: 'the tail turned into hashes of others', by: 'api', does: tailHidden, caught: ['tree', 'state'] },
  {
    says: 'the tail turned into hashes of others, and the end of the stream hidden',
    by: 'api',
    does: both(
      tailHidden,
      change('state.txt', (text) => text.replace(/^r stream .*$/m, `g 0 ${'ab'.repeat(32)}`)),
    ),
    caught: ['tree', 'state'],
  },
  {
    says: 'more entries placed than there are',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^e (\d)/m, 'e 9$1')),
    caught: ['tree'],
  },
  {
    says: 'fewer entries placed than there are',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^e \d+/m, 'e 1')),
    caught: ['tree'],
  },
  {
    says: 'no entry placed by a line',
    by: 'api',
    does: change('tree.txt', (text) => `e 0\n${text}`),
    caught: ['tree'],
  },
  {
    says: 'a count that only some can read',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^e (\d+)/m, 'e +$1')),
    caught: ['tree'],
  },
  {
    says: 'entries placed by a number without end',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^e \d+/m, 'e 1e309')),
    caught: ['tree'],
  },
  {
    says: 'a line of another kind in the order',
    by: 'api',
    does: change('tree.txt', (text) => `x 1\n${text}`),
    caught: ['tree'],
  },
  { says: 'an empty line in the order', by: 'api', does: change('tree.txt', (text) => `\n${text}`), caught: ['tree'] },
  {
    says: 'a hash of others changed',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^(g \d+) ..../m, '$1 0000')),
    caught: ['tree'],
  },
  {
    says: 'a subtree of others made larger',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^g 0/m, 'g 1')),
    caught: ['tree'],
  },
  {
    says: 'a subtree of others left out',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^g .*\n/m, '')),
    caught: ['tree'],
  },
  {
    says: 'a subtree larger than any log',
    by: 'api',
    does: change('tree.txt', (text) => text.replace(/^g \d+/m, 'g 99')),
    caught: ['tree'],
  },
  { says: 'the order taken away', by: 'api', does: change('tree.txt', () => ''), caught: ['tree'] },
]
