import type { Locale } from '../../domain/locale.js'
import type { SavedPage } from '../../domain/values/saved-page.js'

const en = {
  title: 'Saved views',
  lead: 'What you look for again and again. Each leads to its list as it is now; what you are shown there depends on your seats, not on the view.',
  bar: 'Saved views',
  all: 'All saved views',
  save: 'Save this view',
  saveSays:
    'What the list is asked for now is kept under a name: filter, order and way to look. It is yours alone unless you share it.',
  name: 'Name',
  share: 'Show it to',
  nobody: 'nobody else',
  shareWith: (role: string, programme: string) => `everybody who is ${role} in ${programme}`,
  keep: 'Save',
  onBases: 'Bases',
  onWork: 'My work',
  onLetters: 'Letters of a base',
  mine: 'yours',
  sharedBy: (role: string) => `shared by a colleague with ${role}`,
  sharedWith: (role: string) => `yours, shared with ${role}`,
  saved: 'saved',
  remove: 'Remove',
  removed: 'The view was removed. Nothing that it showed has changed.',
  none: 'No view is saved yet.',
  noneNext: 'Choose a filter on the page of all bases, open “Save this view” and give it a name.',
  toBases: 'To all bases',
  refused: 'The view was not saved',
  unfit: 'The name is missing, or longer than 60 characters.',
  unfitNext: 'Go back, give it a name of 1 to 60 characters, and save it again.',
} as const

export type SavedViewsWords = Readonly<
  Record<Exclude<keyof typeof en, 'shareWith' | 'sharedBy' | 'sharedWith'>, string>
> & {
  readonly shareWith: (role: string, programme: string) => string
  readonly sharedBy: (role: string) => string
  readonly sharedWith: (role: string) => string
}

const chinese: SavedViewsWords = {
  title: '常用视图',
  lead: '您经常查看的内容。每个视图打开相应列表的当前情况；可见内容取决于您的任职，与视图无关。',
  bar: '常用视图',
  all: '全部常用视图',
  save: '保存当前视图',
  saveSays: '以名称保存列表当前的筛选条件、排序和查看方式。除非您选择共享，否则仅您本人可见。',
  name: '名称',
  share: '共享对象',
  nobody: '不共享',
  shareWith: (role, programme) => `“${programme}”的全体${role}`,
  keep: '保存',
  onBases: '基地',
  onWork: '我的工作',
  onLetters: '基地函件',
  mine: '本人',
  sharedBy: (role) => `同事共享给${role}`,
  sharedWith: (role) => `本人，已共享给${role}`,
  saved: '保存时间',
  remove: '删除',
  removed: '视图已删除，其所列内容不受影响。',
  none: '尚未保存任何视图。',
  noneNext: '请在基地总览页设置筛选条件，打开“保存当前视图”并填写名称。',
  toBases: '前往基地总览',
  refused: '视图未保存',
  unfit: '名称未填写，或超过60个字符。',
  unfitNext: '请返回，填写1至60个字符的名称后重新保存。',
}

/** What is said about saved views. */
export const savedViewsWords: Readonly<Record<Locale, SavedViewsWords>> = { en, 'zh-CN': chinese }

/** Under which word the list of a view stands. */
export const savedPageWord = {
  bases: 'onBases',
  work: 'onWork',
  letters: 'onLetters',
} as const satisfies Readonly<Record<SavedPage, keyof SavedViewsWords>>
