import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { shellWords } from './words.js'

/** A few words in a lozenge; the words say what the colour only repeats. */
export const Tag = ({
  tone,
  children,
}: {
  readonly tone?: 'good' | 'warn' | 'bad' | 'now' | undefined
  readonly children: ReactNode
}): ReactNode => <span className={tone === undefined ? 'tag' : `tag ${tone}`}>{children}</span>

/** Pairs of what is asked and what is so; what is undefined is left out. */
export const Facts = ({ of }: { readonly of: readonly (readonly [string, ReactNode])[] }): ReactNode => (
  <dl className="facts">
    {of.flatMap(([name, value], at) =>
      value === undefined || value === null ? [] : [<dt key={`${at} of`}>{name}</dt>, <dd key={at}>{value}</dd>],
    )}
  </dl>
)

/** A page or a part of one with nothing on it yet, that says what to do. */
export const Empty = ({ says, next }: { readonly says: string; readonly next?: ReactNode }): ReactNode => (
  <div className="empty">
    <p>
      <strong>{says}</strong>
    </p>
    {next === undefined ? null : <div className="soft">{next}</div>}
  </div>
)

/** Where a list goes on, if it does. */
export const NextPage = ({
  href,
  locale,
}: {
  readonly href: string | undefined
  readonly locale: Locale
}): ReactNode =>
  href === undefined ? null : (
    <p>
      <a className="button" rel="next" href={href}>
        {shellWords[locale].more}
      </a>
    </p>
  )

interface GridProps {
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell of each row names it. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** Which columns hold figures, from nought. */
  readonly figures?: readonly number[]
}

/**
 * A table that never widens its page: where that is narrow, each row of words stands as a card of its own with the heads beside its
 * cells, and one of figures scrolls by itself.
 */
export const Grid = ({ caption, head, rows, figures = [] }: GridProps): ReactNode => (
  <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
    <table role="table" className={figures.length === 0 ? 'cards' : undefined}>
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((name, at) => (
            <th role="columnheader" scope="col" key={name} className={figures.includes(at) ? 'figure' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr role="row" key={key}>
            <th role="rowheader" scope="row">
              {first}
            </th>
            {others.map((cell, at) => (
              <td
                role="cell"
                key={head[at + 1] ?? at}
                data-head={head[at + 1]}
                className={figures.includes(at + 1) ? 'figure' : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
