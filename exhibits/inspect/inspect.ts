import { fileTypeFromBuffer } from 'file-type'
import { exhibitLimits, exhibitMedia, type ExhibitLimits, type ExhibitMedia } from '../../domain/exhibits/media.js'
import type { ByteSource } from '../source.js'
import { refused, type Inspection } from './inspection.js'
import { eicar, finder, isArchive, isCompoundFile, isProgram, isZip } from './needles.js'
import { inspectPdf } from './pdf.js'
import { inspectJpeg, inspectMp4, inspectPng, inspectTiff } from './pictures.js'
import { inspectText } from './plain-text.js'
import { inspectZip } from './zip.js'

/**
 * What a file is by its bytes, or why it is not taken: kind, damage, programs, protection, and what it would do when it is
 * opened. Neither its name nor what its sender calls it is asked. Reads pieces, never the whole.
 */
export const inspect = async (source: ByteSource, limits: ExhibitLimits = exhibitLimits): Promise<Inspection> => {
  if (source.size === 0) return refused('empty')
  if (source.size > limits.video) return refused('too_large')
  const head = await source.read(0, 8_192)
  const found = (await isTestVirus(source)) ? refused('infected') : await byKind(source, { head, limits })
  if (!found.ok) return found
  return source.size > limits[exhibitMedia[found.media].limit] ? refused('too_large') : found
}

const isTestVirus = async (source: ByteSource): Promise<boolean> => {
  const find = finder(eicar)
  for await (const piece of source.stream()) if (find(piece)) return true
  return false
}

interface Begun {
  readonly head: Uint8Array
  readonly limits: ExhibitLimits
}

const byKind = async (source: ByteSource, { head, limits }: Begun): Promise<Inspection> => {
  if (isProgram(head)) return refused('executable')
  if (isArchive(head)) return refused('archive')
  if (isCompoundFile(head)) return refused((await isEncryptedOffice(source)) ? 'encrypted' : 'wrong_type')
  // A reader of PDF looks for its mark in the first kilobyte, wherever it stands there.
  const mark = Buffer.from(head.subarray(0, 1_024)).indexOf('%PDF-')
  if (mark > 0) return refused('polyglot')
  if (isZip(head)) return await inspectZip(source, { limits })
  if (await endsAsZip(source)) return refused('polyglot')
  if (mark === 0) return await inspectPdf(source)
  return await byType(source, { head, limits })
}

const pictures: Readonly<Partial<Record<ExhibitMedia, (source: ByteSource) => Promise<Inspection>>>> = {
  'image/png': inspectPng,
  'image/jpeg': inspectJpeg,
  'image/tiff': inspectTiff,
  'video/mp4': inspectMp4,
}

/** By what the library finds in the first bytes; where it finds nothing, or XML, it may be text. */
const byType = async (source: ByteSource, { head, limits }: Begun): Promise<Inspection> => {
  const type = await fileTypeFromBuffer(head)
  if (type === undefined || type.mime === 'application/xml') return await inspectText(source, limits)
  const picture = Object.entries(pictures).find(([media]) => media === type.mime)?.[1]
  if (picture !== undefined) return await picture(source)
  return refused(/(tar|zip|compress|archive|cab|iso9660|gzip|lz|rar)/.test(type.mime) ? 'archive' : 'wrong_type')
}

/** Office programs put a protected document into the container of old ones, as a stream of this name. */
const isEncryptedOffice = async (source: ByteSource): Promise<boolean> => {
  const find = finder(Buffer.from('EncryptedPackage', 'utf16le'))
  for await (const piece of source.stream()) if (find(piece)) return true
  return false
}

/** Whether the end is that of a zip container, whatever the beginning is. */
const endsAsZip = async (source: ByteSource): Promise<boolean> => {
  const tail = Buffer.from(await source.read(Math.max(0, source.size - 65_557), 65_557))
  const at = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
  return at >= 0 && at + 22 <= tail.byteLength && at + 22 + tail.readUInt16LE(at + 20) === tail.byteLength
}
