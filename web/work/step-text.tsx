import type { Locale } from '../../domain/locale.js'
import { keyOf } from '../../domain/values/step-key.js'
import { isPlaced, NotTaken } from '../page/say-form.js'
import { sayWords } from '../page/say-words.js'
import type { SayingOnText, TextForms, TextShown } from '../page/text-model.js'
import { TextBody } from '../page/text.js'
import type { BaseHead } from './base-model.js'
import type { WorkContent } from './model.js'
import { stepWords as words } from './step-words.js'

interface StepText {
  readonly head: BaseHead
  readonly step: string
  readonly shown: TextShown
  /** Undefined: its reader drafts nothing on this step. */
  readonly saying: SayingOnText | undefined
  /** Why what was sent was not taken. */
  readonly no: TextForms['no']
}

/** The text that a step is about, with fields for what is proposed, remarked and answered there. */
export const stepTextContent = ({ head, step, shown, saying, no }: StepText, locale: Locale): WorkContent => {
  const say = words[locale]
  const back = `/bases/${head.id}/steps/${step}`
  const toStep = (
    <p className="no-print">
      <a className="button" href={back}>
        {sayWords[locale].wayBack}
      </a>
    </p>
  )
  return {
    title: `${say.text}: ${head.name[locale]}`,
    rehearsal: head.rehearsal,
    main: (
      <>
        <nav className="crumbs" aria-label={say.crumbs}>
          <a href="/work">{say.work}</a> › <a href={`/bases/${head.id}`}>{head.name[locale]}</a> ›{' '}
          <a href={back}>{saying?.drafting.title[locale] ?? keyOf(step)}</a>
        </nav>
        <h1>{say.text}</h1>
        <p className="lead">{`${head.name[locale]} · ${head.id}`}</p>
        {saying !== undefined && isPlaced(shown, saying) ? null : <NotTaken no={no} />}
        {toStep}
        <div className="card">
          <TextBody shown={shown} locale={locale} saying={saying} />
        </div>
        {toStep}
      </>
    ),
  }
}
