import type { ReactNode } from 'react'

interface ToldProps<Act extends string> {
  /** What was done, that no answer came yet, or why it was not taken; undefined: nothing was sent. */
  readonly told: Act | 'pending' | { readonly says: string; readonly next: string } | undefined
  readonly say: Readonly<Record<'refused' | 'pending' | `done_${NoInfer<Act>}`, string>>
}

/** What became of what was sent from a page a moment ago, in the words of that page. */
export const Told = <Act extends string>({ told, say }: ToldProps<Act>): ReactNode => {
  if (told === undefined) return null
  if (typeof told === 'object')
    return (
      <div className="note bad" role="alert">
        <p>
          <strong>{say.refused}</strong>
        </p>
        <p>{told.says}</p>
        <p>{told.next}</p>
      </div>
    )
  return (
    <div className="note good" role="status">
      <p>{told === 'pending' ? say.pending : say[`done_${told}`]}</p>
    </div>
  )
}
