import { expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filledFrom } from '../../cli/forms/filled-from.js'
import { full } from '../../domain/gicc/full.js'
import { aWorkbook, empty, inline } from '../exhibits/a-workbook.js'

const form = full.steps['1.2a']?.form
const rows = [
  [inline('指标'), inline('数据'), inline('币种')],
  [inline('产值'), inline('7000000 | 2025'), inline('CNY')],
  [inline('企业数'), inline('300 | 2025'), empty],
  [inline('出口'), inline('50 | 2025'), inline('USD')],
]

test('a workbook and a file of answers are put together, and a workbook that does not fit says where', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'filled-'))
  const put = (name: string, bytes: Buffer | string): string => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  try {
    const book = put('tables.xlsx', aWorkbook({ sheets: [{ name: '主要指标', cells: rows }] }))
    const answers = await filledFrom(form, [put('rest.json', '{"why":{"en":"Because."}}'), book])
    expect(answers).toMatchObject({
      why: { en: 'Because.' },
      headline: [{ id: 'r1', measure: 'output' }, { measure: 'firms' }, { measure: 'exports', currency: 'USD' }],
    })
    const broken = put('broken.xlsx', aWorkbook({ sheets: [{ name: '主要指标', cells: rows.slice(0, 2) }] }))
    await expect(filledFrom(form, [broken])).rejects.toThrow(/broken\.xlsx: .*sheet “主要指标”.*at least 3 row/)
    await expect(filledFrom(form, [join(folder, 'none.csv')])).rejects.toThrow('cannot be read')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
