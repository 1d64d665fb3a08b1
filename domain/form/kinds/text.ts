import { locales } from '../../locale.js'
import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import type { FieldOf } from '../field.js'
import { isKeyed, noOther, type KindOfField } from './kind.js'

type TextField = FieldOf<'text'>

export const languageNames = {
  en: { en: 'English', 'zh-CN': '英文' },
  'zh-CN': { en: 'Chinese', 'zh-CN': '中文' },
} as const

/** What makes a line lie about itself, or breaks what it is printed in: controls and marks of direction. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u
const lineBreaks = /\r\n|\n/g
const address = /\bhttps?:\/\/|\bwww\./i
const han = /\p{Script=Han}/gu

/**
 * How long a text is: Chinese characters, three letters of an alphabet for one of them (1.1). One line is counted by the
 * character, because it has to fit into a column.
 */
export const lengthOf = (text: string, lines: TextField['lines']): number => {
  const characters = [...text].length
  if (lines === 'one') return characters
  const chinese = text.match(han)?.length ?? 0
  return chinese + Math.ceil((characters - chinese) / 3)
}

/** One line, or paragraphs, of one or both languages (S, L, S², L²). */
export const text: KindOfField<TextField> = {
  check: (value, field) => {
    if (field.both !== true) return checkText(value, field)
    if (!isKeyed(value)) return wrong('a text in each language', '两种语言的文本')
    return every(
      noOther(value, { known: locales, needs: wrong('English and Chinese, and no other', '仅限中英文') }),
      ...locales.map((locale) =>
        inside({ code: locale, label: languageNames[locale] }, checkText(value[locale], field)),
      ),
    )
  },
  example: (field, number) =>
    field.rowOf !== undefined
      ? 'r1'
      : field.both === true
        ? { en: exampleIn(field, { number, words: english }), 'zh-CN': exampleIn(field, { number, words: chinese }) }
        : exampleIn(field, { number, words: english }),
}

const checkText = (value: unknown, { lines, most, least = 1 }: TextField): readonly AnswerFault[] => {
  if (typeof value !== 'string' || value.trim() === '') return wrong('words', '文字')
  if (unprintable.test(lines === 'many' ? value.replace(lineBreaks, '') : value))
    return lines === 'one'
      ? wrong('one line without control characters', '单行文字，不含控制字符')
      : wrong('text without control characters', '文字中不含控制字符')
  if (lines === 'many' && address.test(value))
    return wrong('no links: attach what they show', '不含网址：请将所指内容作为附件')
  const length = lengthOf(value, lines)
  if (length > most) return tooLong(lines, most)
  return length < least ? wrong(`at least ${least} characters`, `至少${least}个字`) : sound
}

const tooLong = (lines: TextField['lines'], most: number): readonly AnswerFault[] =>
  lines === 'one'
    ? wrong(`at most ${most} characters`, `不超过${most}个字符`)
    : wrong(`at most ${most * 3} letters, or ${most} Chinese characters`, `不超过${most}个汉字，或${most * 3}个字母`)

const english = 'Invented for rehearsal. '
const chinese = '为演练虚构。'

/** Words that say what they are, as long as they must be and no longer than they may. */
const exampleIn = (
  { lines, most, least = 1 }: TextField,
  { number, words }: { readonly number: number; readonly words: string },
): string => {
  const numbered = `${words}${number}`
  const weight = Math.max(lengthOf(words, lines), 1)
  const padded = words.repeat(Math.max(0, Math.ceil((least - lengthOf(numbered, lines)) / weight))) + numbered
  return lengthOf(padded, lines) <= most ? padded : [...padded].slice(0, most).join('')
}
