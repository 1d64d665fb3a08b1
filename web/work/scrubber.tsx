import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { asOfWords as words } from './as-of-words.js'

interface ScrubberProps {
  readonly base: string
  /** The entry that is shown; 0: before the first. */
  readonly entry: number
  readonly of: number
  /** The entries before and after everything that happened at the same moment; 0 and undefined: there is none. Left out: the newest. */
  readonly previous?: number | undefined
  readonly next?: number | undefined
  readonly locale: Locale
}

/** A slider over the ledger of a base, with links and a date for whoever cannot slide; it opens the base as it stood. */
export const Scrubber = ({ base, entry, of, previous = entry, next, locale }: ScrubberProps): ReactNode => {
  const say = words[locale]
  const url = `/bases/${base}/as-of`
  return (
    <section className="card no-print scrubber" aria-label={say.scrubber}>
      <form method="get" action={url}>
        <label htmlFor="entry">{say.slider}</label>
        <input id="entry" name="entry" type="range" min={1} max={of} defaultValue={entry} />
        <span>
          <output id="entry-shown" htmlFor="entry">
            {entry}
          </output>{' '}
          {say.outOf(of)}
        </span>
        <button>{say.show}</button>
      </form>
      <form method="get" action={url}>
        <label htmlFor="on">{say.day}</label>
        <input id="on" name="on" type="date" />
        <button>{say.show}</button>
      </form>
      <p>
        {previous < 1 ? null : (
          <a href={`${url}?entry=${previous}`} rel="prev">
            {`← ${say.previous}`}
          </a>
        )}{' '}
        {next === undefined ? null : (
          <a href={`${url}?entry=${next}`} rel="next">
            {`${say.next} →`}
          </a>
        )}
      </p>
    </section>
  )
}
