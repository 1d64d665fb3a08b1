import type { ReactNode } from 'react'
import type { WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Facts } from './parts.js'
import type { PeopleShown, WaitingShown } from './people-model.js'
import { peopleWords as words } from './people-words.js'

interface Props {
  readonly shown: PeopleShown
  readonly frame: Pick<WorkFrame, 'locale' | 'mark'>
}

/** What one person proposed and another confirms: everything that would hold stands beside the button. */
export const PeopleWaiting = ({ shown, frame }: Props): ReactNode =>
  shown.waiting.length === 0 ? null : (
    <>
      <h2>{words[frame.locale].waiting}</h2>
      {shown.waiting.map((one) => (
        <One key={`${one.kind} ${one.id}`} one={one} shown={shown} frame={frame} />
      ))}
    </>
  )

const One = ({
  one,
  shown: { programme },
  frame: { locale, mark },
}: Props & { readonly one: WaitingShown }): ReactNode => {
  const say = words[locale]
  const { kind, id, seq, proposedBy, proposedAt, mayConfirm, seats, paper, correction, once } = one
  return (
    <section className="card">
      <h3>{correction === undefined ? id : `${say.correction}: ${id}`}</h3>
      <Facts
        of={[
          [say.seat, seats.length === 0 ? undefined : seats.map((seat) => <div key={seat.en}>{seat[locale]}</div>)],
          [say.paper, paper],
          [say.stands, correction?.stands],
          [say.asked, correction?.asked],
          [say.proposedBy, proposedBy[locale]],
          ['', proposedAt === null ? undefined : <Moment key="at" at={proposedAt} locale={locale} />],
        ]}
      />
      {mayConfirm && mark !== undefined ? (
        <form method="post" action={`/programmes/${programme.id}/people`}>
          <input type="hidden" name="mark" value={mark} />
          <input type="hidden" name="once" value={once} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="proposal" value={id} />
          <input type="hidden" name="seq" value={seq} />
          <p className="soft">{say.confirmSays}</p>
          <button className="main" name="do" value="confirm">
            {say.confirm}
          </button>
        </form>
      ) : (
        <p className="soft">{say.notYou}</p>
      )}
    </section>
  )
}
