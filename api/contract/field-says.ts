import { z } from 'zod'
import { localText, type Locale, type LocalText } from '../../domain/locale.js'
import { customFieldWords } from './field-words.js'

/** What does not fit in one field: where it stands, and in both languages what it must be. */
export interface FieldFault {
  readonly path: string
  readonly says: LocalText
}

/** What a schema says about one field, as it comes out of zod: with or without the wrapping of the HTTP framework. */
const Issue = z.looseObject({
  message: z.string().default(''),
  expected: z.string().optional(),
  values: z.array(z.unknown()).optional(),
  options: z.array(z.unknown()).optional(),
  origin: z.string().optional(),
  minimum: z.coerce.string().optional(),
  maximum: z.coerce.string().optional(),
  inclusive: z.boolean().default(true),
  format: z.string().optional(),
  keys: z.array(z.string()).default([]),
  errors: z.array(z.array(z.looseObject({ code: z.string() }))).default([]),
  isMissing: z.boolean().optional(),
  got: z.union([z.number(), z.boolean()]).optional(),
})
type Issue = z.infer<typeof Issue>

/** The words for one thing a schema says no to, by its code. */
export const fieldSays = ({
  code,
  ...found
}: {
  readonly code: string
  readonly [key: string]: unknown
}): LocalText => {
  const issue = Issue.parse(found)
  return withCame(customFieldWords(issue.message) ?? (byCode[code] ?? unfit)(issue), issue)
}

/** What came at the place of a fault: nothing, or a value that names nobody and may be said again. */
export interface CameAt {
  readonly isMissing?: boolean
  readonly got?: number | boolean
}

/** Finds it by the way there. A text is never said again: it may be somebody's. */
export const gotAt = (came: unknown, way: readonly PropertyKey[]): CameAt => {
  let at: unknown = came
  for (const name of way) at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined
  if (at === undefined) return { isMissing: true }
  // A number beyond a double's was read as one that nobody can say again.
  return typeof at === 'boolean' || (typeof at === 'number' && Number.isFinite(at)) ? { got: at } : {}
}

const withCame = ({ en, 'zh-CN': zh }: LocalText, { isMissing = false, got }: Issue): LocalText => {
  if (isMissing && en.startsWith('must be ')) return localText(`is missing; it ${en}`, `未填写；${zh}`)
  return got === undefined ? localText(en, zh) : localText(`${en} (got ${got})`, `${zh}（现为 ${got}）`)
}

const byCode: Readonly<Record<string, (issue: Issue) => LocalText>> = {
  invalid_type: ({ message, expected = '' }) => {
    const kind = kinds[expected] ?? localText('another value', '其他类型的值')
    return message.endsWith('received undefined')
      ? localText(`is missing; it must be ${kind.en}`, `未填写；应为${kind['zh-CN']}`)
      : mustBe(kind)
  },
  invalid_value: ({ values = [] }) => oneOf(values),
  too_small: (issue) =>
    sized(issue, { bound: issue.minimum ?? '', en: ['at least', 'more than'], zh: ['至少', '多于'] }),
  too_big: (issue) => sized(issue, { bound: issue.maximum ?? '', en: ['at most', 'less than'], zh: ['至多', '少于'] }),
  invalid_format: ({ format = '' }) => mustBe(formats[format] ?? localText('of another form', '其他格式')),
  not_multiple_of: () => mustBe(kinds['int'] ?? localText('a whole number', '整数')),
  unrecognized_keys: ({ keys }) =>
    localText(
      `has what is not taken here: ${keys.join(', ')}; leave it out`,
      `含有此处不接受的内容：${keys.join('、')}；请去掉`,
    ),
  invalid_union: ({ options, errors }) => (options === undefined ? anyOf(errors) : oneOf(options)),
}

const unfit = (): LocalText => localText('does not fit', '不符合要求')

const mustBe = (what: LocalText): LocalText => localText(`must be ${what.en}`, `应为${what['zh-CN']}`)
const oneOf = (values: readonly unknown[]): LocalText =>
  values.length === 1
    ? localText(`must be ${String(values[0])}`, `应为 ${String(values[0])}`)
    : localText(`must be one of: ${values.join(', ')}`, `应为下列之一：${values.join('、')}`)

/**
 * Of several forms those that take every name that was given, where there are such: what another form lacks is no news to whoever
 * fills in this one.
 */
export const fittingBranches = <I extends { readonly code: string }>(
  branches: readonly (readonly I[])[],
): readonly (readonly I[])[] => {
  const fitting = branches.filter((issues) => issues.every(({ code }) => code !== 'unrecognized_keys'))
  return fitting.length === 0 ? branches : fitting
}

/** What each of several forms asks for; the same said twice is said once. */
const anyOf = (branches: Issue['errors']): LocalText => {
  const firsts = fittingBranches(branches).flatMap(([first]) => (first === undefined ? [] : [within(first)]))
  const joined = (locale: Locale, or: string): string => [...new Set(firsts.map((one) => one[locale]))].join(or)
  return firsts.length === 0 ? unfit() : localText(joined('en', ', or '), joined('zh-CN', '，或'))
}

const Within = z.looseObject({ code: z.string(), path: z.array(z.union([z.string(), z.number()])).default([]) })

const within = (issue: { readonly code: string }): LocalText => {
  const { path, ...found } = Within.parse(issue)
  const says = fieldSays(found)
  return path.length === 0 ? says : localText(`${path.join('/')} ${says.en}`, `${path.join('/')} ${says['zh-CN']}`)
}

interface Bound {
  readonly bound: string
  readonly en: readonly [within: string, without: string]
  readonly zh: readonly [within: string, without: string]
}
const sized = ({ origin = '', inclusive }: Issue, { bound, en, zh }: Bound): LocalText => {
  const [unitEn, unitZh] = units[origin] ?? ['', '']
  const at = inclusive ? 0 : 1
  return unitEn === ''
    ? localText(`must be ${en[at]} ${bound}`, `应为${zh[at]} ${bound}`)
    : localText(`must have ${en[at]} ${bound} ${unitEn}`, `应有${zh[at]} ${bound} ${unitZh}`)
}
const units: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  string: ['character(s)', '个字符'],
  array: ['item(s)', '项'],
  set: ['item(s)', '项'],
  map: ['item(s)', '项'],
}

const kinds: Readonly<Record<string, LocalText>> = {
  string: localText('a text', '文本'),
  number: localText('a number', '数字'),
  int: localText('a whole number', '整数'),
  boolean: localText('true or false', 'true 或 false'),
  array: localText('a list', '列表'),
  object: localText('an object with named fields', '含有命名字段的对象'),
  record: localText('an object with named fields', '含有命名字段的对象'),
  null: localText('null', 'null'),
  undefined: localText('left out', '不填'),
  never: localText('left out', '不填'),
  nonoptional: localText('given', '必填内容'),
}

const formats: Readonly<Record<string, LocalText>> = {
  date: localText('a date such as 2027-03-01', '日期，例如 2027-03-01'),
  datetime: localText('an instant in UTC such as 2027-03-01T08:00:00Z', '协调世界时时刻，例如 2027-03-01T08:00:00Z'),
  uuid: localText('a UUID', 'UUID'),
  email: localText('an e-mail address', '电子邮件地址'),
  url: localText('an address such as https://example.org', '网址，例如 https://example.org'),
  regex: localText('of the form that GET /openapi.json describes', 'GET /openapi.json 所述格式'),
}
