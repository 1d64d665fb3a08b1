import type { TableSheet } from '../../domain/form/table-file.js'
import { placeInFile, tableFileSays } from '../../domain/form/table-file-words.js'
import { fileVerdicts } from '../../domain/exhibits/verdicts.js'
import { xmlPart, type Tag } from '../inspect/xml-part.js'
import { openZip, type ZipParts } from '../inspect/zip-parts.js'
import type { ByteSource } from '../source.js'
import { asShown, stylesRead, type Styles } from './cell-styles.js'
import { tableLimits } from './limits.js'
import { sheetReader, Unfit, type TableFileRead } from './sheet-reader.js'

const damaged: TableFileRead = { no: tableFileSays.found(fileVerdicts.unreadable) }

/** The visible sheets of a workbook that was looked at before. Nothing is unpacked further than a filled-in table goes. */
export const readWorkbook = async (source: ByteSource): Promise<TableFileRead> => {
  let parts: ZipParts | undefined
  try {
    parts = await openZip(source, { entries: tableLimits.parts })
    return { sheets: await sheetsOf(partReader(parts)) }
  } catch (error) {
    if (error instanceof Unfit) return { no: error.no }
    return damaged
  } finally {
    parts?.close()
  }
}

const sheetsOf = async (read: ReadPart): Promise<readonly TableSheet[]> => {
  const main = await mainPart(read)
  const [{ sheets, countsFrom1904 }, targets] = [await workbookOf(read, main), await relations(read, main)]
  const partOf = (kind: string): string => targets.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? ''
  const strings = await sharedStrings(read, partOf('sharedStrings'))
  const styles = await stylesRead((hear) => read({ name: partOf('styles'), hear }))
  const found: TableSheet[] = []
  for (const { name, id } of sheets.slice(0, tableLimits.sheets)) {
    const target = targets.find((one) => one.id === id)
    if (target === undefined || !target.type.endsWith('/worksheet')) continue
    found.push(await sheetOf(read, { name, target: target.target, strings, styles, countsFrom1904 }))
  }
  return found
}

type Hearing = Parameters<typeof xmlPart>[0]

interface PartRead {
  readonly name: string
  readonly hear: Hearing
  /** The sheet it holds the cells of, where it holds some. */
  readonly sheet?: string
}
type ReadPart = (part: PartRead) => Promise<void>

/**
 * Reads the parts of one workbook by their names; a part that is not there says nothing. Throws for one that is doubtful, for
 * one that is named a second time, since its cells would be unpacked as often as somebody names them, and for more in all than
 * a filled-in table holds.
 */
const partReader = (parts: ZipParts): ReadPart => {
  const read = new Set<ZipParts['entries'][number]>()
  let unpacked = 0
  return async ({ name, hear, sheet = '' }) => {
    const entry = parts.entries.find(({ fileName }) => fileName.toLowerCase() === name.toLowerCase())
    if (entry === undefined) return
    if (read.has(entry)) throw new Unfit(tableFileSays.partTwice(placeInFile({ sheet })))
    read.add(entry)
    const part = xmlPart(hear)
    for await (const piece of await parts.open(entry)) {
      if (!Buffer.isBuffer(piece)) continue
      unpacked += piece.byteLength
      if (unpacked > tableLimits.unpacked) throw new Unfit(tableFileSays.found(fileVerdicts.bomb))
      part.write(piece)
    }
    part.end()
    if (part.isDoubtful()) throw new Error(`${name} can be read in two ways`)
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** What a part of the container leads to, by whole names. */
const relations = async (read: ReadPart, of: string): Promise<readonly Relation[]> => {
  const found: Relation[] = []
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${of.slice(folder.length)}.rels`
  const opened = ({ name: tag, attributes }: Tag): void => {
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes
    if (tag === 'Relationship') found.push({ id, type, target: wholeName(folder, target) })
  }
  await read({ name, hear: { opened } })
  return found
}

const wholeName = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`

const mainPart = async (read: ReadPart): Promise<string> => {
  const main = (await relations(read, '')).find(({ type }) => type.endsWith('/officeDocument'))
  return main?.target ?? 'xl/workbook.xml'
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly id: string }[]
  readonly countsFrom1904: boolean
}

/** The sheets that somebody sees, in their order. */
const workbookOf = async (read: ReadPart, name: string): Promise<Workbook> => {
  const sheets: { name: string; id: string }[] = []
  let countsFrom1904 = false
  const opened = ({ name: tag, attributes }: Tag): void => {
    if (tag === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
    const isShown = /^$|^visible$/.test(attributes['state'] ?? '')
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
    if (tag === 'sheet' && isShown && id !== undefined) sheets.push({ name: attributes['name'] ?? '', id })
  }
  await read({ name, hear: { opened } })
  return { sheets, countsFrom1904 }
}

/** Texts that cells name by number; how they are pronounced is no part of them. */
const sharedStrings = async (read: ReadPart, name: string): Promise<readonly string[]> => {
  const strings: string[] = []
  let [inText, inPhonetic, text] = [false, false, '']
  const opened = ({ name: tag }: Tag): void => {
    if (tag === 'si') text = ''
    if (tag === 'rPh') inPhonetic = true
    if (tag === 't') inText = !inPhonetic
  }
  const closed = (tag: string): void => {
    if (tag === 'si') strings.push(text)
    if (tag === 'rPh') inPhonetic = false
    if (tag === 't') inText = false
  }
  const hear = { opened, closed, text: (piece: string) => void (inText ? (text += piece) : undefined) }
  await read({ name, hear })
  return strings
}

interface SheetPart {
  readonly name: string
  readonly target: string
  readonly strings: readonly string[]
  readonly styles: Styles
  readonly countsFrom1904: boolean
}

const sheetOf = async (
  read: ReadPart,
  { name, target, strings, styles, countsFrom1904 }: SheetPart,
): Promise<TableSheet> => {
  const reader = sheetReader(name, ({ type, style, raw, inline, place }) => {
    if (type === 'e') throw new Unfit(tableFileSays.error(placeInFile(place)))
    if (type === 's') return strings[Number(raw)] ?? ''
    if (type === 'inlineStr') return inline
    if (type === 'b') return raw === '1' ? 'true' : 'false'
    return type === 'str' || type === 'd' ? raw : asShown(raw, { style, styles, countsFrom1904 })
  })
  await read({ name: target, hear: reader.hear, sheet: name })
  return { name, rows: reader.rows() }
}
