import type { ReactNode } from 'react'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { BaseHead } from './base-model.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Facts } from './parts.js'
import { timeWords as words } from './time-words.js'
import { Refused } from './told.js'

/** How far the time of a base may be moved at once: never past what is due to it. */
export const timeMoves = ['next', 'day', 'week'] as const
export type TimeMove = (typeof timeMoves)[number]

export interface TimeShown {
  readonly head: BaseHead
  readonly closed: boolean
  /** What its clock says; undefined: it cannot be asked now. */
  readonly now: LocalText | undefined
  readonly nextDue: LocalText | undefined
  /** What is due then; undefined: nothing, or no worker vouches for what the base is. */
  readonly dueWhat: LocalText | undefined
  /** What was recorded since time was moved, the newest first; undefined: it was not moved. */
  readonly happened: readonly { readonly seq: number; readonly at: string; readonly says: LocalText }[] | undefined
  readonly zone: string | null
  /** The sample is being played, and moves time as well. */
  readonly isPlayed: boolean
  readonly once: string
  readonly no: { readonly says: string; readonly next: string } | undefined
}

/** Where a base of a rehearsal stands in its own time, and the buttons that move it. */
export const timeContent = (shown: TimeShown, { locale, mark }: Pick<WorkFrame, 'locale' | 'mark'>): WorkContent => {
  const { head, closed, now, nextDue, dueWhat, isPlayed, once, no } = shown
  const say = words[locale]
  return {
    title: `${say.title}: ${head.name[locale]}`,
    rehearsal: head.rehearsal,
    main: (
      <>
        <nav className="crumbs">
          <a href={`/bases/${head.id}`}>{head.name[locale]}</a> ›
        </nav>
        <h1>{say.title}</h1>
        <p className="lead">{`${head.name[locale]} · ${head.id}`}</p>
        {no === undefined ? null : <Refused no={no} title={say.title} />}
        <p>{say.says}</p>
        {isPlayed ? <p className="note">{say.played}</p> : null}
        <Happened shown={shown} locale={locale} />
        <div className="card">
          <Facts
            of={[
              [say.now, now?.[locale] ?? say.away],
              [say.next, closed ? say.ended : (nextDue?.[locale] ?? say.nothingDue)],
              [say.what, closed || nextDue === undefined ? undefined : dueWhat?.[locale]],
            ]}
          />
          {closed ? null : (
            <form method="post" action={`/bases/${head.id}/time`}>
              <input type="hidden" name="mark" value={mark} />
              <input type="hidden" name="once" value={once} />
              {timeMoves.map((move) =>
                move === 'next' && nextDue === undefined ? null : (
                  <button key={move} className={move === 'next' ? 'main' : undefined} name="do" value={move}>
                    {say[`move_${move}`]}
                  </button>
                ),
              )}
            </form>
          )}
        </div>
        <p>
          <a href={`/bases/${head.id}`}>{say.back}</a>
        </p>
      </>
    ),
  }
}

/** What came of the move, as the history tells it. */
const Happened = ({
  shown: { head, happened, zone },
  locale,
}: {
  readonly shown: TimeShown
  readonly locale: Locale
}): ReactNode => {
  if (happened === undefined) return null
  const say = words[locale]
  return (
    <section className="note good" role="status">
      <p>
        <strong>{happened.length === 0 ? say.nothingHappened : say.happened}</strong>
      </p>
      <ul>
        {happened.map(({ seq, at, says }) => (
          <li key={seq}>
            {says[locale]}{' '}
            <small>
              <Moment at={at} locale={locale} zone={zone} />
            </small>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/bases/${head.id}/history`}>{say.history}</a>
      </p>
    </section>
  )
}
