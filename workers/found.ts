import type { ProgrammeId } from '../domain/ids.js'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'
import { foundingConfig } from '../config/processes.js'
import { connect } from '../db/connect.js'
import { holdInstallationKeys, installationKeys } from '../db/seals/installation-key.js'
import { foundProgramme } from '../db/writes/founding.js'
import { jsonPlace } from '../domain/values/json-place.js'
import { locales } from '../domain/locale.js'
import { refusalInWords } from '../domain/words/refusals.js'
import { runCommand } from './run-command.js'
import { procedureIds } from '../domain/procedure-id.js'

const line = z.string().trim().min(1).max(200)
const words = z.strictObject({ en: line, 'zh-CN': line })
const name = z.strictObject({ en: line, local: line })
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, 'must be letters, digits, dots, colons, hyphens')

const FoundingFile = z.strictObject({
  programme: z.string().regex(/^[a-z][a-z0-9]{1,19}$/, 'must be 2–20 lower-case letters and digits'),
  label: words,
  procedure: z.enum(procedureIds),
  organisation: z.strictObject({
    id,
    name,
    country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as US'),
  }),
  founders: z.array(z.strictObject({ subject: id, name, email: z.email().max(254), language: z.enum(locales) })),
})

/** The one-shot behind `cornerstone found`: founds the programme a file tells of, as the role that owns the database. */
await runCommand(async () => {
  const [file = ''] = process.argv.slice(2)
  const founding = read(file)
  const config = foundingConfig()
  holdInstallationKeys(installationKeys(config))
  const db = connect(config.DATABASE_OWNER_URL, { max: 1 })
  try {
    const no = await foundProgramme(db, { ...founding, namespace: config.TEMPORAL_NAMESPACE })
    if (no !== undefined)
      throw new Error(locales.map((locale) => Object.values(refusalInWords(no, locale)).join(' ')).join('\n'))
    process.stdout.write(`${done(founding.programme)}\n`)
  } finally {
    await db.destroy()
  }
})

function done(programme: ProgrammeId): string {
  return (
    `Programme ${programme} is noted. It stands in the ledger as soon as API and worker run, within half a minute.\n` +
    `项目 ${programme} 已受理；API 与 worker 运行后半分钟内登记在案。`
  )
}

function read(file: string): z.infer<typeof FoundingFile> {
  const parsed = FoundingFile.safeParse(jsonIn(file))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `  - ${issue.path.join('.') || file}: ${wordsFor(issue)}`)
  throw new Error(
    [
      `${file} founds nothing, because of / ${file} 不能用于设立项目：`,
      ...wrong,
      'Its form is in docs/how-to/found-a-programme.md. / 格式见 docs/how-to/found-a-programme.md。',
    ].join('\n'),
  )
}

function jsonIn(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    const { en, 'zh-CN': zh } = jsonPlace(text, error)
    throw new Error(`${file} is not JSON from ${en} on. / ${file} 自${zh}起不是有效的 JSON。`, { cause: error })
  }
}

/** What must stand in a field, in both languages; what the schema says of its own stands as it is. */
function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `must be one of: ${issue.values.join(', ')} / 应为下列之一：${issue.values.join('、')}`
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined') ? 'is missing / 未填写' : 'is of another kind / 类型不符'
  if (issue.code === 'unrecognized_keys')
    return `has what is not taken here: ${issue.keys.join(', ')} / 含有此处不接受的内容：${issue.keys.join('、')}`
  if (issue.code === 'too_small') return 'is too short or empty / 过短或为空'
  if (issue.code === 'too_big') return `is too long, at most ${issue.maximum} / 过长，至多 ${issue.maximum}`
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'must be an e-mail address / 应为电子邮件地址'
  return `${issue.message} / 不符合要求`
}
