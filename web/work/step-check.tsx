import { defined } from '../../domain/values/defined.js'
import type { Locale } from '../../domain/locale.js'
import { draftedInWords } from '../page/say-form.js'
import { sayWords } from '../page/say-words.js'
import { SaidBeside } from '../act/beside.js'
import { Answers } from './answers.js'
import { ByPasskey } from './by-passkey.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Facts } from './parts.js'
import { passkeyScript } from './passkey-script.js'
import { GoesAlong, type OnTheWay } from './step-along.js'
import type { StepFilling } from '../act/model.js'
import { StepHead, stepHref } from './step-pages.js'
import { stepWords as words } from './step-words.js'

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** Everything that was answered, to be read once more before it acts. */
export const checkContent = ({ shown, filling }: OnTheWay, { locale, mark }: Frame): WorkContent => {
  const say = words[locale]
  const { drafted } = shown.subject
  const { option, asked, answers, exhibits, things, code, reason, saysNoInterest, part } = filling
  const asksAfresh = shown.asksAfresh.includes(option.option)
  return {
    title: `${say.checkTitle}: ${shown.subject.title[locale]}`,
    rehearsal: shown.rehearsal,
    ...defined({ script: asksAfresh ? passkeyScript : undefined }),
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
          <Answers fields={asked} answers={answers} isWhole {...{ locale, exhibits, things }} />
          <Facts
            of={[
              [say.code, code === '' ? undefined : codeInWords(filling, locale)],
              [say.reason, reason.trim() === '' ? say.noReason : <pre>{reason}</pre>],
              [
                sayWords[locale].goesAlong,
                drafted === undefined
                  ? undefined
                  : draftedInWords(drafted, locale).map((one) => <p key={one}>{one}</p>),
              ],
              [say.interest, saysNoInterest ? '✓' : undefined],
            ]}
          />
        </section>
        <form method="post" action={stepHref(shown)} className="acts">
          <GoesAlong shown={shown} filling={filling} mark={mark} />
          <SaidBeside filling={filling} />
          <input type="hidden" name="part" value={part} />
          <p>{say.last}</p>
          <button name="do" value="look">
            {say.change}
          </button>
          <button className="main" name="do" value="act">
            {say.act(option.label[locale])}
          </button>
          {asksAfresh ? <ByPasskey does="act" locale={locale} /> : null}
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
export const pendingContent = ({ shown, filling }: OnTheWay, { locale, mark }: Frame): WorkContent => {
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
          <SaidBeside filling={filling} />
          <button className="main" name="do" value="act">
            {say.again}
          </button>
        </form>
      </>
    ),
  }
}
