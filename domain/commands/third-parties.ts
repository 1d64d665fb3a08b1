/** Asks somebody outside, who has neither seat nor account, to confirm in one line what was noted of an activity (5.14). */
export interface AskThirdParty {
  readonly type: 'ask_third_party'
  /** Under which name the question is kept; to whom it goes and what is answered lies beside the ledger (0066). */
  readonly confirmation: string
  /** The activity, as it is followed. */
  readonly activity: string
  /** The question in whose place it comes, because that one could not be delivered; absent: none is waited for. */
  readonly instead?: string
}
