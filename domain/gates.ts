import type { DossierFacts, TreatedGate, Treatment } from './facts.js'
import type { GateKey, GateKind, Settings } from './procedure.js'

/** What a gate asks of its reading. */
export type GateLimit = { readonly least: number } | { readonly most: number }

/**
 * One gate as it was read: what the dossier declares, what the officer accepted in its place, and whether that is enough. Yes is 1
 * and no 0; null where nothing that counts can be read.
 */
export interface GateReading {
  readonly gate: GateKey
  readonly kind: GateKind
  readonly limit: GateLimit
  readonly declared: number | null
  readonly treat: Treatment
  readonly accepted: number | null
  readonly passed: boolean
}

type Gates = Pick<Settings, 'gates' | 'limits'>

/**
 * The gates that a dossier is read against (6.1), each by what was accepted: that takes the place of what was declared, and both
 * stay. G8 is read at the join with the integrity screening (R8); G9 against the standing bases in the database, unless the officer
 * found ground taken.
 */
export const gateReadings = (
  { dossier, treated = [] }: { readonly dossier: DossierFacts; readonly treated?: readonly TreatedGate[] },
  settings: Gates,
): readonly GateReading[] =>
  declaredOf(dossier, settings).flatMap(({ gate, limit, declared }) => {
    const own = treated.find((one) => one.gate === gate)
    const treat = own?.treat ?? 'accept'
    if (gate === 'G9' && treat === 'accept') return []
    const accepted = own === undefined || treat === 'accept' ? declared : acceptedOf(own)
    const kind = settings.gates[gate]
    return [{ gate, kind, limit, declared, treat, accepted, passed: accepted !== null && isEnough(accepted, limit) }]
  })

/** Those that are not passed. */
export const failedGates = (...asked: Parameters<typeof gateReadings>): readonly GateReading[] =>
  gateReadings(...asked).filter(({ passed }) => !passed)

/** A gate as a refusal tells it: by what it was declared, what was accepted, and what it asks. */
export interface GateTold {
  readonly gate: GateKey
  readonly limit: GateLimit
  readonly declared: number | null
  readonly accepted: number | null
}
/** What a refusal tells of a reading. */
export const gateTold = ({ gate, limit, declared, accepted }: GateReading): GateTold => ({
  gate,
  limit,
  declared,
  accepted,
})

interface Declared {
  readonly gate: GateKey
  readonly limit: GateLimit
  readonly declared: number | null
}

const declaredOf = (dossier: DossierFacts, { limits }: Gates): readonly Declared[] => [
  { gate: 'G1', limit: yes, declared: Number(dossier.oneAuthority) },
  { gate: 'G2', limit: { least: limits.clusterBodyYears }, declared: dossier.clusterBodyYears },
  { gate: 'G3', limit: { least: limits.yearsOfData }, declared: dossier.yearsOfData },
  { gate: 'G4', limit: { least: limits.leadIndustryShare }, declared: dossier.leadIndustryShare },
  { gate: 'G5', limit: { least: limits.scaleCnyBn }, declared: lowestOutput(dossier, limits.yearsOfData) },
  { gate: 'G6', limit: { least: limits.memberFirms }, declared: dossier.memberFirms },
  { gate: 'G7', limit: none, declared: dossier.incidents },
  { gate: 'G9', limit: none, declared: null },
  { gate: 'G10', limit: yes, declared: Number(dossier.coFunding) },
  { gate: 'G11', limit: yes, declared: Number(dossier.declarationsSigned) },
]

const yes: GateLimit = { least: 1 }
const none: GateLimit = { most: 0 }

/** Each of the last years has to be large enough, so the smallest of them decides; null where there are not so many. */
const lowestOutput = ({ outputCnyBn }: DossierFacts, years: number): number | null =>
  outputCnyBn.length < years ? null : Math.min(...outputCnyBn.slice(0, years))

/** What is rejected is not shown; nor is a figure that weak evidence is cited for (8.6). */
const acceptedOf = ({ gate, treat, reading }: TreatedGate): number | null => {
  if (treat === 'reject' || reading === undefined) return null
  return figures.includes(gate) && reading.evidence > 3 ? null : reading.value
}

/** Gates that are figures of the cluster; the others are a yes or no. */
const figures: readonly GateKey[] = ['G2', 'G3', 'G4', 'G5', 'G6', 'G7']

const isEnough = (value: number, limit: GateLimit): boolean =>
  'least' in limit ? value >= limit.least : value <= limit.most
