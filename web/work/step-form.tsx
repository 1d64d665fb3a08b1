import type { ReactNode } from 'react'
import { defined } from '../../domain/values/defined.js'
import type { FormField } from '../../domain/form/field.js'
import type { Locale } from '../../domain/locale.js'
import { Bring } from '../act/bring.js'
import { asksProof, Beside, SaidBeside } from '../act/beside.js'
import { FaultList } from '../form/fault-list.js'
import { sayWords } from '../page/say-words.js'
import { Field } from '../form/field.js'
import { FormParts, GoTo, On } from '../form/form-parts.js'
import { Tables } from '../form/tables.js'
import { Afresh } from './afresh.js'
import { ByPasskey } from './by-passkey.js'
import type { WorkContent, WorkFrame } from './model.js'
import { passkeyScript } from './passkey-script.js'
import { GoesAlong, type OnTheWay } from './step-along.js'
import type { StepFilling } from '../act/model.js'
import { AskedFirst, StepHead, stepHref, SubjectFacts } from './step-pages.js'
import { stepWords as words } from './step-words.js'
import { Refused } from './told.js'

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** The whole form of a step for the option that was chosen. It is saved, or checked; what asks for no form acts from here. */
export const fillContent = ({ shown, filling }: OnTheWay, frame: Frame): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  const { option, parts } = filling
  const asksAfresh = shown.asksAfresh.includes(option.option)
  return {
    title: `${shown.subject.title[locale]}: ${option.label[locale]}`,
    rehearsal: shown.rehearsal,
    ...defined({ script: asksAfresh ? passkeyScript : undefined }),
    main: (
      <>
        <StepHead shown={shown} locale={locale} />
        <Said shown={shown} filling={filling} locale={locale} />
        {asksAfresh ? <Afresh to={`${stepHref(shown)}?option=${option.option}`} locale={locale} /> : null}
        {parts.length === 0 ? (
          <div className="card">
            <SubjectFacts shown={shown} locale={locale} />
          </div>
        ) : null}
        <details hidden={parts.length === 0}>
          <summary>{`${say.role}: ${shown.subject.role[locale]} · ${say.due}: ${shown.subject.dueAt[locale]}`}</summary>
          <SubjectFacts shown={shown} locale={locale} />
        </details>
        <section className="card">
          <div className="option">
            <div>
              <h2>{option.label[locale]}</h2>
              <p className="soft">{option.leadsTo[locale]}</p>
              <AskedFirst shown={shown} option={option.option} locale={locale} />
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
const Said = ({ shown, filling, locale }: OnTheWay & { readonly locale: Locale }): ReactNode => {
  const { faults, no, told } = filling
  const say = words[locale]
  if (faults.length > 0) return <Faults filling={filling} locale={locale} />
  if (no !== undefined)
    return (
      <Refused no={no} title={say.refused}>
        {shown.subject.drafted === undefined ? null : (
          <p>
            <a href={`${stepHref(shown)}/text#items`}>{sayWords[locale].way}</a>
          </p>
        )}
      </Refused>
    )
  return told === undefined ? null : (
    <div className="note good" role="status">
      <p>{say[told]}</p>
    </div>
  )
}

const Faults = ({
  filling: { faults, fields, parts, asked },
  locale,
}: {
  readonly filling: StepFilling
  readonly locale: Locale
}): ReactNode => {
  const say = words[locale]
  return (
    <div className="note bad" role="alert">
      <p>
        <strong>{say.faults(faults.length)}</strong>
      </p>
      <p>{say.faultsSay}</p>
      <FaultList {...{ locale, faults, asked, fields, parts }} />
    </div>
  )
}

const ToFill = ({ shown, filling, frame: { locale, mark } }: OnTheWay & { readonly frame: Frame }): ReactNode => {
  const say = words[locale]
  const { option, fields, answers, faults, exhibits, things, longer, parts, part, begun } = filling
  const here = stepHref(shown)
  const hasForm = parts.length > 0
  const isLast = part >= parts.length
  return (
    <form method="post" action={here} autoComplete="off" id="form">
      <GoesAlong shown={shown} filling={filling} mark={mark} />
      <input type="hidden" name="part" value={part} />
      {/* The first button is what a browser presses when somebody types Enter: it only looks. */}
      <button name="do" value="look" {...unseen}>
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
          lookAt={here}
          {...{ locale, exhibits, things, longer }}
        />
      ))}
      <On fields={fields} />
      {fields.some(hangsOnOthers) ? (
        <p>
          <button name="do" value="look">
            {say.refresh}
          </button>
        </p>
      ) : null}
      {/* What goes with an act stands before the file: of a form with a file only what comes before it is read. */}
      {isLast ? (
        <div className="card">
          <Beside locale={locale} filling={filling} />
        </div>
      ) : (
        <SaidBeside filling={filling} />
      )}
      <Tables locale={locale} fields={fields} sendTo={`${here}/tables`} />
      {fields.some(asksProof) ? (
        <details>
          <summary>{say.bring}</summary>
          <Bring locale={locale} sendTo={`${here}/proofs`} />
        </details>
      ) : null}
      <div className="acts">
        {hasForm ? (
          <WithForm filling={filling} locale={locale} />
        ) : (
          <>
            <p>{say.last}</p>
            <button className="main" name="do" value="act">
              {say.act(option.label[locale])}
            </button>
            {shown.asksAfresh.includes(option.option) ? <ByPasskey does="act" locale={locale} /> : null}
          </>
        )}
      </div>
    </form>
  )
}

/** Whether what is answered here may ask for more. */
const hangsOnOthers = ({ kind }: FormField): boolean => ['choice', 'choices', 'yes_no', 'number'].includes(kind)

const WithForm = ({
  filling: { parts, part },
  locale,
}: {
  readonly filling: StepFilling
  readonly locale: Locale
}): ReactNode => {
  const say = words[locale]
  const isLast = part >= parts.length
  return (
    <>
      <GoTo parts={parts} part={part} locale={locale} />
      <button className={isLast ? 'main' : undefined} name="do" value="check">
        {say.check}
      </button>
      <button name="do" value="save">
        {say.save}
      </button>
    </>
  )
}

/** There for whoever types Enter, and for nobody else. */
const unseen = { className: 'unseen', tabIndex: -1, 'aria-hidden': true } as const
