import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Dates in your calendar',
  lead: 'Your calendar can ask here for whatever waits for you, each with its day. It sees what stands on “My work”, and nothing else.',
  secret:
    'Whoever has the address reads these dates. Give it to your own calendar and to nobody else. Nothing can be done with it.',
  none: 'There is no address yet.',
  make: 'Make an address',
  anew: 'Make another address',
  anewSays: 'The one before ends at once.',
  made: 'Made',
  until: 'Good until',
  used: 'Asked for last',
  never: 'never',
  end: 'End the address',
  address: 'Your address',
  once: 'It is shown this once. Copy it into your calendar now, as a calendar that is subscribed to.',
  ended: 'The address was ended. Your calendar gets nothing any more.',
  noSeat: 'You hold no seat now, so that nothing has a date for you.',
  toWork: 'To my work',
  feed: 'Cornerstone: my work',
} as const

export type CalendarWords = Readonly<Record<keyof typeof en, string>>

const chinese: CalendarWords = {
  title: '日历订阅',
  lead: '您的日历可在此获取待您办理的各项事项及期限，内容与“我的工作”一致，不含其他信息。',
  secret: '持有该地址者均可查看上述期限。请仅添加到您本人的日历，切勿转交他人。凭该地址不能办理任何事项。',
  none: '尚未生成地址。',
  make: '生成地址',
  anew: '重新生成地址',
  anewSays: '原地址随即失效。',
  made: '生成时间',
  until: '有效期至',
  used: '最近一次获取',
  never: '从未',
  end: '停用地址',
  address: '您的地址',
  once: '地址仅显示一次，请立即复制到日历中，添加为订阅日历。',
  ended: '地址已停用，您的日历不再获取任何内容。',
  noSeat: '您目前没有任职，没有待办期限。',
  toWork: '前往我的工作',
  feed: 'Cornerstone：我的工作',
}

/** What the page of one's own calendar says. */
export const calendarWords: Readonly<Record<Locale, CalendarWords>> = { en, 'zh-CN': chinese }
