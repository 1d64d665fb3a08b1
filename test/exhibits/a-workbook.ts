import { aZip, type Part } from './a-zip.js'

/** A sheet under test: its cells as XML, row by row, as a spreadsheet program writes them. */
interface SheetPart {
  readonly name: string
  readonly cells: readonly (readonly string[])[]
  readonly isHidden?: true
  /** Which sheet's part it names instead of its own, counted from 1. */
  readonly partOf?: number
  /** What its rows say as their numbers, instead of 1, 2, 3. */
  readonly rowNames?: readonly string[]
}

interface Workbook {
  readonly sheets: readonly SheetPart[]
  /** Texts that cells name by their number. */
  readonly strings?: readonly string[]
  readonly countsFrom1904?: true
  readonly more?: readonly Part[]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

/** A workbook as a spreadsheet program saves it: shared texts, styles 0 number, 1 day, 2 share, 3 a day of an own form. */
export const aWorkbook = ({ sheets, strings = [], countsFrom1904, more = [] }: Workbook): Buffer =>
  aZip([
    part(
      '[Content_Types].xml',
      `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="${office}"><workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, isHidden, partOf }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${partOf ?? at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="/xl/worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId90" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ),
    part('xl/sharedStrings.xml', `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    ...sheets.map(({ cells, rowNames = [] }, at) =>
      part(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${cells.map((row, no) => `<row r="${rowNames[no] ?? no + 1}">${row.join('')}</row>`).join('')}</sheetData></worksheet>`,
      ),
    ),
    ...more,
  ])

const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(xml + text) })

/** Cells of such a sheet. */
export const inline = (text: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
export const shared = (no: number): string => `<c t="s"><v>${no}</v></c>`
export const figure = (value: number | string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`
export const empty = '<c/>'
