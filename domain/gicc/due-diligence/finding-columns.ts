import { choice, listed, proof, refersTo, told, words } from '../form-fields.js'
import { streamChoices } from './streams.js'

/** Which finding a row is about. */
export const findingColumn = refersTo(['finding', 'Finding', '核查结论'], { to: 'finding' })

/** What a visitor found: in words for the programme, and in words that the place will answer (2.6). */
export const foundColumns = [
  choice(['stream', 'Work-stream', '所属专项'], { choices: streamChoices, toAsked: true }),
  choice(['severity', 'Severity', '严重程度'], {
    choices: listed(['minor', 'Minor', '轻微'], ['serious', 'Serious', '较重'], ['knock_out', 'Knock-out', '一票否决']),
  }),
  words(['case_text', 'In our words', '内部表述'], { most: 600 }),
  words(['partner_text', 'In words for the partner', '对外表述'], {
    most: 600,
    both: true,
    toAsked: true,
    hint: told(['Neutral, without a rating and without names.', '表述中性，不含评级，不点名。']),
  }),
  proof(['evidence', 'Evidence', '佐证材料']),
]
