import type { FromPage } from '../../domain/form/posted.js'
import { defined } from '../../domain/values/defined.js'
import { sayName, type Saying } from '../../web/page/say-names.js'
import type { ShownText } from '../../web/page/text-model.js'

/** What was typed under a name, its line ends as everywhere else; undefined where it was left empty. */
export const textPosted = (posted: FromPage, name: string): string | undefined => {
  const said = posted(name)[0]?.replaceAll('\r\n', '\n').trim() ?? ''
  return said === '' ? undefined : said
}

interface ItemSaid {
  readonly posted: FromPage
  readonly saying: Exclude<Saying, 'answer'>
  /** The text as the page shows it. */
  readonly text: ShownText
}

/** What a form says about a text, as the contract has it; undefined where a wording was left as it is. */
export const itemOnPage = ({ posted, saying, text }: ItemSaid): object | undefined => {
  const [clause = ''] = posted('about')
  const part = (name: string): string => textPosted(posted, sayName({ saying, clause }, name)) ?? ''
  switch (saying) {
    case 'replace':
    case 'delete':
    case 'insert':
      return proposalOnPage({ posted, saying, text }, clause)
    case 'remark': {
      const isInner = posted(sayName({ saying, clause }, 'seenBy')).includes('own_side')
      const about = clause === '' ? {} : { clause }
      return { kind: 'comment', ...about, seenBy: isInner ? 'own_side' : 'both', text: part('text') }
    }
    case 'issue':
      return { kind: 'issue', clauses: [clause], title: part('title'), position: part('position') }
  }
}

const proposalOnPage = (
  { posted, saying, text }: ItemSaid & { readonly saying: 'replace' | 'delete' | 'insert' },
  clause: string,
): object | undefined => {
  const [named = ''] = posted('paragraph')
  const paragraph = saying === 'insert' ? undefined : named
  const part = (name: string) => textPosted(posted, sayName({ saying, clause, paragraph }, name))
  const common = {
    kind: 'proposal',
    from: inEach(text, (language) => posted(`from/${language}`)[0]),
    why: part('why') ?? '',
  }
  if (saying === 'delete') return { ...common, edit: { kind: saying, clause, paragraph: named } }
  if (saying === 'insert') {
    const words = inEach(text, (language) => part(language) ?? '')
    const after = part('after')
    return {
      ...common,
      edit: { kind: saying, clause, paragraph: nameOfNew(posted, clause), text: words, ...defined({ after }) },
    }
  }
  const words = inEach(text, (language) => wordedAnew(part(language) ?? '', { text, paragraph: named, language }))
  return Object.keys(words).length === 0
    ? undefined
    : { ...common, edit: { kind: saying, clause, paragraph: named, text: words } }
}

/** What there is in each language of a text. */
const inEach = (
  { languages }: ShownText,
  of: (language: string) => string | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const said = of(language)
      return said === undefined ? [] : [[language, said]]
    }),
  )

/** A wording that is another one than stands there; undefined: it was left as it is. */
const wordedAnew = (
  said: string,
  { text, paragraph, language }: { readonly text: ShownText; readonly paragraph: string; readonly language: string },
): string | undefined => {
  const stands = text.clauses.flatMap(({ paragraphs }) => paragraphs).find(({ id }) => id === paragraph)
  const before = (stands?.written ?? stands?.text)?.[language]?.trim()
  return said === before ? undefined : said
}

/** A new paragraph goes by a name that nothing else bears, and the same page gives it the same one. */
const nameOfNew = (posted: FromPage, clause: string): string =>
  `${clause.slice(0, 50)}.${(posted('once')[0] ?? '').slice(0, 8)}`
