import type { FileVerdict } from '../../domain/exhibits/verdicts.js'
import { refused, taken, type Inspection } from './inspection.js'

/** Whether a part says what the whole is, or what it fetches: the list of types, relations, links to other tables. */
export const mustRead = (name: string): boolean =>
  /^\[content_types\]\.xml$/i.test(name) || /\.rels$/i.test(name) || /^xl\/externallinks\/.*\.xml$/i.test(name)

/** Relations that only point to a page somebody may open, or to another table by its name. */
const harmless = /\/relationships\/(hyperlink|externalLinkPath)"/

/** Why a part may not be in a document, by its name and by what it says. */
export const partSays = ({ name, text }: { name: string; text: string | undefined }): FileVerdict | undefined => {
  if (/vbaproject|(^|\/)vbadata\.xml$|^xl\/macrosheets\//i.test(name)) return 'macros'
  if (/\/activex\/|^customui\/|^xl\/connections\.xml$|(^|\/)oleobject[^/]*$/i.test(name)) return 'active'
  if (text === undefined) return undefined
  if (/^\[content_types\]\.xml$/i.test(name) && /macroenabled|vbaproject/i.test(text)) return 'macros'
  if (/\.rels$/i.test(name) && relationsOf(text).some(isFetched)) return 'active'
  return /^xl\/externallinks\//i.test(name) && /<(?:\w+:)?ddelink/i.test(text) ? 'active' : undefined
}

const relationsOf = (text: string): readonly string[] => text.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? []
const isFetched = (relation: string): boolean =>
  /TargetMode\s*=\s*["']External["']/i.test(relation) && !harmless.test(relation.replaceAll("'", '"'))

interface Parts {
  readonly names: readonly string[]
  readonly texts: ReadonlyMap<string, string>
}

const shapeSuffixes = /\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj|shp\.xml)$/i

/** What a container is by the names of its parts and its list of types. */
export const kindOfParts = ({ names, texts }: Parts): Inspection => {
  const types = texts.get('[Content_Types].xml')
  if (types !== undefined) return documentBy(types)
  if (names.includes('OFD.xml')) return taken('application/ofd')
  if (names.includes('mimetype')) return refused('wrong_type')
  if (names.includes('META-INF/MANIFEST.MF') || names.includes('AndroidManifest.xml')) return refused('executable')
  const files = names.filter((name) => !name.endsWith('/'))
  return files.every((name) => shapeSuffixes.test(name)) && isShapefile(files)
    ? taken('application/x-shapefile+zip')
    : refused('archive')
}

const documentBy = (types: string): Inspection => {
  if (types.includes('wordprocessingml.document.main+xml'))
    return taken('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  if (types.includes('spreadsheetml.sheet.main+xml'))
    return taken('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  return refused('wrong_type')
}

/** A map is its shapes with their index and their table. */
const isShapefile = (files: readonly string[]): boolean => {
  const lower = files.map((name) => name.toLowerCase())
  const shapes = lower.filter((name) => name.endsWith('.shp')).map((name) => name.slice(0, -4))
  return shapes.length > 0 && shapes.every((stem) => lower.includes(`${stem}.shx`) && lower.includes(`${stem}.dbf`))
}
