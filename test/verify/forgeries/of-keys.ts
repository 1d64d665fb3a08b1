import { keyNoteText } from '../../../db/log/key-notes.js'
import { makeSignerKey, readSigner, signedNote } from '../../../db/log/note.js'
import type { NoteSigner } from '../../../db/log/note.js'
import { resealed, signer } from '../a-ledger.js'
import { both, change, doubled, lines, notesIn, swapped, textIn, textOf, without } from './forging.js'
import type { Forgery } from './forging.js'

const stranger = readSigner(makeSignerKey('example.org/gasme'))
const otherName = readSigner(makeSignerKey('example.org/other'))

const linesBelow = (note: string): string => note.slice(note.indexOf('\n\n') + 2)

interface Signing {
  readonly by: NoteSigner
  /** So many checkpoints keep their true signature; his stands below it. */
  readonly beside?: number
  readonly keys: readonly NoteSigner[]
  readonly notes?: readonly string[]
  readonly statement?: 'his' | 'true'
}

/** Checkpoints and statement signed by somebody else. */
const signedBy =
  ({ by, beside = 0, keys, notes = [], statement = 'his' }: Signing): Forgery['does'] =>
  (files) => {
    const signed = notesIn(files).map((note, at) =>
      at < beside ? note + linesBelow(signedNote(textOf(note), [by])) : signedNote(textOf(note), [by]),
    )
    const sealed = resealed(
      new Map([
        ...files,
        ['keys.txt', Buffer.from(keys.map((key) => `${key.verifierKey}\n`).join(''))],
        ['key-notes.ndjson', Buffer.from(notes.map((note) => `${JSON.stringify({ note })}\n`).join(''))],
        [
          'checkpoints.ndjson',
          Buffer.from(signed.map((note) => `${JSON.stringify({ note, attestations: [] })}\n`).join('')),
        ],
        ['checkpoint.txt', Buffer.from(signed.at(-1) ?? '')],
      ]),
    )
    const own = signedNote(textOf(textIn(sealed, 'statement.txt')), [by])
    return statement === 'true' ? sealed : new Map([...sealed, ['statement.txt', Buffer.from(own)]])
  }

const vouch = (
  key: NoteSigner,
  how: { readonly by: NoteSigner; readonly named?: NoteSigner; readonly text?: string },
) => {
  const { by, named = by } = how
  const about = { key: key.verifierKey, by: named.verifierKey, size: 1, signedAt: '2026-01-01T00:00:00.000Z' }
  return signedNote(how.text ?? keyNoteText(about), [by])
}

const inNotes = (how: (note: string) => string, at = 2): Forgery['does'] =>
  both(
    lines('checkpoints.ndjson', (all) =>
      all.map((line, number) => {
        const { note = '', attestations = [] }: { note?: string; attestations?: unknown } = JSON.parse(line)
        return number === at ? JSON.stringify({ note: how(note), attestations }) : line
      }),
    ),
  )

type OfStranger = Pick<Forgery, 'says' | 'does'> & Partial<Pick<Forgery, 'caught' | 'onlyFromOutside'>>

const ofStrangers: readonly OfStranger[] = [
  {
    says: 'his line below the first checkpoint, his key in the list, the later ones signed by him alone',
    does: signedBy({ by: stranger, beside: 1, keys: [signer, stranger] }),
  },
  {
    says: 'the same, and his key vouches for itself',
    does: signedBy({ by: stranger, beside: 1, keys: [signer, stranger], notes: [vouch(stranger, { by: stranger })] }),
  },
  {
    says: 'the same, and his note says that the true key wrote it',
    does: signedBy({
      by: stranger,
      beside: 1,
      keys: [signer, stranger],
      notes: [vouch(stranger, { by: stranger, named: signer })],
    }),
  },
  {
    says: 'the same, with a true checkpoint in place of the note',
    does: (files, honest) =>
      signedBy({ by: stranger, beside: 1, keys: [signer, stranger], notes: notesIn(files).slice(0, 1) })(files, honest),
  },
  {
    says: 'the same below all checkpoints but the last',
    does: (files, honest) =>
      signedBy({ by: stranger, beside: notesIn(files).length - 1, keys: [signer, stranger] })(files, honest),
  },
  {
    says: 'his key alone in the list, and his line below the true ones',
    does: signedBy({ by: stranger, beside: 1, keys: [stranger] }),
    onlyFromOutside: true,
  },
  { says: 'everything signed by him', does: signedBy({ by: stranger, keys: [stranger] }), onlyFromOutside: true },
  {
    says: 'everything signed by him, under another name, whose log it is not',
    does: signedBy({ by: otherName, keys: [otherName] }),
    caught: ['keys', 'statement'],
  },
  {
    says: 'his key first, which vouches for the true one',
    does: signedBy({ by: stranger, keys: [stranger, signer], notes: [vouch(signer, { by: stranger })] }),
    onlyFromOutside: true,
  },
  {
    says: 'the true key first, and his signatures',
    does: signedBy({ by: stranger, keys: [signer, stranger] }),
  },
  {
    says: 'all checkpoints true, and the statement his',
    does: (files, honest) => {
      const checkpoints = signedBy({ by: stranger, keys: [signer, stranger] })(files, honest).get('statement.txt')
      return new Map([...files, ['statement.txt', checkpoints ?? Buffer.alloc(0)]])
    },
    caught: ['statement'],
  },
]

const strangers = ofStrangers.map((one): Forgery => ({
  by: 'stranger',
  caught: ['keys'],
  ...one,
  says: `a stranger: ${one.says}`,
}))

