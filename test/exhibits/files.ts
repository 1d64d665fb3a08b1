import { deflateSync, crc32 } from 'node:zlib'
import { aZip, type Part } from './a-zip.js'

/** A file under test of this text. */
export const text = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'))

interface PdfParts {
  readonly catalogue?: string
  readonly streams?: readonly Buffer[]
  readonly pages?: number
}

/** A PDF whose catalogue holds these words, whose streams are these. */
export const aPdf = ({ catalogue = '', streams = [], pages = 1 }: PdfParts = {}): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj\n`),
    Buffer.from(`2 0 obj\n<< /Type /Pages /Count ${pages} >>\nendobj\n`),
    ...Array.from({ length: pages }, () => Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n')),
    ...streams,
    Buffer.from('trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
  ])

/** A stream of a PDF, with its dictionary. */
export const aStream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`5 0 obj\n<< ${dictionary} /Length ${bytes.byteLength} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ])
/** Objects packed into a stream, where a plain look finds nothing. */
export const packed = (objects: string): Buffer =>
  aStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(Buffer.from(objects)))

const chunk = (type: string, bytes: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.byteLength)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG picture of one black point. */
export const aPng = (): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** A JPEG picture, as far as its marks go. */
export const aJpeg = (within: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    within.byteLength === 0 ? within : Buffer.concat([Buffer.from([0xff, 0xfe, 0, within.byteLength + 2]), within]),
    Buffer.from('ffdb0043', 'hex'),
    Buffer.alloc(65, 1),
    Buffer.from('ffda0008010100003f0000ffd9', 'hex'),
  ])

/** A TIFF picture with one field. */
export const aTiff = (): Buffer =>
  Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.from('010000010400010000000100000000000000', 'hex')])

const box = (type: string, bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.byteLength + 8)
  return Buffer.concat([length, Buffer.from(type), bytes])
}

/** An MP4 video, as far as its boxes go. */
export const anMp4 = (size = 64): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100))),
    box('mdat', Buffer.alloc(size, 7)),
  ])

const types = (main: string) =>
  Buffer.from(`<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}"/></Types>`)
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** A document of these parts; `main` says what it claims to be. */
export const anOffice = (main: string, ...parts: readonly Part[]): Buffer =>
  aZip([{ name: '[Content_Types].xml', bytes: types(main) }, ...parts])
export const aDocx = (...parts: readonly Part[]): Buffer =>
  anOffice(word, { name: 'word/document.xml', bytes: Buffer.from('<w:document/>') }, ...parts)
export const anXlsx = (...parts: readonly Part[]): Buffer =>
  anOffice(excel, { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') }, ...parts)

const family = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Relations of a document, one of them of this type to somewhere else. */
export const relation = (type: string, target = 'https://example.invalid/x'): Buffer =>
  relating(`Type="${family}/${type}" Target="${target}" TargetMode="External"`)
/** Relations of a document, one of them in these words. */
export const relating = (words: string): Buffer =>
  Buffer.from(`<Relationships><Relationship Id="r1" ${words}/></Relationships>`)
/** A Word document with one relation in these words, or these bytes as its relations. */
export const aRelatedDocx = (relations: string | Buffer): Buffer =>
  aDocx({
    name: 'word/_rels/document.xml.rels',
    bytes: typeof relations === 'string' ? relating(relations.replaceAll('~', family)) : relations,
  })

/** A field of a text document, its code spelt out over these runs. */
export const field = (...codes: readonly string[]): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes
    .map((code) => (code.startsWith('<') ? code : `<w:r><w:instrText>${code}</w:instrText></w:r>`))
    .join(
      '',
    )}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
/** A Word document in whose text, or header, this stands. */
export const aDocxSaying = (said: string, name = 'word/header1.xml'): Buffer =>
  aDocx({ name, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><w:hdr><w:p>${said}</w:p></w:hdr>`) })

/** The container old office programs, and protected documents, lie in. */
export const aCompound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(400),
  ])

/** A map as four files in one. */
export const aShapefile = (...more: readonly Part[]): Buffer =>
  aZip([
    ...['base.shp', 'base.shx', 'base.dbf', 'base.prj'].map((name) => ({ name, bytes: Buffer.from(`map ${name}`) })),
    ...more,
  ])
