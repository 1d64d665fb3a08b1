import type {
  BaseStageTable,
  BaseTable,
  DocumentOrderTable,
  DocumentTable,
  PaperCountTable,
  PaperNumberTable,
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
  CheckpointKeyNoteTable,
  CheckpointKeyTable,
  LogPlaceTable,
  CheckpointLetterTable,
  CheckpointRecordTable,
  CheckpointSubscriptionTable,
  CheckpointTable,
  EvidenceStatementTable,
  LedgerLeafTable,
  LedgerNodeTable,
  SealedHistoryTable,
  SequencerTurnTable,
  WitnessedLogTable,
} from './schema/checkpoint-tables.js'
import type {
  CommandTable,
  LetterTable,
  MailboxMessageTable,
  RefusedAttemptTable,
  TextTable,
} from './schema/exchange-tables.js'
import type { CaseKeyTable, ExhibitFileTable, ExhibitTable } from './schema/exhibit-tables.js'
import type { ComparedRunTable, ReconciliationLetterTable, ReconciliationTable } from './schema/witness-tables.js'
import type { CorrespondenceTable, LetterCopyTable } from './schema/letter-tables.js'
import type { ActCodeTable, ActLinkTable, ThirdPartyTable } from './schema/link-tables.js'
import type { LedgerEntryTable, LedgerHeadTable } from './schema/ledger-tables.js'
import type { AccessLogTable, ScanTable } from './schema/log-tables.js'
import type {
  DraftTable,
  ErasureTable,
  PersonIdentityTable,
  PersonKeyTable,
  RecordHoldTable,
  SavedViewTable,
} from './schema/record-tables.js'
import type {
  CallTable,
  ClusterTable,
  MandateTable,
  PersonTable,
  ProcedureTable,
  ProgrammeTable,
  RegisterEntryTable,
  RulesProposalTable,
  RulesTextTable,
  SeatProposalTable,
  SessionRankTable,
  SessionTable,
} from './schema/programme-tables.js'
import type {
  ApiTokenTable,
  PasskeyChallengeTable,
  PasskeyTable,
  SignInBegunTable,
  SignInTable,
} from './schema/sign-in-tables.js'
import type { TextAnswerTable, TextItemTable, TextVersionTable } from './schema/negotiation-tables.js'
import type { RowSealTable } from './schema/seal-tables.js'
import type { FailingRecordTable } from './schema/stuck-tables.js'
import type { WebhookDeliveryTable, WebhookTable } from './schema/webhook-tables.js'

/** Every table as its columns have been migrated; test/db/drift.test.ts compares the two. */
export interface Database {
  programme: ProgrammeTable
  procedure: ProcedureTable
  register_entry: RegisterEntryTable
  seat_proposal: SeatProposalTable
  rules_proposal: RulesProposalTable
  rules_text: RulesTextTable
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
  log_place: LogPlaceTable
  checkpoint_key: CheckpointKeyTable
  checkpoint_key_note: CheckpointKeyNoteTable
  evidence_statement: EvidenceStatementTable
  sequencer_turn: SequencerTurnTable
  checkpoint_attestation: CheckpointAttestationTable
  sealed_history: SealedHistoryTable
  checkpoint_letter: CheckpointLetterTable
  checkpoint_subscription: CheckpointSubscriptionTable
  witnessed_log: WitnessedLogTable
  compared_run: ComparedRunTable
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
  draft: DraftTable
  saved_view: SavedViewTable
  text_version: TextVersionTable
  text_item: TextItemTable
  text_answer: TextAnswerTable
  letter: LetterTable
  letter_copy: LetterCopyTable
  correspondence: CorrespondenceTable
  paper_count: PaperCountTable
  paper_number: PaperNumberTable
  act_link: ActLinkTable
  act_code: ActCodeTable
  third_party: ThirdPartyTable
  refused_attempt: RefusedAttemptTable
  mailbox_message: MailboxMessageTable
  scan: ScanTable
  case_key: CaseKeyTable
  exhibit_file: ExhibitFileTable
  exhibit: ExhibitTable
  access_log: AccessLogTable
  person_key: PersonKeyTable
  person_identity: PersonIdentityTable
  sign_in: SignInTable
  sign_in_begun: SignInBegunTable
  api_token: ApiTokenTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  record_hold: RecordHoldTable
  erasure: ErasureTable
  failing_record: FailingRecordTable
  row_seal: RowSealTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
}
