import type { FileVerdict } from '../../domain/exhibits/verdicts.js'
import { fieldReader } from './fields.js'
import { saidUnder, xmlPart, type Tag, type XmlPart } from './xml-part.js'

/** One part of an office document, read as it comes. */
export interface OfficePart {
  readonly write: (piece: Uint8Array) => void
  /** Why the document is not taken with it, once it has come whole. */
  readonly end: () => FileVerdict | undefined
}

/** How much is looked at before it is said that a part is no XML. */
const enough = 64

/** Reads a part if it is XML, by its name or by how it begins; every other part is passed over here. */
export const officePart = (name: string, types: Set<string>): OfficePart => {
  let head: Buffer | undefined = Buffer.alloc(0)
  let reader: ReturnType<typeof readerOf> | undefined
  const decide = (begun: Buffer): void => {
    head = undefined
    if (!/\.(xml|rels)$/i.test(name) && !looksLikeXml(begun)) return
    reader = readerOf(name, types)
    reader.part.write(begun)
  }
  return {
    write: (piece) => {
      if (head === undefined) reader?.part.write(piece)
      else {
        head = Buffer.concat([head, piece])
        if (head.byteLength >= enough) decide(head)
      }
    },
    end: () => {
      if (head !== undefined) decide(head)
      reader?.part.end()
      return reader?.part.isDoubtful() === true ? 'unreadable' : reader?.verdict()
    },
  }
}

/** A tag first, whatever the encoding: with a mark before it, or with every second byte empty. */
const looksLikeXml = (begun: Buffer): boolean =>
  /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(begun.toString('latin1'))

const readerOf = (name: string, types: Set<string>): { part: XmlPart; verdict: () => FileVerdict | undefined } => {
  const fields = fieldReader()
  let no: FileVerdict | undefined
  const opened = (tag: Tag): void => {
    if (isTypes(name)) no ??= typeSays(tag, types)
    no ??= tagSays(tag, name)
    fields.opened(tag)
  }
  const part = xmlPart({ opened, text: fields.text, closed: fields.closed })
  return { part, verdict: () => no ?? (fields.isActive() ? 'active' : undefined) }
}

/** The list that says of every part of a document what it is. */
export const isTypes = (name: string): boolean => /^\/?\[content_types\]\.xml$/i.test(name)

const typeSays = ({ attributes }: Tag, types: Set<string>): FileVerdict | undefined => {
  const { ContentType: type, PartName: part, Extension: ending } = attributes
  if (type === undefined) return undefined
  types.add(type)
  if (/macroenabled|vbaproject/i.test(type)) return 'macros'
  if (/^\s*(text\/html|application\/xhtml|message\/|multipart\/|application\/(rtf|x-mswrite))/i.test(type))
    return 'active'
  // XML under another name would not be looked at as what it is.
  const isNamedSo = /\.(xml|rels)$/i.test(part ?? `.${ending ?? ''}`)
  return /[+/]xml\s*(;|$)/i.test(type) && !isNamedSo ? 'active' : undefined
}

const tagSays = (tag: Tag, part: string): FileVerdict | undefined => {
  const { name } = tag
  if (name === 'Relationship') return relationSays(tag, part)
  if (name === 'altChunk' || name === 'ddeLink') return 'active'
  return /^(imagedata|fill|stroke)$/.test(name) && saidUnder('src', tag).some(isElsewhere) ? 'active' : undefined
}

const families = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]
/** What points to a page somebody may open. */
const links = new Set(families.map((family) => `${family}/hyperlink`))
/** What names another table: by a name beside it, never by an address. */
const tables = new Set(families.map((family) => `${family}/externalLinkPath`))

const relationSays = ({ attributes }: Tag, part: string): FileVerdict | undefined => {
  const { Type: type = '', Target: target = '', TargetMode: mode = 'Internal' } = attributes
  const kind = type.trim().split('/').at(-1)?.toLowerCase() ?? ''
  if (kind === 'vbaproject') return 'macros'
  if (['afchunk', 'control', 'activexcontrolbinary', 'subdocument', 'attachedtemplate'].includes(kind)) return 'active'
  if (mode === 'Internal' && !isElsewhere(target)) return undefined
  if (links.has(type)) return undefined
  const isTable = tables.has(type) && /^xl\/externallinks\/_rels\//i.test(part)
  return isTable && !isElsewhere(target) ? undefined : 'active'
}

/** Whether a target is an address: it names a scheme or a machine. */
const isElsewhere = (target: string): boolean => /^\s*([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(target)
