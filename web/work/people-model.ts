import type { z } from 'zod'
import type { DirectoryResponse } from '../../api/contract/directory.js'
import type { PersonRecordsResponse } from '../../api/contract/records.js'
import type { LocalText } from '../../domain/locale.js'
import type { Role, Side } from '../../domain/role.js'
import type { AskedField } from './contract-form.js'

/** What is done on the page of people; each is the command, or the write, that a program sends. */
export const peopleActs = ['give', 'confirm', 'end', 'person', 'organisation', 'erase', 'confirm_erasure'] as const
export type PeopleAct = (typeof peopleActs)[number]

/** An act that is typed in on the page. */
export type PeopleForm = Exclude<PeopleAct, 'confirm' | 'erase' | 'confirm_erasure'>

/** Something that waits for a second person, in words. */
export interface WaitingShown {
  readonly kind: string
  readonly id: string
  /** The entry of the record that is read here and confirmed by its number. */
  readonly seq: number
  readonly proposedBy: LocalText
  readonly proposedAt: string | null
  readonly mayConfirm: boolean
  readonly once: string
  readonly seats: readonly LocalText[]
  readonly paper: string | undefined
  readonly correction: { readonly stands: string; readonly asked: string } | undefined
}

/** A step that waits for more people than may act on it. */
export interface VacantShown {
  readonly base: string
  readonly name: LocalText
  readonly zone: string | null
  readonly step: string
  readonly title: LocalText
  readonly role: LocalText
  readonly roleCode: Role
  readonly dueAt: string
}

/** A form of the page with what was typed in it. */
export interface FormShown {
  readonly fields: readonly AskedField[]
  readonly others: readonly LocalText[]
  readonly once: string
}

/** What is kept of a person, and what the reader may do about it. */
export interface KeptShown {
  readonly records: z.output<typeof PersonRecordsResponse>
  readonly once: string
  /** An erasure weighs so much that its reader signs in afresh before it. */
  readonly asksAfresh: boolean
}

export interface PeopleShown {
  readonly programme: { readonly id: string; readonly label: LocalText; readonly rehearsal: boolean }
  readonly directory: z.output<typeof DirectoryResponse>
  readonly role: Role | undefined
  /** Undefined: a role was chosen. */
  readonly side: Side | undefined
  readonly organisations: readonly {
    readonly id: string
    readonly name: { readonly en: string; readonly local: string }
    readonly country: string
  }[]
  readonly waiting: readonly WaitingShown[]
  readonly vacant: readonly VacantShown[]
  /** Roles of the programme that nobody holds. */
  readonly unheld: readonly LocalText[]
  /** Who gives seats, where the reader does not. */
  readonly givers: readonly LocalText[]
  /** The forms that the reader may send, by what each does. */
  readonly forms: Readonly<Partial<Record<PeopleForm, FormShown>>>
  /** The seat that is about to be ended. */
  readonly ending: { readonly mandate: string; readonly role: LocalText; readonly person: LocalText } | undefined
  /** What is kept of a person, for whoever may ask that it be erased; undefined: nobody was chosen. */
  readonly kept: KeptShown | undefined
  /** Which form is open. */
  readonly opened: PeopleForm | undefined
  readonly told: PeopleAct | 'pending' | { readonly says: string; readonly next: string } | undefined
}
