import type { CheckName } from '../../../verify/fault.js'
import { fingerprint } from '../../../documents/document-store.js'

export type EvidenceFiles = ReadonlyMap<string, Buffer>

/** The honest files a forger starts from. */
export interface Honest {
  /** Of a base with comments, one of whose authors was erased. */
  readonly base: EvidenceFiles
  readonly programme: EvidenceFiles
  /** Of the base before its last entries: true once, and out of date. */
  readonly earlier: EvidenceFiles
  /** Of the base after the key was replaced. */
  readonly rotated: EvidenceFiles
}

export interface Forgery {
  readonly says: string
  readonly of?: keyof Honest
  /**
   * Who forges. A thief changes the file and signs nothing. A lying API makes a new manifest as well, over which the sequencer
   * signs what is true. A stranger signs what he likes with a key of his own, and leaves the rest to `does`.
   */
  readonly by: 'thief' | 'api' | 'stranger'
  readonly does: (files: EvidenceFiles, honest: Honest) => EvidenceFiles
  /** The checks that may find it; each trust must meet one of them. */
  readonly caught: readonly CheckName[]
  /** Where nothing from outside is brought, nobody can find it: whoever has a key can sign a file of his own. */
  readonly onlyFromOutside?: boolean
  /** It takes the programme's own rules, which the program in the file does not know. */
  readonly onlyByCli?: boolean
}

export const textIn = (files: EvidenceFiles, name: string): string => files.get(name)?.toString('utf8') ?? ''

/** The checkpoints of a file, each as the note it is. */
export const notesIn = (files: EvidenceFiles): readonly string[] =>
  textIn(files, 'checkpoints.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { note = '' }: { note?: string } = JSON.parse(line)
      return note
    })

/** What of a note is signed. */
export const textOf = (note: string): string => note.slice(0, note.indexOf('\n\n') + 1)

interface Change {
  readonly name: string
  readonly change: (text: string) => string
}

/** The files with one of them changed as text. A forgery that changes nothing is a mistake of the table. */
export const changed = (files: EvidenceFiles, { name, change }: Change): EvidenceFiles => {
  const [before, after] = [textIn(files, name), change(textIn(files, name))]
  if (before === after) throw new Error(`nothing was changed in ${name}`)
  return new Map([...files, [name, Buffer.from(after)]])
}

/** How a text file is changed, for the tables. */
export const change =
  (name: string, how: (text: string) => string): Forgery['does'] =>
  (files) =>
    changed(files, { name, change: how })

/** How the lines of a text file are changed. */
export const lines = (name: string, how: (all: readonly string[]) => readonly string[]): Forgery['does'] =>
  change(name, (text) => {
    const all = how(text.replace(/\n$/, '').split('\n'))
    return all.length === 0 ? '' : `${all.join('\n')}\n`
  })

export const removed =
  (name: (files: EvidenceFiles) => string): Forgery['does'] =>
  (files) => {
    const gone = name(files)
    if (!files.has(gone)) throw new Error(`${gone} is not in the file`)
    return new Map([...files].filter(([one]) => one !== gone))
  }

export const added =
  (name: string, content: string): Forgery['does'] =>
  (files) =>
    new Map([...files, [name, Buffer.from(content)]])

/** The first name of a kind, such as the first of the documents. */
export const firstOf = (files: EvidenceFiles, folder: string): string =>
  [...files.keys()].find((name) => name.startsWith(`${folder}/`)) ?? ''

/** One bit of a file turned. */
export const bitTurned =
  (nameOf: (files: EvidenceFiles) => string): Forgery['does'] =>
  (files) => {
    const name = nameOf(files)
    const bytes = Buffer.from(files.get(name) ?? '')
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    return new Map([...files, [name, bytes]])
  }

/** An entry in the middle of the file with its text changed, and its hash computed again or kept. */
export const entry = (how: (text: string) => string, hash: 'kept' | 'anew' = 'anew'): Forgery['does'] =>
  lines('entries.ndjson', (all) =>
    all.map((line, number) => {
      if (number !== 40) return line
      const text = how(line.slice(65))
      if (text === line.slice(65)) throw new Error('nothing was changed in the entry')
      return `${hash === 'kept' ? line.slice(0, 64) : fingerprint(Buffer.from(text))} ${text}`
    }),
  )

/** Several changes, one after another. */
export const both =
  (...all: readonly Forgery['does'][]): Forgery['does'] =>
  (files, honest) =>
    all.reduce((done, one) => one(done, honest), files)

export const without = (at: number) => (all: readonly string[]) => all.toSpliced(at, 1)
export const doubled = (at: number) => (all: readonly string[]) => all.toSpliced(at, 0, all.at(at) ?? '')
export const swapped = (at: number) => (all: readonly string[]) =>
  all.with(at, all[at + 1] ?? '').with(at + 1, all[at] ?? '')
