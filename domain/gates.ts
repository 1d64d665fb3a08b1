import type { ClusterFacts, DossierFacts } from './facts.js'
import type { GateKey, GateKind, Settings } from './procedure.js'

export interface FailedGate {
  readonly gate: GateKey
  readonly kind: GateKind
}

/**
 * The eligibility gates that a dossier fails (6.1). G8 is read at the join with the integrity screening (R8)
 * and G9 against the standing bases in the database, so neither is judged here.
 */
export const failedGates = (
  { cluster, dossier }: { cluster: ClusterFacts; dossier: DossierFacts },
  { gates, limits }: Pick<Settings, 'gates' | 'limits'>,
): readonly FailedGate[] => {
  const passes: Record<Exclude<GateKey, 'G8' | 'G9'>, boolean> = {
    G1: cluster.singleAuthority,
    G2: dossier.clusterBodyYears !== null && dossier.clusterBodyYears >= limits.clusterBodyYears,
    G3: dossier.yearsOfData >= limits.yearsOfData,
    G4: dossier.leadIndustryShare >= limits.leadIndustryShare,
    G5:
      dossier.outputCnyBn.length >= limits.yearsOfData &&
      dossier.outputCnyBn.slice(0, limits.yearsOfData).every((output) => output >= limits.scaleCnyBn),
    G6: dossier.memberFirms >= limits.memberFirms,
    G7: dossier.incidents === 0,
    G10: dossier.coFunding,
    G11: dossier.declarationsSigned,
  }
  const keys: readonly (keyof typeof passes)[] = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G10', 'G11']
  return keys.filter((gate) => !passes[gate]).map((gate) => ({ gate, kind: gates[gate] }))
}
