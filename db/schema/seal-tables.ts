export interface RowSealTable {
  kind: 'seat' | 'rules' | 'healing'
  /** The id of the mandate, `<procedure>@<version>`, or the stream that healing began anew and its last entry then. */
  subject: string
  seal: string
}
