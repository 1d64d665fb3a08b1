import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { keepingEnds } from '../../domain/retention.js'
import type { KeptOfMe } from './account-model.js'
import { accountWords as words } from './account-words.js'
import type { WorkContent } from './model.js'
import { Moment } from './moment.js'
import { Empty, Grid } from './parts.js'

interface KeptShown {
  /** Of which rehearsal; undefined: of all programmes that are none. */
  readonly programme: string | undefined
  readonly kept: readonly KeptOfMe[]
}

/** What is kept of somebody, as that person reads it: nothing is asked for here. */
export const accountKeptContent = ({ programme, kept }: KeptShown, locale: Locale): WorkContent => {
  const say = words[locale]
  return {
    title: say.kept,
    rehearsal: programme !== undefined,
    main: (
      <>
        <nav className="crumbs" aria-label={say.back}>
          <a href={programme === undefined ? '/account' : `/account?programme=${programme}`}>{say.title}</a> ›
        </nav>
        <h1>{say.kept}</h1>
        <p className="lead">{say.keptLead}</p>
        {kept.length === 0 ? <Empty says={say.noKept} /> : null}
        {kept.map((one) => (
          <Kept key={one.programme.en} of={one} locale={locale} />
        ))}
        {kept.length === 0 ? null : <p>{say.keptAsk}</p>}
      </>
    ),
  }
}

const Kept = ({
  of: { programme, records },
  locale,
}: {
  readonly of: KeptOfMe
  readonly locale: Locale
}): ReactNode => {
  const say = words[locale]
  return (
    <section>
      <h2>{programme[locale]}</h2>
      {records.state === 'requested' ? <p className="note">{say.requested}</p> : null}
      <Grid
        caption={say.takes}
        head={[say.what, say.howMuch]}
        figures={[1]}
        rows={records.erases.map(({ kind, label, count }) => ({ key: kind, cells: [label[locale], count] }))}
      />
      <Grid
        caption={say.stays}
        head={[say.what, say.base, say.keptUntil]}
        rows={records.stays.map(({ kind, base, label, until }) => ({
          key: `${kind} ${base ?? ''}`,
          cells: [
            label[locale],
            base ?? say.everyBase,
            until === null ? say.noEndOfKeeping : <Moment key="until" at={keepingEnds(until)} locale={locale} />,
          ],
        }))}
      />
    </section>
  )
}
