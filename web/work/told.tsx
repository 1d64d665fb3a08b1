import type { ReactNode } from 'react'

interface RefusedProps {
  readonly no: { readonly says: string; readonly next: string }
  readonly title: string
  /** What else leads on from here. */
  readonly children?: ReactNode
}

/** Why something was not taken, and what to do next. */
export const Refused = ({ no, title, children }: RefusedProps): ReactNode => (
  <div className="note bad" role="alert">
    <p>
      <strong>{title}</strong>
    </p>
    <p>{no.says}</p>
    <p>{no.next}</p>
    {children}
  </div>
)

interface ToldProps<Act extends string> {
  /** What was done, that no answer came yet, or why it was not taken; undefined: nothing was sent. */
  readonly told: Act | 'pending' | { readonly says: string; readonly next: string } | undefined
  readonly say: Readonly<Record<'refused' | 'pending' | `done_${NoInfer<Act>}`, string>>
}

/** What became of what was sent from a page a moment ago, in the words of that page. */
export const Told = <Act extends string>({ told, say }: ToldProps<Act>): ReactNode => {
  if (told === undefined) return null
  if (typeof told === 'object') return <Refused no={told} title={say.refused} />
  return (
    <div className="note good" role="status">
      <p>{told === 'pending' ? say.pending : say[`done_${told}`]}</p>
    </div>
  )
}
