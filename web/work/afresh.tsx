import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'

/** Said before an act of weight, and not after it was refused: whoever has not just signed in does so, and comes back here (0061). */
export const Afresh = ({ to, locale }: { readonly to: string; readonly locale: Locale }): ReactNode => (
  <div className="note">
    <p>{words[locale].says}</p>
    <p>
      <a className="button" href={`/sign-in?fresh=yes&to=${encodeURIComponent(to)}`}>
        {words[locale].signIn}
      </a>
    </p>
    <p>
      {words[locale].byKey} <a href="/passkeys">{words[locale].keys}</a>
    </p>
  </div>
)

const words: Readonly<
  Record<Locale, { readonly says: string; readonly signIn: string; readonly byKey: string; readonly keys: string }>
> = {
  en: {
    says: 'What weighs as much is taken from whoever has signed in within the last ten minutes. Sign in afresh first; it leads back here.',
    signIn: 'Sign in afresh',
    byKey: 'A passkey of yours vouches for one act instead, where this browser has them.',
    keys: 'Your passkeys',
  },
  'zh-CN': {
    says: '此项行为效力重大，须在十分钟内重新登录后方可办理。请先重新登录，登录后将返回本页面。',
    signIn: '重新登录',
    byKey: '在支持的浏览器中，也可使用已登记的通行密钥对单次办理进行核验。',
    keys: '通行密钥',
  },
}
