import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'

interface ByPasskeyProps {
  readonly locale: Locale
  /** What the button of the act says, where the form has several. */
  readonly does?: string
}

/** Beside the button of an act of weight: the same act, vouched for by a passkey. It is shown where the script finds that the browser has them. */
export const ByPasskey = ({ locale, does }: ByPasskeyProps): ReactNode => (
  <>
    <button hidden data-passkey="/passkeys/challenges" name={does === undefined ? undefined : 'do'} value={does}>
      {words[locale].act}
    </button>
    <PasskeySaid locale={locale} />
  </>
)

/** Where the script says why no passkey came. */
export const PasskeySaid = ({ locale }: { readonly locale: Locale }): ReactNode => (
  <p hidden className="late" role="alert" data-passkey-said={words[locale].none} />
)

const words: Readonly<Record<Locale, { readonly act: string; readonly none: string }>> = {
  en: {
    act: 'Do it with a passkey',
    none: 'No passkey came; nothing was done. Try again, or sign in afresh.',
  },
  'zh-CN': {
    act: '以通行密钥核验并办理',
    none: '未收到通行密钥的应答，未作任何办理。请重试，或重新登录。',
  },
}
