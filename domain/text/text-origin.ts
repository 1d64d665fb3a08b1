import { z } from 'zod'

const Said = z.object({
  text_base: z.string().min(1).max(80),
  text_version: z.coerce.number().int().min(1).max(999_999),
  text_hash: z.string().regex(/^[0-9a-f]{64}$/),
  text_languages: z.string().max(200),
})

/** Which text a file left as: of which base, which version under which hash, in which languages. */
export interface TextOrigin {
  readonly base: string
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
  const { data } = Said.safeParse(Object.fromEntries(properties))
  return (
    data && {
      base: data.text_base,
      no: data.text_version,
      hash: data.text_hash,
      languages: data.text_languages.split(' ').filter((one) => one !== ''),
    }
  )
}
