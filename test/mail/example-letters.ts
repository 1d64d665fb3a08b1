import type { LetterFacts } from '../../mail/letter.js'
import type { AddressedLetter } from '../../mail/postman.js'
import { renderLetter } from '../../mail/render-letter.js'

export const exampleFacts: LetterFacts = {
  baseId: 'gasme-C09-yueqing-1',
  cluster: { en: 'Yueqing (Liushi) low-voltage electrical', 'zh-CN': '乐清（柳市）低压电器' },
  step: {
    key: '3.5',
    title: { en: 'Government review of the draft', 'zh-CN': '政府审阅草案' },
    role: { en: 'local government', 'zh-CN': '地方政府' },
  },
  dueOn: '2027-10-29',
  options: [
    { en: 'accept', 'zh-CN': '同意' },
    { en: 'comments', 'zh-CN': '提出意见' },
    { en: 'refuse', 'zh-CN': '不同意' },
  ],
  recipientName: '陈晓燕',
  rehearsal: false,
  head: '3f9a1c5be07d4482a6f1d90e2b7c8855013c9e44d2a76b1fe85c0d3399ab1277',
  headTime: '2027-09-30T08:00:00.000Z',
  link: 'https://cornerstone.example/act#k3J9',
}

export const anAddressedLetter = (changes: Partial<AddressedLetter> = {}): AddressedLetter => ({
  ...renderLetter('step_opened', { languages: ['zh-CN', 'en'], facts: exampleFacts }),
  outboxId: 'outbox-17',
  to: { name: '陈晓燕', address: 'chen.xiaoyan@yueqing.example' },
  ...changes,
})

export const fromOffice = { name: 'Cornerstone Programme Office', address: 'office@gasme.example' }
