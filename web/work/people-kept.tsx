import type { ReactNode } from 'react'
import { keepingEnds } from '../../domain/retention.js'
import { Afresh } from './afresh.js'
import { ByPasskey } from './by-passkey.js'
import type { WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Facts, Grid } from './parts.js'
import type { PeopleShown } from './people-model.js'
import { peopleWords as words } from './people-words.js'

interface Props {
  readonly shown: PeopleShown
  readonly frame: Pick<WorkFrame, 'locale' | 'mark'>
}

/** What is kept of a person: what an erasure takes and what stays until when, beside the button that asks for it or confirms it (8.13). */
export const PeopleKept = ({ shown: { kept, programme }, frame: { locale, mark } }: Props): ReactNode => {
  if (kept === undefined) return null
  const say = words[locale]
  const { person, label, state, requestedAt, erasedAt, seq, erases, stays } = kept.records
  const here = `/programmes/${programme.id}/people`
  const act = seq === null ? 'erase' : 'confirm_erasure'
  return (
    <section className="card" id="kept">
      <h2>{`${say.kept}: ${label[locale]}`}</h2>
      <Facts
        of={[
          [say.person, person],
          [say.keptState, say[`kept_${state}`]],
          [say.requested, requestedAt === null ? undefined : <Moment key="asked" at={requestedAt} locale={locale} />],
          [say.erasedOn, erasedAt === null ? undefined : <Moment key="erased" at={erasedAt} locale={locale} />],
        ]}
      />
      <Grid
        caption={say.erases}
        head={[say.what, say.howMuch]}
        figures={[1]}
        rows={erases.map((one) => ({ key: one.kind, cells: [one.label[locale], one.count] }))}
      />
      <Grid
        caption={say.stays}
        head={[say.what, say.base, say.howMuch, say.keptUntil]}
        figures={[2]}
        rows={stays.map((one) => ({
          key: `${one.kind} ${one.base}`,
          cells: [
            one.label[locale],
            one.base ?? say.everyBase,
            one.count ?? '',
            one.until === null ? say.noEnd : <Moment key="until" at={keepingEnds(one.until)} locale={locale} />,
          ],
        }))}
      />
      {state === 'erased' || mark === undefined ? null : (
        <form method="post" action={here}>
          {kept.asksAfresh ? <Afresh to={`${here}?kept=${encodeURIComponent(person)}`} locale={locale} /> : null}
          <input type="hidden" name="mark" value={mark} />
          <input type="hidden" name="once" value={kept.once} />
          <input type="hidden" name="person" value={person} />
          {seq === null ? null : <input type="hidden" name="seq" value={seq} />}
          <p>{say[`${act}Says`]}</p>
          <button className="bad" name="do" value={act}>
            {say[`act_${act}`]}
          </button>
          {kept.asksAfresh ? <ByPasskey does={act} locale={locale} /> : null}
        </form>
      )}
      <p>
        <a href={here}>{say.cancel}</a>
      </p>
    </section>
  )
}
