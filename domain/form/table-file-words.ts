import type { LocalText } from '../locale.js'

/** Why a file with tables is not taken: what was got, what is allowed, and what to do next. */
export interface TableFileNo {
  readonly got: LocalText
  readonly allowed: LocalText
  readonly todo: LocalText
}

interface PlaceInFile {
  /** Empty: the file has no sheets. */
  readonly sheet: string
  readonly row?: number | undefined
  /** Counted from 0. */
  readonly column?: number | undefined
  /** What a person reads of the column and of what stands in it. */
  readonly labels?: readonly LocalText[]
}

/** Where something stands in a file, as the program it was made with shows it. */
export const placeInFile = ({ sheet, row, column, labels = [] }: PlaceInFile): LocalText => {
  const name = (locale: 'en' | 'zh-CN'): string => labels.map((label) => label[locale]).join(' › ')
  const en = [
    ...(sheet === '' ? [] : [`sheet “${sheet}”`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${columnLetters(column)}`]),
  ].join(', ')
  const zh = [
    ...(sheet === '' ? [] : [`工作表“${sheet}”`]),
    ...(row === undefined ? [] : [`第${row}行`]),
    ...(column === undefined ? [] : [`${columnLetters(column)}列`]),
  ].join('')
  return labels.length === 0
    ? { en: en === '' ? 'the file' : en, 'zh-CN': zh === '' ? '文件' : zh }
    : {
        en: `${en === '' ? 'the file' : en} (${name('en')})`,
        'zh-CN': `${zh === '' ? '文件' : zh}（${name('zh-CN')}）`,
      }
}

/** A, B … Z, AA: how programs call their columns. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${columnLetters(Math.floor(column / 26) - 1)}${columnLetters(column % 26)}`

/** So many places are named; whoever mends them sees the rest the next time. */
const most = 8

const list = (texts: readonly LocalText[]): LocalText => ({
  en: texts.map(({ en }) => en).join(', '),
  'zh-CN': texts.map((text) => text['zh-CN']).join('、'),
})

/** So much of what a file says is shown again. */
const shownAtMost = 20
const inOrder: LocalText = { en: 'rows and columns in their order, each once', 'zh-CN': '行、列按顺序排列，且不重复' }
const anew: LocalText = {
  en: 'open it in a spreadsheet program and save it anew',
  'zh-CN': '请用电子表格软件打开后重新保存',
}
const again: LocalText = { en: 'correct it and choose the file again', 'zh-CN': '请修改后重新选择文件' }

/** Every way in which a file with tables is not taken. */
export const tableFileSays = {
  noFile: (): TableFileNo => ({
    got: { en: 'no file was chosen', 'zh-CN': '未选择文件' },
    allowed: { en: 'xlsx or csv', 'zh-CN': 'xlsx 或 csv' },
    todo: { en: 'choose the filled-in file', 'zh-CN': '请选择已填写的文件' },
  }),
  nothing: (): TableFileNo => ({
    got: { en: 'the file has no sheet with rows', 'zh-CN': '文件中没有含数据的工作表' },
    allowed: {
      en: 'the names of the columns in the first row, and the rows under it',
      'zh-CN': '首行为列名，其下各行为数据',
    },
    todo: again,
  }),
  noRows: (sheet: string): TableFileNo => {
    const place = placeInFile({ sheet })
    return {
      got: {
        en: `${place.en} has the names of the columns and no row`,
        'zh-CN': `${place['zh-CN']}只有列名，没有数据行`,
      },
      allowed: { en: 'one row at least', 'zh-CN': '至少一行数据' },
      todo: { en: 'fill in a row, or take the sheet away', 'zh-CN': '请填写数据行，或删除该工作表' },
    }
  },
  noTable: (name: string, tables: readonly LocalText[]): TableFileNo => ({
    got: { en: `“${name}” bears no name of a table of this form`, 'zh-CN': `“${name}”与该表格中的任何表名不符` },
    allowed:
      tables.length === 0
        ? { en: 'this form has no table', 'zh-CN': '该表格不含表' }
        : { en: `the tables ${list(tables).en}`, 'zh-CN': `本表格中的${list(tables)['zh-CN']}` },
    todo: { en: 'name the sheet, or the file, after the table', 'zh-CN': '请以表名命名工作表或文件' },
  }),
  twice: (table: LocalText): TableFileNo => ({
    got: { en: `two sheets for “${table.en}”`, 'zh-CN': `有两个工作表对应“${table['zh-CN']}”` },
    allowed: { en: 'one sheet for each table', 'zh-CN': '每个表一个工作表' },
    todo: { en: 'put the rows into one sheet', 'zh-CN': '请合并到一个工作表' },
  }),
  noColumn: (place: LocalText, columns: readonly { readonly label: LocalText }[]): TableFileNo => {
    const names = list(columns.map(({ label }) => label))
    return {
      got: { en: `${place.en}: no column of this table`, 'zh-CN': `${place['zh-CN']}：该表没有此列` },
      allowed: { en: `the columns ${names.en}`, 'zh-CN': `该表各列${names['zh-CN']}` },
      todo: { en: 'name the column after one of these, or take it away', 'zh-CN': '请改为上述列名，或删除该列' },
    }
  },
  columnTwice: (place: LocalText): TableFileNo => ({
    got: { en: `${place.en}: a column that is there already`, 'zh-CN': `${place['zh-CN']}：该列重复` },
    allowed: { en: 'each column once', 'zh-CN': '每列只出现一次' },
    todo: { en: 'take one of the two away', 'zh-CN': '请删除其中一列' },
  }),
  unfit: (faults: readonly LocalText[]): TableFileNo => {
    const named = faults.slice(0, most)
    const more = faults.length - named.length
    return {
      got: {
        en: `${faults.length} place(s) of the file do not fit; asked for is: ${named.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
        'zh-CN': `文件中有${faults.length}处不符合要求，应为：${named.map((text) => text['zh-CN']).join('；')}${more > 0 ? `；另有${more}处` : ''}`,
      },
      allowed: {
        en: 'a file whose cells all fit; nothing was taken over',
        'zh-CN': '所有单元格均符合要求的文件；未采用任何内容',
      },
      todo: again,
    }
  },
  formula: (place: LocalText): TableFileNo => ({
    got: { en: `${place.en}: a formula`, 'zh-CN': `${place['zh-CN']}：含公式` },
    allowed: { en: 'values as they were typed', 'zh-CN': '直接填写的数值或文字' },
    todo: { en: 'copy the cells and paste them as values', 'zh-CN': '请复制后“粘贴为数值”' },
  }),
  error: (place: LocalText): TableFileNo => ({
    got: { en: `${place.en}: an error of the program`, 'zh-CN': `${place['zh-CN']}：单元格显示错误` },
    allowed: { en: 'values as they were typed', 'zh-CN': '直接填写的数值或文字' },
    todo: again,
  }),
  tooLong: (place: LocalText, letters: number): TableFileNo => ({
    got: { en: `${place.en}: a cell that is too long`, 'zh-CN': `${place['zh-CN']}：单元格内容过长` },
    allowed: { en: `at most ${letters} letters in a cell`, 'zh-CN': `每个单元格不超过${letters}字` },
    todo: again,
  }),
  tooMany: (place: LocalText, { rows, columns }: { readonly rows: number; readonly columns: number }): TableFileNo => ({
    got: { en: `${place.en}: more than is read`, 'zh-CN': `${place['zh-CN']}：超出读取范围` },
    allowed: { en: `at most ${rows} rows and ${columns} columns`, 'zh-CN': `最多${rows}行、${columns}列` },
    todo: { en: 'take empty rows and columns away, or divide the table', 'zh-CN': '请删除空行空列，或拆分该表' },
  }),
  misplaced: (place: LocalText, said: string): TableFileNo => {
    const shown = said.slice(0, shownAtMost)
    return {
      got: {
        en: `${place.en}: the file says “${shown}” for where this stands`,
        'zh-CN': `${place['zh-CN']}：文件所注位置为“${shown}”`,
      },
      allowed: inOrder,
      todo: anew,
    }
  },
  placeTaken: (place: LocalText): TableFileNo => ({
    got: {
      en: `${place.en}: it stands there twice, or not in its order`,
      'zh-CN': `${place['zh-CN']}：重复出现，或顺序有误`,
    },
    allowed: inOrder,
    todo: anew,
  }),
  partTwice: (place: LocalText): TableFileNo => ({
    got: {
      en: `${place.en}: a part of the file that is named twice`,
      'zh-CN': `${place['zh-CN']}：文件中同一部分被重复引用`,
    },
    allowed: { en: 'each part once', 'zh-CN': '每个部分只引用一次' },
    todo: anew,
  }),
  tooLarge: (mebibytes: number): TableFileNo => ({
    got: { en: 'the file is larger than a filled-in table is', 'zh-CN': '文件大于填写表格的上限' },
    allowed: { en: `at most ${mebibytes} MB`, 'zh-CN': `最大${mebibytes} MB` },
    todo: { en: 'take pictures and other sheets away', 'zh-CN': '请删除图片和其他工作表' },
  }),
  noTableFile: (): TableFileNo => ({
    got: { en: 'by its content the file is no table', 'zh-CN': '按内容判断，该文件不是表格' },
    allowed: { en: 'xlsx or csv', 'zh-CN': 'xlsx 或 csv' },
    todo: { en: 'save it as one of these', 'zh-CN': '请另存为上述格式之一' },
  }),
  found: ({ says, next }: { readonly says: LocalText; readonly next: LocalText }): TableFileNo => ({
    got: says,
    allowed: { en: 'xlsx or csv with plain cells', 'zh-CN': '仅含普通单元格的 xlsx 或 csv' },
    todo: next,
  }),
  unreadableCsv: (line: number): TableFileNo => ({
    got: { en: `line ${line}: quotes or columns that do not close`, 'zh-CN': `第${line}行：引号或列未正确闭合` },
    allowed: { en: 'csv as a spreadsheet program writes it', 'zh-CN': '电子表格软件导出的 csv' },
    todo: { en: 'save it anew, or as xlsx', 'zh-CN': '请重新导出，或另存为 xlsx' },
  }),
} as const
