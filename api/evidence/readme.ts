/** What lies in an evidence file and how to check it, for whoever unpacks it without knowing the programme. */
export const readme = (subject: string): string => `${english(subject)}
${chinese(subject)}`

const english = (subject: string): string => `Evidence of ${subject}

Unpack verify-evidence.mjs and run it on the whole file; it needs Node.js 20 or newer and nothing else, no network either:

    node verify-evidence.mjs FILE.zip --checkpoint <a checkpoint you kept>

A checkpoint you kept is a file with a signed note (as in the daily letter), or the short form printed in letters and papers,
such as 1234:9f86d081884c7d65. Without one, a ledger that was rewritten as a whole and signed anew would not show. A witness that
cosigned for it can be demanded with --witness <public key>. Time stamps in the file are checked by cornerstone verify --authority
<certificate>, not by this program, which only counts them. exceptions.csv, and whether replaying the entries gives what
bases.ndjson says, are not checked by it either, but by cornerstone verify. Whoever
gave you this file may have replaced the program in it: take one you trust, or compare its SHA-256 with what is published.

manifest.json        what the file is, and every file in it by its SHA-256
statement.txt        what the file has to hold, signed by those who keep the ledger
entries.ndjson       every entry: its hash, a space, and the canonical text (RFC 8785) it is the hash of
entries.csv          the same as a table, which is checked row by row; report.*.pdf the same for reading, which proves nothing.
exceptions.csv       waivers, extensions, overrides, silence, delegations, acts on paper, voids, as a table; cornerstone verify checks it.
scans/               the scans acts on paper rest on.
tree.txt             where the entries stand in the log; g lines are hashes over entries of others
checkpoints.ndjson   every checkpoint, as signed notes (C2SP tlog-checkpoint); checkpoint.txt is the last one
state.txt            what the last checkpoint vouches for besides: ends of streams, rules, sealed histories
proofs.json          audit paths of RFC 6962, for other programs
keys.txt             public keys (C2SP signed-note); key-notes.ndjson says which vouched for which
procedures/          the rules by which the entries were judged
documents/           the papers, by their SHA-256
texts.ndjson         what people wrote, with the salt of its hash; empty where it was erased
erasures.ndjson      erasures recorded elsewhere that explain such gaps, with proofs that they are in the log
text-versions.ndjson every version of the text that both sides made, as its hash is made of it
histories/           histories of the workflow runs (temporal.api.history.v1.History), listed in histories.ndjson
bases.ndjson         what was shown of each base, which the entries must give again
exhibits.ndjson      the exhibits with hash, size, class and state, which the entries must give again; their files are not in it
differences.ndjson   what the installation itself found at odds when it made the file; normally empty
`

const chinese = (subject: string): string => `${subject}的证据

解出 verify-evidence.mjs，对整个文件运行；只需 Node.js 20 或更新版本，无需网络：

    node verify-evidence.mjs FILE.zip --language zh-CN --checkpoint <您留存的检查点>

您留存的检查点可以是每日函件中的签名检查点文件，也可以是函件和文书上印制的简式，如 1234:9f86d081884c7d65。若不提供，
则无法发现登记被整体重写并重新签名的情形。可用 --witness <公钥> 要求见证方已联署。文件内的时间戳本程序仅计数，须用
cornerstone verify --authority <证书> 核验；exceptions.csv 以及由记录重演所得状态是否与 bases.ndjson 相符，也须用 cornerstone
verify 核验。向您提供本文件的人可能已替换其中的程序：请使用您信任的程序，或将其 SHA-256 与公布值比对。

manifest.json        本文件为何物，以及其中每个文件的 SHA-256
statement.txt        本文件应含的内容，由登记管理方签署
entries.ndjson       全部记录：哈希、空格，以及该哈希所对应的规范文本（RFC 8785）
entries.csv          同一内容的表格，逐行核验；report.*.pdf 为便于阅读的同一内容，不具证明力
exceptions.csv       豁免、延期、推翻、默示、委托、纸面办理、作废的表格；由 cornerstone verify 核验
scans/               纸面办理所依据的扫描件
tree.txt             各记录在日志中的位置；g 行为其他记录的哈希
checkpoints.ndjson   全部检查点，为签名说明（C2SP tlog-checkpoint）；checkpoint.txt 为最后一个
state.txt            最后检查点另外担保的内容：各记录流末尾、规则、封存的历史
proofs.json          RFC 6962 证明路径，供其他程序使用
keys.txt             公钥（C2SP signed-note）；key-notes.ndjson 载明何者为何者担保
procedures/          据以判断各记录的规则
documents/           文书，按其 SHA-256
texts.ndjson         人员所写文本及其哈希的盐值；已清除的为空
erasures.ndjson      在他处入账、可说明上述空缺的清除记录，附其在日志中的证明
text-versions.ndjson 双方所拟文本的每一版，按其哈希所依据的形式列出
histories/           各流程运行的历史（temporal.api.history.v1.History），列于 histories.ndjson
bases.ndjson         各基地所展示的内容，须可由记录再次得出
exhibits.ndjson      佐证材料的哈希、大小、等级与状态，须可由记录再次得出；不含其文件
differences.ndjson   制作本文件时系统自身发现的不符之处；通常为空
`
