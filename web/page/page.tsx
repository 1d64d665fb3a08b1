import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '../../domain/locale.js'
import { style } from './style.js'

export interface PageParts {
  readonly locale: Locale
  readonly title: string
  readonly children: ReactNode
  /** Said over everything else: what is shown is of a rehearsal, no decision of anybody. */
  readonly rehearsal?: boolean
  /** A script of this page's own; the policy it is sent with names its hash. */
  readonly script?: string
}

/** A page as the text that is sent. */
export const drawn = (parts: PageParts): string => `<!doctype html>${renderToStaticMarkup(<Page {...parts} />)}`

const Page = ({ locale, title, children, rehearsal = false, script }: PageParts): ReactNode => (
  <html lang={locale}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} · Cornerstone`}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      {rehearsal ? (
        <p className="banner" role="note">
          {rehearsed[locale]}
        </p>
      ) : null}
      <header>
        <p>{programme[locale]}</p>
        <h1>{title}</h1>
      </header>
      <main>{children}</main>
      {script === undefined ? null : <script dangerouslySetInnerHTML={{ __html: script }} />}
    </body>
  </html>
)

const rehearsed: Readonly<Record<Locale, string>> = {
  en: 'Rehearsal: everything on this page is invented. It is no decision of anybody.',
  'zh-CN': '演练：本页内容均为虚构，不构成任何决定。',
}

const programme: Readonly<Record<Locale, string>> = {
  en: 'Global Alliance of SMEs · Industry cluster cooperation bases',
  'zh-CN': '全球中小企业联盟 · 产业集群合作基地',
}
