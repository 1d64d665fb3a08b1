import type { FileVerdict } from '../../domain/exhibits/verdicts.js'
import { refused, taken, type Inspection } from './inspection.js'

/** Why a part may not be in a document, by its name. */
export const nameSays = (name: string): FileVerdict | undefined => {
  if (/vbaproject|(^|\/)vbadata\.xml$|^xl\/macrosheets\//i.test(name)) return 'macros'
  return /\/activex\/|^customui\/|^xl\/connections\.xml$|(^|\/)oleobject[^/]*$/i.test(name) ? 'active' : undefined
}

interface Parts {
  readonly names: readonly string[]
  /** The types the document gives its parts; absent where it has no list of them. */
  readonly types: ReadonlySet<string> | undefined
}

const shapeSuffixes = /\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj|shp\.xml)$/i

/** What a container is by the names of its parts and its list of types. */
export const kindOfParts = ({ names, types }: Parts): Inspection => {
  if (types !== undefined) return documentBy(types)
  if (names.includes('OFD.xml')) return taken('application/ofd')
  if (names.includes('mimetype')) return refused('wrong_type')
  if (names.includes('META-INF/MANIFEST.MF') || names.includes('AndroidManifest.xml')) return refused('executable')
  const files = names.filter((name) => !name.endsWith('/'))
  return files.every((name) => shapeSuffixes.test(name)) && isShapefile(files)
    ? taken('application/x-shapefile+zip')
    : refused('archive')
}

const documentBy = (types: ReadonlySet<string>): Inspection => {
  const has = (main: string) => [...types].some((type) => type.endsWith(main))
  if (has('wordprocessingml.document.main+xml'))
    return taken('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  if (has('spreadsheetml.sheet.main+xml'))
    return taken('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  return refused('wrong_type')
}

/** A map is its shapes with their index and their table. */
const isShapefile = (files: readonly string[]): boolean => {
  const lower = files.map((name) => name.toLowerCase())
  const shapes = lower.filter((name) => name.endsWith('.shp')).map((name) => name.slice(0, -4))
  return shapes.length > 0 && shapes.every((stem) => lower.includes(`${stem}.shx`) && lower.includes(`${stem}.dbf`))
}
