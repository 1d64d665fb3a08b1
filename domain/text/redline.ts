import { inMarks, type WordingDifference } from './difference.js'
import type { SetText } from './text.js'
import { markBefore, pieceInWords, type PieceDifference } from './text-difference.js'

/**
 * A difference of two texts in one language as lines for readers without colours: each piece by its name, each paragraph
 * with `[-taken out-]{+put in+}`; a piece that stands elsewhere says where it stood.
 */
export const redlineLines = (
  pieces: readonly PieceDifference[],
  { text, language }: { readonly text: Pick<SetText, 'citing'>; readonly language: string },
): readonly string[] => {
  const style = text.citing[language] ?? 'western'
  const words = style === 'chinese' ? chinese : english
  return pieces.flatMap((piece) => {
    const changed = piece.paragraphs.flatMap(({ number, languages }) => {
      const difference = languages[language]
      return difference === undefined ? [] : [`${markBefore(number, style)}${lineOf(difference, words)}`]
    })
    const before = piece.numberBefore
    const moved =
      before === undefined
        ? ''
        : words.before(pieceInWords({ ...piece, number: before, heading: {} }, { language, style }))
    return changed.length === 0
      ? []
      : [`${pieceInWords(piece, { language, style }).trim()}${words[piece.fate]}${moved}`, ...changed]
  })
}

type Words = typeof english

const english = {
  changed: '',
  added: ' (added)',
  left_out: ' (left out)',
  formOnly: ' (form only)',
  before: (place: string) => ` (was ${place.trim()})`,
}

const chinese: Words = {
  changed: '',
  added: '（新增）',
  left_out: '（删去）',
  formOnly: '（仅格式）',
  before: (place) => `（原${place.trim()}）`,
}

const lineOf = ({ runs, formOnly }: WordingDifference, words: Words): string =>
  `${inMarks(runs)}${formOnly ? words.formOnly : ''}`
