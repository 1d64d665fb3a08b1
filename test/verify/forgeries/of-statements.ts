import { change, removed } from './forging.js'
import type { Forgery } from './forging.js'

/** Forgeries of the statement of what the file has to hold. */
export const forgeriesOfStatements: readonly Forgery[] = [
  { says: 'the statement taken away', by: 'thief', does: removed(() => 'statement.txt'), caught: ['statement'] },
  {
    says: 'the statement without its signature',
    by: 'thief',
    does: change('statement.txt', (text) => text.replace(/\u2014.*\n/, '')),
    caught: ['statement'],
  },
  {
    says: 'the statement with its signature turned by one bit',
    by: 'thief',
    does: change('statement.txt', (text) => text.replace(/(.{8})(.)(.{4})\n$/, '$1A$3\n')),
    caught: ['statement'],
  },
  {
    says: 'the statement of an earlier file',
    by: 'thief',
    does: (files, honest) =>
      new Map([...files, ['statement.txt', honest.earlier.get('statement.txt') ?? Buffer.alloc(0)]]),
    caught: ['statement'],
  },
  {
    says: 'the statement of the programme in the file of its base',
    by: 'api',
    does: (files, honest) =>
      new Map([...files, ['statement.txt', honest.programme.get('statement.txt') ?? Buffer.alloc(0)]]),
    caught: ['statement'],
  },
  {
    says: 'a checkpoint in place of the statement',
    by: 'thief',
    does: (files) => new Map([...files, ['statement.txt', files.get('checkpoint.txt') ?? Buffer.alloc(0)]]),
    caught: ['statement'],
  },
  {
    says: 'a stream taken out of the statement',
    by: 'thief',
    does: change('statement.txt', (text) => text.replace(/^stream .*\n/m, '')),
    caught: ['statement'],
  },
  {
    says: 'another fingerprint of the verifier in the statement',
    by: 'thief',
    does: change('statement.txt', (text) => text.replace(/verifier ..../, 'verifier 0000')),
    caught: ['statement'],
  },
  {
    says: 'another manifest in the statement',
    by: 'thief',
    does: change('statement.txt', (text) => text.replace(/manifest ..../, 'manifest 0000')),
    caught: ['statement'],
  },
]
