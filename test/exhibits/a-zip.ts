import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a container under test, and what is said of it that is not so. */
export interface Part {
  readonly name: string
  readonly bytes: Buffer
  /** The size its directory claims. */
  readonly claims?: number
  readonly isEncrypted?: true
  readonly isLink?: true
  readonly isStored?: true
}

interface Shape {
  readonly before?: Buffer
  readonly comment?: Buffer
  /** Where every part of the directory points, so that all lie over one another. */
  readonly allAt?: number
}

/** A zip container of these parts, written byte by byte so that it can lie. */
export const aZip = (
  parts: readonly Part[],
  { before = Buffer.alloc(0), comment = Buffer.alloc(0), allAt }: Shape = {},
) => {
  const pieces = [before]
  const directory: Buffer[] = []
  let at = before.byteLength
  for (const part of parts) {
    const packed = part.isStored ? part.bytes : deflateRawSync(part.bytes)
    const fields = fieldsOf(part, packed.byteLength)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, u16(0), Buffer.from(part.name), packed])
    directory.push(entryOf(part, { fields, at: allAt ?? at }))
    pieces.push(local)
    at += local.byteLength
  }
  const central = Buffer.concat(directory)
  const end = [Buffer.from('504b0506', 'hex'), u16(0), u16(0), u16(parts.length), u16(parts.length)]
  return Buffer.concat([...pieces, central, ...end, u32(central.byteLength), u32(at), u16(comment.byteLength), comment])
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff])
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** What stands before the name, in the part and in the directory alike. */
const fieldsOf = ({ name, bytes, claims, isEncrypted, isStored }: Part, packed: number): Buffer => {
  const flags = (isEncrypted ? 1 : 0) | 0x800
  const words = [20, flags, isStored ? 0 : 8, 0, 0x5a21].map(u16)
  const sizes = [crc32(bytes), packed, claims ?? bytes.byteLength].map(u32)
  return Buffer.concat([words, sizes, u16(Buffer.byteLength(name))].flat())
}

const entryOf = ({ name, isLink }: Part, { fields, at }: { fields: Buffer; at: number }): Buffer => {
  const head = [Buffer.from('504b0102', 'hex'), u16(0x031e), fields]
  const mode = u32(((isLink ? 0o120777 : 0o100644) << 16) >>> 0)
  return Buffer.concat([head, [0, 0, 0, 0].map(u16), mode, u32(at), Buffer.from(name)].flat())
}
