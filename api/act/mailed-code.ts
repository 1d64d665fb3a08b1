import { tryCode, type CodeTried } from '../../db/writes/act-codes.js'
import type { Link } from '../../db/reads/links.js'
import type { Locale } from '../../domain/locale.js'
import type { FromPage } from '../../domain/form/posted.js'
import type { FilledPage } from '../../web/act/model.js'
import type { IdentityProof } from '../auth/proof.js'
import type { AskingParts } from '../parts.js'

type No = NonNullable<FilledPage['no']>

interface Typed {
  readonly link: Link
  readonly filling: FilledPage
  readonly posted: FromPage
  readonly locale: Locale
}

/** What the code on the page shows: undefined where the act takes none; and why it is not taken, where it takes one and that is none. */
export const provenByCode = async (
  parts: AskingParts,
  { link, filling, posted, locale }: Typed,
): Promise<{ readonly proof: IdentityProof | undefined } | { readonly no: No }> => {
  if (!filling.asksCode) return { proof: undefined }
  const code = (posted('mailed')[0] ?? '').replaceAll(/\s/g, '')
  const at = parts.clock().toISOString()
  if (code === '') return { no: nos.absent[locale] }
  const tried = await tryCode(parts.db, { link: link.id, code, at })
  return tried === 'good' ? { proof: { by: 'code', at } } : { no: nos[tried][locale] }
}

const nos: Readonly<Record<Exclude<CodeTried, 'good'> | 'absent', Readonly<Record<Locale, No>>>> = {
  absent: {
    en: {
      says: 'This act takes a code from your mailbox.',
      next: 'Press the button that sends one, type it here and act again.',
    },
    'zh-CN': { says: '该行为须填写邮箱收到的验证码。', next: '请点击发送验证码，填写后再次办理。' },
  },
  wrong: {
    en: {
      says: 'The code is another one.',
      next: 'Type the one of the newest letter. After five wrong ones a new code is needed.',
    },
    'zh-CN': { says: '验证码不符。', next: '请填写最新邮件中的验证码；五次不符后须重新申请。' },
  },
  none: {
    en: {
      says: 'There is no code that is good: it is older than ten minutes, was mistyped too often, or was never sent.',
      next: 'Have a new one sent and act again.',
    },
    'zh-CN': {
      says: '目前没有有效的验证码：已超过十分钟、多次不符，或尚未发送。',
      next: '请重新发送验证码后再次办理。',
    },
  },
}
