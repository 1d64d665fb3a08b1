import type { Entry } from 'yauzl'
import type { ExhibitLimits } from '../../domain/exhibits/media.js'
import type { FileVerdict } from '../../domain/exhibits/verdicts.js'
import { defined } from '../../domain/values/defined.js'
import type { ByteSource } from '../source.js'
import { refused, type Inspection } from './inspection.js'
import { eicar, finder, isArchive, isCompoundFile, isProgram, isZip } from './needles.js'
import { sourceOf } from '../source.js'
import { kindOfParts, nameSays } from './office.js'
import { isTypes, officePart, type OfficePart } from './office-part.js'
import { LeadsOut, openZip, TooManyParts, type ZipParts } from './zip-parts.js'

/** How much of one part is kept for reading: tables within documents. */
const readable = 8 * 1024 * 1024

/** What a zip container is by its parts: an office document, a map, or an archive; and whether each part may be in it. */
export const inspectZip = async (
  source: ByteSource,
  { limits, depth = 0 }: { readonly limits: ExhibitLimits; readonly depth?: number },
): Promise<Inspection> => {
  let parts: ZipParts | undefined
  try {
    parts = await openZip(source, limits)
    const no = amiss(parts, { size: source.size, limits })
    return no === undefined ? await inspectParts(parts, { limits, depth, size: source.size }) : refused(no)
  } catch (error) {
    return refused(verdictOf(error))
  } finally {
    parts?.close()
  }
}

const verdictOf = (error: unknown): FileVerdict => {
  if (error instanceof LeadsOut) return 'bad_part'
  if (error instanceof TooManyParts) return 'bomb'
  return error instanceof Error && /too many bytes/.test(error.message) ? 'bomb' : 'unreadable'
}

interface Sized {
  readonly size: number
  readonly limits: ExhibitLimits
}

/** What the directory alone shows. */
const amiss = ({ entries, comment }: ZipParts, { size, limits }: Sized): FileVerdict | undefined => {
  if (entries.length === 0) return 'archive'
  if (entries.some((entry) => entry.isEncrypted())) return 'encrypted'
  if (entries.some(isLink)) return 'bad_part'
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (unpacked > limits.unpacked || unpacked > Math.max(size, 65_536) * limits.ratio || overlaps(entries)) return 'bomb'
  const first = Math.min(...entries.map(({ relativeOffsetOfLocalHeader: at }) => at))
  return first > 0 || comment.length > 256 || /%PDF-|<script/i.test(comment) ? 'polyglot' : undefined
}

const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170_000) === 0o120_000

/** Parts that lie over one another are unpacked again and again. */
const overlaps = (entries: readonly Entry[]): boolean => {
  const inOrder = entries.toSorted((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader)
  return inOrder.some(({ relativeOffsetOfLocalHeader: at, compressedSize }, index) => {
    const next = inOrder[index + 1]?.relativeOffsetOfLocalHeader
    return next !== undefined && at + 30 + compressedSize > next
  })
}

interface Within extends Sized {
  readonly depth: number
}

const inspectParts = async (parts: ZipParts, within: Within): Promise<Inspection> => {
  const names = parts.entries.map(({ fileName }) => fileName)
  const types = names.some(isTypes) ? new Set<string>() : undefined
  let unpacked = 0
  for (const entry of parts.entries) {
    const { fileName: name } = entry
    if (name.endsWith('/')) continue
    const left = Math.min(within.limits.unpacked, Math.max(within.size, 65_536) * within.limits.ratio) - unpacked
    const reader = types === undefined ? undefined : officePart(name, types)
    const { size, head, kept, isInfected } = await readPart(parts, { entry, left, ...defined({ reader }) })
    unpacked += size
    if (isInfected) return refused('infected')
    if (size > left) return refused('bomb')
    const no = (await nested({ name, head, kept }, within)) ?? nameSays(name) ?? reader?.end()
    if (no !== undefined) return refused(no)
  }
  return kindOfParts({ names, types })
}

interface PartRead {
  readonly size: number
  readonly head: Buffer
  readonly kept?: Buffer
  readonly isInfected: boolean
}

const readPart = async (
  parts: ZipParts,
  { entry, left, reader }: { entry: Entry; left: number; reader?: OfficePart },
): Promise<PartRead> => {
  const pieces: Buffer[] = []
  const find = finder(eicar)
  let [size, head, isInfected, keeps] = [0, Buffer.alloc(0), false, false]
  for await (const piece of await parts.open(entry)) {
    if (!Buffer.isBuffer(piece)) continue
    size += piece.byteLength
    if (head.byteLength < 16) head = Buffer.concat([head, piece]).subarray(0, 16)
    keeps ||= isZip(head)
    if (keeps && size <= readable) pieces.push(piece)
    isInfected ||= find(piece)
    if (size > left || isInfected) break
    reader?.write(piece)
  }
  return { size, head, isInfected, ...defined({ kept: keeps && size <= readable ? Buffer.concat(pieces) : undefined }) }
}

/** A file within the file: a table within a document is looked at as deep as the limit says, anything else is not taken. */
const nested = async (
  { name, head, kept }: { name: string; head: Buffer; kept: Buffer | undefined },
  { limits, depth }: Within,
): Promise<FileVerdict | undefined> => {
  if (isProgram(head)) return 'executable'
  if (isCompoundFile(head)) return /vbaproject/i.test(name) ? 'macros' : 'active'
  if (isArchive(head)) return 'archive'
  if (!isZip(head)) return undefined
  if (!/^(word|xl)\/embeddings\//.test(name)) return 'archive'
  if (depth >= limits.depth || kept === undefined) return 'bomb'
  const inner = await inspectZip(sourceOf(kept), { limits, depth: depth + 1 })
  return inner.ok ? undefined : inner.verdict
}
