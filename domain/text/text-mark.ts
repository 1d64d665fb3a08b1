/** Which paragraph of which version in which language a piece of a file is. */
export interface TextMark {
  readonly no: number
  readonly language: string
  /** Its place among all paragraphs of the version, the first 0. */
  readonly index: number
}

/** The mark by which a paragraph that left as a file is known again: a word processor keeps letters, digits and low lines alone. */
export const textMark = ({ no, language, index }: TextMark): string =>
  `text_${no}_${language.replaceAll('-', '__')}_${index}`

/** What a mark says; undefined where it is none of ours. */
export const markRead = (mark: string): TextMark | undefined => {
  const [, no, language, index] = /^text_(\d{1,6})_([A-Za-z_]{2,12}?)_(\d{1,6})$/.exec(mark) ?? []
  return no === undefined || language === undefined || index === undefined
    ? undefined
    : { no: Number(no), language: language.replaceAll('__', '-'), index: Number(index) }
}
