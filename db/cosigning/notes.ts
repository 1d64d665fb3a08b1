import { isUtf8 } from 'node:buffer'

/** A checkpoint of any log (C2SP tlog-checkpoint): what its first three lines say, and its bytes. */
export interface LogCheckpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  /** What was signed, with its last line break. */
  readonly text: string
  readonly signatures: readonly SignatureLine[]
}

/** A line below a note (C2SP signed-note). */
export interface SignatureLine {
  readonly name: string
  readonly id: string
  /** What stands behind the id of the key. */
  readonly signature: Buffer
  readonly line: string
}

/** More signatures than any log collects. */
const mostSignatures = 100

/** The text of a note: what stands above its last empty line. */
export const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1)

/** A note (C2SP signed-note): what was signed, and the lines below it. */
export type OpenedNote = Pick<LogCheckpoint, 'text' | 'signatures'>

/** Reads a note; undefined for whatever is none, down to its last line. */
export function openNote(note: string): OpenedNote | undefined {
  const text = textOf(note)
  if (text === '' || !note.endsWith('\n') || hasControl(note)) return undefined
  const lines = note.slice(text.length + 1, -1).split('\n')
  const signatures = lines.slice(0, mostSignatures).flatMap(readSignatureLine)
  return signatures.length === lines.length ? { text, signatures } : undefined
}

/**
 * Reads a checkpoint as C2SP has it, extension lines and all; undefined for whatever is none. Sizes above fifteen digits are none:
 * no log reaches them.
 */
export function readLogCheckpoint(bytes: Uint8Array): LogCheckpoint | undefined {
  const opened = openNote(isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : '')
  if (opened === undefined) return undefined
  const { text, signatures } = opened
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n')
  const bytesOfRoot = fromBase64(root)
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || bytesOfRoot?.length !== 32) return undefined
  return extensions.includes('') ? undefined : { origin, size: Number(size), root: bytesOfRoot, text, signatures }
}

const hasControl = (note: string): boolean => [...note].some((one) => one < ' ' && one !== '\n')

/** Reads a line below a note, without its line break, in a list of one; an empty one when it is none. */
export function readSignatureLine(line: string): readonly SignatureLine[] {
  const [, name = '', body = ''] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? []
  const bytes = fromBase64(body) ?? Buffer.alloc(0)
  const id = bytes.subarray(0, 4).toString('hex')
  return bytes.length > 4 ? [{ name, id, signature: bytes.subarray(4), line: `${line}\n` }] : []
}

/**
 * Reads a cosignature as it was handed in, its whole line or what stands behind the name alone, in a list of one; an empty one when it
 * is none. The name in a line is the line's own.
 */
export function readCosignature({ name, body }: { readonly name: string; readonly body: string }) {
  const given = body.replace(/\n$/, '')
  return readSignatureLine(given.startsWith('\u2014') ? given : `\u2014 ${name} ${given}`)
}

/** The bytes of a text in base64; undefined when another text would be the usual one for them. */
export const fromBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}
