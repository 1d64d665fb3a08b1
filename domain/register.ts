import type { ChineseNames } from './cluster-words.js'
import type { Country } from './ids.js'
import type { LocalText } from './locale.js'
import type { Place } from './place.js'

/** What an administrator keeps for a programme besides people: who they belong to, where places are, what is said of them. */
export const registerKinds = ['organisation', 'place', 'category', 'names'] as const
export type RegisterKind = (typeof registerKinds)[number]

/** An organisation that people act for. Its country decides whether an expert assesses a place at home (SD5). */
export interface RegisteredOrganisation {
  readonly kind: 'organisation'
  readonly id: string
  readonly name: { readonly en: string; readonly local: string }
  readonly country: Country
}

/** A place under its ISO 3166-2 code, or a whole country under its own: zone and languages of whoever acts there. */
export interface RegisteredPlace {
  readonly kind: 'place'
  readonly id: string
  readonly country: Country
  /** IANA name. */
  readonly zone: string
  /** BCP 47, the first one first; letters are written in those of them that the programme writes in. */
  readonly languages: readonly string[]
}

/** An industry category, by the word that stands in a record (13.1). */
export interface RegisteredCategory {
  readonly kind: 'category'
  readonly id: string
  readonly name: LocalText
}

/** What a cluster is called in Chinese where its record does not say it. */
export interface RegisteredNames extends ChineseNames {
  readonly kind: 'names'
  /** The cluster's id. */
  readonly id: string
}

export type RegisterEntry = RegisteredOrganisation | RegisteredPlace | RegisteredCategory | RegisteredNames

/** The name of an entry among all of them. */
export const registerKey = ({ kind, id }: Pick<RegisterEntry, 'kind' | 'id'>): string => `${kind}/${id}`

/** What a record of a cluster is read with, besides what every programme knows. */
export interface Register {
  readonly places: Readonly<Record<string, Place>>
  readonly categories: Readonly<Record<string, LocalText>>
  readonly names: Readonly<Record<string, ChineseNames>>
}

export const emptyRegister: Register = { places: {}, categories: {}, names: {} }

/** The entries of a programme as a record is read with them. */
export const registerOf = (entries: readonly RegisterEntry[]): Register => ({
  places: Object.fromEntries(
    entries.flatMap((one) =>
      one.kind === 'place'
        ? [[one.id, { country: one.country, zone: one.zone, languages: one.languages }] as const]
        : [],
    ),
  ),
  categories: Object.fromEntries(
    entries.flatMap((one) => (one.kind === 'category' ? [[one.id, one.name] as const] : [])),
  ),
  names: Object.fromEntries(
    entries.flatMap((one) => (one.kind === 'names' ? [[one.id, withoutKind(one)] as const] : [])),
  ),
})

const withoutKind = ({ kind: _, id: __, ...names }: RegisteredNames): ChineseNames => names
