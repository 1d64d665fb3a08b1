import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import type { PortfolioBase } from './portfolio-model.js'

interface BaseRowHeadProps {
  readonly base: Pick<PortfolioBase, 'id' | 'names'>
  readonly locale: Locale
}

/** The head of a row that stands for a base, wherever bases are listed: what it is called, and where and of what industry it is. */
export const BaseRowHead = ({ base: { id, names }, locale }: BaseRowHeadProps): ReactNode => (
  <>
    <h3>
      <a className="over" href={`/bases/${id}`}>
        {names.name[locale]}
      </a>
    </h3>
    <p>
      <small>{`${id} · ${names.place[locale]} · ${names.industry[locale]}`}</small>
    </p>
  </>
)
