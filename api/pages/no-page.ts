import { locales, type Locale } from '../../domain/locale.js'
import type { FieldFault } from '../contract/field-says.js'
import type { UnknownReason } from '../sign-in-problems.js'
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
  const isAboutAddress = no.code === 'invalid_request' && no.detail.where === 'querystring'
  const inWords = (locale: Locale): NoInWords => {
    if (isAboutAddress) return addressInWords(setting.errors ?? [], { address, locale })
    if (no.code === 'unauthenticated') return strangerInWords(no.detail.reason, { locale, signsIn })
    const { title, detail, next } = problemBody(no, { ...setting, locale })
    return { locale, title, says: [detail], next }
  }
  const others = chosen === undefined ? locales.filter((one) => one !== first) : []
  return noContent({
    parts: [inWords(first), ...others.map(inWords)],
    back: isAboutAddress || isVersion(no) ? withoutAsking(address) : undefined,
    signIn: signsIn && leadsToSignIn.includes(no.code) ? address : undefined,
    isStranger: no.code === 'unauthenticated',
    requestId: setting.requestId,
  })
}

/** Nobody reads a page with a token: whoever is not known on one is told how to sign in, and nothing of what programs send. */
const strangerInWords = (
  reason: UnknownReason,
  { locale, signsIn }: { readonly locale: Locale; readonly signsIn: boolean },
): NoInWords => {
  const { title, ended, how, nowhere } = strangerWords[locale]
  return {
    locale,
    title,
    says: [...(reason === 'signed_out' || reason === 'expired' ? [ended] : []), signsIn ? how : nowhere],
    next: '',
  }
}

const strangerWords = {
  en: {
    title: 'Sign in to see this page',
    ended: 'The sign-in of this browser has ended.',
    how: 'What stands here is for those who hold a seat. Sign in, and you come back to this page.',
    nowhere:
      'What stands here is for those who hold a seat, and nobody can sign in with a browser here yet. Ask the office that runs this installation.',
  },
  'zh-CN': {
    title: '请登录后查看本页',
    ended: '此浏览器的登录已结束。',
    how: '本页内容仅供任职人员查阅。登录后将返回本页。',
    nowhere: '本页内容仅供任职人员查阅。此处尚不能用浏览器登录，请联系本系统的运行单位。',
  },
} as const

const isVersion = (no: No): boolean => no.code === 'not_found' && /^version .+ of the text$/.test(no.detail.what)

/** The page itself. A browser takes what begins with two strokes, either way, for another machine. */
const withoutAsking = (address: string): string => (address.split('?', 1)[0] ?? '').replace(/^[/\\]*/, '/')

/** What the address of a page asks for and the page does not have: what was got, what may stand there, and the way back. */
const addressInWords = (
  errors: readonly FieldFault[],
  { address, locale }: { readonly address: string; readonly locale: Locale },
): NoInWords => {
  const { title, got, whole, next } = addressWords[locale]
  const asked = new URLSearchParams(address.split('?', 2)[1] ?? '')
  const says = errors.map(({ path, says: allowed }) => {
    const name = path.slice(1)
    return name === '' ? whole(allowed[locale]) : got(`${name}=${asked.get(name) ?? ''}`, allowed[locale])
  })
  return { locale, title, says, next }
}

interface AddressWords {
  readonly title: string
  readonly got: (asked: string, allowed: string) => string
  readonly whole: (allowed: string) => string
  readonly next: string
}

const addressWords: Readonly<Record<Locale, AddressWords>> = {
  en: {
    title: 'The page has nothing of the kind',
    got: (asked, allowed) => `The address asks for “${asked}”; what stands there ${allowed}.`,
    whole: (allowed) => `The address ${allowed}.`,
    next: 'Open the page without it, and choose there.',
  },
  'zh-CN': {
    title: '本页没有所请求的内容',
    got: (asked, allowed) => `网址请求“${asked}”，该处${allowed}。`,
    whole: (allowed) => `网址${allowed}。`,
    next: '请打开不带该内容的页面，并在页面上选择。',
  },
}

/** The two of those who are not known yet: from their page one signs in, and comes back. */
const leadsToSignIn: readonly string[] = ['unauthenticated', 'sign_in_failed']
