import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import type { BaseHead } from './base-model.js'
import { baseWords as words } from './base-words.js'
import type { WorkContent } from './model.js'

/** The pages of a base, in their order: each is the same address a program reads in JSON. */
const tabs = [
  ['overview', ''],
  ['conditions', '/conditions'],
  ['followUp', '/follow-up'],
  ['launch', '/launch-items'],
  ['figures', '/figures'],
  ['exhibits', '/exhibits'],
  ['text', '/text'],
  ['letters', '/letters'],
  ['history', '/history'],
] as const

export type BaseTab = (typeof tabs)[number][0]

interface Framed {
  readonly head: BaseHead
  readonly tab: BaseTab
  readonly locale: Locale
  /** What the page is called where it is not the tab itself. */
  readonly title?: string
  readonly script?: string
  readonly children: ReactNode
}

/** A page of a base, under its name and the way to its other pages. */
export const baseContent = ({
  head: { id, name, rehearsal },
  tab,
  locale,
  title,
  script,
  children,
}: Framed): WorkContent => {
  const say = words[locale]
  return {
    title: tab === 'overview' && title === undefined ? name[locale] : `${title ?? say[tab]}: ${name[locale]}`,
    rehearsal,
    ...defined({ script }),
    main: (
      <>
        <nav className="crumbs" aria-label={say.crumbs}>
          <a href="/bases">{say.bases}</a> ›
        </nav>
        <h1>{name[locale]}</h1>
        <p className="lead">{id}</p>
        <nav className="tabs" aria-label={say.parts}>
          <ul>
            {tabs.map(([code, path]) => (
              <li key={code}>
                <a href={`/bases/${id}${path}`} aria-current={code === tab ? 'page' : undefined}>
                  {say[code]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </>
    ),
  }
}
