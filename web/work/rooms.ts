import type { LocalText } from '../../domain/locale.js'

/** The rooms of the workplace, in the order of its navigation. */
export const rooms = {
  work: { href: '/work', label: { en: 'My work', 'zh-CN': '我的工作' }, for: 'all' },
  bases: { href: '/bases', label: { en: 'Bases', 'zh-CN': '基地' }, for: 'all' },
  // Of which programme, follows from the seats of its reader.
  people: { href: '/programmes', label: { en: 'People', 'zh-CN': '人员' }, for: 'people' },
  verify: { href: '/verify', label: { en: 'Verify', 'zh-CN': '核验' }, for: 'all' },
  stuck: { href: '/stuck', label: { en: 'Stuck', 'zh-CN': '停滞' }, for: 'staff' },
} as const satisfies Readonly<Record<string, RoomOfWork>>

export type Room = keyof typeof rooms

export interface RoomOfWork {
  readonly href: string
  readonly label: LocalText
  /** Who finds it in the navigation; what is shown there, each page says for itself. */
  readonly for: 'all' | 'staff' | 'people'
}

/** The same as a list, with their codes. */
export const roomsInOrder: readonly (RoomOfWork & { readonly code: string })[] = Object.entries(rooms).map(
  ([code, room]) => ({ code, ...room }),
)
