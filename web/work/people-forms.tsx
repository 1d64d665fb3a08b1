import type { ReactNode } from 'react'
import { ContractFaults, ContractFields } from './contract-form.js'
import type { WorkFrame } from './model.js'
import type { PeopleForm, PeopleShown } from './people-model.js'
import { peopleWords as words, type PeopleWords } from './people-words.js'

interface Props {
  readonly shown: PeopleShown
  readonly frame: Pick<WorkFrame, 'locale' | 'mark'>
}

const texts = {
  give: ['give', 'giveSays'],
  person: ['register', 'registerSays'],
  organisation: ['add', 'addSays'],
} as const satisfies Readonly<Record<Exclude<PeopleForm, 'end'>, readonly [keyof PeopleWords, keyof PeopleWords]>>

/** The forms for whoever keeps people and seats; each is the contract of the command it sends. */
export const PeopleForms = ({ shown, frame }: Props): ReactNode => (
  <div className="no-print">
    {shown.ending === undefined ? null : <Ending shown={shown} frame={frame} />}
    {(['give', 'person', 'organisation'] as const).map((act) =>
      shown.forms[act] === undefined ? null : (
        <details key={act} id={act} className="card" open={shown.opened === act}>
          <summary>{words[frame.locale][texts[act][0]]}</summary>
          <p className="soft">{words[frame.locale][texts[act][1]]}</p>
          <OneForm act={act} shown={shown} frame={frame} />
        </details>
      ),
    )}
  </div>
)

const Ending = ({ shown, frame }: Props): ReactNode => {
  const say = words[frame.locale]
  const { ending, programme } = shown
  if (ending === undefined) return null
  return (
    <section className="card" id="end">
      <h2>{say.end}</h2>
      <p>{`${ending.role[frame.locale]}, ${say.endFor} ${ending.person[frame.locale]}`}</p>
      <OneForm act="end" shown={shown} frame={frame} />
      <p>
        <a href={`/programmes/${programme.id}/people`}>{say.cancel}</a>
      </p>
    </section>
  )
}

const OneForm = ({
  act,
  shown: { forms, programme, ending },
  frame: { locale, mark },
}: Props & { readonly act: PeopleForm }): ReactNode => {
  const form = forms[act]
  if (form === undefined) return null
  return (
    <form method="post" action={`/programmes/${programme.id}/people`} autoComplete="off">
      <ContractFaults fields={form.fields} others={form.others} locale={locale} of={act} />
      <input type="hidden" name="mark" value={mark} />
      <input type="hidden" name="once" value={form.once} />
      {act === 'end' ? <input type="hidden" name="mandate" value={ending?.mandate} /> : null}
      <ContractFields fields={form.fields} locale={locale} of={act} />
      <p>
        <button className={act === 'end' ? 'bad' : 'main'} name="do" value={act}>
          {words[locale][`act_${act}`]}
        </button>
      </p>
    </form>
  )
}
