import type { Instant } from '../ids.js'
import type { Locale, LocalText } from '../locale.js'
import { matters, type MatterKind } from '../matters.js'
import type { ReasonCode } from '../reason-code.js'
import { roles, type Role } from '../role.js'
import { endInWords, momentInWords, type NamedZone } from './hours.js'
import { reasonCodeLabel } from './reason-codes.js'

interface Told {
  readonly matter: MatterKind
  readonly role: Role
  readonly at: Instant
  readonly code?: ReasonCode
  readonly zone: string
  readonly end: { readonly at: Instant; readonly here: NamedZone; readonly there: NamedZone } | undefined
}

/** The same in a letter, where nobody and nothing goes by a code. */
export const raisedInLetter = ({ matter, role, at, code, zone, end }: Told): LocalText => {
  const on = momentInWords(at, zone)
  const until = end === undefined ? undefined : endInWords(end.at, end)
  const why = code && { en: lower(reasonCodeLabel(code, 'en')), 'zh-CN': reasonCodeLabel(code, 'zh-CN') }
  return {
    en: `${matters[matter].label.en}, asked for by the ${lower(roles[role].label.en)} on ${on.en}${why === undefined ? '' : `; the reason: ${why.en}`}${until === undefined ? '' : `; until ${until.en}`}.`,
    'zh-CN': `${matters[matter].label['zh-CN']}：由${roles[role].label['zh-CN']}于${on['zh-CN']}提出${why === undefined ? '' : `；理由：${why['zh-CN']}`}${until === undefined ? '' : `；至${until['zh-CN']}`}。`,
  }
}

/** Who asked for what, why and until when, in roles and codes: the words of whoever asked are kept apart, for who may read them. */
export const raisedInWords = ({ matter, role, at, code, zone, end }: Told): LocalText => {
  const on = momentInWords(at, zone)
  const until = end === undefined ? undefined : endInWords(end.at, end)
  const [en, chinese] = [because(code, 'en'), because(code, 'zh-CN')]
  return {
    en: `${matters[matter].label.en}, asked for by the ${lower(roles[role].label.en)} (${role}) on ${on.en}${en}${until === undefined ? '' : `; until ${until.en}`}.`,
    'zh-CN': `${matters[matter].label['zh-CN']}：由${roles[role].label['zh-CN']}（${role}）于${on['zh-CN']}提出${chinese}${until === undefined ? '' : `；至${until['zh-CN']}`}。`,
  }
}

const because = (code: ReasonCode | undefined, locale: Locale): string => {
  if (code === undefined) return ''
  const label = reasonCodeLabel(code, locale)
  return locale === 'en' ? `; reason ${code}: ${lower(label)}` : `；理由 ${code}：${label}`
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
