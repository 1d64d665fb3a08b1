import { deflateRawSync } from 'node:zlib'
import { machineClock } from '../../../clock/machine-clock.js'
import { zipOf } from '../../../exhibits/zip-writer.js'
import type { EvidenceFiles } from './forging.js'

/** A zip that no longer is one of ours; each is refused with one verdict, before or while it is opened. */
export interface ContainerForgery {
  readonly says: string
  readonly does: (zip: Buffer, files: EvidenceFiles) => Buffer
}

const endOf = (zip: Buffer): number => zip.length - 22
const directoryOf = (zip: Buffer): number => zip.readUInt32LE(endOf(zip) + 16)

/** A zip with numbers written over others: at an offset of its directory's first entry, of its first head, or of its end. */
const patched =
  ([where, at]: readonly ['directory' | 'head' | 'end', number], bytes: readonly number[]) =>
  (zip: Buffer): Buffer => {
    const changed = Buffer.from(zip)
    const from = where === 'directory' ? directoryOf(zip) : where === 'head' ? 0 : endOf(zip)
    changed.set(bytes, from + at)
    return changed
  }

/** Bytes put between files and directory, with the place of the directory set right. */
const between = (zip: Buffer, bytes: Buffer): Buffer => {
  const at = directoryOf(zip)
  const changed = Buffer.concat([zip.subarray(0, at), bytes, zip.subarray(at)])
  changed.writeUInt32LE(at + bytes.length, endOf(changed) + 16)
  return changed
}

/** The same name written over another of just its length, in head and directory. */
const renamed = (zip: Buffer, { from, to }: { from: string; to: string }): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')

/** A file of nothing but noughts, so many bytes of them, packed a thousand to one. */
const bombOf = (size: number, files: EvidenceFiles): Buffer => {
  const [packed, name] = [deflateRawSync(Buffer.alloc(size)), 'texts.ndjson']
  const others = [...files].filter(([one]) => one !== name)
  const zip = zipOf(new Map([[name, Buffer.from('x')], ...others]), machineClock())
  const old = zip.readUInt32LE(18)
  const rest = zip.subarray(30 + name.length + old)
  const changed = Buffer.concat([zip.subarray(0, 30 + name.length), packed, rest])
  const moved = packed.length - old
  const directory = zip.readUInt32LE(endOf(zip) + 16) + moved
  changed.writeUInt32LE(directory, endOf(changed) + 16)
  for (const at of [0, directory + 2]) {
    changed.writeUInt32LE(packed.length, at + 18)
    changed.writeUInt32LE(size, at + 22)
  }
  for (let at = directory, first = true; at < endOf(changed); first = false) {
    if (!first) changed.writeUInt32LE(changed.readUInt32LE(at + 42) + moved, at + 42)
    at += 46 + changed.readUInt16LE(at + 28)
  }
  return changed
}

const [large, huge] = [
  [0xff, 0xff, 0xff, 0x3f],
  [0xff, 0xff, 0xff, 0xff],
]

