import type { SignIn } from '../../db/reads/sign-ins.js'
import type { Locale } from '../../domain/locale.js'
import { html, type Html } from './html.js'
import { page, time } from './page.js'

interface OwnPage {
  readonly locale: Locale
  /** Who is signed in on this browser, and the mark its button bears; undefined: nobody. */
  readonly signIn?: { readonly of: SignIn; readonly mark: string } | undefined
  /** Where one signs out of the provider itself. */
  readonly leave?: string | undefined
  readonly hasJustLeft?: boolean
}

/** Who is signed in on this browser, with a button that ends it. */
export const ownSignInPage = ({ locale, signIn, leave, hasJustLeft = false }: OwnPage): string => {
  const say = words[locale]
  const main =
    signIn === undefined
      ? html`<p>${hasJustLeft ? say.left : say.nobody}</p>
          <p><a href="/sign-in">${say.signIn}</a></p>
          ${leave === undefined ? html`` : html`<p><a href="${leave}">${say.leave}</a></p>`}`
      : html`<p>${say.as} ${signIn.of.person}. ${say.until} ${time(signIn.of.endsAt, { locale })}.</p>
          <form method="post" action="/sign-out">
            <input type="hidden" name="lang" value="${locale}" />
            <input type="hidden" name="mark" value="${signIn.mark}" />
            <p><button>${say.signOut}</button></p>
          </form>`
  return page({ locale, title: say.title, main, otherLanguage: `/sign-out?lang=${otherOf(locale)}` })
}

interface Sample {
  readonly id: string
  readonly label: string
  readonly href: string
}

/** Who somebody is in a trial: everybody of the sample programme, without a password. */
export const localProviderPage = (
  { people, others }: { readonly people: readonly Sample[]; readonly others: string | null },
  { locale, otherLanguage }: { readonly locale: Locale; readonly otherLanguage: string },
): string => {
  const say = words[locale]
  const line = ({ id, label, href }: Sample): Html => html`<li><a href="${href}">${label}</a> <small>${id}</small></li>`
  const main = html`<p>${say.anyone}</p>
    <ul>
      ${people.map(line)}
    </ul>
    ${others === null ? html`` : html`<p><a rel="next" href="${others}">${say.more}</a></p>`}`
  return page({ locale, title: say.whoTitle, main, otherLanguage })
}

const otherOf = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en')

const words = {
  en: {
    title: 'Signing in and out',
    nobody: 'Nobody is signed in on this browser.',
    left: 'You are signed out of this programme.',
    signIn: 'Sign in',
    leave: 'Sign out of the sign-in provider too',
    as: 'On this browser somebody is signed in as',
    until: 'This ends at the latest on',
    signOut: 'Sign out',
    whoTitle: 'Sign in as …',
    anyone:
      'This is a trial: its people are invented, and anyone can be any of them. A real installation has a provider.',
    more: 'More people',
  },
  'zh-CN': {
    title: '登录与退出',
    nobody: '此浏览器尚未登录。',
    left: '您已退出本项目。',
    signIn: '登录',
    leave: '同时退出登录服务方',
    as: '此浏览器的登录人员为',
    until: '最迟结束时间：',
    signOut: '退出登录',
    whoTitle: '选择登录人员',
    anyone: '这是试用环境：人员均为虚构，任何人都可以任一身份登录。正式安装由登录服务方确认身份。',
    more: '更多人员',
  },
} as const satisfies Record<Locale, Record<string, string>>
