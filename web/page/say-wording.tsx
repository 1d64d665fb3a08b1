import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import type { Choice } from '../../domain/form/field.js'
import { Asked, SendForm } from './say-form.js'
import { sayName, sayPlace } from './say-names.js'
import { sayWords as words } from './say-words.js'
import type { OnClauseProps, ShownClause, ShownText } from './text-model.js'
import { inOrder, paragraphMarkIn } from './text-names.js'

type Paragraph = ShownClause['paragraphs'][number]

/** How a clause would read otherwise: a paragraph in other words, one more, or one less; in every language of the text. */
export const SayWording = (props: OnClauseProps): ReactNode => (
  <>
    <h4>{props.saying.drafting.isPen ? words[props.locale].write : words[props.locale].propose}</h4>
    {props.clause.paragraphs.map((paragraph) => (
      <Reworded key={paragraph.id} paragraph={paragraph} {...props} />
    ))}
    <Added {...props} />
  </>
)

/** A paragraph as it is written: references by the marks that move with their places. */
const writtenIn = ({ text, written }: Paragraph, language: string): string => (written ?? text)[language] ?? ''

const hashesOf = ({ hashes }: ShownClause): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(hashes).map(([language, hash]) => [`from/${language}`, hash]))

const Reworded = ({
  paragraph,
  text,
  clause,
  saying: { forms, drafting },
  locale,
}: OnClauseProps & { readonly paragraph: Paragraph }): ReactNode => {
  const say = words[locale]
  const about = { about: clause.id, paragraph: paragraph.id, ...hashesOf(clause) }
  const [sent] = forms.typed('paragraph')
  const nameOf = (saying: 'replace' | 'delete') => (part: string) =>
    sayName({ saying, clause: clause.id, paragraph: paragraph.id }, part)
  const [replace, remove] = [nameOf('replace'), nameOf('delete')]
  const common = { forms, locale }
  return (
    <details open={sent === paragraph.id}>
      <summary>{beginningOf(paragraph, { text, locale })}</summary>
      {paragraph.written === undefined ? null : <p className="soft">{say.marks}</p>}
      <SendForm forms={forms} at={sayPlace(clause.id)} fields={{ do: 'replace', ...about }}>
        {inOrder(text, locale).map((language) => (
          <Asked
            key={language}
            {...common}
            name={replace(language)}
            label={say.wordingIn(language)}
            shape={{ is: 'lines' }}
            lang={language}
            value={writtenIn(paragraph, language)}
          />
        ))}
        <Asked {...common} name={replace('why')} label={say.why} shape={{ is: 'lines' }} />
        <button>{drafting.isPen ? say.keepWording : say.keepProposal}</button>
      </SendForm>
      {clause.paragraphs.length === 1 ? null : (
        <SendForm forms={forms} at={sayPlace(clause.id)} fields={{ do: 'delete', ...about }}>
          <Asked {...common} name={remove('why')} label={say.whyOut} shape={{ is: 'lines' }} />
          <button>{say.keepOut}</button>
        </SendForm>
      )}
    </details>
  )
}

/** Enough of a paragraph to know it by. */
const beginningOf = (
  paragraph: Paragraph,
  { text, locale }: { readonly text: ShownText; readonly locale: Locale },
): string => {
  const [language = locale] = inOrder(text, locale)
  const said = paragraph.text[language] ?? ''
  const mark = paragraphMarkIn(paragraph, { text, language })
  return `${mark}${said.length > shownOf ? `${said.slice(0, shownOf)}…` : said}`
}

const shownOf = 60

const Added = ({ text, clause, saying: { forms, drafting }, locale }: OnClauseProps): ReactNode => {
  const say = words[locale]
  const name = (part: string): string => sayName({ saying: 'insert', clause: clause.id }, part)
  const places: readonly Choice[] = clause.paragraphs.map((paragraph) => ({
    code: paragraph.id,
    label: {
      en: beginningOf(paragraph, { text, locale: 'en' }),
      'zh-CN': beginningOf(paragraph, { text, locale: 'zh-CN' }),
    },
  }))
  const common = { forms, locale }
  return (
    <details open={forms.typed('do')[0] === 'insert'}>
      <summary>{say.add}</summary>
      <SendForm forms={forms} at={sayPlace(clause.id)} fields={{ do: 'insert', about: clause.id, ...hashesOf(clause) }}>
        <Asked {...common} name={name('after')} label={say.after} shape={{ is: 'one', choices: places }} />
        {inOrder(text, locale).map((language) => (
          <Asked
            key={language}
            {...common}
            name={name(language)}
            label={say.wordingIn(language)}
            shape={{ is: 'lines' }}
            lang={language}
          />
        ))}
        <Asked {...common} name={name('why')} label={say.why} shape={{ is: 'lines' }} />
        <button>{drafting.isPen ? say.keepWording : say.keepProposal}</button>
      </SendForm>
    </details>
  )
}
