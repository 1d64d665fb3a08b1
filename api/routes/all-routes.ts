import type { ApiApp, ApiParts } from '../parts.js'
import { addAsOf, addDiff } from './asking.js'
import { addBases, addRecords } from './bases.js'
import { addBodies } from './bodies.js'
import { addDecisions, addStandstill } from './decisions.js'
import { addExceptions } from './exceptions.js'
import { addFigures } from './figures.js'
import { addCheckpoints, addEvidence } from './evidence.js'
import { addHistory, addHistoryFiles } from './history.js'
import { addInbox } from './inbox.js'
import { addLogs } from './logs.js'
import { addMailbox } from './mailbox.js'
import { addImports, addNominations } from './nominations.js'
import { addPaperActs, addScans } from './on-paper.js'
import { addRetries, addRevivals, addStuck } from './mending.js'
import { addOperation } from './operation.js'
import { addPages, addTenPage } from './pages.js'
import { addPapers } from './papers.js'
import { addPeople } from './people.js'
import { addCalls, addMandates, addProgrammes, addSessions } from './programmes.js'
import { addErasures, addHolds, addPersonRecords, addRetention } from './records.js'
import { addReconciliations } from './reconciliations.js'
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
  addHistory,
  addHistoryFiles,
  addFigures,
  addWhy,
  addAsOf,
  addDiff,
  addDecisions,
  addStandstill,
  addReturning,
  addMatters,
  addScans,
  addPaperActs,
  addExtensions,
  addProcedures,
  addAdoptions,
  addInterests,
  addReassignments,
  addDelegations,
  addPersonRecords,
  addErasures,
  addHolds,
  addRetention,
  addBodies,
  addTen,
  addInbox,
  addPapers,
  addMailbox,
  addRehearsals,
  addLogs,
  addExceptions,
  addEvidence,
  addCheckpoints,
  addReconciliations,
  addStuck,
  addRevivals,
  addRetries,
] as const
