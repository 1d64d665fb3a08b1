import type { Locale } from '../../domain/locale.js'
import { leftTable } from '../left-table.js'
import type { ConditionOnPaper } from '../facts/parts.js'
import type { Block } from '../sheet.js'
import { say } from '../wording.js'

/** Conditions as every paper tells them: what is asked, how it is shown, by when and by whom (8.16). */
export const conditionsTable = (conditions: readonly ConditionOnPaper[], language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.number, 1.5],
      [words.text, 6.3],
      [words.proof, 4.8],
      [words.due, 4],
      [words.owner, 3.4],
    ],
    conditions.map(({ text, proof, due, owner, binding }, index) => [
      String(index + 1),
      `${say(text, language)}${binding ? '' : words.guiding}`,
      proof === undefined ? '–' : say(proof, language),
      say(due, language),
      say(owner, language),
    ]),
  )
}

type Word = 'number' | 'text' | 'proof' | 'due' | 'owner' | 'guiding'

const wordings: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = {
  en: {
    number: 'No.',
    text: 'Condition',
    proof: 'How it is shown',
    due: 'Due',
    owner: 'Owner',
    guiding: ' (not binding)',
  },
  'zh-CN': {
    number: '序号',
    text: '条件内容',
    proof: '佐证方式',
    due: '时限',
    owner: '责任方',
    guiding: '（不具约束性）',
  },
}
