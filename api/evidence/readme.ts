/** What lies in an evidence file and how to check it, for whoever unpacks it without knowing the programme. */
export const readme = (subject: string): string => `Evidence of ${subject}

Unpack verify-evidence.mjs and run it on the whole file; it needs Node.js 20 or newer and nothing else, no network either:

    node verify-evidence.mjs FILE.zip --checkpoint <a checkpoint you kept>

A checkpoint you kept is a file with a signed note (as in the daily letter), or the short form printed in letters and papers,
such as 1234:9f86d081884c7d65. Without one, a ledger that was rewritten as a whole and signed anew would not show.

manifest.json        what the file is
entries.ndjson       every entry: its hash, a space, and the canonical text (RFC 8785) it is the hash of
entries.csv          the same as a table, which is checked row by row; report.*.pdf the same for reading, which proves nothing.
exceptions.csv       waivers, extensions, overrides, silence, delegations, acts on paper, voids, as a table; cornerstone verify checks it.
scans/               the scans acts on paper rest on.
tree.txt             where the entries stand in the log; g lines are hashes over entries of others
checkpoints.ndjson   every checkpoint, as signed notes (C2SP tlog-checkpoint); checkpoint.txt is the last one
state.txt            what the last checkpoint vouches for besides: ends of streams, rules, sealed histories
proofs.json          audit paths of RFC 6962, for other programs
keys.txt             public keys (C2SP signed-note)
procedures/          the rules by which the entries were judged
documents/           the papers, by their SHA-256
texts.ndjson         what people wrote, with the salt of its hash; empty where it was erased
histories/           histories of the workflow runs (temporal.api.history.v1.History), listed in histories.ndjson
bases.ndjson         what was shown of each base, which the entries must give again
differences.ndjson   what the installation itself found at odds when it made the file; normally empty

${subject}的证据

解出 verify-evidence.mjs，对整个文件运行；只需 Node.js 20 或更新版本，无需网络：

    node verify-evidence.mjs FILE.zip --language zh-CN --checkpoint <您留存的检查点>

您留存的检查点可以是每日函件中的签名检查点文件，也可以是函件和文书上印制的简式，如 1234:9f86d081884c7d65。若不提供，
则无法发现台账被整体重写并重新签名的情形。
`
