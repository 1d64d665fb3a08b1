import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { drawn } from '../page/page.js'
import type { OpenedByLink } from './model.js'
import { moveToken } from './script.js'
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

interface LinkWords {
  readonly openTitle: string
  readonly openSays: string
  readonly paste: string
  readonly pasteHint: string
  readonly show: string
  readonly other: string
}

/** Where the link of a letter leads. It knows of no link: its script moves the fragment into a form, or a person pastes it. */
export const linkPage = (locale: Locale, { path, say }: { readonly path: string; readonly say: LinkWords }): string =>
  drawn({
    locale,
    title: say.openTitle,
    script: moveToken,
    children: (
      <>
        <p>{say.openSays}</p>
        <form method="post" action={path} id="link">
          <input type="hidden" name="lang" value={locale} />
          <label htmlFor="token">{say.paste}</label>
          <p className="soft">{say.pasteHint}</p>
          <input id="token" name="token" autoComplete="off" required />
          <p>
            <button>{say.show}</button>
          </p>
        </form>
        <p>
          <a href={`${path}?lang=${locale === 'en' ? 'zh-CN' : 'en'}`}>{say.other}</a>
        </p>
      </>
    ),
  })
