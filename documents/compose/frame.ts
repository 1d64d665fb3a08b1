import type { Locale } from '../../domain/locale.js'
import { programmeDay } from '../../domain/words/hours.js'
import { organisation, programme, rehearsalMark } from '../letterhead.js'
import type { Block, DocumentSheet } from '../sheet.js'
import { titleWords } from '../title-words.js'

/** What every sheet has that does not follow from what it tells. */
export const frameOf = ({
  title,
  language,
  rehearsal,
  at,
}: {
  readonly title: string
  readonly language: Locale
  readonly rehearsal: boolean
  /** ISO instant of the sheet. */
  readonly at: string
}) => ({
  language,
  organisation,
  programme,
  titleWords: titleWords(title, language),
  pageWords: pageWords[language],
  rehearsal: rehearsal ? rehearsalMark : null,
  at: Math.floor(new Date(at).getTime() / 1000),
  date: dayOnPaper(at),
})

/** What a report tells of itself: a sheet that is made when somebody asks, and bears no number. */
interface Report {
  readonly title: string
  readonly subtitle: string
  /** The base or programme it is about. */
  readonly about: string
  readonly language: Locale
  readonly rehearsal: boolean
  readonly madeAt: string
  readonly file: DocumentSheet['file']
  readonly footer: string
  readonly verification: DocumentSheet['verification']
  readonly blocks: readonly Block[]
}

/** The sheet of a report: its frame, and what it tells. Pure: the same report gives the same pages. */
export const reportSheet = ({ about, madeAt, rehearsal, ...told }: Report): DocumentSheet => ({
  layout: 'report',
  ...told,
  ...frameOf({ title: told.title, language: told.language, rehearsal, at: madeAt }),
  reference: about,
})

const pageWords: Readonly<Record<Locale, DocumentSheet['pageWords']>> = {
  en: ['Page ', ' of ', ''],
  'zh-CN': ['第', '页，共', '页'],
}

/** The day in the zone of the programme, where its papers are dated. */
const dayOnPaper = (instant: string): DocumentSheet['date'] => {
  const [year = 0, month = 0, day = 0] = programmeDay(instant).split('-').map(Number)
  return { year, month, day }
}
