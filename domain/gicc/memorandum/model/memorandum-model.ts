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
  version: 1,
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
  approvalStandsDays: 180,
  takeBackWithin: { unit: 'wd', n: 5 },
  certificate: {
    en: 'English and Chinese were written side by side, paragraph by paragraph; their concordance is confirmed for each text in 3.8.',
    'zh-CN': '英文和中文逐款对照起草；每一文本的一致性在3.8确认。',
  },
}
