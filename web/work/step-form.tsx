import type { ReactNode } from 'react'
import { fieldName } from '../../domain/form/posted.js'
import type { AnswerFault } from '../../domain/form/fault.js'
import type { Locale } from '../../domain/locale.js'
import { Bring } from '../act/bring.js'
import { asksProof, Beside } from '../act/form-page.js'
import { Field } from '../form/field.js'
import { Answers } from './answers.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Facts } from './parts.js'
import type { StepFilling, StepShown } from './step-model.js'
import { StepHead, stepHref, SubjectFacts } from './step-pages.js'
import { stepWords as words } from './step-words.js'

interface OnTheWay {
  readonly shown: StepShown
  readonly filling: StepFilling
}

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** The whole form of a step for the option that was chosen. It is saved, or checked; what asks for no form acts from here. */
export const fillContent = ({ shown, filling }: OnTheWay, frame: Frame): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  const { option, fields } = filling
  return {
    title: `${shown.subject.title[locale]}: ${option.label[locale]}`,
    rehearsal: shown.rehearsal,
    main: (
      <>
        <StepHead shown={shown} locale={locale} />
        <Said filling={filling} locale={locale} />
        <details open={fields.length === 0}>
          <summary>{`${say.role}: ${shown.subject.role[locale]} · ${say.due}: ${shown.subject.dueAt[locale]}`}</summary>
          <SubjectFacts shown={shown} locale={locale} />
        </details>
        <section className="card">
          <div className="option">
            <div>
              <h2>{option.label[locale]}</h2>
              <p className="soft">{option.leadsTo[locale]}</p>
            </div>
            {shown.options.length > 1 ? (
              <a className="button" href={stepHref(shown)}>
                {say.otherwise}
              </a>
            ) : null}
          </div>
        </section>
        <ToFill shown={shown} filling={filling} frame={frame} />
      </>
    ),
  }
}

/** Over the form: what is wrong, each line leading to its field; or what was done. */
const Said = ({ filling, locale }: { readonly filling: StepFilling; readonly locale: Locale }): ReactNode => {
  const { faults, no, told, fields } = filling
  const say = words[locale]
  if (faults.length > 0)
    return (
      <div className="note bad" role="alert" tabIndex={-1}>
        <p>
          <strong>{say.faults}</strong>
        </p>
        <p>{say.faultsSay}</p>
        <ul>
          {faults.map((fault) => (
            <li key={fault.at.join('/')}>
              <a href={`#${idOf(fault, fields)}`}>{faultInWords(fault, locale)}</a>
            </li>
          ))}
        </ul>
      </div>
    )
  if (no !== undefined)
    return (
      <div className="note bad" role="alert">
        <p>
          <strong>{say.refused}</strong>
        </p>
        <p>{no.says}</p>
        <p>{no.next}</p>
      </div>
    )
  return told === undefined ? null : (
    <div className="note good" role="status">
      <p>{say[told]}</p>
    </div>
  )
}

const idOf = ({ at: [code] }: AnswerFault, fields: StepFilling['fields']): string => {
  const field = fields.find((one) => one.code === code)
  return field === undefined ? 'form' : `${fieldName(field)}.`
}

const faultInWords = ({ labels, needs }: AnswerFault, locale: Locale): string =>
  [...labels, needs].map((part) => part[locale]).join(' › ')

const ToFill = ({ shown, filling, frame: { locale, mark } }: OnTheWay & { readonly frame: Frame }): ReactNode => {
  const say = words[locale]
  const { option, fields, answers, faults, exhibits, things, longer } = filling
  const here = stepHref(shown)
  const hasForm = fields.length > 0
  return (
    <form method="post" action={here} autoComplete="off" id="form">
      <GoesAlong shown={shown} filling={filling} mark={mark} />
      {hasForm ? <h2>{say.form}</h2> : null}
      {/* The first button is what a browser presses when somebody types Enter: it only looks. */}
      <button name="do" value="look" {...(hasForm ? {} : unseen)}>
        {say.refresh}
      </button>
      {fields.map((field) => (
        <Field
          key={field.code}
          field={field}
          answer={answers[field.code]}
          faults={faults.filter(({ at }) => at[0] === field.code)}
          lookAt={here}
          {...{ locale, exhibits, things, longer }}
        />
      ))}
      <div className="card">
        <Beside locale={locale} filling={filling} />
      </div>
      {fields.some(asksProof) ? <Bring locale={locale} sendTo={`${here}/proofs`} /> : null}
      <div className="acts">
        {hasForm ? (
          <>
            <button className="main" name="do" value="check">
              {say.check}
            </button>
            <button name="do" value="save">
              {say.save}
            </button>
          </>
        ) : (
          <>
            <p>{say.last}</p>
            <button className="main" name="do" value="act">
              {say.act(option.label[locale])}
            </button>
          </>
        )}
      </div>
    </form>
  )
}

