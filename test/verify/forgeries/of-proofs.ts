import { full } from '../../../domain/gicc/full.js'
import { bitTurned, change, firstOf, removed } from './forging.js'
import type { Forgery } from './forging.js'

/** Forgeries of proofs, histories, tables and rules. */
export const forgeriesOfProofs: readonly Forgery[] = [
  { says: 'proofs that are none', by: 'api', does: change('proofs.json', () => '{}\n'), caught: ['proofs'] },
  { says: 'proofs taken away', by: 'api', does: removed(() => 'proofs.json'), caught: ['proofs'] },
  {
    says: 'no proof that the last entry is in the log',
    by: 'api',
    does: change('proofs.json', (text) => text.replace(/"inclusion":\[.*?\}\]/, '"inclusion":[]')),
    caught: ['proofs'],
  },
  {
    says: 'a proof of inclusion with another hash',
    by: 'api',
    does: change('proofs.json', (text) => text.replace(/"path":\["..../, '"path":["0000')),
    caught: ['proofs'],
  },
  {
    says: 'a proof of inclusion of another place',
    by: 'api',
    does: change('proofs.json', (text) => text.replace(/"index":\d+/, '"index":3')),
    caught: ['proofs'],
  },
  {
    says: 'a proof of consistency left out',
    by: 'api',
    does: change('proofs.json', (text) => text.replace(/"from":\d+/, '"from":1')),
    caught: ['proofs'],
  },
  {
    says: 'a history taken away',
    by: 'api',
    does: removed((files) => firstOf(files, 'histories')),
    caught: ['histories'],
  },
  {
    says: 'a history with one bit turned',
    by: 'api',
    does: bitTurned((files) => firstOf(files, 'histories')),
    caught: ['histories'],
  },
  { says: 'no history listed', by: 'api', does: change('histories.ndjson', () => ''), caught: ['histories'] },
  {
    says: 'a history listed as that of another stream',
    by: 'api',
    does: change('histories.ndjson', (text) => text.replaceAll('gasme-C09-yueqing-1', 'gasme-C09-yueqing-2')),
    caught: ['histories'],
  },
  {
    says: 'a history listed under another run',
    by: 'api',
    does: change('histories.ndjson', (text) => text.replace(/"run":"[^"]*"/, '"run":"another"')),
    caught: ['histories'],
  },
  {
    says: 'a cell of the table changed',
    by: 'api',
    does: change('entries.csv', (text) => text.replace(',LG,', ',PD,')),
    caught: ['table'],
  },
  {
    says: 'a row of the table left out',
    by: 'api',
    does: change('entries.csv', (text) => text.replace(/^\d+,.*\r\n/m, '')),
    caught: ['table'],
  },
  { says: 'the table taken away', by: 'api', does: removed(() => 'entries.csv'), caught: ['table'] },
  {
    says: 'a row added to the exceptions',
    by: 'api',
    does: change('exceptions.csv', (text) => `${text}waiver,gasme-C09-yueqing-1,3,,caps,,,,,\r\n`),
    caught: ['exceptions'],
    onlyByCli: true,
  },
  {
    says: 'a base shown in another status',
    by: 'api',
    does: change('bases.ndjson', (text) => text.replace(/"status":"[^"]*"/, '"status":"closed"')),
    caught: ['replay'],
    onlyByCli: true,
  },
  {
    says: 'a base not shown at all',
    by: 'api',
    does: change('bases.ndjson', () => ''),
    caught: ['state'],
  },
  {
    says: 'the rules changed',
    by: 'api',
    does: change(`procedures/full@${full.version}.json`, (text) => text.replace('"slots":10', '"slots":99')),
    caught: ['rules'],
  },
  {
    says: 'the rules taken away',
    by: 'api',
    does: removed((files) => firstOf(files, 'procedures')),
    caught: ['rules'],
  },
  {
    says: 'rules added that nobody signed',
    by: 'api',
    does: (files) => new Map([...files, ['procedures/full@9999.1.json', Buffer.from('{}')]]),
    caught: ['rules'],
  },
]
