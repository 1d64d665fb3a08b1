import { locales, type Locale } from '../../domain/locale.js'
import { problemBody, type No, type ProblemSetting } from '../problems.js'
import { html } from './html.js'
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
export const noPage = (no: No, setting: ProblemSetting): string => {
  const { locale, instance } = setting
  const order = [locale, ...locales.filter((one) => one !== locale)]
  const parts = order.map((one) => {
    const { title, detail, next } = problemBody(no, { ...setting, locale: one })
    const more = no.code === 'unauthenticated' ? [html`<p>${fromALetter[one]}</p>`] : []
    return html`<section lang="${one}">
      <h2>${title}</h2>
      <p>${detail}</p>
      <p>${next}</p>
      ${more}
    </section>`
  })
  const { title } = problemBody(no, setting)
  return page({ locale, title, main: html`${parts}`, otherLanguage: instance })
}

const fromALetter: Readonly<Record<Locale, string>> = {
  en: 'If you came by the link of a letter: opening it decided nothing. What it shows is for those who hold a seat; the programme office named in the letter gives you access.',
  'zh-CN':
    '如您经函件中的链接到达此页：打开链接不产生任何效力。所示内容仅供任职人员查阅，请向函件所载项目办公室申请访问权限。',
}
