import type { KeptBytes } from './sealed-stream.js'

/** Where sealed files lie, by names of ours: written once, whole or not at all. It never sees what is in them. */
export interface ExhibitStore {
  /** Keeps the bytes under a new name. Throws, with nothing kept, when they could not all be written. */
  readonly put: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  /** What lies under a name; undefined where nothing does. */
  readonly open: (name: string) => Promise<KeptBytes | undefined>
  /** Takes it away for good; nothing there is nothing to do. */
  readonly remove: (name: string) => Promise<void>
  /** Throws a fault where no file could be taken now. */
  readonly room: () => Promise<void>
}

/** `ab/<upload>/<number>`; refuses what is no name of ours, so that no path can be forged. */
export const placeOf = (name: string): string => {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}\.\d{1,13}$/.test(name)) throw new RangeError('an exhibit lies under its id alone')
  return `${name.slice(0, 2)}/${name}`
}
