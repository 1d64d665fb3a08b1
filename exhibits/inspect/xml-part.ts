import { Parser } from 'htmlparser2'

/** A tag as it stands in a part: its name without the prefix, its attributes under their whole names, references resolved. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** What a tag says under a name, whatever prefix stands before it. */
export const saidUnder = (name: string, { attributes }: Tag): readonly string[] =>
  Object.entries(attributes).flatMap(([key, said]) => (localName(key) === name ? [said] : []))

interface Heard {
  readonly opened: (tag: Tag) => void
  readonly text?: (text: string) => void
  readonly closed?: (name: string) => void
}

/** A part of an office document, read as it comes. */
export interface XmlPart {
  readonly write: (piece: Uint8Array) => void
  readonly end: () => void
  /** Whether it is written in a way in which programs may read something else than we do. */
  readonly isDoubtful: () => boolean
}

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/**
 * Reads XML tag by tag. What other programs may take apart in another way is doubtful: another encoding than UTF-8, words of
 * its own (a document type), and comments and instructions that some end earlier than others.
 */
export const xmlPart = ({ opened, text, closed }: Heard): XmlPart => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const named = new Set<string>()
  let isDoubtful = false
  const parser = new Parser(
    {
      onopentagname: () => named.clear(),
      // Of two attributes of one name each program takes another; one without quotes ends where each sees it end.
      // eslint-disable-next-line house/positional-parameters -- the library says it so
      onattribute: (name, _said, quote) => {
        isDoubtful ||= named.has(name) || (quote !== '"' && quote !== "'")
        named.add(name)
      },
      onopentag: (name, attributes) => opened({ name: localName(name), attributes }),
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => closed?.(localName(name)),
      oncomment: (said) => {
        isDoubtful ||= said === ''
      },
      onprocessinginstruction: (name, said) => {
        isDoubtful ||= !isPlain({ name, said })
      },
    },
    { xmlMode: true },
  )
  const read = (decode: () => string): void => {
    try {
      const piece = decode()
      isDoubtful ||= piece.includes('\0')
      if (!isDoubtful) parser.write(piece)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      isDoubtful = true
    }
  }
  return {
    write: (piece) => (isDoubtful ? undefined : read(() => decoder.decode(piece, { stream: true }))),
    end: () => {
      if (!isDoubtful) read(() => decoder.decode())
      if (!isDoubtful) parser.end()
    },
    isDoubtful: () => isDoubtful,
  }
}

const isPlain = ({ name, said }: { name: string; said: string }): boolean => {
  if (name.startsWith('!') || !said.endsWith('?')) return false
  const encoding = /\bencoding\s*=\s*["']([^"']*)["']/i.exec(said)?.[1]
  return name.toLowerCase() !== '?xml' || encoding === undefined || encoding.toLowerCase() === 'utf-8'
}
