import { acting } from '../contract/commands/acting.js'
import type { BaseEntry } from '../contract/commands/entry.js'
import { returning } from '../contract/commands/returning.js'
import { timing } from '../contract/commands/timing.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { addAccountPages } from './account-page.js'
import { addAct } from './act.js'
import { addAsOfPage } from './as-of-page.js'
import { addApiTokens } from './api-tokens.js'
import { addAsOf, addDiff } from './asking.js'
import { addBases, addRecords } from './bases.js'
import { addBodies } from './bodies.js'
import { addDecisions } from './decisions.js'
import { addBulk } from './bulk.js'
import { addChanges } from './changes.js'
import { addConfirm } from './confirm.js'
import { addConditionActs, addConditions } from './conditions.js'
import { addFollowUp } from './follow-up.js'
import { addSessions } from './sessions.js'
import { addSubjects } from './subjects.js'
import { addDrafts } from './drafts.js'
import { addExhibitsPages } from './exhibits-page.js'
import { addExhibitActs, addExhibits } from './exhibits.js'
import { addExceptions } from './exceptions.js'
import { addForms } from './forms.js'
import { addFigures } from './figures.js'
import { addCheckpoints, addEvidence, addWitnesses } from './evidence.js'
import { tableOf } from './from-table.js'
import { addHistory, addHistoryFiles } from './history.js'
import { addInbox } from './inbox.js'
import { addLocalProvider } from './local-provider.js'
import { addSignIn } from './sign-in.js'
import { addSignIns } from './sign-ins.js'
import { addIncomingMail } from './incoming-mail.js'
import { addLetters } from './letters.js'
import { addLinks } from './links.js'
import { addLaunchItems } from './launch-items.js'
import { addSinceTheReport } from './since-the-report.js'
import { addLogs } from './logs.js'
import { addCalendar, addCalendarPage } from './calendar.js'
import { addMailbox } from './mailbox.js'
import { addMe } from './me.js'
import { addMinutes } from './minutes.js'
import { addSearch } from './search.js'
import { addImports, addNominations } from './nominations.js'
import { addPaperActs, addScans } from './on-paper.js'
import { addRetries, addRevivals, addStuck } from './mending.js'
import { addOperation } from './operation.js'
import { addPages } from './pages.js'
import { addHistoryPage } from './history-page.js'
import { addLettersPages } from './letters-page.js'
import { addStepTextPage } from './step-text-page.js'
import { addTextPage } from './text-page.js'
import { addPortfolioPage } from './portfolio.js'
import { addSixPages } from './six-page.js'
import { addStartPage } from './start-page.js'
import { addImportPage } from './import-page.js'
import { addStuckPage } from './stuck-page.js'
import { addTimePage } from './time-page.js'
import { addVerifyPages } from './verify-page.js'
import { addOrigins, addPapers } from './papers.js'
import { addHoldsPage } from './holds-page.js'
import { addPeoplePage } from './people-page.js'
import { addPeople } from './people.js'
import { addProgrammes, addSeating, addSeatProposals } from './programmes.js'
import { addIdentities } from './identities.js'
import { addErasures, addHolds, addPersonRecords, addRetention } from './records.js'
import { addRegister } from './register.js'
import { addProposals, addPublishing } from './publishing.js'
import { addReconciliations } from './reconciliations.js'
import { addRehearsals } from './rehearsals.js'
import { addPasskeys } from './passkeys.js'
import { addPasskeysPage } from './passkeys-page.js'
import { addSavedViews } from './saved-views.js'
import { addSavedViewsPage } from './saved-views-page.js'
import { addAdoptions, addProcedures } from './procedures.js'
import { addDelegations, addWho } from './who.js'
import { addUploads } from './uploads.js'
import { addWebhooks } from './webhooks.js'
import { addWebhooksPage } from './webhooks-page.js'
import { addWhy } from './why.js'
import { addSubscription } from './subscription.js'
import { addTen } from './ten.js'
import { addTexts } from './texts.js'
import { addThirdParties } from './third-parties.js'
import { addWitness } from './witness.js'
import { addWorkplace } from './workplace.js'
import { addWorkplaceActs } from './workplace-acts.js'
import { addWorkplaceBases } from './workplace-bases.js'
import { addWorkplaceSteps } from './workplace-steps.js'

/** Every route there is, resource by resource. */
export const addRoutes = (app: ApiApp, parts: ApiParts): void => {
  for (const add of resources) add(app, parts)
}

const commands = (entries: Readonly<Record<string, BaseEntry>>) => (app: ApiApp, parts: ApiParts) =>
  tableOf(app, parts).allForBase(entries)

const resources = [
  addWorkplace,
  addWorkplaceSteps,
  addWorkplaceBases,
  addWorkplaceActs,
  addPages,
  addPortfolioPage,
  addSixPages,
  addPasskeysPage,
  addSavedViewsPage,
  addHistoryPage,
  addAsOfPage,
  addLettersPages,
  addExhibitsPages,
  addTextPage,
  addStepTextPage,
  addVerifyPages,
  addAccountPages,
  addCalendarPage,
  addCalendar,
  addStartPage,
  addImportPage,
  addPeoplePage,
  addHoldsPage,
  addStuckPage,
  addTimePage,
  addAct,
  addConfirm,
  addSignIn,
  addLocalProvider,
  addOperation,
  addMe,
  addSearch,
  addPeople,
  addProgrammes,
  addSeating,
  addSessions,
  addSeatProposals,
  addRegister,
  addPublishing,
  addProposals,
  addNominations,
  addImports,
  addBases,
  addRecords,
  addLetters,
  addIncomingMail,
  addHistory,
  addHistoryFiles,
  addFigures,
  addConditions,
  addFollowUp,
  addLaunchItems,
  addSinceTheReport,
  addMinutes,
  addSubjects,
  addWhy,
  addAsOf,
  addDiff,
  addDecisions,
  addForms,
  addDrafts,
  addTexts,
  commands(acting),
  commands(returning),
  addUploads,
  addExhibits,
  addExhibitActs,
  addConditionActs,
  addThirdParties,
  addScans,
  addPaperActs,
  commands(timing),
  addProcedures,
  addAdoptions,
  addWho,
  addDelegations,
  addPersonRecords,
  addIdentities,
  addLinks,
  addSignIns,
  addApiTokens,
  addPasskeys,
  addSavedViews,
  addWebhooks,
  addWebhooksPage,
  addErasures,
  addHolds,
  addRetention,
  addBodies,
  addTen,
  addInbox,
  addChanges,
  addBulk,
  addPapers,
  addOrigins,
  addMailbox,
  addRehearsals,
  addLogs,
  addExceptions,
  addEvidence,
  addCheckpoints,
  addSubscription,
  addWitnesses,
  addWitness,
  addReconciliations,
  addStuck,
  addRevivals,
  addRetries,
] as const
