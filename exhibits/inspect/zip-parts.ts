import { PassThrough, type Readable } from 'node:stream'
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import type { ByteSource } from '../source.js'

/** The parts of a zip container by its own directory, and what each holds. Read by a library that follows the format to the letter. */
export interface ZipParts {
  readonly entries: readonly Entry[]
  readonly comment: string
  /** What a part holds, unpacked piece by piece. Throws where it is more, or less, than the directory says. */
  readonly open: (entry: Entry) => Promise<Readable>
  readonly close: () => void
}

/** The directory names a part outside of the file. */
export class LeadsOut extends Error {}
/** There are more parts than anybody looks at. */
export class TooManyParts extends Error {}

/** Opens a container and reads its directory. Throws for what is no sound container. */
export const openZip = async (source: ByteSource, { entries: most }: { entries: number }): Promise<ZipParts> => {
  const zip = await fileOf(source)
  try {
    if (zip.entryCount > most) throw new TooManyParts()
    return {
      entries: await entriesOf(zip),
      comment: zip.comment,
      open: (entry) => streamOf(zip, entry),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

// eslint-disable-next-line no-restricted-syntax -- the library reads from anywhere through a class of its own, to be extended
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource

  constructor(source: ByteSource) {
    super()
    this.#source = source
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const through = new PassThrough()
    this.#pour(through, { start, end }).catch((error: unknown) => through.destroy(asError(error)))
    return through
  }

  async #pour(through: PassThrough, { start, end }: { start: number; end: number }): Promise<void> {
    for (let at = start; at < end && !through.destroyed;) {
      const piece = await this.#source.read(at, Math.min(64 * 1024, end - at))
      if (piece.byteLength === 0) break
      at += piece.byteLength
      if (!through.write(piece)) await new Promise((resolve) => through.once('drain', resolve).once('close', resolve))
    }
    through.end()
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const fileOf = (source: ByteSource): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }
    fromRandomAccessReader(new SourceReader(source), source.size, options, (error, zip) =>
      zip === undefined ? reject(asError(error)) : resolve(zip),
    )
  })

const entriesOf = (zip: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const found: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      found.push(entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(found))
    zip.once('error', (error: unknown) => {
      const isName = /relative path|absolute path|invalid characters/.test(asError(error).message)
      reject(isName ? new LeadsOut() : asError(error))
    })
    zip.readEntry()
  })

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (stream === undefined ? reject(asError(error)) : resolve(stream)))
  })
