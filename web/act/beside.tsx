import type { ReactNode } from 'react'
import type { FormField } from '../../domain/form/field.js'
import { shapeOf, type Shape } from '../../domain/form/shape.js'
import type { Locale } from '../../domain/locale.js'
import type { FilledPage } from './model.js'
import { words } from './words.js'

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

/** What goes with an act beside its form, where it is not on the page. */
export const SaidBeside = ({
  filling: { code, reason, saysNoInterest },
}: {
  readonly filling: FilledPage
}): ReactNode => (
  <>
    <input type="hidden" name="code" value={code} />
    <input type="hidden" name="reason" value={reason} />
    {saysNoInterest ? <input type="hidden" name="noInterest" value="yes" /> : null}
  </>
)
