import { parse } from 'csv-parse/sync'
import type { ExhibitLimits } from '../../domain/exhibits/media.js'
import type { ByteSource } from '../source.js'
import { refused, taken, type Inspection } from './inspection.js'

/** Tables, and maps in text: what can be read as text from its beginning to its end, and is one of the three. */
export const inspectText = async (source: ByteSource, { text: most }: ExhibitLimits): Promise<Inspection> => {
  const head = Buffer.from(await source.read(0, 65_536))
  const encoding = await encodingOf(source)
  if (encoding === undefined) return refused('wrong_type')
  const begins = new TextDecoder(encoding).decode(head).replace(/^\ufeff/, '')
  const isMap = /^\s*(\{|<\?xml|<kml)/i.test(begins)
  if (!isMap) return isTable(begins, head.byteLength < source.size) ? taken('text/csv') : refused('wrong_type')
  if (source.size > most) return refused('too_large')
  const whole = new TextDecoder(encoding).decode(await source.read(0, source.size))
  return begins.trimStart().startsWith('{') ? inspectJson(whole) : inspectKml(whole)
}

/** In which of two encodings it can be read whole; undefined where it is no text. */
const encodingOf = async (source: ByteSource): Promise<'utf-8' | 'gb18030' | undefined> => {
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await isTextIn(source, encoding)) return encoding
  return undefined
}

// eslint-disable-next-line no-control-regex -- these are what no text holds
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/

const isTextIn = async (source: ByteSource, encoding: string): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const piece of source.stream())
      if (unprintable.test(decoder.decode(piece, { stream: true }))) return false
    return !unprintable.test(decoder.decode())
  } catch {
    return false
  }
}

/** Whether it is a table: two columns at least, the same number in each of the first rows, and no page or program. */
const isTable = (begins: string, isMore: boolean): boolean => {
  if (/^\s*(<|#!|@echo|\{\\rtf|%!|mime-version:)/i.test(begins)) return false
  const lines = begins.split(/\r?\n/)
  const rows = (isMore ? lines.slice(0, -1) : lines).slice(0, 50).join('\n')
  return [',', ';', '\t'].some((delimiter) => hasColumns(rows, delimiter))
}

const hasColumns = (rows: string, delimiter: string): boolean => {
  try {
    const found: readonly (readonly string[])[] = parse(rows, { delimiter, skip_empty_lines: true })
    return found.length > 1 && (found[0]?.length ?? 0) > 1
  } catch {
    return false
  }
}

const geometries = /^(FeatureCollection|Feature|GeometryCollection|(Multi)?(Point|LineString|Polygon))$/

const inspectJson = (text: string): Inspection => {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
    return typeof type === 'string' && geometries.test(type) ? taken('application/geo+json') : refused('wrong_type')
  } catch {
    return refused('unreadable')
  }
}

const inspectKml = (text: string): Inspection => {
  const root = /<(?![?!])(?:[\w-]+:)?([A-Za-z][\w-]*)/.exec(text)?.[1]
  if (root !== 'kml') return refused('wrong_type')
  if (/<!(doctype|entity)|<script|javascript:|<networklink/i.test(text)) return refused('active')
  return /<\/(?:[\w-]+:)?kml\s*>\s*$/.test(text) ? taken('application/vnd.google-earth.kml+xml') : refused('unreadable')
}
