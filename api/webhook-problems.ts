import type { LocalText } from '../domain/locale.js'
import { changesProblems } from './changes-problems.js'
import { problem } from './problem-entry.js'

/** Why a webhook is not made. */
export type WebhookFault = 'rehearsal' | 'address' | 'full'

const says = (most: number): Readonly<Record<WebhookFault, LocalText>> => ({
  rehearsal: {
    en: 'A rehearsal tells no other program anything: what happens in it is played.',
    'zh-CN': '演练不向其他程序发送任何消息：其中内容均为模拟。',
  },
  address: {
    en: 'The address is not one that messages are sent to: it must be https, name a host of the public network by its name, and bear no user and no password.',
    'zh-CN': '该地址不能接收消息：须为 https 地址，以域名指明公共网络中的主机，且不含用户名和密码。',
  },
  full: {
    en: `The programme has ${most} webhooks that have not ended, and no more are kept.`,
    'zh-CN': `本项目已有${most}个未终止的消息推送地址，已达上限。`,
  },
})
const next: Readonly<Record<WebhookFault, LocalText>> = {
  rehearsal: { en: 'Make the webhook in a real programme.', 'zh-CN': '请在正式项目中设置。' },
  address: {
    en: 'Give an address such as https://news.example.org/cornerstone.',
    'zh-CN': '请填写形如 https://news.example.org/cornerstone 的地址。',
  },
  full: { en: 'End one that is not needed.', 'zh-CN': '请先终止不再需要的推送地址。' },
}

/** Every "no" to telling by itself what was recorded: another program, and whoever follows. */
export const webhookProblems = {
  ...changesProblems,
  webhook_not_made: problem<{ why: WebhookFault; most: number }>({
    status: 422,
    title: { en: 'The webhook was not made', 'zh-CN': '未设置消息推送' },
    says: { en: (d) => says(d.most)[d.why].en, 'zh-CN': (d) => says(d.most)[d.why]['zh-CN'] },
    next: { en: (d) => next[d.why].en, 'zh-CN': (d) => next[d.why]['zh-CN'] },
  }),
} as const
