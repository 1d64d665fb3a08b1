import type { ReactNode } from 'react'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { Shape } from '../../domain/form/shape.js'
import { Control } from '../form/control.js'
import { sayings } from './say-names.js'
import { sayWords } from './say-words.js'
import type { SayingOnText, TextForms, TextShown } from './text-model.js'

interface SendFormProps {
  readonly forms: TextForms
  /** Where on the page its answer stands. */
  readonly at: string
  readonly fields: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** A form that says something about a text; it works without a script. */
export const SendForm = ({ forms: { sendTo, once, open = '' }, at, fields, children }: SendFormProps): ReactNode => (
  <form method="post" action={`${sendTo.action}#${at}`} autoComplete="off">
    <Along fields={{ open, ...sendTo.along, once, ...fields }} />
    {children}
  </form>
)

/** What goes along unseen. */
export const Along = ({ fields }: { readonly fields: Readonly<Record<string, string>> }): ReactNode =>
  Object.entries(fields).map(([name, value]) => <input type="hidden" name={name} value={value} key={name} />)

interface AskedProps {
  readonly forms: TextForms
  readonly locale: Locale
  readonly name: string
  readonly label: string
  readonly shape: Shape
  readonly lang?: string
  /** What stands in it before anything was typed. */
  readonly value?: string
}

/** One control with its label; what was typed and not taken stands in it again. */
export const Asked = ({ forms, locale, name, label, shape, lang, value = '' }: AskedProps): ReactNode => {
  const typed = forms.typed(name)
  return (
    <div lang={lang}>
      {shape.is === 'many' ? null : (
        <label htmlFor={name} lang={locale}>
          {label}
        </label>
      )}
      <Control
        shape={shape}
        name={name}
        label={label}
        value={shape.is === 'many' ? typed : (typed[0] ?? value)}
        locale={locale}
        {...nothingBeside}
      />
    </div>
  )
}

/** These forms cite no proof, point at nothing and have no rows. */
const nothingBeside = { exhibits: [], things: [], longer: undefined, lookAt: '' } as const

/** Why something was not taken, where it was typed. */
export const NotTaken = ({ no }: Pick<TextForms, 'no'>): ReactNode =>
  no === undefined ? null : (
    <div className="note bad" role="alert">
      <p>
        <strong>{no.says}</strong>
      </p>
      <p>{no.next}</p>
    </div>
  )

/** Whether what was not taken is told beside its own form. */
export const isPlaced = ({ items, text }: TextShown, { forms: { typed }, drafting }: SayingOnText): boolean => {
  const [doing] = typed('do')
  if (doing === 'answer') return [...items, ...drafting.drafts].some(({ no }) => String(no) === typed('no')[0])
  const [about] = typed('about')
  const isKnown = sayings.some((one) => one === doing)
  return isKnown && (about === '' || text.clauses.some(({ id }) => id === about))
}

/** What goes along with a decision, or that nothing does yet. */
export const draftedInWords = (drafted: readonly LocalText[], locale: Locale): readonly string[] =>
  drafted.length === 0 ? [sayWords[locale].nothingYet] : drafted.map((one) => one[locale])
