import type { ReactNode } from 'react'
import type { FormField, TableField } from '../../domain/form/field.js'
import type { Locale } from '../../domain/locale.js'

interface TablesProps {
  readonly locale: Locale
  readonly fields: readonly FormField[]
  readonly sendTo: string
}

/** The tables of a form filled in from a file, or to be filled in there; nothing where the form has none. */
export const Tables = ({ locale, fields, sendTo }: TablesProps): ReactNode => {
  const tables = fields.filter((field): field is TableField => field.kind === 'table')
  const say = words[locale]
  const send = { name: 'tables', formAction: sendTo, formEncType: 'multipart/form-data', formNoValidate: true }
  return tables.length === 0 ? null : (
    <details>
      <summary>{say.title}</summary>
      <p className="soft">{say.says}</p>
      <button {...send} value="empty">
        {say.empty}
      </button>
      <label htmlFor="filled">{say.file}</label>
      <input id="filled" type="file" name="filled" accept=".xlsx,.csv" />
      {tables.length === 1 ? null : (
        <>
          <label htmlFor="into">{say.into}</label>
          <select id="into" name="into">
            <option value="">{say.byName}</option>
            {tables.map(({ code, label }) => (
              <option key={code} value={code}>
                {label[locale]}
              </option>
            ))}
          </select>
        </>
      )}
      <button {...send} value="fill">
        {say.fill}
      </button>
    </details>
  )
}

const words = {
  en: {
    title: 'Fill in the tables from a file (xlsx or csv)',
    says: 'The first row names the columns, as the empty workbook has them. What the file fills in takes the place of what stands in its tables here; nothing is handed in by it.',
    empty: 'The empty tables as a workbook',
    file: 'The filled-in file',
    into: 'For which table',
    byName: 'As its sheets or the file are named',
    fill: 'Fill in from this file',
  },
  'zh-CN': {
    title: '从文件填写各表（xlsx 或 csv）',
    says: '首行为列名，与空白工作簿一致。文件内容将替换此处相应表格中的内容；此操作不会提交任何内容。',
    empty: '下载空白表格',
    file: '已填写的文件',
    into: '填入哪个表',
    byName: '按工作表或文件名称',
    fill: '从该文件填写',
  },
} as const satisfies Record<Locale, Record<string, string>>
