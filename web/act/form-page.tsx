import type { ReactNode } from 'react'
import type { FormField } from '../../domain/form/field.js'
import { fieldName } from '../../domain/form/posted.js'
import { shapeOf, type Shape } from '../../domain/form/shape.js'
import type { Locale } from '../../domain/locale.js'
import { drawn } from '../page/page.js'
import { faultInWords, inOrder } from '../form/faults.js'
import { Field } from '../form/field.js'
import { Tables } from '../form/tables.js'
import type { ActSubject, FilledPage, OpenedByLink } from './model.js'
import { Bring } from './bring.js'
import { Subject } from './pages.js'
import { Hidden, InOther } from './parts.js'
import { words } from './words.js'

/** The whole form of a step for the option that was chosen, and the one button that acts. */
export const formPage = (
  opened: OpenedByLink,
  { subject, filling }: { readonly subject: ActSubject; readonly filling: FilledPage },
): string => {
  const { locale } = opened
  const { option, no } = filling
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
        <Subject opened={opened} subject={subject} />
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
  filling: { faults, fields },
  locale,
}: {
  readonly filling: FilledPage
  readonly locale: Locale
}): ReactNode =>
  faults.length === 0 ? null : (
    <div role="alert">
      <p className="bad">{words[locale].faults(faults.length)}</p>
      <ul>
        {inOrder(faults, fields).map((fault) => {
          const field = fields.find(({ code }) => code === fault.at[0])
          const said = faultInWords(fault, locale)
          return (
            <li key={fault.at.join('/')}>
              {field === undefined ? said : <a href={`#${fieldName(field)}.`}>{said}</a>}
            </li>
          )
        })}
      </ul>
    </div>
  )

const ToFill = ({ opened, filling }: { readonly opened: OpenedByLink; readonly filling: FilledPage }): ReactNode => {
  const { locale } = opened
  const say = words[locale]
  const { option, mark, fields, answers, faults, exhibits, things, longer } = filling
  return (
    <form method="post" action="/act/decisions" autoComplete="off">
      <Hidden opened={opened} />
      <input type="hidden" name="option" value={option.option} />
      <input type="hidden" name="mark" value={mark} />
      {fields.length === 0 ? null : <h2>{say.form}</h2>}
      {/* The first button is what a browser presses when somebody types Enter: it only looks. */}
      <button formAction="/act" name="refresh" value="yes">
        {say.refresh}
      </button>
      {fields.map((field) => (
        <Field
          key={field.code}
          field={field}
          answer={answers[field.code]}
          faults={faults.filter(({ at }) => at[0] === field.code)}
          {...{ locale, exhibits, things, longer }}
          lookAt="/act"
        />
      ))}
      <Beside locale={locale} filling={filling} />
      <Tables locale={locale} fields={fields} sendTo="/act/tables" />
      {fields.some(asksProof) ? <Bring locale={locale} sendTo="/act/proofs" /> : null}
      {filling.asksCode ? <Mailed locale={locale} isSent={filling.isCodeSent} /> : null}
      <p>{say.last}</p>
      <button>{say.acts(option.label[locale])}</button>
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

/** Whether somewhere in a field an exhibit is cited. */
export const asksProof = (field: FormField): boolean => citesIn(shapeOf(field))

const citesIn = (shape: Shape): boolean =>
  shape.is === 'exhibit' ||
  (shape.is === 'group' && shape.parts.some((part) => citesIn(part.shape))) ||
  (shape.is === 'list' && citesIn(shape.of))

/** What goes with an act beside its form: a code, words, and that there is no interest. */
export const Beside = ({ locale, filling }: { readonly locale: Locale; readonly filling: FilledPage }): ReactNode => {
  const say = words[locale]
  const { option, code, reason, asksInterest, saysNoInterest } = filling
  return (
    <>
      {option.codes.length === 0 ? null : (
        <>
          <label htmlFor="code">{`${say.code} ${say.needed}`}</label>
          <select id="code" name="code" defaultValue={code}>
            <option value="" />
            {option.codes.map((one) => (
              <option key={one.code} value={one.code}>
                {`${one.code} ${one.label[locale]}`}
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor="reason">{option.needsWords ? `${say.reason} ${say.needed}` : say.reason}</label>
      <textarea id="reason" name="reason" rows={4} defaultValue={reason} />
      {asksInterest ? (
        <label className="tick">
          <input type="checkbox" name="noInterest" value="yes" defaultChecked={saysNoInterest} /> {say.interest}
        </label>
      ) : null}
    </>
  )
}
