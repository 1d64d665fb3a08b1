import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import type { LocalText } from '../../domain/locale.js'
import type { ClauseId } from '../../domain/negotiation/rules.js'

/** Sections of a text as a letter names them: by their headings, quoted, in the order of the model. */
export const sectionsTold = (clauses: readonly ClauseId[]): Readonly<Record<string, LocalText>> => {
  const pieces = [...memorandumModel.clauses, ...memorandumModel.annexes].filter(({ id }) => clauses.includes(id))
  const headed = (language: string): readonly string[] => pieces.map(({ heading }) => heading[language] ?? '')
  return {
    sections: {
      en: headed('en')
        .map((one) => `“${one}”`)
        .join(', '),
      'zh-CN': headed('zh-CN')
        .map((one) => `“${one}”`)
        .join('、'),
    },
  }
}
