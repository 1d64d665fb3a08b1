import type { ProgrammeId } from '../domain/ids.js'
import type { TokenScope } from '../domain/access.js'
import type { Locale } from '../domain/locale.js'
import { problem, same } from './problem-entry.js'

/** Why it is not known who asks. */
export type UnknownReason = 'absent' | 'malformed' | 'expired' | 'refused' | 'signed_out'

/** Why a sign-in came to nothing. */
export type SignInFault = 'late' | 'refused' | 'denied' | 'nobody' | 'no_seat'

/** Why a passkey is not taken. */
export type PasskeyFault =
  | 'malformed'
  | 'challenge'
  | 'other_act'
  | 'unknown_key'
  | 'not_verified'
  | 'counter'
  | 'taken'
  | 'full'
  | 'none'
  | 'no_place'

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Locale, string>>>>

const tokenSays: Words<UnknownReason> = {
  absent: { en: 'There is no token.', 'zh-CN': '请求未带令牌。' },
  malformed: { en: 'What was sent is no token.', 'zh-CN': '所发送内容不是令牌。' },
  expired: { en: 'The token has expired.', 'zh-CN': '令牌已过期。' },
  refused: {
    en: 'The token was not issued here, for us, by the issuer we trust.',
    'zh-CN': '该令牌不是由受信任的签发方为本系统签发的。',
  },
  signed_out: { en: 'The sign-in of this browser has ended.', 'zh-CN': '此浏览器的登录已结束。' },
}

const signInSays: Words<SignInFault> = {
  late: {
    en: 'This browser had begun no sign-in, or more than ten minutes ago, or has used it already.',
    'zh-CN': '此浏览器未发起登录，或发起已超过十分钟，或该次登录已使用。',
  },
  refused: {
    en: 'What the sign-in provider said does not fit what was asked of it.',
    'zh-CN': '登录服务方的答复与请求不符。',
  },
  denied: { en: 'The sign-in provider let nobody in.', 'zh-CN': '登录服务方未予放行。' },
  nobody: {
    en: 'The sign-in provider knows you; this programme knows nobody by that name of the provider.',
    'zh-CN': '登录服务方认识您，但本项目中没有与该登录名对应的人员。',
  },
  no_seat: {
    en: 'You hold no seat that is in force. Who holds none is not signed in.',
    'zh-CN': '您目前没有有效席位；无席位者不能登录。',
  },
}

const passkeySays: Words<PasskeyFault> = {
  malformed: { en: 'What came is not what an authenticator says.', 'zh-CN': '收到的内容不是验证器的应答。' },
  challenge: {
    en: 'Nothing of the kind was asked of you within the last five minutes, or it was answered already.',
    'zh-CN': '五分钟内未向您提出过此项核验，或该核验已使用。',
  },
  other_act: { en: 'It was asked for something else than what came with it.', 'zh-CN': '该核验所对应的并非本次请求。' },
  unknown_key: { en: 'It is none of your passkeys, or was removed.', 'zh-CN': '该通行密钥不属于您，或已删除。' },
  not_verified: {
    en: 'It was not signed by that key, on a page of this address, with its person verified.',
    'zh-CN': '该应答并非由此密钥在本地址页面、经核验本人后签署。',
  },
  counter: {
    en: 'The authenticator has counted no further than before, as a copy of the key would.',
    'zh-CN': '验证器计数未增加，密钥可能已被复制。',
  },
  taken: { en: 'This passkey is kept already.', 'zh-CN': '该通行密钥已登记。' },
  full: {
    en: 'You keep ten passkeys, and no more are kept for one person.',
    'zh-CN': '您已登记10个通行密钥，已达个人上限。',
  },
  none: { en: 'You keep no passkey.', 'zh-CN': '您尚未登记通行密钥。' },
  no_place: {
    en: 'The address of this installation is a number; browsers keep passkeys for names alone.',
    'zh-CN': '本系统地址为数字地址；浏览器仅为域名保存通行密钥。',
  },
}

