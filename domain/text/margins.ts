import type { LocalText } from '../locale.js'
import type { TextOrigin } from './text-origin.js'

/** What stands at the head of each page of a rehearsal, in both languages whatever the paper's own. */
export const headOfRehearsal: LocalText = {
  en: 'REHEARSAL: this paper is no decision of anybody. Its values are invented for rehearsal.',
  'zh-CN': '演练文件：本文件不构成任何机构或个人的决定，所载数值均为演练而虚构。',
}

/** What stands at the foot of each page of a text that leaves as a file. */
export const footOfText = ({ base, no, hash, languages }: TextOrigin): string =>
  [base, no, languages.join(', '), hash.slice(0, 12)].join(' · ')

/** Whether words at the edge of a page are those with which the text left. */
export const isOwnMargin = (words: string, origin: TextOrigin | undefined): boolean =>
  Object.values(headOfRehearsal).includes(words) || (origin !== undefined && words === footOfText(origin))
