import { called } from './called.js'
import type { Locale } from '../domain/locale.js'

type Sentence = readonly [found: RegExp, chinese: (parts: readonly string[]) => string]

/** What commander says of a wrong use, by its form, and the same in Chinese; what was typed stays as it was typed. */
const sentences: readonly Sentence[] = [
  [/^unknown command '(.*?)'(.*)$/s, ([verb = '', more = '']) => `没有命令“${verb}”${meant(more)}`],
  [/^unknown option '(.*?)'(.*)$/s, ([option = '', more = '']) => `没有选项“${option}”${meant(more)}`],
  [/^missing required argument '(.*)'$/, ([name = '']) => `缺少参数“${name}”`],
  [/^required option '(.*)' not specified$/, ([option = '']) => `缺少必填选项“${option}”`],
  [/^option '(.*)' argument missing$/, ([option = '']) => `选项“${option}”缺少取值`],
  [
    /^option '(.*)' cannot be used with option '(.*)'$/,
    ([one = '', other = '']) => `选项“${one}”与“${other}”不能同时使用`,
  ],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)$/,
    ([verb, allowed = '', got = '']) =>
      `${verb === undefined ? '' : `“${verb}”`}参数过多：应为${allowed}个，实为${got}个`,
  ],
  [
    /^option '(.*)' argument '(.*)' is invalid\.? (.*)$/s,
    ([option = '', got = '', why = '']) => `选项“${option}”的取值“${got}”无效：${reason(why)}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\.? (.*)$/s,
    ([got = '', name = '', why = '']) => `参数“${name}”的取值“${got}”无效：${reason(why)}`,
  ],
]

const meant = (more: string): string => {
  const [, others] = /Did you mean (?:one of )?(.*)\?/s.exec(more) ?? []
  return others === undefined ? '' : `，是否指“${others}”`
}

const reason = (why: string): string => {
  const [, choices] = /^Allowed choices are (.*?)\.?$/.exec(why) ?? []
  if (choices !== undefined) return `可选为 ${choices}`
  const [, got, allowed] = /^(.*) was got; allowed is (.*); type one of these\.?$/s.exec(why) ?? []
  return got === undefined || allowed === undefined ? why : `所填为 ${got}，应为${forms[allowed] ?? allowed}`
}

const forms: Readonly<Record<string, string>> = {
  'a date such as 2027-03-01': '日期，例如 2027-03-01',
  'a date such as 2027-03-01, or an instant in UTC such as 2027-03-01T08:00:00Z':
    '日期（例如 2027-03-01）或者协调世界时时刻（例如 2027-03-01T08:00:00Z）',
}

/** Wrong use in one line and one language, whole: what was got and what is allowed, and what to do. */
export const usageInWords = (said: string, language: Locale): string => {
  const plain = said.replace(/^error: /, '').replace(/\.?\s*$/, '')
  if (language === 'en') return `${plain}; see \`${called} help\` or \`${called} help <verb>\``
  return `${inChinese(plain) ?? '用法有误'}；请查看 \`${called} help\` 或者 \`${called} help <verb>\``
}

/** A sentence of commander in Chinese; undefined where it is none that is known. */
const inChinese = (plain: string): string | undefined => {
  for (const [form, say] of sentences) {
    const found = form.exec(plain)
    if (found !== null) return say(found.slice(1))
  }
  return undefined
}
