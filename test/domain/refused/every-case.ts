import { bodyCases } from './bodies.js'
import { formCases } from './forms.js'
import { conditionCases } from './conditions.js'
import { negotiationCases } from './negotiation.js'
import { exhibitCases } from './exhibits.js'
import { launchCases } from './launch.js'
import { mendingCases } from './mending.js'
import { paperCases } from './paper.js'
import { returningCases } from './returning.js'
import { rulesCases } from './rules.js'
import { saidCases } from './said.js'
import { seatCases } from './seats.js'
import { teamCases } from './team.js'
import { tenCases } from './ten.js'
import { timingCases } from './timing.js'
import { factsCases, whatCases } from './what.js'
import { whenCases } from './when.js'
import { whoCases } from './who.js'

/** Every way in which a base says no, one command each. */
export const refusedCases = [
  ...whoCases,
  ...whatCases,
  ...factsCases,
  ...formCases,
  ...saidCases,
  ...whenCases,
  ...returningCases,
  ...timingCases,
  ...seatCases,
  ...teamCases,
  ...bodyCases,
  ...launchCases,
  ...tenCases,
  ...paperCases,
  ...exhibitCases,
  ...conditionCases,
  ...negotiationCases,
  ...rulesCases,
  ...mendingCases,
]
