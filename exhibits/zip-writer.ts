import { crc32, deflateRawSync } from 'node:zlib'

/** The most that a zip without its later extensions can hold. */
const limits = { files: 65_535, bytes: 0xffffffff } as const
/** Papers are packed already. */
const packed = /\.(pdf|zip)$/

/**
 * One zip of these files, in their order, dated `at`: the same files give the same bytes. Refuses, as a fault, more than a
 * plain zip can hold: then evidence is to be made base by base.
 */
export function zipOf(files: ReadonlyMap<string, string | Uint8Array>, at: Date): Buffer {
  if (files.size > limits.files) throw new Error(`${files.size} files are more than one zip holds; ask base by base.`)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const entry = entryOf({ name, content, at })
    directory.push(entry.record(offset))
    parts.push(entry.head, entry.body)
    offset += entry.head.length + entry.body.length
    if (offset > limits.bytes) throw new Error('The evidence is larger than one zip holds; ask base by base.')
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, index, end])
}

interface Content {
  readonly name: string
  readonly content: string | Uint8Array
  readonly at: Date
}

function entryOf({ name, content, at }: Content) {
  const plain = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
  const body = packed.test(name) ? plain : deflateRawSync(plain)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  // Bit 11: the name is UTF-8.
  fields.writeUInt16LE(0x800, 2)
  fields.writeUInt16LE(packed.test(name) ? 0 : 8, 4)
  fields.writeUInt32LE(dosTime(at), 6)
  fields.writeUInt32LE(crc32(plain), 10)
  fields.writeUInt32LE(body.length, 14)
  fields.writeUInt32LE(plain.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  const title = Buffer.from(name, 'utf8')
  return {
    body,
    head: Buffer.concat([Buffer.from('504b0304', 'hex'), fields, title]),
    record: (offset: number): Buffer => {
      const rest = Buffer.alloc(14)
      rest.writeUInt32LE(offset, 10)
      return Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, rest, title])
    },
  }
}

/** Date and time as a zip keeps them: two seconds fine, in UTC. */
const dosTime = (at: Date): number => {
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}
