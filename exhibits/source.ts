/** The bytes of a file, wherever they lie: read in pieces, from anywhere and in order, never whole at once. */
export interface ByteSource {
  readonly size: number
  /** As many bytes from there as there are, at most so many. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
  readonly stream: () => AsyncIterable<Uint8Array>
}

/** Bytes that are in memory. */
export const sourceOf = (bytes: Uint8Array, piece = 64 * 1024): ByteSource => ({
  size: bytes.byteLength,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
  stream: async function* () {
    for (let at = 0; at < bytes.byteLength; at += piece) yield bytes.subarray(at, at + piece)
  },
})

/** Several sources behind one another, as one. */
export const joined = (parts: readonly ByteSource[]): ByteSource => {
  const [first] = parts
  if (first !== undefined && parts.length === 1) return first
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    read: async (offset, length) => Buffer.concat(await readAcross(parts, { offset, length })),
    stream: async function* () {
      for (const part of parts) yield* part.stream()
    },
  }
}

const readAcross = async (
  parts: readonly ByteSource[],
  { offset, length }: { offset: number; length: number },
): Promise<readonly Uint8Array[]> => {
  const found: Uint8Array[] = []
  let [start, left] = [offset, length]
  for (const part of parts) {
    if (left > 0 && start < part.size) {
      const bytes = await part.read(start, Math.min(left, part.size - start))
      found.push(bytes)
      left -= bytes.byteLength
    }
    start = Math.max(0, start - part.size)
  }
  return found
}
