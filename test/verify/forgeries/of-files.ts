import { added, bitTurned, change, doubled, firstOf, lines, removed, without } from './forging.js'
import type { EvidenceFiles, Forgery } from './forging.js'

const some = 'ab'.repeat(32)
const firstPaper = (files: EvidenceFiles) => firstOf(files, 'documents')

const erasedLine = (how: (line: string) => string): Forgery['does'] =>
  lines('texts.ndjson', (all) => all.map((line) => (line.includes('"body":null') ? how(line) : line)))
const writtenLine = (how: (line: string) => string): Forgery['does'] =>
  lines('texts.ndjson', (all) => all.map((line) => (line.includes('"body":null') ? line : how(line))))

const ofTexts: readonly Forgery[] = [
  { says: 'a reason left out', by: 'api', does: lines('texts.ndjson', without(0)), caught: ['documents'] },
  {
    says: 'an erased reason left out',
    by: 'api',
    does: lines('texts.ndjson', (all) => all.filter((line) => !line.includes('"body":null'))),
    caught: ['documents'],
  },
  { says: 'all reasons left out', by: 'api', does: change('texts.ndjson', () => ''), caught: ['documents'] },
  { says: 'the file of reasons taken away', by: 'api', does: removed(() => 'texts.ndjson'), caught: ['documents'] },
  {
    says: 'a reason without its words',
    by: 'api',
    does: writtenLine((line) => line.replace(/"body":"[^"]*"/, '"body":null')),
    caught: ['documents'],
  },
  {
    says: 'a reason without words and salt, as if it were erased',
    by: 'api',
    does: writtenLine((line) => line.replace(/"salt":"[^"]*","body":"[^"]*"/, '"salt":null,"body":null')),
    caught: ['documents'],
  },
  {
    says: 'a reason as if its author were the one who was erased',
    by: 'api',
    does: writtenLine((line) =>
      line.replace(/"author":"[^"]*","salt":"[^"]*","body":"[^"]*"/, '"author":"p-so-1","salt":null,"body":null'),
    ),
    caught: ['documents'],
  },
  {
    says: 'other words of a reason',
    by: 'api',
    does: writtenLine((line) => line.replace('"body":"', '"body":"not ')),
    caught: ['documents'],
  },
  {
    says: 'another salt of a reason',
    by: 'api',
    does: writtenLine((line) => line.replace('"salt":"', '"salt":"0')),
    caught: ['documents'],
  },
  {
    says: 'words in a number instead of a text',
    by: 'api',
    does: writtenLine((line) => line.replace(/"body":"[^"]*"/, '"body":7')),
    caught: ['documents'],
  },
  {
    says: 'a reason under another id',
    by: 'api',
    does: writtenLine((line) => line.replace('"id":"', '"id":"0')),
    caught: ['documents'],
  },
  { says: 'a reason twice', by: 'api', does: lines('texts.ndjson', doubled(0)), caught: ['documents'] },
  {
    says: 'a reason no entry names',
    by: 'api',
    does: lines('texts.ndjson', (all) => [...all, '{"id":"x","stream":"y","author":"z","salt":"s","body":"b"}']),
    caught: ['documents'],
  },
  {
    says: 'a line of reasons that cannot be read',
    by: 'api',
    does: lines('texts.ndjson', (all) => [...all, '{"id":']),
    caught: ['file'],
  },
  {
    says: 'an empty line among the reasons',
    by: 'api',
    does: lines('texts.ndjson', (all) => ['', ...all]),
    caught: ['file'],
  },
  {
    says: 'a name twice in a line of reasons',
    by: 'api',
    does: writtenLine((line) => line.replace('{', '{"id":"x",')),
    caught: ['file'],
  },
  {
    says: 'reasons whose last line does not end',
    by: 'api',
    does: change('texts.ndjson', (text) => text.trimEnd()),
    caught: ['file'],
  },
  {
    says: 'the erasure of an author taken away',
    by: 'api',
    does: change('erasures.ndjson', () => ''),
    caught: ['documents'],
  },
  {
    says: 'an erasure with another proof',
    by: 'api',
    does: change('erasures.ndjson', (text) => text.replace(/"path":\["..../, '"path":["0000')),
    caught: ['documents'],
  },
  {
    says: 'an erasure at another place',
    by: 'api',
    does: change('erasures.ndjson', (text) => text.replace(/"index":\d+/, '"index":1')),
    caught: ['documents'],
  },
  {
    says: 'an erasure of somebody else',
    by: 'api',
    does: change('erasures.ndjson', (text) => text.replaceAll('p-so-1', 'p-so-2')),
    caught: ['documents'],
  },
  {
    says: 'an erased author as somebody else',
    by: 'api',
    does: erasedLine((line) => line.replace(/"author":"[^"]*"/, '"author":"p-pm-1"')),
    caught: ['documents'],
  },
  {
    says: 'an erased reason with a salt',
    by: 'api',
    does: erasedLine((line) => line.replace('"salt":null', '"salt":"0"')),
    caught: ['documents'],
  },
  {
    says: 'other words of a reason in the programme',
    of: 'programme',
    by: 'api',
    does: writtenLine((line) => line.replace('"body":"', '"body":"not ')),
    caught: ['documents'],
  },
  {
    says: 'a reason of the programme as if it were erased',
    of: 'programme',
    by: 'api',
    does: writtenLine((line) => line.replace(/"salt":"[^"]*","body":"[^"]*"/, '"salt":null,"body":null')),
    caught: ['documents'],
  },
]

const ofPapers: readonly Forgery[] = [
  { says: 'a paper left out', by: 'api', does: removed(firstPaper), caught: ['documents'] },
  { says: 'a paper with one bit turned', by: 'api', does: bitTurned(firstPaper), caught: ['documents'] },
  {
    says: 'an empty paper',
    by: 'api',
    does: (files) => new Map([...files, [firstPaper(files), Buffer.alloc(0)]]),
    caught: ['documents'],
  },
  {
    says: 'a paper with a byte more',
    by: 'api',
    does: (files) =>
      new Map([
        ...files,
        [firstPaper(files), Buffer.concat([files.get(firstPaper(files)) ?? Buffer.alloc(0), Buffer.of(0)])],
      ]),
    caught: ['documents'],
  },
  {
    says: 'two papers exchanged',
    by: 'api',
    does: (files) => {
      const [one = '', other = ''] = [...files.keys()].filter((name) => name.startsWith('documents/'))
      const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = [files.get(one), files.get(other)]
      return new Map([...files, [one, second], [other, first]])
    },
    caught: ['documents'],
  },
  { says: 'a paper no entry names', by: 'api', does: added(`documents/${some}.pdf`, 'a paper'), caught: ['manifest'] },
  { says: 'a scan no entry names', by: 'api', does: added(`scans/${some}.pdf`, 'a scan'), caught: ['manifest'] },
  {
    says: 'a history no list names',
    by: 'api',
    does: added(`histories/${some}.binpb`, 'a history'),
    caught: ['manifest'],
  },
  { says: 'a file of another kind', by: 'api', does: added('letter.html', '<script>'), caught: ['manifest'] },
  {
    says: 'a second table beside the true one',
    by: 'api',
    does: added('Entries.csv', 'a table'),
    caught: ['manifest'],
  },
]

/** Forgeries of texts and papers. */
export const forgeriesOfFiles: readonly Forgery[] = [...ofTexts, ...ofPapers]
