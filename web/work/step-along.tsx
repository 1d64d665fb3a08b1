import type { ReactNode } from 'react'
import type { StepFilling } from '../act/model.js'
import type { StepShown } from './step-model.js'

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
    {shownOn(subject).map((hash) => (
      <input type="hidden" name="seen" value={hash} key={hash} />
    ))}
  </>
)

/** What is decided about: the papers, and the version of the text of both sides. */
const shownOn = ({ papers, text }: StepShown['subject']): readonly string[] => [
  ...papers.map(({ sha256 }) => sha256),
  ...(text === undefined ? [] : [text]),
]
