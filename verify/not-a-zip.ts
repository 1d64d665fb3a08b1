import type { Said } from './fault.js'

/** Why a file could not be read as the zip of an evidence file. */
export class NotAZip extends Error {
  override readonly name = 'NotAZip'
  constructor(readonly says: Said) {
    super(says.en)
  }
}
