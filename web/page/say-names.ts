import { controlName } from '../../domain/form/posted.js'

/** What may be said about a text by a form. */
export const sayings = ['replace', 'insert', 'delete', 'remark', 'issue', 'answer'] as const
export type Saying = (typeof sayings)[number]

/** What a form is about: a section or the whole text, a paragraph of it, or a number. */
interface SaidAbout {
  readonly saying: Saying
  readonly clause?: string | undefined
  readonly paragraph?: string | undefined
  readonly no?: string | undefined
}

/** Under which name a control of such a form stands on the page: no two of them share one. */
export const sayName = ({ saying, clause = '', paragraph = '', no = '' }: SaidAbout, part: string): string =>
  [clause, paragraph, no, part].reduce<string>(controlName, saying)

/** The place on the page where the fields about a section stand: its forms lead back there. */
export const sayPlace = (clause: string): string => `say-${clause}`
/** The place where a number stands, with its answers. */
export const itemPlace = (no: number): string => `item-${no}`
