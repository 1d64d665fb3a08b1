import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleNoteOf, type SampleNote } from '../../domain/sample-note.js'

/** Where the note of a data folder lies. */
export const sampleNoteIn = (data: string): string => join(data, 'sample.json')

/** Writes the note so that whoever reads it finds one that is whole. */
export const noteSample = (file: string, note: SampleNote): void => {
  writeFileSync(`${file}.new`, `${JSON.stringify(note)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The note of a data folder; undefined where there is none that can be read. */
export const readSampleNote = (file: string): SampleNote | undefined =>
  existsSync(file) ? sampleNoteOf(readFileSync(file, 'utf8')) : undefined
