import type { BesideText, PlacedText } from '../../domain/text/returned.js'
import { markRead, textMark, type TextMark } from '../../domain/text/text-mark.js'
import { defined } from '../../domain/values/defined.js'
import type { Tag } from '../inspect/xml-part.js'
import { heardTables } from './heard-tables.js'
import { hides } from './hidden-styles.js'
import { lineBreak, plainWords } from './plain-words.js'

/** What is known again, what stands beside it, and the headings. */
export interface HeardText {
  readonly placed: readonly PlacedText[]
  readonly besides: readonly BesideText[]
  readonly headings: readonly string[]
}

/** A paragraph while it is read; those of a text box are read inside of another one. */
interface OpenParagraph {
  words: string
  heading: boolean
  style: string
  readonly marks: Map<string, TextMark>
  /** Its end was taken out: what is left of it reads on in the next one. */
  joins: boolean
}

/** Sorts the paragraphs of a text into those that are known again by their marks and those that are not, while its parts are read. */
export const heardParagraphs = (hiddenStyles: ReadonlySet<string>) => {
  const placed: PlacedText[] = []
  const besides: BesideText[] = []
  const headings: string[] = []
  let last: TextMark | undefined
  const beside = (what: BesideText['what'], { text, marks }: { text: string; marks?: readonly TextMark[] }): void => {
    besides.push({ what, text, marks: marks ?? [], ...defined({ after: last }) })
  }
  const tables = heardTables((text) => beside('added_table', { text }))
  /** A paragraph that bears one mark is that one; with several, or none and no heading, nobody knows where it belongs. */
  const sort = ({ words, heading, marks: found }: OpenParagraph): void => {
    const text = plainWords(words)
    const marks = [...found.values()]
    const [mark] = marks
    if (mark !== undefined && marks.length === 1) {
      placed.push({ mark, text })
      last = mark
    } else if (marks.length > 1) beside('joined', { text, marks })
    else if (text === '') return
    else if (heading) headings.push(text)
    else if (!tables.take(text)) beside('added_paragraph', { text })
  }
  const words = heardWords({
    sort,
    tables,
    picture: () => beside('picture', { text: '' }),
    hidden: (text) => beside('hidden', { text }),
    hiddenStyles,
  })
  const text = (): HeardText => {
    words.end()
    const seen = placed.map(({ mark }) => textMark(mark))
    const twice = new Set(seen.filter((one, index) => seen.indexOf(one) !== index))
    const isTwice = ({ mark }: PlacedText): boolean => twice.has(textMark(mark))
    return {
      placed: placed.filter((one) => !isTwice(one)),
      besides: [
        ...besides,
        ...placed.filter(isTwice).map((one): BesideText => ({ what: 'twice', text: one.text, marks: [one.mark] })),
      ],
      headings,
    }
  }
  return { text, heard: words.heard, ...heardBesides(besides) }
}

/** Names what stands in other parts than the text, as they are read. */
const heardBesides = (besides: BesideText[]) => {
  const beside = (what: BesideText['what'], isOwn: (text: string) => boolean = () => false) => {
    const tell = (words: string): void => {
      const said = plainWords(words)
      if (said !== '' && !isOwn(said)) besides.push({ what, text: said, marks: [] })
    }
    const tables = heardTables(() => undefined)
    return heardWords({
      sort: (one) => tell(one.words),
      tables,
      picture: () => undefined,
      hidden: tell,
      hiddenStyles: new Set(),
    }).heard
  }
  /** Names a part whose words are not read. */
  const unread = (what: BesideText['what']): void => void besides.push({ what, text: '', marks: [] })
  return { beside, unread }
}

interface Into {
  readonly sort: (paragraph: OpenParagraph) => void
  readonly tables: ReturnType<typeof heardTables>
  readonly picture: () => void
  /** Words of a run that a reader of the page does not see. */
  readonly hidden: (text: string) => void
  /** Looks under which nothing is shown. */
  readonly hiddenStyles: ReadonlySet<string>
}

/** The paragraphs that are open, the innermost last, and the one that reads on in the next. */
const openParagraphs = (sort: Into['sort']) => {
  const open: OpenParagraph[] = []
  let carried: OpenParagraph | undefined
  return {
    inmost: (): OpenParagraph | undefined => open.at(-1),
    begin: (): void => {
      open.push(carried ?? { words: '', heading: false, style: '', marks: new Map(), joins: false })
      carried = undefined
    },
    ended: (): void => {
      const one = open.pop()
      if (one?.joins === true && plainWords(one.words) !== '') carried = { ...one, joins: false }
      else if (one !== undefined) sort(one)
    },
    /** Nothing follows into which the last one could read on. */
    end: (): void => {
      if (carried !== undefined) sort(carried)
      carried = undefined
    },
  }
}