/** There for whoever types Enter, and for nobody else. */
const unseen = { className: 'skip', tabIndex: -1, 'aria-hidden': true } as const

/** What every form of a step sends back beside what is filled in. */
const GoesAlong = ({
  shown: { subject },
  filling: { option, draft, once },
  mark,
}: OnTheWay & { readonly mark: string | undefined }): ReactNode => (
  <>
    <input type="hidden" name="mark" value={mark} />
    <input type="hidden" name="option" value={option.option} />
    <input type="hidden" name="draft" value={draft} />
    <input type="hidden" name="once" value={once} />
    {subject.papers.map(({ sha256 }) => (
      <input type="hidden" name="seen" value={sha256} key={sha256} />
    ))}
  </>
)

/** Names and texts as a page sent them. */
export type SentPairs = readonly (readonly [string, string])[]

/** Everything that was answered, to be read once more before it acts. */
export const checkContent = (
  { shown, filling, sent }: OnTheWay & { readonly sent: SentPairs },
  { locale, mark }: Frame,
): WorkContent => {
  const say = words[locale]
  const { option, fields, answers, exhibits, things, code, reason, saysNoInterest } = filling
  return {
    title: `${say.checkTitle}: ${shown.subject.title[locale]}`,
    rehearsal: shown.rehearsal,
    main: (
      <>
        <StepHead shown={shown} locale={locale} />
        <div className="note" role="status">
          <p>
            <strong>{say.checkTitle}</strong>
          </p>
          <p>{say.checkSays}</p>
        </div>
        <section className="card">
          <h2>{option.label[locale]}</h2>
          <p className="soft">{option.leadsTo[locale]}</p>
          <Answers fields={fields} answers={answers} isWhole {...{ locale, exhibits, things }} />
          <Facts
            of={[
              [say.code, code === '' ? undefined : codeInWords(filling, locale)],
              [say.reason, reason.trim() === '' ? say.noReason : <pre>{reason}</pre>],
              [say.interest, saysNoInterest ? '✓' : undefined],
            ]}
          />
        </section>
        <form method="post" action={stepHref(shown)} className="acts">
          <GoesAlong shown={shown} filling={filling} mark={mark} />
          {sent.map(([name, text], at) => (
            // Names may come several times, so that only the place tells them apart.
            <input type="hidden" name={name} value={text} key={at} />
          ))}
          <button name="do" value="look">
            {say.change}
          </button>
          <p>{say.last}</p>
          <button className="main" name="do" value="act">
            {say.act(option.label[locale])}
          </button>
        </form>
      </>
    ),
  }
}

const codeInWords = ({ option, code }: StepFilling, locale: Locale): string => {
  const found = option.codes.find((one) => one.code === code)
  return found === undefined ? code : `${code} ${found.label[locale]}`
}

/** An act that was sent and not answered yet: the same page asks again what became of it. */
export const pendingContent = (
  { shown, filling, sent }: OnTheWay & { readonly sent: SentPairs },
  { locale, mark }: Frame,
): WorkContent => {
  const say = words[locale]
  return {
    title: say.pendingTitle,
    rehearsal: shown.rehearsal,
    main: (
      <>
        <StepHead shown={shown} locale={locale} />
        <div className="note" role="status">
          <p>
            <strong>{say.pendingTitle}</strong>
          </p>
          <p>{say.pendingSays}</p>
        </div>
        <form method="post" action={stepHref(shown)}>
          <GoesAlong shown={shown} filling={filling} mark={mark} />
          {sent.map(([name, text], at) => (
            <input type="hidden" name={name} value={text} key={at} />
          ))}
          <button className="main" name="do" value="act">
            {say.again}
          </button>
        </form>
      </>
    ),
  }
}
