import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { Asked, NotTaken, SendForm } from './say-form.js'
import { itemPlace, sayName } from './say-names.js'
import { isAnswerSaid, sayWords as words } from './say-words.js'
import { textWords } from './text-words.js'
import type { SayingOnText, ShownItem, TextForms } from './text-model.js'

interface AnswerProps {
  readonly item: ShownItem
  readonly saying: SayingOnText
  readonly locale: Locale
}

/** How a proposal is answered and an issue settled on this step; nothing where it is not. */
export const AnswerForms = ({
  item: { no, kind, languages },
  saying: { drafting, forms },
  locale,
}: AnswerProps): ReactNode => {
  const answer = drafting.answers.get(no)
  if (answer === undefined) return null
  const say = words[locale]
  const about = { do: 'answer', no: String(no) }
  const may = answer.may.filter((state) => state !== answer.given)
  return (
    <>
      <NoToAnswer no={no} forms={forms} />
      {answer.given === undefined ? null : (
        <SendForm forms={forms} at={itemPlace(no)} fields={about}>
          <strong>{say.given(isAnswerSaid(answer.given) ? say.as[answer.given] : answer.given)}</strong>{' '}
          <button name="state" value="open">
            {say.takeBack}
          </button>
        </SendForm>
      )}
      {may.length === 0 ? null : (
        <details open={isSentAbout(forms, no)} className="no-print">
          <summary>{kind === 'issue' ? say.settle : say.answer}</summary>
          <SendForm forms={forms} at={itemPlace(no)} fields={about}>
            <Asked
              forms={forms}
              locale={locale}
              name={sayName({ saying: 'answer', no: String(no) }, 'words')}
              label={kind === 'issue' ? say.issueWords : say.answerWords}
              shape={{ is: 'lines' }}
            />
            {may.includes('accepted') ? <ChangedAlone languages={languages} locale={locale} /> : null}
            {may.map((state) => (
              <button key={state} name="state" value={state}>
                {isAnswerSaid(state) ? say.states[state] : state}
              </button>
            ))}
          </SendForm>
        </details>
      )}
    </>
  )
}

/** Before a wording is accepted: which language it changes alone, and that the others stay. */
const ChangedAlone = ({ languages, locale }: Pick<ShownItem, 'languages'> & { readonly locale: Locale }): ReactNode => {
  const told = languages && textWords[locale].languages(languages)
  return told === undefined ? null : <p className="soft">{told}</p>
}

/** A draft is taken away again; where the step holds the pen, a wording is taken into the version or left out of it. */
export const TakeAway = ({ item: { no, kind }, saying: { drafting, forms }, locale }: AnswerProps): ReactNode => {
  const say = words[locale]
  const answer = drafting.answers.get(no)
  const isIn = answer?.given === 'accepted'
  return (
    <SendForm forms={forms} at="drafts" fields={{ do: 'answer', no: String(no) }}>
      <NoToAnswer no={no} forms={forms} />
      {drafting.isPen && kind === 'proposal' ? (
        <>
          <strong>{isIn ? say.isIn : say.isOut}</strong>{' '}
          <button name="state" value={isIn ? 'open' : 'accepted'}>
            {isIn ? say.leaveOut : say.takeIn}
          </button>
        </>
      ) : null}
      <button name="state" value="withdrawn">
        {say.remove}
      </button>
    </SendForm>
  )
}

const isSentAbout = ({ typed }: TextForms, no: number): boolean =>
  typed('do')[0] === 'answer' && typed('no')[0] === String(no)

const NoToAnswer = ({ no, forms }: { readonly no: number; readonly forms: TextForms }): ReactNode =>
  isSentAbout(forms, no) ? <NotTaken no={forms.no} /> : null
