import { locales, type Locale } from '../../domain/locale.js'
import { problemBody, type No, type ProblemSetting } from '../problems.js'
import { noContent, type NoInWords } from '../../web/work/no-page.js'
import type { WorkContent } from '../../web/work/model.js'

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

interface NoSetting extends ProblemSetting {
  readonly signsIn: boolean
  /** The language that was chosen on a page before; undefined: none, so that both are said. */
  readonly chosen: Locale | undefined
  /** The address that was asked for, with all it asks. */
  readonly address: string
}

/** A "no" as a page: in the language that was chosen, or in both, for who opens a link of a letter has chosen none yet. */
export const noPage = (no: No, { signsIn, chosen, address, ...setting }: NoSetting): WorkContent => {
  const first = chosen ?? setting.locale
  const inWords = (locale: Locale): NoInWords => {
    const { title, detail, next } = problemBody(no, { ...setting, locale })
    return { locale, title, says: detail, next }
  }
  const others = chosen === undefined ? locales.filter((one) => one !== first) : []
  return noContent({
    parts: [inWords(first), ...others.map(inWords)],
    signIn: signsIn && leadsToSignIn.includes(no.code) ? address : undefined,
    isStranger: no.code === 'unauthenticated',
    requestId: setting.requestId,
  })
}

/** The two of those who are not known yet: from their page one signs in, and comes back. */
const leadsToSignIn: readonly string[] = ['unauthenticated', 'sign_in_failed']
