import type { TextModel } from '../../../text/model.js'
import { annexes } from './annexes.js'
import { characterClauses } from './character.js'
import { cooperationClauses } from './cooperation.js'
import { finalClauses } from './final.js'
import { closing, parts, recitals, title } from './frame.js'
import { generalClauses } from './general.js'
import { options } from './options.js'
import { places } from './places.js'
import { scopes } from './scopes.js'
import { standardsClauses } from './standards.js'
import { variables } from './variables.js'
import { workingClauses } from './working-together.js'

/** The model memorandum, a document with a version of its own: whoever changes a word here raises the version. */
export const memorandumModel: TextModel = {
  id: 'memorandum-of-understanding',
  version: 2,
  languages: { en: 'western', 'zh-CN': 'chinese' },
  sides: ['A', 'G'],
  title,
  recitals,
  parts,
  clauses: [
    ...generalClauses,
    ...cooperationClauses,
    ...workingClauses,
    ...standardsClauses,
    ...characterClauses,
    ...finalClauses,
  ],
  annexes,
  closing,
  options,
  places,
  scopes,
  variables,
  certificate: {
    en: 'English and Chinese were written side by side, paragraph by paragraph; their concordance is confirmed for each text in 3.8.',
    'zh-CN': '英文和中文逐款对照起草；每一文本的一致性在3.8确认。',
  },
}

/** The model a text was made of. Another version than the one that is shipped is not at hand, and none is taken in its place. */
export const modelOf = ({ id, version }: Pick<TextModel, 'id' | 'version'>): TextModel => {
  if (id !== memorandumModel.id || version !== memorandumModel.version)
    throw new RangeError(`the model ${id}, version ${version}, is not the one that is at hand`)
  return memorandumModel
}
