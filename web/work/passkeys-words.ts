import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Passkeys',
  lead: 'With a passkey you show for one act of weight that it is you, without signing in afresh: the device looks who you are and signs for just this act. Nobody signs in by it.',
  name: 'Name',
  madeAt: 'Made',
  usedAt: 'Last used',
  never: 'not yet',
  remove: 'Remove',
  none: 'You keep no passkey.',
  noneNext: 'Make one below, on the device you work with.',
  afresh: 'A passkey is made and removed by whoever has signed in within the last ten minutes.',
  signIn: 'Sign in afresh',
  make: 'Make a passkey',
  makeSays: 'A name by which you know it again, such as that of the device. Then the browser asks for the passkey.',
  noScript:
    'Passkeys take a browser that has them, with scripts. Without, acts of weight go on as before: by a fresh sign-in.',
  noPlace:
    'The address of this installation is a number; browsers keep passkeys for names alone. Sign in afresh before acts of weight.',
  refused: 'This was not done',
  done_made: 'The passkey is kept. It is good for your acts of weight from now on.',
  done_removed: 'The passkey is removed and good for nothing any more.',
  pending: 'It was sent and is not lost.',
} as const

type PasskeysWords = Readonly<Record<keyof typeof en, string>>

const chinese: PasskeysWords = {
  title: '通行密钥',
  lead: '办理效力重大的事项时，可用通行密钥核验本人身份，无需重新登录：由您的设备核验本人，并仅对该次办理签名。通行密钥不用于登录。',
  name: '名称',
  madeAt: '登记时间',
  usedAt: '最近使用',
  never: '尚未使用',
  remove: '删除',
  none: '您尚未登记通行密钥。',
  noneNext: '请在您使用的设备上通过下方登记。',
  afresh: '登记和删除通行密钥，须在十分钟内重新登录后办理。',
  signIn: '重新登录',
  make: '登记通行密钥',
  makeSays: '请填写便于辨认的名称，例如设备名称；随后浏览器将请您使用通行密钥。',
  noScript: '通行密钥须使用支持该功能并启用脚本的浏览器。否则，办理效力重大的事项仍以重新登录核验。',
  noPlace: '本系统地址为数字地址，浏览器仅为域名保存通行密钥。办理效力重大的事项前请重新登录。',
  refused: '未予办理',
  done_made: '通行密钥已登记，自即时起可用于办理效力重大的事项。',
  done_removed: '通行密钥已删除，不再有效。',
  pending: '已发送，不会丢失。',
}

/** What the page of one's passkeys says. */
export const passkeysWords: Readonly<Record<Locale, PasskeysWords>> = { en, 'zh-CN': chinese }
