import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Move the time of this base',
  says: 'This base belongs to a rehearsal, where time is played: everything that is due on the way happens, and nothing is passed over. The other bases stand still.',
  now: 'Its clock',
  next: 'Due next',
  what: 'What is due then',
  happened: 'Time was moved, and this happened (the newest first)',
  nothingHappened: 'Time was moved, and nothing happened on the way.',
  history: 'All of its history',
  nothingDue: 'Nothing is due. It waits for people; see whom on its page.',
  move_next: 'To what is due next',
  move_week: 'A week, or to what is due before',
  move_day: 'A day, or to what is due before',
  ended: 'This base has ended. Its time stands still.',
  away: 'Its clock cannot be asked now.',
  played: 'The sample is still being played: what is due moves by itself until it is at rest.',
  back: 'Back to the base',
} as const

const chinese: Readonly<Record<keyof typeof en, string>> = {
  title: '推进该基地的时间',
  says: '该基地属于演练，时间由演练推动：途中到期的事项都会照常发生，不会跳过。其他基地的时间不变。',
  now: '该基地当前时间',
  next: '下一到期时间',
  what: '到期内容',
  happened: '时间已推进，其间发生（最新在前）',
  nothingHappened: '时间已推进，其间无事项发生。',
  history: '查看全部历史记录',
  nothingDue: '没有到期事项，正在等待有关人员办理，详见该基地页面。',
  move_next: '推进至下一到期时间',
  move_week: '推进一周（有事项先到期的，至该时间为止）',
  move_day: '推进一天（有事项先到期的，至该时间为止）',
  ended: '该基地已结束，时间不再推进。',
  away: '目前无法读取其时间。',
  played: '样例仍在演示中：到期事项会自行推进，直至静止。',
  back: '返回该基地',
}

/** The page on which the time of a base of a rehearsal is moved. */
export const timeWords: Readonly<Record<Locale, Readonly<Record<keyof typeof en, string>>>> = { en, 'zh-CN': chinese }
