import type {
  BaseStageTable,
  BaseTable,
  DocumentOrderTable,
  DocumentTable,
  InterestTable,
  RoleModelTable,
  ShortlistPlaceTable,
  SlotOfferTable,
  SlotTable,
  StepActTable,
  StepTable,
} from './schema/base-tables.js'
import type {
  CheckpointAttestationTable,
  CheckpointKeyTable,
  CheckpointLetterTable,
  CheckpointRecordTable,
  CheckpointTable,
  LedgerLeafTable,
  LedgerNodeTable,
  SealedHistoryTable,
} from './schema/checkpoint-tables.js'
import type {
  CommandTable,
  LetterTable,
  MailboxMessageTable,
  RefusedAttemptTable,
  TextTable,
} from './schema/exchange-tables.js'
import type { ReconciliationLetterTable, ReconciliationTable } from './schema/witness-tables.js'
import type { LedgerEntryTable, LedgerHeadTable } from './schema/ledger-tables.js'
import type { AccessLogTable, ScanTable } from './schema/log-tables.js'
import type { ErasureTable, PersonKeyTable, RecordHoldTable } from './schema/record-tables.js'
import type {
  CallTable,
  ClusterTable,
  MandateTable,
  OrganisationTable,
  PersonTable,
  ProcedureTable,
  ProgrammeTable,
  SessionRankTable,
  SessionTable,
} from './schema/programme-tables.js'
import type { FailingRecordTable } from './schema/stuck-tables.js'

/** Every table as its columns have been migrated; test/db/drift.test.ts compares the two. */
export interface Database {
  programme: ProgrammeTable
  procedure: ProcedureTable
  organisation: OrganisationTable
  person: PersonTable
  mandate: MandateTable
  cluster: ClusterTable
  call: CallTable
  session: SessionTable
  session_rank: SessionRankTable
  ledger_entry: LedgerEntryTable
  ledger_head: LedgerHeadTable
  ledger_leaf: LedgerLeafTable
  ledger_node: LedgerNodeTable
  checkpoint: CheckpointTable
  checkpoint_record: CheckpointRecordTable
  checkpoint_key: CheckpointKeyTable
  checkpoint_attestation: CheckpointAttestationTable
  sealed_history: SealedHistoryTable
  checkpoint_letter: CheckpointLetterTable
  reconciliation: ReconciliationTable
  reconciliation_letter: ReconciliationLetterTable
  base: BaseTable
  base_stage: BaseStageTable
  step: StepTable
  step_act: StepActTable
  slot: SlotTable
  shortlist_place: ShortlistPlaceTable
  role_model: RoleModelTable
  interest: InterestTable
  slot_offer: SlotOfferTable
  document_order: DocumentOrderTable
  document: DocumentTable
  command: CommandTable
  text: TextTable
  letter: LetterTable
  refused_attempt: RefusedAttemptTable
  mailbox_message: MailboxMessageTable
  scan: ScanTable
  access_log: AccessLogTable
  person_key: PersonKeyTable
  record_hold: RecordHoldTable
  erasure: ErasureTable
  failing_record: FailingRecordTable
}
