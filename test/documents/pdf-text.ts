import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  /** The characters of each page in the order drawn, without white space. */
  readonly pages: readonly string[]
  readonly fonts: readonly string[]
  readonly tagged: boolean
}

/** Reads the characters back out of a PDF as the typesetter writes it: plain objects, Flate, two-byte glyph codes. */
export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id, body ?? '']),
  )
  const object = (id: string | undefined) => objects.get(id ?? '') ?? ''
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))
  return {
    pages: pages.map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, id]) => [
          name,
          glyphsOf(streamIn(object(refIn(object(id), 'ToUnicode')))),
        ]),
      )
      return drawnText(streamIn(object(refIn(page, 'Contents'))), fonts).replace(/[\s\u200B]/g, '')
    }),
    fonts: [...file.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name ?? ''),
    tagged: /\/MarkInfo <<\s*\/Marked true/.test(file) && file.includes('/StructTreeRoot'),
  }
}

/** A text as it is found on a page: white space left out. */
export const asDrawn = (text: string): string => text.replace(/\s/g, '')

type Glyphs = ReadonlyMap<number, string>

const refIn = (body: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1]

const streamIn = (body: string): string => {
  const start = body.indexOf('stream\n')
  if (start < 0) return ''
  const raw = Buffer.from(body.slice(start + 'stream\n'.length, body.lastIndexOf('\nendstream')), 'latin1')
  return (body.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1')
}

const glyphsOf = (map: string): Glyphs =>
  new Map(
    [...map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)].flatMap(([, block]) =>
      [...(block ?? '').matchAll(/<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/g)].map(([, code, text]): [number, string] => [
        parseInt(code ?? '', 16),
        Buffer.from(text ?? '', 'hex')
          .swap16()
          .toString('utf16le'),
      ]),
    ),
  )

const drawnText = (content: string, fonts: ReadonlyMap<string | undefined, Glyphs>): string => {
  let glyphs: Glyphs = new Map()
  let text = ''
  const shows = /\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([0-9A-Fa-f]+)>/g
  for (const [, run] of content.replace(actualText, '').matchAll(/\nBT\n([\s\S]*?)\nET\n/g)) {
    for (const [, font, literal, hex] of (run ?? '').matchAll(shows)) {
      if (font !== undefined) glyphs = fonts.get(font) ?? new Map()
      else
        text += codesIn(literal ?? '', hex)
          .map((code) => glyphs.get(code) ?? '\uFFFD')
          .join('')
    }
  }
  return text
}

/** What a reader copies in place of the glyphs; only what is drawn counts here. */
const actualText = /\/ActualText (?:\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/g

const codesIn = (literal: string, hex: string | undefined): number[] => {
  const bytes =
    hex !== undefined
      ? Buffer.from(hex, 'hex').toString('latin1')
      : literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_all, octal: string | undefined, letter: string) =>
          octal === undefined ? (letterEscapes[letter] ?? letter) : String.fromCharCode(parseInt(octal, 8)),
        )
  return Array.from(
    { length: bytes.length / 2 },
    (_, at) => bytes.charCodeAt(2 * at) * 256 + bytes.charCodeAt(2 * at + 1),
  )
}

const letterEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
