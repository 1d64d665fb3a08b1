import { locales, type Locale } from '../../domain/locale.js'
import { problemBody, type No, type ProblemSetting } from '../problems.js'
import { html, type Html } from './html.js'
import { page } from './page.js'

/** What a browser calls the body of a form. */
export const formType = 'application/x-www-form-urlencoded'

/** Whether whoever asks reads pages, as a browser does that opens the link of a letter or sends a form. */
export const readsPages = ({
  method,
  accept,
  type = '',
}: {
  readonly method: string
  readonly accept: string | undefined
  /** Of the body, as a browser names that of a form. */
  readonly type?: string | undefined
}): boolean => (method === 'GET' || type.startsWith(formType)) && /(^|,)\s*text\/html\b/.test(accept ?? '')

/** A "no" as a page, in both languages beneath each other: who opens a link of a letter has chosen none yet. */
export const noPage = (no: No, { signsIn, ...setting }: ProblemSetting & { readonly signsIn: boolean }): string => {
  const { locale, instance } = setting
  const order = [locale, ...locales.filter((one) => one !== locale)]
  const parts = order.map((one) => {
    const { title, detail, next } = problemBody(no, { ...setting, locale: one })
    const more = no.code === 'unauthenticated' ? [html`<p>${fromALetter[one]}</p>`] : []
    return html`<section lang="${one}">
      <h2>${title}</h2>
      <p>${detail}</p>
      <p>${next}</p>
      ${more} ${signsIn && leadsToSignIn.includes(no.code) ? signInLink(instance, one) : html``}
    </section>`
  })
  const { title } = problemBody(no, setting)
  return page({ locale, title, main: html`${parts}`, otherLanguage: instance })
}

/** The two of those who are not known yet: from their page one signs in, and comes back. */
const leadsToSignIn: readonly string[] = ['unauthenticated', 'sign_in_failed']

const signInLink = (to: string, locale: Locale): Html =>
  html`<p><a href="/sign-in?to=${encodeURIComponent(to)}">${signIn[locale]}</a></p>`

const signIn: Readonly<Record<Locale, string>> = { en: 'Sign in and come back here', 'zh-CN': '登录后返回此页' }

const fromALetter: Readonly<Record<Locale, string>> = {
  en: 'If you came by the link of a letter: opening it decided nothing. What it shows is for those who hold a seat; the programme office named in the letter gives you access.',
  'zh-CN':
    '如您经函件中的链接到达此页：打开链接不产生任何效力。所示内容仅供任职人员查阅，请向函件所载项目办公室申请访问权限。',
}
