import { spoken } from '../tongue.js'

/** What is looked at, as programs know it, with its Chinese. */
const looked = {
  'Node.js': 'Node.js',
  'data folder': '数据目录',
  'Temporal program': 'Temporal 程序',
  API: 'API',
  PostgreSQL: 'PostgreSQL',
  Temporal: 'Temporal',
  worker: '工作进程',
  standstill: '停滞事项',
  checkpoints: '检查点',
  'two witnesses': '账册与历史比对',
  witness: '见证方',
} as const
type Looked = keyof typeof looked

export interface Finding {
  readonly what: Looked
  readonly well: boolean
  /** In the language that is spoken, like what is to be done. */
  readonly found: string
  /** What to do about it, where something is wrong. */
  readonly fix?: string
}

/** What is looked at, in the language that is spoken. */
export const whatWord = (what: Looked): string => (spoken() === 'en' ? what : looked[what])
