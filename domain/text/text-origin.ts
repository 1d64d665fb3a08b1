import type { BaseId } from '../ids.js'

/** Which text a file left as: of which base, which version under which hash, in which languages. */
export interface TextOrigin {
  readonly base: BaseId
  readonly no: number
  readonly hash: string
  readonly languages: readonly string[]
}

type Property = readonly [name: string, value: string]

/** What a file is told of the text it is, as properties that a word processor keeps when it saves. */
export const originSaid = ({ base, no, hash, languages }: TextOrigin): readonly Property[] => [
  ['text_base', base],
  ['text_version', String(no)],
  ['text_hash', hash],
  ['text_languages', languages.join(' ')],
]

/** Which text the properties of a file name; undefined where they name none, or not the whole of it. */
export const originRead = (properties: readonly Property[]): TextOrigin | undefined => {
  const said = new Map(properties)
  const [base = '', no = '', hash = ''] = ['text_base', 'text_version', 'text_hash'].map((name) => said.get(name))
  if (!/^.{1,80}$/u.test(base) || !/^[1-9]\d{0,5}$/.test(no) || !/^[0-9a-f]{64}$/.test(hash)) return undefined
  const languages = (said.get('text_languages') ?? '').split(' ').filter((one) => one !== '')
  return { base, no: Number(no), hash, languages }
}
