import type { ReactNode } from 'react'
import type { StepFilling, StepShown } from './step-model.js'

/** A step, and the form of it that is on its way. */
export interface OnTheWay {
  readonly shown: StepShown
  readonly filling: StepFilling
}

/** What every form of a step sends back beside what is filled in. */
export const GoesAlong = ({
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

/** What goes with an act beside its form, where it is not on the page. */
export const SaidBeside = ({
  filling: { code, reason, saysNoInterest },
}: {
  readonly filling: StepFilling
}): ReactNode => (
  <>
    <input type="hidden" name="code" value={code} />
    <input type="hidden" name="reason" value={reason} />
    {saysNoInterest ? <input type="hidden" name="noInterest" value="yes" /> : null}
  </>
)
