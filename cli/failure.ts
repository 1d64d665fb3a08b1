import type { ProblemBody } from '../api/contract/problem.js'
import type { LocalText } from '../domain/locale.js'
import { called } from './called.js'
import { spoken, told } from './tongue.js'

/** How a command ends: 0 done, 1 refused, 2 used wrongly, 3 not reachable. */
export const exits = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const
export type Exit = (typeof exits)[keyof typeof exits]

/** Ends a command with one line for the person who typed it and the exit code that fits. */
export class CliFailure extends Error {
  constructor(
    message: string,
    readonly exit: Exit,
  ) {
    super(oneLine(message))
    this.name = 'CliFailure'
  }
}

/** The API said no: its problem is kept whole, so that a caller can look at the code. */
export class Refused extends CliFailure {
  constructor(readonly problem: ProblemBody) {
    super([problem.detail, ...fieldsOf(problem), nextAtKeyboard(problem)].join(' '), exits.refused)
    this.name = 'Refused'
  }
}

/** What to do next: of fields that do not fit the API names its own description, which nobody at a keyboard reads. */
const nextAtKeyboard = ({ code, next }: ProblemBody): string =>
  code === 'invalid_request'
    ? told({
        en: `Correct these; "${called} form <base> <step>" shows what a step asks for, and --help what a command takes.`,
        'zh-CN': `请更正所列字段；“${called} form <base> <step>”显示该步骤所需内容，--help 说明各命令的参数。`,
      })
    : next

/** The fields that do not fit, each with what is allowed, as the API says it in the language that was asked for. */
const fieldsOf = ({ errors = [] }: ProblemBody): readonly string[] =>
  errors.length === 0 ? [] : [`[${errors.map(namedOnce).join('; ')}]`]

/** The three things a person must hear, in one line: what was got, what is allowed, what to do. */
export const threePart = ({ got, allowed, todo }: { got: Said; allowed: Said; todo: Said }): string =>
  [got, allowed, todo].map(inWords).join(spoken() === 'en' ? '; ' : '；')

/** What has no second language is said as it stands. */
type Said = string | LocalText

const inWords = (said: Said): string => (typeof said === 'string' ? said : told(said))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A field and what is allowed there; a sentence that names its field itself does so once. */
const namedOnce = ({ path, message }: NonNullable<ProblemBody['errors']>[number]): string =>
  message.includes(path) ? message : `${path} ${message}`
