import { openZip } from '../../exhibits/inspect/zip-parts.js'
import { sourceOf } from '../../exhibits/source.js'

/** The XML of the parts of a word processor's file, those alone whose name fits. */
export const wordParts = async (file: Uint8Array, fits = /^word\/[^/]+\.xml$/): Promise<readonly string[]> => {
  const zip = await openZip(sourceOf(file), { entries: 200 })
  const texts: string[] = []
  for (const entry of zip.entries.filter(({ fileName }) => fits.test(fileName))) {
    const pieces: Uint8Array[] = []
    for await (const piece of await zip.open(entry)) if (piece instanceof Uint8Array) pieces.push(piece)
    texts.push(Buffer.concat(pieces).toString('utf8'))
  }
  zip.close()
  return texts
}
