import type { ReactNode } from 'react'
import type { OpenedByLink } from './model.js'
import { words } from './words.js'

/** What each form of such a page sends back: the token stands in no address and in no log. */
export const Hidden = ({ opened: { token, locale } }: { readonly opened: OpenedByLink }): ReactNode => (
  <>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="lang" value={locale} />
  </>
)

/** The same page in the other language. */
export const InOther = ({ opened, option }: { readonly opened: OpenedByLink; readonly option?: string }): ReactNode => {
  const { locale, token } = opened
  return (
    <form method="post" action="/act">
      <Hidden opened={{ token, locale: locale === 'en' ? 'zh-CN' : 'en' }} />
      {option === undefined ? null : <input type="hidden" name="option" value={option} />}
      <button>{words[locale].other}</button>
    </form>
  )
}
