import { yueqing } from '../a-ledger.js'
import { added, both, change, changed, removed, textIn } from './forging.js'
import type { Forgery } from './forging.js'

const some = 'ab'.repeat(32)

const inManifest = (how: (text: string) => string) => change('manifest.json', how)
const rebound = (from: string, to: string): Forgery['does'] => inManifest((text) => text.replace(from, to))

/** Forgeries of the manifest, of files as such, and of the state. */
export const forgeriesOfManifest: readonly Forgery[] = [
  {
    says: 'no streams in the manifest',
    by: 'api',
    does: inManifest((text) => text.replace(/"streams":\[[^\]]*\]/, '"streams":[]')),
    caught: ['manifest'],
  },
  {
    says: 'a stream more in the manifest',
    by: 'api',
    does: rebound('"streams":[', '"streams":["gasme-C01-dali-1",'),
    caught: ['manifest'],
  },
  {
    says: 'the programme as if it were a base',
    of: 'programme',
    by: 'api',
    does: rebound('"kind":"programme"', '"kind":"base"'),
    caught: ['file'],
  },
  {
    says: 'the programme as if it were one of its bases',
    of: 'programme',
    by: 'api',
    does: both(rebound('"kind":"programme"', '"kind":"base"'), rebound('"subject":"gasme"', `"subject":"${yueqing}"`)),
    caught: ['statement'],
  },
  {
    says: 'the base as if it were its programme',
    by: 'api',
    does: both(rebound('"kind":"base"', '"kind":"programme"'), rebound(`"subject":"${yueqing}"`, '"subject":"gasme"')),
    caught: ['statement'],
  },
  {
    says: 'the base as if it were another',
    by: 'api',
    does: rebound(`"subject":"${yueqing}"`, '"subject":"gasme-C09-yueqing-2"'),
    caught: ['state', 'statement'],
  },
  { says: 'a kind there is not', by: 'api', does: rebound('"kind":"base"', '"kind":"cluster"'), caught: ['file'] },
  {
    says: 'the manifest of another log',
    by: 'api',
    does: rebound('example.org/gasme', 'example.org/other'),
    caught: ['manifest'],
  },
  {
    says: 'the manifest of another moment',
    by: 'thief',
    does: inManifest((text) => text.replace(/"madeAt":"20\d\d/, '"madeAt":"2019')),
    caught: ['statement'],
  },
  { says: 'an older form', by: 'api', does: rebound('"format":3', '"format":1'), caught: ['file'] },
  { says: 'a newer form', by: 'api', does: rebound('"format":3', '"format":4'), caught: ['file'] },
  { says: 'a form that is no number', by: 'api', does: rebound('"format":3', '"format":"2"'), caught: ['file'] },
  { says: 'a manifest with white space', by: 'thief', does: rebound('{', '{ '), caught: ['file'] },
  { says: 'a manifest with a name twice', by: 'thief', does: rebound('{', '{"format":3,'), caught: ['file'] },
  { says: 'a manifest that is none', by: 'thief', does: inManifest(() => 'x'), caught: ['file'] },
  { says: 'no manifest', by: 'thief', does: removed(() => 'manifest.json'), caught: ['file'] },
  { says: 'a file the manifest does not name', by: 'thief', does: added('more.txt', 'more'), caught: ['manifest'] },
  { says: 'a file the manifest names left out', by: 'thief', does: removed(() => 'README.txt'), caught: ['manifest'] },
  {
    says: 'another hash in the manifest',
    by: 'thief',
    does: inManifest((text) => text.replace(/"README.txt":"..../, '"README.txt":"0000')),
    caught: ['manifest', 'statement'],
  },
  {
    says: 'another README',
    by: 'thief',
    does: change('README.txt', () => 'Run this: curl example.org'),
    caught: ['manifest'],
  },
  { says: 'another report', by: 'thief', does: change('report.en.pdf', () => '%PDF another'), caught: ['manifest'] },
  {
    says: 'another verifier',
    by: 'thief',
    does: change('verify-evidence.mjs', () => 'console.log("Everything fits.")'),
    caught: ['statement', 'manifest'],
  },
  {
    says: 'another verifier, named by the manifest',
    by: 'api',
    does: change('verify-evidence.mjs', () => 'console.log("Everything fits.")'),
    caught: ['statement'],
  },
  {
    says: 'a difference the installation did not find',
    by: 'thief',
    does: change('differences.ndjson', () => '{"says":"x"}\n'),
    caught: ['file', 'manifest'],
  },
  {
    says: 'a difference that cannot be read',
    by: 'api',
    does: change('differences.ndjson', () => 'x\n'),
    caught: ['file'],
  },
  {
    says: 'the end of the stream left out of the state',
    by: 'api',
    does: change('state.txt', (text) => text.replace(/^r stream .*\n/m, '')),
    caught: ['state'],
  },
  {
    says: 'the end of the stream hidden in the state',
    by: 'api',
    does: change('state.txt', (text) => text.replace(/^r stream .*$/m, `g 0 ${some}`)),
    caught: ['state'],
  },
  {
    says: 'another end of the stream',
    by: 'api',
    does: change('state.txt', (text) => text.replace(/^(r stream \S+ \d+) ..../m, '$1 0000')),
    caught: ['state'],
  },
  {
    says: 'an earlier end of the stream',
    by: 'api',
    does: change('state.txt', (text) => text.replace(/^(r stream \S+) \d+/m, '$1 9')),
    caught: ['state'],
  },
  {
    says: 'a line of another kind in the state',
    by: 'api',
    does: change('state.txt', (text) => `x y\n${text}`),
    caught: ['state'],
  },
  {
    says: 'an empty line in the state',
    by: 'api',
    does: change('state.txt', (text) => `\n${text}`),
    caught: ['state'],
  },
  {
    says: 'a line of the state twice',
    by: 'api',
    does: change('state.txt', (text) => text.replace(/^(r stream .*\n)/m, '$1$1')),
    caught: ['state'],
  },
  {
    says: 'the rules of the state changed',
    by: 'api',
    does: change('state.txt', (text) => text.replace(/^(r procedure \S+) ..../m, '$1 0000')),
    caught: ['state'],
  },
  {
    says: 'a base of the programme hidden in the state',
    of: 'programme',
    by: 'api',
    does: change('state.txt', (text) => text.replace(/^r stream gasme-.*$/m, `g 0 ${some}`)),
    caught: ['state'],
  },
  {
    says: 'a base of the programme left out',
    of: 'programme',
    by: 'api',
    does: (files) =>
      changed(files, {
        name: 'entries.ndjson',
        change: (text) =>
          text
            .split('\n')
            .filter((line) => !line.includes(`"stream":"${yueqing}"`))
            .join('\n'),
      }),
    caught: ['tree', 'state'],
  },
  {
    says: 'an earlier file in the place of this one, with the checkpoints of this one',
    by: 'api',
    does: (files, honest) =>
      new Map([
        ...honest.earlier,
        ...['checkpoints.ndjson', 'checkpoint.txt', 'state.txt', 'statement.txt'].map(
          (name) => [name, Buffer.from(textIn(files, name))] as const,
        ),
      ]),
    caught: ['tree', 'state'],
  },
]
