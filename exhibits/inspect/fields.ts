import { saidUnder, type Tag } from './xml-part.js'

/** What stands for a field within a field: only the program knows what it becomes. */
const within = '\u0001'
const address = /(?:^|[\s"'“”])(?:[a-z][a-z0-9+.-]+:|\\\\|\/\/)/i

/** Whether a field of a text document starts a program, or fetches something when the document is opened. */
const isActive = (code: string): boolean => {
  const [, word = '', rest = ''] = /^\s*(\S+)([^]*)$/.exec(code) ?? []
  if (word.startsWith(within) || /^dde(auto)?$/i.test(word)) return true
  if (!/^(includepicture|includetext|include|import|link|database)$/i.test(word.replaceAll(within, ''))) return false
  return word.includes(within) || rest.includes(within) || address.test(rest)
}

/** Listens to the tags of a text document for its fields: in one tag, or spelt out over many. */
export interface FieldReader {
  readonly opened: (tag: Tag) => void
  readonly text: (text: string) => void
  readonly closed: (name: string) => void
  readonly isActive: () => boolean
}

const codes = new Set(['instrText', 'delInstrText'])

/** A reader that has heard nothing yet. */
export const fieldReader = (): FieldReader => {
  const open: string[] = []
  let [found, inCode] = [false, 0]
  const say = (code: string): void => {
    const outer = open.pop() ?? ''
    open.push(outer + code)
  }
  const begin = (): void => {
    if (open.length > 0) say(within)
    open.push('')
  }
  const end = (): void => {
    found ||= isActive(open.pop() ?? '')
  }
  // What follows is what the field came to, and no part of its code.
  const separate = (): void => {
    end()
    open.push('came to ')
  }
  const marks = new Map(Object.entries({ begin, separate, end }))
  return {
    opened: (tag) => {
      if (codes.has(tag.name)) inCode += 1
      if (tag.name === 'fldChar') for (const mark of saidUnder('fldCharType', tag)) marks.get(mark)?.()
      if (tag.name === 'fldSimple') found ||= saidUnder('instr', tag).some(isActive)
    },
    text: (text) => {
      if (inCode > 0) say(text)
    },
    closed: (name) => {
      if (codes.has(name)) inCode -= 1
    },
    isActive: () => found || open.some(isActive),
  }
}
