import type { ReactNode } from 'react'
import { momentInWords } from '../../domain/words/hours.js'
import type { Locale } from '../../domain/locale.js'

interface MomentProps {
  readonly at: string
  readonly locale: Locale
  /** IANA name of the time of its place. */
  readonly zone?: string | null
}

/** A moment as people read it, with the hour of its place and of the programme (R4), and the exact one for machines. */
export const Moment = ({ at, locale, zone }: MomentProps): ReactNode => (
  <time dateTime={at}>{momentInWords(at, zone ?? undefined)[locale]}</time>
)
