import { registerKey, type RegisterEntry } from '../domain/register.js'
import { change, put, type Changeable, type FollowedRow, type Followers } from './row.js'

/** What administrators add to the register of a programme, ask to be corrected, correct and take back. */
export const registerFollowers: Followers = {
  programme_founded: (rows, { event: { organisation } }) => registered(rows, organisation),
  register_added: (rows, { event: { entry } }) => registered(rows, entry),
  correction_asked: (rows, { event: { entry, by } }) =>
    change(rows, { name: nameOf(entry), to: () => ({ asked: entry, askedBy: by.person }) }),
  register_corrected: (rows, { event: { entry } }) => registered(rows, entry),
  proposal_withdrawn: (rows, { event: { kind, id } }) => {
    if (kind !== 'seats' && kind !== 'rules')
      change(rows, { name: nameOf({ kind, id }), to: () => ({ asked: null, askedBy: null }) })
  },
}

/** A row of the register by its name. */
export const registerRow = (
  entry: RegisterEntry,
  { asked, askedBy }: { readonly asked: RegisterEntry | null; readonly askedBy: string | null },
): FollowedRow & { readonly name: string } => ({
  name: nameOf(entry),
  code: 'register_differs',
  subject: registerKey(entry),
  holds: { entry, asked, askedBy },
})

const registered = (rows: Changeable, entry: RegisterEntry): void =>
  put(rows, registerRow(entry, { asked: null, askedBy: null }))

const nameOf = (entry: Pick<RegisterEntry, 'kind' | 'id'>): string => `register/${registerKey(entry)}`