/** What is refused of those who want to be known. */
export const signInProblems = {
  unauthenticated: problem<{ reason: UnknownReason }>({
    status: 401,
    title: { en: 'It is not known who asks', 'zh-CN': '无法确认请求者身份' },
    says: {
      en: (d) =>
        `${tokenSays[d.reason].en} Allowed is "Authorization: Bearer <token>" with a token of the configured issuer, or a browser that is signed in.`,
      'zh-CN': (d) =>
        `${tokenSays[d.reason]['zh-CN']}须使用 “Authorization: Bearer <令牌>”（令牌由所配置的签发方签发），或使用已登录的浏览器。`,
    },
    next: {
      en: (d) => (d.reason === 'signed_out' ? 'Sign in again.' : 'Get a new token and ask again.'),
      'zh-CN': (d) => (d.reason === 'signed_out' ? '请重新登录。' : '请获取新的令牌后重试。'),
    },
  }),
  sign_in_failed: problem<{ reason: SignInFault }>({
    status: 403,
    title: { en: 'You are not signed in', 'zh-CN': '未能登录' },
    says: {
      en: (d) => `${signInSays[d.reason].en} Allowed is somebody the provider names and who holds a seat here.`,
      'zh-CN': (d) => `${signInSays[d.reason]['zh-CN']}只有登录服务方确认且在本项目持有席位的人员可以登录。`,
    },
    next: {
      en: (d) =>
        d.reason === 'nobody' || d.reason === 'no_seat'
          ? 'Ask the administrator of the programme to say who you are and what seat you hold.'
          : 'Begin the sign-in again from its beginning.',
      'zh-CN': (d) =>
        d.reason === 'nobody' || d.reason === 'no_seat'
          ? '请联系项目系统管理员确认您的身份和席位。'
          : '请从头重新登录。',
    },
  }),
  passkey_refused: problem<{ reason: PasskeyFault }>({
    status: 403,
    title: { en: 'The passkey is not taken', 'zh-CN': '通行密钥未予接受' },
    says: {
      en: (d) => `${passkeySays[d.reason].en} Allowed is a passkey of your own, for just this, once.`,
      'zh-CN': (d) => `${passkeySays[d.reason]['zh-CN']}仅接受本人的通行密钥，且每次核验仅限本次请求使用一次。`,
    },
    next: {
      en: (d) =>
        d.reason === 'counter'
          ? 'Remove this passkey at /passkeys and sign in afresh; nothing was done.'
          : 'Nothing was done. Ask for the passkey anew, or sign in afresh at /sign-in?fresh=yes; what was sent before is sent again without a passkey.',
      'zh-CN': (d) =>
        d.reason === 'counter'
          ? '请在 /passkeys 删除该通行密钥并重新登录；未作任何办理。'
          : '未作任何办理。请重新使用通行密钥核验，或通过 /sign-in?fresh=yes 重新登录；此前已发送的请求，重发时无需附通行密钥。',
    },
  }),
  not_from_our_page: problem<{ lacks: 'origin' | 'mark' }>({
    status: 403,
    title: { en: 'Not sent by a page of ours', 'zh-CN': '请求并非来自本系统页面' },
    says: {
      en: (d) =>
        d.lacks === 'origin'
          ? 'A browser that is signed in sent this for another site. Allowed is a page of this address.'
          : 'A browser that is signed in sent this without the mark of its sign-in in the header X-CSRF-Token.',
      'zh-CN': (d) =>
        d.lacks === 'origin'
          ? '已登录的浏览器代其他网站发送了此请求；只允许本地址的页面发送。'
          : '已登录的浏览器发送此请求时，请求头 X-CSRF-Token 未带本次登录的标记。',
    },
    next: same(
      'Open the page here and send it again; a program takes the mark from GET /sign-ins/current.',
      '请在本系统打开页面后重新发送；程序可从 GET /sign-ins/current 取得标记。',
    ),
  }),
  beyond_token: problem<{ scopes: readonly TokenScope[] }>({
    status: 403,
    title: { en: 'Not what this token is for', 'zh-CN': '超出该令牌的用途' },
    says: {
      en: (d) => `The token of this machine was made to ${scopesSay(d.scopes, 'en')}, and for nothing else.`,
      'zh-CN': (d) => `该程序令牌仅用于：${scopesSay(d.scopes, 'zh-CN')}。`,
    },
    next: same(
      'Ask an administrator for a token with that scope; what decides is done by persons, by a sign-in of their own.',
      '请向系统管理员申请具有相应用途的令牌；作出决定须由本人登录办理。',
    ),
  }),
  token_beyond_programme: problem<{ programme: ProgrammeId }>({
    status: 403,
    title: { en: 'A token for one programme alone', 'zh-CN': '令牌只限一个项目' },
    says: {
      en: (d) =>
        `The person sits in other programmes too, and a token reaches all that its person sees. Allowed is a token for somebody who sits in ${d.programme} alone; rehearsals do not count.`,
      'zh-CN': (d) =>
        `该人员在其他项目中也有席位，而令牌可以查看其本人所见的全部内容。只能为仅在 ${d.programme} 持有席位的人员签发令牌；演练不计。`,
    },
    next: same(
      'Make it for somebody who sits in this programme alone, such as a person registered for machines.',
      '请为仅在本项目持有席位的人员签发，例如专为程序登记的人员。',
    ),
  }),
} as const

const scopeWords: Words<TokenScope> = {
  read: { en: 'read', 'zh-CN': '读取' },
  comment: { en: 'comment', 'zh-CN': '留言' },
  bring: { en: 'bring exhibits', 'zh-CN': '提交佐证材料' },
  nominate: { en: 'nominate', 'zh-CN': '申报' },
  mend: { en: 'try again what is stuck', 'zh-CN': '重试停滞事项' },
  mail: { en: 'bring mail that came in', 'zh-CN': '提交收到的邮件' },
  calendar: { en: 'show the dates of its person in a calendar', 'zh-CN': '在日历中显示本人期限' },
}

const scopesSay = (scopes: readonly TokenScope[], locale: Locale): string =>
  scopes.map((scope) => scopeWords[scope][locale]).join(locale === 'en' ? ', ' : '、')
