import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { drawn } from '../page/page.js'
import { FaultList } from '../form/fault-list.js'
import { Field } from '../form/field.js'
import { FormParts, GoTo, On } from '../form/form-parts.js'
import { Tables } from '../form/tables.js'
import { asksProof, Beside, SaidBeside } from './beside.js'
import type { ActSubject, OpenedByLink, StepFilling } from './model.js'
import { Bring } from './bring.js'
import { AskedFirst, Subject } from './pages.js'
import { Hidden, InOther } from './parts.js'
import { words } from './words.js'

/** The whole form of a step for the option that was chosen, and the one button that acts. */
export const formPage = (
  opened: OpenedByLink,
  { subject, filling }: { readonly subject: ActSubject; readonly filling: StepFilling },
): string => {
  const { locale } = opened
  const { option, no, told } = filling
  return drawn({
    locale,
    title: `${subject.title[locale]} · ${option.label[locale]}`,
    rehearsal: subject.rehearsal,
    children: (
      <>
        {no === undefined ? null : (
          <div role="alert">
            <p className="bad">{`${words[locale].wrong} ${no.says}`}</p>
            <p>{no.next}</p>
          </div>
        )}
        <Faults filling={filling} locale={locale} />
        {told === undefined || no !== undefined ? null : (
          <div className="note" role="status">
            <p>{words[locale][told]}</p>
          </div>
        )}
        <Subject opened={opened} subject={subject} />
        {subject.asksFirst[option.option] === undefined ? null : (
          <form method="post" action="/act/documents">
            <Hidden opened={opened} />
            <AskedFirst {...{ subject, option: option.option, locale }} />
          </form>
        )}
        <form method="post" action="/act">
          <Hidden opened={opened} />
          <button>{words[locale].back}</button>
        </form>
        <ToFill opened={opened} filling={filling} />
        <InOther opened={opened} option={option.option} />
      </>
    ),
  })
}

/** What is missing or does not fit, each line leading to its field. */
const Faults = ({
  filling: { faults, fields, parts, asked },
  locale,
}: {
  readonly filling: StepFilling
  readonly locale: Locale
}): ReactNode =>
  faults.length === 0 ? null : (
    <div role="alert">
      <p className="bad">{words[locale].faults(faults.length)}</p>
      <FaultList {...{ locale, faults, asked, fields, parts }} />
    </div>
  )

const ToFill = ({ opened, filling }: { readonly opened: OpenedByLink; readonly filling: StepFilling }): ReactNode => {
  const { locale } = opened
  const say = words[locale]
  const { option, mark, draft, fields, answers, faults, exhibits, things, longer, parts, part, begun } = filling
  const isLast = part >= parts.length
  return (
    <form method="post" action="/act/drafts" autoComplete="off" id="form">
      <Hidden opened={opened} />
      <input type="hidden" name="option" value={option.option} />
      <input type="hidden" name="mark" value={mark} />
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="part" value={part} />
      <On fields={fields} />
      {/* The first button is what a browser presses when somebody types Enter: it decides nothing. */}
      <button name="refresh" value="yes">
        {say.refresh}
      </button>
      <FormParts parts={parts} part={part} locale={locale} />
      {fields.map((field) => (
        <Field
          key={field.code}
          field={field}
          answer={answers[field.code]}
          faults={faults.filter(({ at }) => at[0] === field.code)}
          begun={begun.find((one) => one.field === field.code)?.because}
          {...{ locale, exhibits, things, longer }}
          lookAt="/act/drafts"
        />
      ))}
      {isLast ? <Beside locale={locale} filling={filling} /> : <SaidBeside filling={filling} />}
      <Tables locale={locale} fields={fields} sendTo="/act/tables" />
      {fields.some(asksProof) ? <Bring locale={locale} sendTo="/act/proofs" /> : null}
      {isLast && filling.asksCode ? <Mailed locale={locale} isSent={filling.isCodeSent} /> : null}
      <p>
        <GoTo parts={parts} part={part} locale={locale} />
        {parts.length === 0 ? null : (
          <button name="save" value="yes">
            {say.save}
          </button>
        )}
      </p>
      {isLast ? (
        <>
          <p>{say.last}</p>
          <button formAction="/act/decisions">{say.acts(option.label[locale])}</button>
        </>
      ) : null}
    </form>
  )
}

/** The code that goes to the mailbox on record, asked for and typed without losing what was filled in. */
const Mailed = ({ locale, isSent }: { readonly locale: Locale; readonly isSent: boolean }): ReactNode => {
  const say = words[locale]
  return (
    <fieldset>
      <legend>{say.mailedTitle}</legend>
      <p>{say.mailedSays}</p>
      {isSent ? <p role="status">{say.mailedSent}</p> : null}
      <button formAction="/act/codes">{say.mailedSend}</button>
      <label htmlFor="mailed">{say.mailedCode}</label>
      <input id="mailed" name="mailed" inputMode="numeric" autoComplete="one-time-code" maxLength={20} />
    </fieldset>
  )
}