/** The runs that are open, and the words of those that are hidden. */
const openRuns = (tell: Into['hidden']) => {
  const open: { isHidden: boolean; words: string }[] = []
  return {
    begin: (isHidden: boolean): void => void open.push({ isHidden, words: '' }),
    hide: (isHidden: boolean): void => {
      const run = open.at(-1)
      if (run !== undefined) run.isHidden = isHidden
    },
    /** Takes words in where a run around them is hidden; whether it did. */
    take: (words: string): boolean => {
      const run = open.findLast(({ isHidden }) => isHidden)
      if (run !== undefined) run.words += words
      return run !== undefined
    },
    ended: (): void => {
      const words = plainWords(open.pop()?.words ?? '')
      if (words !== '') tell(words)
    },
  }
}

const heardWords = ({ sort, tables, picture, hidden, hiddenStyles }: Into) => {
  const { inmost, begin, ended, end } = openParagraphs(sort)
  const runs = openRuns(hidden)
  let [reading, gone, about, skipped] = [false, 0, 0, 0]
  const say = (words: string): void => {
    const one = inmost()
    if (words !== '' && one !== undefined && !runs.take(words)) one.words += words
  }
  const stands = ({ name, attributes }: Tag): void => {
    const mark = name === 'bookmarkStart' ? markRead(attributes['w:name'] ?? '') : undefined
    if (mark !== undefined) inmost()?.marks.set(textMark(mark), mark)
    if (name === 't') reading = true
    if (name === 'r') runs.begin(hiddenStyles.has(inmost()?.style ?? ''))
    if (name === 'rStyle' && hiddenStyles.has(attributes['w:val'] ?? '')) runs.hide(true)
    if (name === 'vanish') runs.hide(hides(attributes))
    if (pictures.has(name)) picture()
    say(signs[name] ?? '')
  }
  const opened = (tag: Tag): void => {
    if (isSkipped(tag.name)) skipped += 1
    if (skipped > 0) return
    if (tag.name === 'p') begin()
    tables.opened(tag.name)
    if (tag.name === 'pPr') about += 1
    if (about > 0) saysOf(inmost(), tag)
    if (isTakenOut(tag.name)) gone += 1
    else if (gone === 0 && about === 0) stands(tag)
  }
  const closed = (name: string): void => {
    if (isSkipped(name)) skipped -= 1
    else if (skipped > 0) return
    if (name === 't') reading = false
    if (name === 'r' && gone === 0 && about === 0) runs.ended()
    if (name === 'pPr') about -= 1
    if (isTakenOut(name)) gone -= 1
    if (name === 'p') ended()
    tables.closed(name)
  }
  const text = (piece: string): void => {
    if (reading && skipped === 0) say(piece)
  }
  return { end, heard: { opened, text, closed } }
}

/** What is said of a paragraph before its words. */
const saysOf = (paragraph: OpenParagraph | undefined, { name, attributes }: Tag): void => {
  if (paragraph === undefined) return
  if (name === 'pStyle') paragraph.style = attributes['w:val'] ?? ''
  if (name === 'pStyle') paragraph.heading = /^heading/i.test(paragraph.style)
  if (isTakenOut(name)) paragraph.joins = true
}

/** What was taken out, and what was moved from here: with the changes accepted neither stands here. */
const isTakenOut = (name: string): boolean => name === 'del' || name === 'moveFrom'

/** How a paragraph looked before, and what older programs show in the place of what is read already. */
const isSkipped = (name: string): boolean => name.endsWith('PrChange') || name === 'Fallback'

/** Signs that a word processor writes as tags; a hyphen that may be left out says nothing. */
const signs: Readonly<Record<string, string>> = {
  noBreakHyphen: '-',
  tab: lineBreak,
  ptab: lineBreak,
  br: lineBreak,
  cr: lineBreak,
}

/** Pictures, things of other programs, and signs of a font that has them for itself. */
const pictures: ReadonlySet<string> = new Set(['pic', 'imagedata', 'object', 'sym'])
