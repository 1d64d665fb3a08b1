import type { ApiApp, ApiParts } from '../parts.js'
import { addBases, addRecords } from './bases.js'
import { addBodies } from './bodies.js'
import { addDecisions, addStandstill } from './decisions.js'
import { addFigures } from './figures.js'
import { addCheckpoints, addEvidence } from './evidence.js'
import { addInbox } from './inbox.js'
import { addMailbox } from './mailbox.js'
import { addImports, addNominations } from './nominations.js'
import { addOperation } from './operation.js'
import { addPages, addTenPage } from './pages.js'
import { addPapers } from './papers.js'
import { addPeople } from './people.js'
import { addCalls, addMandates, addProgrammes, addSessions } from './programmes.js'
import { addRehearsals } from './rehearsals.js'
import { addMatters, addReturning } from './returning.js'
import { addAdoptions, addProcedures } from './procedures.js'
import { addExtensions } from './timing.js'
import { addDelegations, addInterests, addReassignments } from './who.js'
import { addWhy } from './why.js'
import { addTen } from './ten.js'

/** Every route there is, resource by resource. */
export const addRoutes = (app: ApiApp, parts: ApiParts): void => {
  for (const add of resources) add(app, parts)
}

const resources = [
  addPages,
  addTenPage,
  addOperation,
  addPeople,
  addProgrammes,
  addCalls,
  addSessions,
  addMandates,
  addNominations,
  addImports,
  addBases,
  addRecords,
  addFigures,
  addWhy,
  addDecisions,
  addStandstill,
  addReturning,
  addMatters,
  addExtensions,
  addProcedures,
  addAdoptions,
  addInterests,
  addReassignments,
  addDelegations,
  addBodies,
  addTen,
  addInbox,
  addPapers,
  addMailbox,
  addRehearsals,
  addEvidence,
  addCheckpoints,
] as const
