import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { Along, Asked, NotTaken, SendForm } from './say-form.js'
import { sayName, sayPlace } from './say-names.js'
import { sayWords as words } from './say-words.js'
import { SayWording } from './say-wording.js'
import type { OnClauseProps, SayingOnText } from './text-model.js'
import { textWords } from './text-words.js'

/** Beneath a clause: the way to its fields, or the fields themselves for the one that was chosen. */
export const SayOnClause = (props: OnClauseProps): ReactNode => {
  const { clause, saying, locale } = props
  const { forms, drafting } = saying
  const say = words[locale]
  const called = drafting.mayPropose ? say.open : say.openRemarks
  const place = sayPlace(clause.id)
  const { method, action, along } = forms.lookAt
  if (forms.open !== clause.id)
    return (
      <form method={method} action={`${action}#${place}`} className="no-print">
        <Along fields={along} />
        <button name="clause" value={clause.id}>
          {called}
        </button>
      </form>
    )
  return (
    <section id={place} className="say no-print" aria-label={called}>
      {forms.isKept ? <p role="status">{textWords[locale].kept}</p> : null}
      {forms.typed('do')[0] === 'answer' ? null : <NotTaken no={forms.no} />}
      {drafting.mayPropose ? <SayWording {...props} /> : null}
      <Remark saying={saying} clause={clause.id} locale={locale} />
      <Issue {...props} />
    </section>
  )
}

/** Whether a form is the one that was sent and not taken: it stands open. */
const isSent = ({ forms: { typed } }: SayingOnText, what: string): boolean => typed('do')[0] === what

interface RemarkProps {
  readonly saying: SayingOnText
  /** Left out: the text as a whole. */
  readonly clause?: string
  readonly locale: Locale
}

const Remark = ({ saying, clause = '', locale }: RemarkProps): ReactNode => {
  const { forms } = saying
  const say = words[locale]
  const name = (part: string): string => sayName({ saying: 'remark', clause }, part)
  const isHere = isSent(saying, 'remark') && (forms.typed('about')[0] ?? '') === clause
  return (
    <details open={isHere}>
      <summary>{clause === '' ? say.remarkWhole : say.remark}</summary>
      <SendForm forms={forms} at={clause === '' ? 'whole' : sayPlace(clause)} fields={{ do: 'remark', about: clause }}>
        <Asked forms={forms} locale={locale} name={name('text')} label={say.remarkText} shape={{ is: 'lines' }} />
        <Asked
          forms={forms}
          locale={locale}
          name={name('seenBy')}
          label={say.seenBy}
          shape={{ is: 'many', choices: [{ code: 'own_side', label: ownSide }] }}
        />
        <button>{say.keepRemark}</button>
      </SendForm>
    </details>
  )
}

const ownSide = { en: words.en.ownSide, 'zh-CN': words['zh-CN'].ownSide }

const Issue = ({ clause, saying, locale }: OnClauseProps): ReactNode => {
  const { forms } = saying
  const say = words[locale]
  const name = (part: string): string => sayName({ saying: 'issue', clause: clause.id }, part)
  return (
    <details open={isSent(saying, 'issue')}>
      <summary>{say.issue}</summary>
      <p className="soft">{say.issueSays}</p>
      <SendForm forms={forms} at={sayPlace(clause.id)} fields={{ do: 'issue', about: clause.id }}>
        <Asked forms={forms} locale={locale} name={name('title')} label={say.issueTitle} shape={{ is: 'line' }} />
        <Asked forms={forms} locale={locale} name={name('position')} label={say.position} shape={{ is: 'lines' }} />
        <button>{say.keepIssue}</button>
      </SendForm>
    </details>
  )
}

interface SayHereProps {
  readonly saying: SayingOnText
  readonly locale: Locale
}

/** A remark on the text as a whole. */
export const SayHere = ({ saying, locale }: SayHereProps): ReactNode => (
  <section id="whole" className="say no-print">
    {saying.forms.typed('about')[0] === '' ? <NotTaken no={saying.forms.no} /> : null}
    <Remark saying={saying} locale={locale} />
  </section>
)
