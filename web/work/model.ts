import type { ReactNode } from 'react'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { Room } from './rooms.js'

/** A programme in which the reader sits, and as what. */
export interface SeatsIn {
  readonly programme: string
  readonly label: LocalText
  readonly rehearsal: boolean
  /** Whether one of the seats is on the programme's own side. */
  readonly isStaff: boolean
  /** Whether one of them is for whoever reads who holds which seat. */
  readonly seesPeople: boolean
  /** Whether one of them is for whoever reads which records are held. */
  readonly seesHolds: boolean
  readonly roles: readonly LocalText[]
}

/** Who reads a page of the workplace. */
export interface WorkReader {
  readonly id: string
  readonly name: LocalText
  readonly seats: readonly SeatsIn[]
}

/** A place the reader can switch to: the real programmes together, or one rehearsal. */
export interface World {
  /** Undefined: all programmes that are no rehearsal. */
  readonly programme: string | undefined
  readonly label: LocalText
  readonly isHere: boolean
}

/** How far the sample programme is played, while it is. */
export interface BeingPlayed {
  readonly done: number
  readonly total: number
}

/** What every page of the workplace is drawn with. */
export interface WorkFrame {
  readonly locale: Locale
  /** Undefined: nobody is known, as on a page that says so. */
  readonly reader: WorkReader | undefined
  /** The mark that every form of this sign-in bears; undefined where no browser is signed in, and nothing can be sent. */
  readonly mark: string | undefined
  /** Path and query of this page without its language. */
  readonly here: string
  readonly room: Room | undefined
  /** There in a trial alone: the mailbox and the API to browse. */
  readonly isTrial: boolean
  /** What the reader can switch between; empty where there is nothing but the real programmes. */
  readonly worlds: readonly World[]
  /** Of which rehearsal this page is; undefined: of none. */
  readonly rehearsalHere: string | undefined
  /** From where on, and since when, changes are told while the page is read; undefined: to nobody, as where no browser is signed in. */
  readonly live: { readonly since: string; readonly at: string } | undefined
  /** Undefined: nobody plays it now. */
  readonly played: BeingPlayed | undefined
}

/** What one page has of its own. */
export interface WorkContent {
  readonly title: string
  readonly main: ReactNode
  /** Said over everything else: what is shown is of a rehearsal, no decision of anybody. */
  readonly rehearsal?: boolean
  /** A script of this page's own; the policy it is sent with names its hash. Without it everything works. */
  readonly script?: string
}
