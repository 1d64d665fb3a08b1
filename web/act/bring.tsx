import type { ReactNode } from 'react'
import { exhibitReaders, personalGrounds, sealForms } from '../../domain/exhibits/exhibit.js'
import { exhibitKindCodes, exhibitKinds } from '../../domain/exhibits/kinds.js'
import type { Locale } from '../../domain/locale.js'
import { bringing } from './bring-words.js'

/**
 * A file brought as proof, from the same form: what was filled in goes along and stands there again. The file comes last, since
 * what it is must be known before its bytes come.
 */
export const Bring = ({ locale, sendTo }: { readonly locale: Locale; readonly sendTo: string }): ReactNode => {
  const say = bringing[locale]
  return (
    <fieldset>
      <legend>{say.title}</legend>
      <p className="soft">{say.says}</p>
      <Line name="title" label={say.named} />
      <Among
        name="kind"
        label={say.kind}
        choices={exhibitKindCodes.map((code) => [code, exhibitKinds[code].label[locale]])}
      />
      <Among name="readers" label={say.readers} choices={exhibitReaders.map((code) => [code, say.who[code]])} />
      <Among name="seal" label={say.seal} choices={sealForms.map((code) => [code, say.seals[code]])} />
      <Line name="languages" label={say.languages} />
      <p className="soft">{say.asItsKind}</p>
      {lines.map((name) => (
        <Line key={name} name={name} label={say[name]} />
      ))}
      {days.map((name) => (
        <Line key={name} name={name} label={say[name]} type="date" />
      ))}
      <Among name="personal" label={say.personal} choices={personalGrounds.map((code) => [code, say.grounds[code]])} />
      <label className="tick">
        <input type="checkbox" name="proof/allowed" value="yes" /> {say.allowed}
      </label>
      <label htmlFor="proof">{say.file}</label>
      <input id="proof" type="file" name="proof" />
      <button formAction={sendTo} formEncType="multipart/form-data">
        {say.bring}
      </button>
    </fieldset>
  )
}

const lines = ['issuer', 'docNo', 'definition', 'sourceUrl', 'territories'] as const
const days = ['issuedOn', 'validUntil', 'capturedOn', 'from', 'to'] as const

interface LineProps {
  readonly name: string
  readonly label: string
  readonly type?: 'date'
}

const Line = ({ name, label, type }: LineProps): ReactNode => (
  <>
    <label htmlFor={`proof/${name}`}>{label}</label>
    <input id={`proof/${name}`} name={`proof/${name}`} type={type} />
  </>
)

interface AmongProps {
  readonly name: string
  readonly label: string
  readonly choices: readonly (readonly [string, string])[]
}

const Among = ({ name, label, choices }: AmongProps): ReactNode => (
  <>
    <label htmlFor={`proof/${name}`}>{label}</label>
    <select id={`proof/${name}`} name={`proof/${name}`}>
      <option value="" />
      {choices.map(([code, said]) => (
        <option key={code} value={code}>
          {said}
        </option>
      ))}
    </select>
  </>
)
