import type { ClearanceScope } from '../../../text/model.js'

/** Who clears what; the whole text is asked of those who answer for all of it. */
export const scopes: readonly ClearanceScope[] = [
  { id: 'legal', title: { en: 'legal', 'zh-CN': '法律' }, whole: true },
  {
    id: 'finance',
    title: { en: 'finance', 'zh-CN': '财务' },
    pieces: [
      'base.4',
      'alliance_part',
      'government_part',
      'conditions',
      'money',
      'presence.3',
      'force_majeure',
      'after_end.2',
      'annex_1.b',
      'annex_2',
    ],
  },
  {
    id: 'superior',
    title: { en: 'superior authority', 'zh-CN': '上级主管机关' },
    pieces: [
      'participants',
      'base',
      'government_part',
      'conditions',
      'money',
      'presence',
      'marks',
      'character',
      'term',
      'ending',
      'annex_1',
    ],
  },
  { id: 'board', title: { en: 'the Board', 'zh-CN': '理事会' }, whole: true },
  {
    id: 'data_protection',
    title: { en: 'data protection', 'zh-CN': '个人信息保护' },
    pieces: ['confidentiality', 'personal_data', 'after_end.3'],
  },
]