const inCheckpoints: readonly Forgery[] = [
  ['a checkpoint of another size', (note: string) => note.replace(/\n\d+\n/, '\n12\n')],
  ['a checkpoint with another root', (note: string) => note.replace(/\n(\d+)\n..../, '\n$1\nAAAA')],
  ['a checkpoint with another state', (note: string) => note.replace(/state ..../, 'state AAAA')],
  ['a checkpoint of another time', (note: string) => note.replace(/time 20\d\d/, 'time 2019')],
  ['a checkpoint of another log', (note: string) => note.replace('example.org/gasme', 'example.org/other')],
  ['a checkpoint with a line more', (note: string) => note.replace('\n\n', '\nmore\n\n')],
  ['a checkpoint without its signature', (note: string) => note.replace(/\u2014.*\n/, '')],
  [
    'a checkpoint with its signature turned by one bit',
    (note: string) => note.replace(/(.{8})(.)(.{4})\n$/, '$1A$3\n'),
  ],
  [
    'a checkpoint signed under another name',
    (note: string) => note.replace('\u2014 example.org/gasme', '\u2014 example.org/other'),
  ],
  ['a checkpoint with a line below that is no signature', (note: string) => `${note}more\n`],
  ['a checkpoint with two texts', (note: string) => `${note.slice(0, note.indexOf('\n\n'))}\n\n${note}`],
].map(([says, how]) => ({
  says: String(says),
  by: 'api' as const,
  caught: ['keys' as const],
  does: inNotes(typeof how === 'string' ? String : (how ?? String)),
}))

/** Forgeries of keys, of checkpoints, and of the notes by which one key vouches for another. */
export const forgeriesOfKeys: readonly Forgery[] = [
  ...strangers,
  ...inCheckpoints,
  {
    says: 'the signature of another checkpoint',
    by: 'api',
    does: (files, honest) =>
      inNotes((note) => textOf(note) + '\n' + linesBelow(notesIn(files)[1] ?? ''))(files, honest),
    caught: ['keys'],
  },
  { says: 'a checkpoint that is no note', by: 'api', does: inNotes(() => 'no note'), caught: ['keys'] },
  {
    says: 'a line without a note among the checkpoints',
    by: 'api',
    does: lines('checkpoints.ndjson', (all) => all.with(2, '{}')),
    caught: ['keys'],
  },
  {
    says: 'an unreadable line among the checkpoints',
    by: 'api',
    does: lines('checkpoints.ndjson', (all) => all.toSpliced(2, 0, '{')),
    caught: ['file'],
  },
  {
    says: 'the first checkpoint left out',
    by: 'api',
    does: lines('checkpoints.ndjson', without(0)),
    caught: ['statement'],
  },
  {
    says: 'a checkpoint in the middle left out',
    by: 'api',
    does: lines('checkpoints.ndjson', without(2)),
    caught: ['statement'],
  },
  {
    says: 'the last checkpoint left out',
    by: 'api',
    does: lines('checkpoints.ndjson', without(-1)),
    caught: ['tree', 'state', 'kept'],
  },
  { says: 'all checkpoints left out', by: 'api', does: change('checkpoints.ndjson', () => ''), caught: ['keys'] },
  {
    says: 'two checkpoints in the wrong order',
    by: 'api',
    does: lines('checkpoints.ndjson', swapped(1)),
    caught: ['keys'],
  },
  { says: 'a checkpoint twice', by: 'api', does: lines('checkpoints.ndjson', doubled(1)), caught: ['keys'] },
  {
    says: 'another last checkpoint in its own file',
    by: 'api',
    does: (files) => new Map([...files, ['checkpoint.txt', Buffer.from(notesIn(files)[0] ?? '')]]),
    caught: ['keys'],
  },
  { says: 'no keys', by: 'api', does: change('keys.txt', () => ''), caught: ['keys', 'manifest'] },
  {
    says: 'the id of the key changed',
    by: 'api',
    does: change('keys.txt', (text) => text.replace(/\+[0-9a-f]{8}\+/, '+00000000+')),
    caught: ['keys'],
  },
  {
    says: 'a key of a stranger under the id of the true one',
    by: 'api',
    does: change(
      'keys.txt',
      () => `example.org/gasme+${signer.id}+${stranger.verifierKey.split('+').slice(2).join('+')}\n`,
    ),
    caught: ['keys'],
  },
  {
    says: 'more keys than a log has in a lifetime',
    by: 'api',
    does: change('keys.txt', (text) => text.repeat(200)),
    caught: ['keys'],
  },
  {
    says: 'the note for a new key taken away',
    of: 'rotated',
    by: 'api',
    does: change('key-notes.ndjson', () => ''),
    caught: ['keys', 'statement'],
  },
  {
    says: 'the note for a new key with another size',
    of: 'rotated',
    by: 'api',
    does: change('key-notes.ndjson', (text) => text.replace(/size \d+/, 'size 1')),
    caught: ['keys'],
  },
  {
    says: 'the note for a new key made one for a stranger',
    of: 'rotated',
    by: 'api',
    does: change('key-notes.ndjson', (text) => text.replace(/key example\S+?\\n/, `key ${stranger.verifierKey}\\n`)),
    caught: ['keys'],
  },
  {
    says: 'an unreadable line among the notes',
    of: 'rotated',
    by: 'api',
    does: change('key-notes.ndjson', (text) => `${text}x\n`),
    caught: ['file'],
  },
  {
    says: 'the new key put before the first',
    of: 'rotated',
    by: 'api',
    does: lines('keys.txt', swapped(0)),
    caught: ['keys'],
  },
]
