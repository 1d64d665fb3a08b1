import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import type { BasePast } from './as-of-model.js'
import { asOfWords as words } from './as-of-words.js'
import { baseContent } from './base-frame.js'
import { Changes, StateThen } from './history-past.js'
import { historyWords } from './history-words.js'
import type { WorkContent } from './model.js'
import { Moment } from './moment.js'
import { Empty } from './parts.js'
import { Scrubber } from './scrubber.js'
import { scrubberScript } from './scrubber-script.js'
import { Path } from './stage-path.js'

interface Part {
  readonly past: BasePast
  readonly locale: Locale
}

/** A base at an entry of its past: where it stood, what it waited for, and what that moment changed. */
export const asOfContent = (past: BasePast, locale: Locale): WorkContent => {
  const say = words[locale]
  const { head, zone, entry, entries, at, previous, next, state } = past
  return baseContent({
    head,
    tab: 'overview',
    locale,
    title: say.title,
    script: scrubberScript,
    children: (
      <>
        <Scrubber base={head.id} entry={entry} of={entries} previous={previous ?? 0} next={next} locale={locale} />
        <h2>
          {entry === 0 ? say.before : say.stood(entry)}
          {' · '}
          <Moment at={at} locale={locale} zone={zone} />
        </h2>
        <p className="note">
          {say.past} <a href={`/bases/${head.id}`}>{say.now}</a>
        </p>
        {state === null ? (
          <Empty says={historyWords[locale].noState} />
        ) : (
          <>
            <Path of={{ ...state, zone }} locale={locale} />
            <div className="card">
              <StateThen state={state} zone={zone} locale={locale} />
            </div>
          </>
        )}
        <Then past={past} locale={locale} />
      </>
    ),
  })
}

const Then = ({ past: { happened, changes, withheld, zone }, locale }: Part): ReactNode => {
  const say = words[locale]
  return (
    <>
      <section>
        <h2>{say.happened}</h2>
        {happened.length === 0 ? <p className="soft">{say.nothing}</p> : null}
        {happened.length === 0 ? null : (
          <ol className="rows">
            {happened.map(({ seq, says, who }) => (
              <li key={seq}>
                <div>
                  <h3>{says[locale]}</h3>
                  <p className="why">{who[locale]}</p>
                </div>
                <div className="when">{`${historyWords[locale].entry} ${seq}`}</div>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h2>{say.changed}</h2>
        <Changes changes={changes} withheld={withheld} zone={zone} locale={locale} />
      </section>
    </>
  )
}
