import type { ByteSource } from '../source.js'
import { refused, taken, type Inspection } from './inspection.js'

/** A PNG picture: chunk behind chunk up to the last one, and nothing after it. */
export const inspectPng = async (source: ByteSource): Promise<Inspection> => {
  for (let at = 8; at + 12 <= source.size;) {
    const head = Buffer.from(await source.read(at, 8))
    const type = head.toString('latin1', 4, 8)
    if (!/^[A-Za-z]{4}$/.test(type)) return refused('unreadable')
    at += 12 + head.readUInt32BE(0)
    if (type !== 'IEND') continue
    if (at === source.size) return taken('image/png')
    return refused(at < source.size ? 'polyglot' : 'unreadable')
  }
  return refused('unreadable')
}

/** A JPEG picture: it ends with its end mark, and nothing but zeros stands behind. */
export const inspectJpeg = async (source: ByteSource): Promise<Inspection> => {
  const tail = Buffer.from(await source.read(Math.max(0, source.size - 65_536), 65_536))
  const end = tail.lastIndexOf(Buffer.from([0xff, 0xd9]))
  if (end < 0) return refused('unreadable')
  const behind = tail.subarray(end + 2)
  return behind.every((byte) => byte === 0) ? taken('image/jpeg') : refused('polyglot')
}

/** A TIFF picture: its first directory lies within the file. */
export const inspectTiff = async (source: ByteSource): Promise<Inspection> => {
  const head = Buffer.from(await source.read(0, 8))
  const isLittle = head.toString('latin1', 0, 2) === 'II'
  const directory = isLittle ? head.readUInt32LE(4) : head.readUInt32BE(4)
  if (directory < 8 || directory + 2 > source.size) return refused('unreadable')
  const count = Buffer.from(await source.read(directory, 2))
  const entries = isLittle ? count.readUInt16LE(0) : count.readUInt16BE(0)
  return entries > 0 && directory + 2 + entries * 12 <= source.size ? taken('image/tiff') : refused('unreadable')
}

/** An MP4 video: box behind box, the last of which ends where the file does. */
export const inspectMp4 = async (source: ByteSource): Promise<Inspection> => {
  let [at, hasMovie] = [0, false]
  while (at + 8 <= source.size) {
    const head = Buffer.from(await source.read(at, 16))
    const type = head.toString('latin1', 4, 8)
    if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return refused(hasMovie ? 'polyglot' : 'unreadable')
    const length = boxLength(head, source.size - at)
    if (length < 8 || at + length > source.size) return refused('unreadable')
    hasMovie ||= type === 'moov'
    at += length
  }
  if (!hasMovie) return refused('unreadable')
  return at === source.size ? taken('video/mp4') : refused('polyglot')
}

const boxLength = (head: Buffer, left: number): number => {
  const short = head.readUInt32BE(0)
  if (short === 0) return left
  if (short !== 1) return short
  return head.byteLength < 16 ? 0 : Number(head.readBigUInt64BE(8))
}
