import type { MailFacts } from '../../mail/letter.js'
import type { AddressedLetter } from '../../mail/postman.js'
import { renderLetter } from '../../mail/render-letter.js'

export const exampleFacts: MailFacts = {
  baseId: 'gasme-C09-yueqing-1',
  cluster: { en: 'Yueqing (Liushi) low-voltage electrical', 'zh-CN': '乐清（柳市）低压电器' },
  step: {
    key: '3.5',
    title: { en: 'Government review of the draft', 'zh-CN': '政府审阅草案' },
    role: { en: 'local government', 'zh-CN': '地方政府' },
  },
  dueBy: {
    en: 'Friday, 29 October 2027, 24:00 in Beijing (12:00 the same day in New York)',
    'zh-CN': '2027年10月29日（星期五）24时（北京时间；纽约时间同日12时）',
  },
  options: [
    { option: 'accept', label: { en: 'accept', 'zh-CN': '同意' } },
    { option: 'comments', label: { en: 'comments', 'zh-CN': '提出意见' } },
    {
      option: 'refuse',
      label: { en: 'refuse', 'zh-CN': '不同意' },
      leads: { en: 'please say why', 'zh-CN': '请说明理由' },
    },
  ],
  dueAt: '2027-10-29T16:00:00.000Z',
  isExtensible: true,
  dueDay: { en: '29 October', 'zh-CN': '10月29日' },
  side: 'partner',
  body: { en: 'People’s Government of Yueqing', 'zh-CN': '乐清市人民政府' },
  recipient: { en: 'Chen Xiaoyan', 'zh-CN': '陈晓燕' },
  manager: { en: 'Shen Ruolan', 'zh-CN': '沈若兰' },
  office: 'office@gasme.example',
  acts: true,
  record: 'https://cornerstone.example/bases/gasme-C09-yueqing-1',
  rehearsal: false,
  head: '3f9a1c5be07d4482a6f1d90e2b7c8855013c9e44d2a76b1fe85c0d3399ab1277',
  headTime: '2027-09-30T08:00:00.000Z',
  zone: 'Asia/Shanghai',
  headSeq: 42,
  link: 'https://cornerstone.example/act#k3J9',
}

export const anAddressedLetter = (changes: Partial<AddressedLetter> = {}): AddressedLetter => ({
  ...renderLetter('step_opened', { languages: ['zh-CN', 'en'], facts: exampleFacts }),
  outboxId: 'outbox-17',
  to: { name: '陈晓燕', address: 'chen.xiaoyan@yueqing.example' },
  ...changes,
})

export const fromOffice = { name: 'Cornerstone Programme Office', address: 'office@gasme.example' }