export const forgeriesOfContainers: readonly ContainerForgery[] = [
  { says: 'nothing', does: () => Buffer.alloc(0) },
  { says: 'a text', does: () => Buffer.from('no zip') },
  { says: 'the end alone', does: (zip) => zip.subarray(-22) },
  { says: 'the end cut off', does: (zip) => zip.subarray(0, -1) },
  { says: 'the beginning cut off', does: (zip) => zip.subarray(1) },
  { says: 'bytes behind the end', does: (zip) => Buffer.concat([zip, Buffer.from('more')]) },
  { says: 'bytes before the first file', does: (zip) => Buffer.concat([Buffer.from('more'), zip]) },
  { says: 'bytes before the directory', does: (zip) => between(zip, Buffer.from('more')) },
  { says: 'two zips, one behind the other', does: (zip) => Buffer.concat([zip, zip]) },
  { says: 'a second end behind the first', does: (zip) => Buffer.concat([zip, zip.subarray(-22)]) },
  {
    says: 'a zip in the comment of another',
    does: (zip) => Buffer.concat([patched(['end', 20], [22, 0])(zip), zip.subarray(-22)]),
  },
  { says: 'a directory before the true one', does: (zip) => between(zip, zip.subarray(directoryOf(zip), endOf(zip))) },
  { says: 'fewer files in the directory than there are', does: patched(['end', 8], [2, 0, 2, 0]) },
  { says: 'more files in the directory than there are', does: patched(['end', 8], [0xff, 0xff, 0xff, 0xff]) },
  { says: 'two numbers of files', does: patched(['end', 8], [2, 0]) },
  { says: 'a zip on several disks', does: patched(['end', 4], [1, 0]) },
  { says: 'a directory that begins behind the end', does: patched(['end', 16], huge) },
  { says: 'a directory of another length', does: patched(['end', 12], [1, 0, 0, 0]) },
  { says: 'an entry of the directory that is none', does: patched(['directory', 0], [0]) },
  { says: 'a head that is none', does: patched(['head', 0], [0]) },
  { says: 'an encrypted file', does: patched(['directory', 8], [1, 8]) },
  { says: 'a file whose sizes stand behind it', does: patched(['directory', 8], [8, 8]) },
  { says: 'a file packed in another way', does: patched(['directory', 10], [12, 0]) },
  { says: 'a file with an extra field', does: patched(['directory', 30], [4, 0]) },
  { says: 'a file with a comment', does: patched(['directory', 32], [4, 0]) },
  { says: 'a file with rights of its own', does: patched(['directory', 38], [0xff]) },
  { says: 'a file that begins elsewhere', does: patched(['directory', 42], [9, 0, 0, 0]) },
  { says: 'a file larger than any', does: patched(['directory', 24], huge) },
  { says: 'a file too large for what is packed', does: patched(['directory', 24], large) },
  {
    says: 'a file larger than its size',
    does: (zip) => patched(['head', 22], [1, 0, 0, 0])(patched(['directory', 24], [1, 0, 0, 0])(zip)),
  },
  {
    says: 'a file smaller than its size',
    does: (zip) => patched(['head', 22], [0, 0, 1, 0])(patched(['directory', 24], [0, 0, 1, 0])(zip)),
  },
  { says: 'another size in the head than in the directory', does: patched(['head', 22], [1, 0, 0, 0]) },
  { says: 'another check sum in the head', does: patched(['head', 14], [0, 0, 0, 0]) },
  {
    says: 'another check sum in both',
    does: (zip) => patched(['head', 14], [1, 2, 3, 4])(patched(['directory', 16], [1, 2, 3, 4])(zip)),
  },
  { says: 'an extra field in the head alone', does: patched(['head', 28], [1, 0]) },
  { says: 'another name in the head than in the directory', does: patched(['head', 30], [0x4d]) },
  { says: 'a name twice', does: (zip) => renamed(zip, { from: 'manifest.json', to: 'report.en.pdf' }) },
  {
    says: 'a name that leads out of the folder',
    does: (zip) => renamed(zip, { from: 'report.en.pdf', to: '../report.pdf' }),
  },
  {
    says: 'a name that begins at the root',
    does: (zip) => renamed(zip, { from: 'report.en.pdf', to: '/eport.en.pdf' }),
  },
  { says: 'a name of another system', does: (zip) => renamed(zip, { from: 'report.en.pdf', to: '..\\eport.epdf' }) },
  { says: 'a name with a nought in it', does: (zip) => renamed(zip, { from: 'report.en.pdf', to: 'report\0en.pdf' }) },
  { says: 'a name that is no UTF-8', does: (zip) => renamed(zip, { from: 'report.en.pdf', to: 'report\xffen.pdf' }) },
  { says: 'a hundred megabytes of nothing', does: (_, files) => bombOf(100 * 1024 ** 2, files) },
  { says: 'eight hundred megabytes of nothing', does: (_, files) => bombOf(800 * 1024 ** 2, files) },
  { says: 'a packed file with one bit turned', does: (zip) => patched(['head', 60], [(zip[60] ?? 0) ^ 4])(zip) },
]
