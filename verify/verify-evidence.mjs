// Checks an evidence file of Cornerstone with Node.js 20 or newer and nothing else:
//   node verify-evidence.mjs FILE.zip [--checkpoint <file or size:root>] [--key <public key>] [--language zh-CN] [--json]
// Exit code 0: everything fits; 1: something does not; 2: used wrongly. Made from the room verify/; do not edit.

// verify/standalone.ts
import process2 from "node:process";

// verify/main.ts
import { readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";

// verify/fault.ts
var checkNames = {
  file: { en: "the file can be read and is whole", "zh-CN": "文件可读且完整" },
  entries: { en: "every entry gives its hash and continues its chain", "zh-CN": "每条记录与其哈希一致并前后相接" },
  keys: { en: "every checkpoint is signed by a key that is known", "zh-CN": "每个检查点均由已知密钥签名" },
  tree: { en: "the entries give the root of every checkpoint", "zh-CN": "各记录可还原每个检查点的根值" },
  kept: { en: "the checkpoints you kept fit", "zh-CN": "您留存的检查点相符" },
  state: { en: "nothing was left off the end of a stream", "zh-CN": "各记录流末尾无缺失" },
  proofs: { en: "the proofs of RFC 6962 hold", "zh-CN": "RFC 6962 证明成立" },
  rules: { en: "the rules are those that were in force", "zh-CN": "所附规则即当时有效的规则" },
  documents: { en: "every paper and every text is the one that was recorded", "zh-CN": "每份文件和文本均与记录一致" },
  histories: {
    en: "the histories of all runs are there, unchanged, and tell the same entries",
    "zh-CN": "各运行历史齐全未变，所载记录一致"
  },
  table: { en: "entries.csv says row by row what the entries say", "zh-CN": "entries.csv 逐行与记录一致" },
  exceptions: {
    en: "exceptions.csv lists every exception and nothing else",
    "zh-CN": "exceptions.csv 所列例外不多不少"
  },
  order: { en: "steps were taken in a legal order", "zh-CN": "各步骤次序合规" },
  eyes: { en: "four eyes: nobody did two acts that exclude each other", "zh-CN": "四眼原则：无人兼任互斥事项" },
  replay: {
    en: "the state replayed from the entries is the one that was shown",
    "zh-CN": "由记录重演的状态与所示一致"
  }
};
var fault = (check, { at: at2, ...says }) => ({ check, says, ...at2 });

// verify/note.ts
import { createPublicKey, verify } from "node:crypto";

// verify/tree.ts
import { createHash, hash as hashOf } from "node:crypto";
var sha256 = (...pieces) => {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};
var leafMark = Uint8Array.of(0);
var leafOf = (record) => sha256(leafMark, record);
var leafOfHash = (digits) => {
  leafRoom.write(digits, 1, "hex");
  return hashOf("sha256", leafRoom, "buffer");
};
var pairOf = (left, right) => {
  left.copy(pairRoom, 1);
  right.copy(pairRoom, 33);
  return hashOf("sha256", pairRoom, "buffer");
};
var [leafRoom, pairRoom] = [Buffer.alloc(33, 0), Buffer.alloc(65, 1)];
function readingTree() {
  const edge = [];
  let size = 0;
  const add = (level, hash) => {
    if (size % 2 ** level !== 0) return false;
    size += 2 ** level;
    let node = { level, hash };
    while (edge.at(-1)?.level === node.level) {
      const left = edge.pop();
      if (left !== void 0) node = { level: node.level + 1, hash: pairOf(left.hash, node.hash) };
    }
    edge.push(node);
    return true;
  };
  return {
    /** Takes a subtree of `2^level` leaves; false when none can stand there. */
    add,
    size: () => size,
    root: () => edge.reduceRight((right, { hash }) => right ? pairOf(hash, right) : hash, void 0) ?? sha256()
  };
}
function provesInclusion(proof) {
  const { index, size, leaf, path, root } = proof;
  if (index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const part of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = pairOf(part, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else hash = pairOf(hash, part);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}
function provesConsistency({ from, to, path }) {
  if (from.size === to.size) return path.length === 0 && from.root.equals(to.root);
  if (from.size < 1 || from.size > to.size) return false;
  const isWhole2 = Number.isInteger(Math.log2(from.size));
  const [first, ...rest] = isWhole2 ? [from.root, ...path] : path;
  if (first === void 0) return false;
  let [node, last] = [from.size - 1, to.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [before, after] = [first, first];
  for (const part of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      ;
      [before, after] = [pairOf(part, before), pairOf(part, after)];
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else after = pairOf(after, part);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && before.equals(from.root) && after.equals(to.root);
}

// verify/note.ts
var readVerifierKey = (text) => readKey(text, 1);
var readWitnessKey = (text) => readKey(text, 4);
function readKey(text, algorithm) {
  const [, name = "", id = "", body = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(body, "base64");
  if (bytes.length !== 33 || bytes[0] !== algorithm) return void 0;
  if (sha256(`${name}
`, bytes).toString("hex").slice(0, 8) !== id) return void 0;
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { name, id, text: text.trim(), key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
}
function readCheckpoint(note2) {
  const cut2 = note2.indexOf("\n\n");
  if (cut2 < 0) return void 0;
  const text = note2.slice(0, cut2 + 1);
  const [origin = "", size = "", root = "", ...extra] = text.split("\n");
  const state = extra.find((line) => line.startsWith("state "))?.slice(6) ?? "";
  const time = extra.find((line) => line.startsWith("time "))?.slice(5) ?? "";
  const signatures = note2.slice(cut2 + 2).split("\n").flatMap((line) => readSignature(line));
  const [rootBytes, stateRoot] = [Buffer.from(root, "base64"), Buffer.from(state, "base64")];
  const isForm = origin !== "" && /^[1-9]\d{0,14}$/.test(size) && !Number.isNaN(Date.parse(time));
  if (!isForm || rootBytes.length !== 32 || stateRoot.length !== 32) return void 0;
  return { origin, size: Number(size), root: rootBytes, stateRoot, time, text, signatures };
}
var readSignature = (line) => {
  const [, name = "", body = ""] = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(body, "base64");
  return bytes.length > 4 ? [{ name, id: bytes.subarray(0, 4).toString("hex"), signature: bytes.subarray(4) }] : [];
};
var signedBy = (checkpoint, keys) => keys.filter(
  (key) => checkpoint.signatures.some(
    ({ name, id, signature }) => name === key.name && id === key.id && signature.length === 64 && verify(null, Buffer.from(checkpoint.text), key.key, signature)
  )
);

// verify/check-kept.ts
function readKept(text) {
  const checkpoint = readCheckpoint(text);
  if (checkpoint !== void 0)
    return { size: checkpoint.size, rootBegins: checkpoint.root.toString("hex"), note: text };
  const [, size, rootBegins] = /^\s*([1-9]\d{0,14}):([0-9a-f]{8,64})\s*$/.exec(text) ?? [];
  return size === void 0 || rootBegins === void 0 ? void 0 : { size: Number(size), rootBegins };
}
function checkKept({ kept, tree, keys }, found) {
  for (const one of kept.toSorted((first, second) => first.size - second.size)) {
    const root = tree.roots.get(one.size);
    if (root === void 0) found(one.size > tree.size ? cut(one, tree.size) : between(one));
    else if (!root.toString("hex").startsWith(one.rootBegins)) found(rewritten(one));
    const checkpoint = one.note === void 0 ? void 0 : readCheckpoint(one.note);
    if (checkpoint !== void 0 && signedBy(checkpoint, keys).length === 0) found(otherKey(one));
  }
}
var cut = ({ size }, reached) => fault("kept", {
  en: `You kept a checkpoint of ${size} entries, but the ledger in this file ends after ${reached}: its end was cut, or an old copy was put in its place.`,
  "zh-CN": `您留存的检查点含${size}条记录，而本文件中的台账止于第${reached}条：末尾被截去，或已被旧副本替换。`
});
var between = ({ size }) => fault("kept", {
  en: `You kept a checkpoint of ${size} entries; no checkpoint of that size is in this file, so it was taken away or never made here.`,
  "zh-CN": `您留存的检查点含${size}条记录；本文件中没有该规模的检查点，说明它已被移除或并非出自此处。`
});
var rewritten = ({ size }) => fault("kept", {
  en: `The first ${size} entries are not those of the checkpoint you kept: the ledger was written anew.`,
  "zh-CN": `前${size}条记录与您留存的检查点不符：台账已被重写。`
});
var otherKey = ({ size }) => fault("kept", {
  en: `The checkpoint of ${size} entries that you kept was signed by none of the keys of this file.`,
  "zh-CN": `您留存的${size}条记录的检查点并非由本文件中的任何密钥签名。`
});

// verify/told.ts
function told({ faults, figures, manifest, keys, last, sound, first }, { language, kept }) {
  const failed = new Map(faults.map((one) => [one.check, one]));
  const lines = Object.entries(checkNames).flatMap(([name, says]) => {
    if ((name === "replay" || name === "exceptions") && figures["replayed"] === void 0) return [];
    if (name === "kept" && kept === 0) return [];
    const bad = [...failed.values()].some(({ check }) => check === name);
    return [`${bad ? "✗" : "✓"} ${says[language]}`];
  });
  const counted = Object.entries(figures).map(([name, count]) => `${figureNames[name]?.[language] ?? name} ${count}`);
  return [
    ...manifest === void 0 ? [] : [words.about[language](manifest.subject, manifest.madeAt)],
    ...manifest === void 0 ? [] : lines,
    ...counted.length === 0 ? [] : [counted.join(language === "en" ? ", " : "，")],
    ...last === void 0 ? [] : [words.last[language](last)],
    ...keys.map((key) => `${words.key[language]} ${key}`),
    ...sound && kept === 0 ? [words.nothingKept[language]] : [],
    sound ? words.sound[language] : `${words.bad[language]} ${first?.says[language] ?? ""}`,
    ...faults.slice(1, 6).map(({ says }) => `${words.also[language]} ${says[language]}`)
  ].join("\n");
}
var figureNames = {
  entries: { en: "entries", "zh-CN": "记录" },
  streams: { en: "streams", "zh-CN": "记录流" },
  checkpoints: { en: "checkpoints", "zh-CN": "检查点" },
  signatures: { en: "signatures", "zh-CN": "签名" },
  cosignatures: { en: "cosignatures of witnesses", "zh-CN": "见证方联署" },
  unknown: { en: "signatures of others, not checked", "zh-CN": "其他签名（未核验）" },
  stamps: { en: "time stamps, not checked", "zh-CN": "时间戳（未核验）" },
  proofs: { en: "proofs", "zh-CN": "证明" },
  rules: { en: "rule sets", "zh-CN": "规则版本" },
  papers: { en: "papers", "zh-CN": "文书" },
  texts: { en: "texts", "zh-CN": "文本" },
  erased: { en: "of them erased", "zh-CN": "其中已清除" },
  sealed: { en: "sealed histories under the checkpoint", "zh-CN": "检查点所涵盖的封存历史" },
  open: { en: "histories this checkpoint does not vouch for yet", "zh-CN": "本检查点尚未涵盖的历史" },
  witnessed: { en: "entries the histories tell alike", "zh-CN": "运行历史所载一致的记录" },
  acts: { en: "acts", "zh-CN": "办理行为" },
  replayed: { en: "replayed bases", "zh-CN": "重演基地" }
};
var words = {
  about: {
    en: (subject, madeAt) => `Evidence of ${subject}, made ${madeAt}`,
    "zh-CN": (subject, madeAt) => `${subject}的证据，制作于${madeAt}`
  },
  last: {
    en: ({ size, root, time }) => `last checkpoint ${size}:${root.slice(0, 16)} of ${time}`,
    "zh-CN": ({ size, root, time }) => `最后检查点 ${size}:${root.slice(0, 16)}（${time}）`
  },
  key: { en: "signed with", "zh-CN": "签名密钥" },
  nothingKept: {
    en: "No checkpoint from outside was given: a ledger that was rewritten as a whole and signed anew would not show. Give one with --checkpoint.",
    "zh-CN": "未提供外部留存的检查点：若台账被整体重写并重新签名，将无法发现。请用 --checkpoint 提供。"
  },
  sound: { en: "Everything fits.", "zh-CN": "全部相符。" },
  bad: { en: "It does not fit:", "zh-CN": "不相符：" },
  also: { en: "  also:", "zh-CN": "  另：" }
};

// verify/check-entries.ts
import { hash as hashOf2 } from "node:crypto";

// verify/entry.ts
var isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var textOf = (fields, name) => {
  const value = fields[name];
  return typeof value === "string" ? value : "";
};
var numberOf = (fields, name) => {
  const value = fields[name];
  return typeof value === "number" ? value : Number.NaN;
};
var listOf = (fields, name) => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
};
var fieldsOf = (fields, name) => {
  const value = fields[name];
  return isFields(value) ? value : {};
};
var isEntry = (value) => isFields(value) && isFields(value["payload"]) && isText(value["stream"]) && isText(value["type"]) && isText(value["occurredAt"]) && isText(value["recordedAt"]) && isText(value["commandId"]) && isText(value["rulesVersion"]) && isText(value["workflowRun"]) && isText(value["prevHash"]) && Number.isSafeInteger(value["seq"]) && Number.isSafeInteger(value["schemaVersion"]) && isText(value["channel"]) && ["actor", "role", "onBehalfOf", "effectiveOn"].every((name) => value[name] === null || isText(value[name]));
var isText = (value) => typeof value === "string";
var readJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
};
function* linesOf(bytes) {
  for (let at2 = 0; at2 < bytes.length; ) {
    const end = bytes.indexOf(10, at2);
    const stop = end < 0 ? bytes.length : end;
    if (stop > at2) yield bytes.toString("utf8", at2, stop);
    at2 = stop + 1;
  }
}

// verify/canonical.ts
var isCanonical = (text, value) => isSorted(value) && JSON.stringify(value) === text || canonical(value) === text;
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = { ...value };
  const parts = Object.keys(fields).toSorted(byUnits).map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`);
  return `{${parts.join(",")}}`;
}
var byUnits = (one, other) => one < other ? -1 : one > other ? 1 : 0;
function isSorted(value) {
  if (Array.isArray(value)) return value.every(isSorted);
  if (!isFields(value)) return true;
  let before = "";
  for (const key in value) {
    if (key < before || !isSorted(value[key])) return false;
    before = key;
  }
  return true;
}

// verify/check-entries.ts
var beginning = { seq: 0, hash: "0".repeat(64) };
function checkEntries(bytes, { found, visitors }) {
  const entries = [];
  const heads = /* @__PURE__ */ new Map();
  let number = 0;
  for (const line of linesOf(bytes)) {
    number += 1;
    const [hash, text] = [line.slice(0, 64), line.slice(65)];
    const value = readJson(text);
    if (!isEntry(value) || !isCanonical(text, value)) {
      found(unreadable(number));
      continue;
    }
    const computed = hashOf2("sha256", text, "hex");
    const entry = Object.assign(value, { hash: computed === hash ? computed : hash });
    const before = heads.get(entry.stream) ?? { ...beginning, stream: entry.stream };
    const { stream } = before;
    if (computed !== hash) found(changed(entry));
    else if (entry.seq !== before.seq + 1) found(missing(entry, before));
    else if (entry.prevHash !== before.hash) found(broken(entry));
    heads.set(stream, { seq: entry.seq, hash: entry.hash, stream });
    entries.push({ stream, seq: entry.seq, hash: entry.hash, recordedAt: entry.recordedAt });
    for (const visit of visitors) visit(entry);
  }
  return { entries, heads };
}
var unreadable = (line) => fault("entries", {
  en: `Line ${line} of entries.ndjson is not the canonical text of an entry.`,
  "zh-CN": `entries.ndjson 第${line}行不是规范格式的记录。`
});
var at = ({ stream, seq }) => ({ stream, seq });
var changed = (entry) => fault("entries", {
  at: at(entry),
  en: `Entry ${entry.seq} of ${entry.stream} (${entry.type}) was changed: its text no longer gives its hash.`,
  "zh-CN": `${entry.stream}第${entry.seq}条记录（${entry.type}）已被更改：其内容与哈希不符。`
});
var missing = (entry, before) => fault("entries", {
  at: { stream: entry.stream, seq: before.seq + 1 },
  en: `Entry ${before.seq + 1} of ${entry.stream} is missing: after entry ${before.seq} comes entry ${entry.seq}.`,
  "zh-CN": `${entry.stream}第${before.seq + 1}条记录缺失：第${before.seq}条之后为第${entry.seq}条。`
});
var broken = (entry) => fault("entries", {
  at: at(entry),
  en: `Entry ${entry.seq} of ${entry.stream} does not continue entry ${entry.seq - 1}: it names another hash before it.`,
  "zh-CN": `${entry.stream}第${entry.seq}条记录与第${entry.seq - 1}条不相接：所记前一条的哈希不同。`
});

// verify/check-keys.ts
function checkKeys({ notes, keys, trusted }, found) {
  const known = new Map([...keys, ...trusted].flatMap(readKey2).map((key) => [key.id, key]));
  const accepted = new Map(trusted.flatMap(readKey2).map((key) => [key.id, key]));
  const checkpoints = [];
  let signatures = 0;
  for (const [number, note2] of notes.entries()) {
    const checkpoint = readCheckpoint(note2);
    const last = checkpoints.at(-1);
    if (checkpoint === void 0) {
      found(unreadable2(number + 1));
      continue;
    }
    const signers = signedBy(checkpoint, [...known.values()]);
    signatures += signers.length;
    const isFirst = accepted.size === 0 && last === void 0;
    if (isFirst || signers.some(({ id }) => accepted.has(id))) for (const key of signers) accepted.set(key.id, key);
    if (!signers.some(({ id }) => accepted.has(id))) found(unsigned(checkpoint));
    if (last !== void 0 && (checkpoint.size <= last.size || checkpoint.time < last.time))
      found(outOfOrder(checkpoint));
    checkpoints.push(checkpoint);
  }
  return { checkpoints, accepted: [...accepted.values()], signatures };
}
var readKey2 = (text) => {
  const key = readVerifierKey(text);
  return key === void 0 ? [] : [key];
};
var unreadable2 = (number) => fault("keys", {
  en: `Checkpoint ${number} in checkpoints.ndjson has not the form of a signed checkpoint.`,
  "zh-CN": `checkpoints.ndjson 中第${number}个检查点不是已签名检查点的格式。`
});
var unsigned = ({ size, time }) => fault("keys", {
  en: `The checkpoint of ${size} entries (${time}) bears no true signature of a key that is believed.`,
  "zh-CN": `${size}条记录的检查点（${time}）没有可信密钥的有效签名。`
});
var outOfOrder = ({ size, time }) => fault("keys", {
  en: `The checkpoint of ${size} entries (${time}) does not follow the one before it in size and time.`,
  "zh-CN": `${size}条记录的检查点（${time}）在规模或时间上未接续前一个。`
});

// verify/manifest.ts
var formatKnown = 1;
function readManifest(files) {
  const value = readJson(files.bytes("manifest.json")?.toString("utf8") ?? "");
  if (!isFields(value)) return void 0;
  const { format, streams } = value;
  const kind = textOf(value, "kind");
  const isForm = typeof format === "number" && Array.isArray(streams) && streams.every((one) => typeof one === "string");
  if (!isForm || kind !== "base" && kind !== "programme") return void 0;
  const [subject, origin, madeAt] = [textOf(value, "subject"), textOf(value, "origin"), textOf(value, "madeAt")];
  return { format, kind, subject, origin, madeAt, streams };
}
var jsonLines = (files, name) => (files.bytes(name)?.toString("utf8") ?? "").split("\n").map(readJson).filter((value) => isFields(value));
function readProcedures(files) {
  const found = /* @__PURE__ */ new Map();
  for (const name of files.names) {
    const [, rules] = /^procedures\/(.+)\.json$/.exec(name) ?? [];
    const value = readJson(files.bytes(name)?.toString("utf8") ?? "");
    if (rules === void 0 || !isFields(value)) continue;
    const steps = Object.entries(fieldsOf(value, "steps")).flatMap(
      ([key, step]) => isFields(step) ? [[key, ruleOf(step)]] : []
    );
    found.set(rules, new Map(steps));
  }
  return found;
}
var ruleOf = (step) => {
  const options = fieldsOf(step, "options");
  const leads = Object.keys(options).map((name) => fieldsOf(fieldsOf(options, name), "leads"));
  return {
    ...{ stage: textOf(step, "stage"), role: textOf(step, "role"), matter: textOf(step, "matter"), options },
    also: ["chair", "substitutes"].map((name) => textOf(fieldsOf(step, "decides"), name)).filter((role) => role !== ""),
    isRedress: leads.some((lead) => lead["settles"] === "redress"),
    ...{ outsiders: step["outsiders"] === true, notByRaiser: step["notByRaiser"] === true }
  };
};
var papersOf = (payload) => listOf(payload, "files");

// verify/check-papers.ts
var hexOf = (bytes) => sha256(bytes).toString("hex");
function documentChecker(files, found) {
  let papers = 0;
  const references = /* @__PURE__ */ new Map();
  const visit = (entry) => {
    if (entry.type === "document_made")
      for (const paper of papersOf(entry.payload)) {
        papers += 1;
        checkPaper({ files, entry, paper }, found);
      }
    if (entry.type === "paper_entered") {
      papers += 1;
      checkScan({ files, entry }, found);
    }
    for (const name in entry.payload) {
      const value = entry.payload[name];
      if (isFields(value) && typeof value["id"] === "string" && typeof value["hash"] === "string")
        references.set(value["id"], value["hash"]);
    }
  };
  const end = () => {
    const texts = jsonLines(files, "texts.ndjson");
    for (const text of texts) checkText({ text, recorded: references.get(textOf(text, "id")) }, found);
    return { papers, texts: texts.length, erased: texts.filter((text) => text["body"] === null).length };
  };
  return { visit, end };
}
function checkPaper({ files, entry, paper }, found) {
  const name = textOf(paper, "sha256");
  const bytes = files.bytes(`documents/${name}.pdf`);
  const at2 = { stream: entry.stream, seq: entry.seq };
  const what = `${textOf(paper, "kind")} (${textOf(paper, "language")}), ${name}`;
  if (bytes === void 0)
    found(
      fault("documents", {
        at: at2,
        en: `The paper of entry ${entry.seq} of ${entry.stream} is not in the file: ${what}.`,
        "zh-CN": `文件中没有${entry.stream}第${entry.seq}条记录的文书：${what}。`
      })
    );
  else if (hexOf(bytes) !== name || bytes.length !== numberOf(paper, "size"))
    found(
      fault("documents", {
        at: at2,
        en: `The paper of entry ${entry.seq} of ${entry.stream} was changed after it was recorded: ${what}.`,
        "zh-CN": `${entry.stream}第${entry.seq}条记录的文书在入账后被更改：${what}。`
      })
    );
}
function checkScan({ files, entry }, found) {
  const name = textOf(entry.payload, "scan");
  const bytes = ["pdf", "png", "jpg"].map((suffix) => files.bytes(`scans/${name}.${suffix}`)).find((one) => one);
  if (bytes !== void 0 && hexOf(bytes) === name) return;
  const { stream, seq } = entry;
  found(
    fault("documents", {
      at: { stream, seq },
      en: `The scan of entry ${seq} of ${stream} ${bytes === void 0 ? "is not in the file" : "was changed after it was recorded"}: ${name}.`,
      "zh-CN": `${stream}第${seq}条记录的扫描件${bytes === void 0 ? "不在文件中" : "在入账后被更改"}：${name}。`
    })
  );
}
function checkText({ text, recorded }, found) {
  const { salt, body } = text;
  if (typeof salt !== "string" || typeof body !== "string") return;
  if (sha256(`${salt}
${body}`).toString("hex") === recorded) return;
  const id = textOf(text, "id");
  found(
    fault("documents", {
      en: `The text ${id} was changed after it was recorded, or no entry names it.`,
      "zh-CN": `文本${id}在入账后被更改，或没有记录引用它。`
    })
  );
}
function checkRules({ files, state, needed }, found) {
  for (const rules of needed) {
    const bytes = files.bytes(`procedures/${rules}.json`);
    if (bytes === void 0 || hexOf(bytes) !== state.records.get(`procedure ${rules}`))
      found(
        fault("rules", {
          en: `The rules ${rules}, by which entries were judged, are ${bytes === void 0 ? "not in the file" : "not those that were signed"}.`,
          "zh-CN": `据以判断记录的规则${rules}${bytes === void 0 ? "不在文件中" : "与所签规则不符"}。`
        })
      );
  }
  return needed.size;
}
var rulesOf = ({ payload }) => `${textOf(payload, "procedure")}@${textOf(payload, "rulesVersion")}`;
function checkHistories({ files, state }, found) {
  const histories = jsonLines(files, "histories.ndjson");
  for (const history of histories) {
    const [stream, run, name] = [textOf(history, "stream"), textOf(history, "run"), textOf(history, "sha256")];
    const bytes = files.bytes(`histories/${name}.binpb`);
    const isTrue = bytes !== void 0 && hexOf(bytes) === name;
    const signed = state.records.get(`history ${stream} ${run}`);
    if (!isTrue || signed !== void 0 && signed !== name)
      found(
        fault("histories", {
          at: { stream },
          en: `The workflow history of run ${run} of ${stream} is ${bytes === void 0 ? "not in the file" : "not the one that was sealed"}.`,
          "zh-CN": `${stream}运行${run}的工作流历史${bytes === void 0 ? "不在文件中" : "与封存时不符"}。`
        })
      );
  }
  for (const name of state.records.keys()) {
    const [kind, stream = "", run = ""] = name.split(" ");
    if (kind !== "history" || histories.some((one) => one["stream"] === stream && one["run"] === run)) continue;
    found(
      fault("histories", {
        at: { stream },
        en: `The sealed workflow history of run ${run} of ${stream} was left out of the file.`,
        "zh-CN": `文件缺少${stream}运行${run}的封存工作流历史。`
      })
    );
  }
  const sealed = histories.filter((one) => state.records.has(`history ${textOf(one, "stream")} ${textOf(one, "run")}`));
  return { sealed: sealed.length, open: histories.length - sealed.length };
}

// verify/check-proofs.ts
function checkProofs({ proofs, entries, tree, checkpoints }, found) {
  const value = readJson(proofs?.toString("utf8") ?? "");
  const last = checkpoints.at(-1);
  if (!isFields(value) || last === void 0) {
    found(noProofs);
    return 0;
  }
  const at2 = new Map(tree.places.map((place, number) => [place, entries[number]]));
  for (const proof of listOf(value, "inclusion")) {
    const index = numberOf(proof, "index");
    const hash = at2.get(index)?.hash ?? "";
    const leaf = leafOf(Buffer.from(hash, "hex"));
    if (!provesInclusion({ index, size: last.size, leaf, path: pathOf(proof), root: last.root })) found(wrong(index));
  }
  const consistency = new Map(listOf(value, "consistency").map((proof) => [numberOf(proof, "from"), proof]));
  for (const from of checkpoints.slice(0, -1)) {
    const proof = consistency.get(from.size);
    if (proof === void 0 || !provesConsistency({ from, to: last, path: pathOf(proof) })) found(inconsistent(from));
  }
  return listOf(value, "inclusion").length + consistency.size;
}
var pathOf = (proof) => {
  const path = proof["path"];
  return Array.isArray(path) ? path.map((part) => Buffer.from(String(part), "hex")) : [];
};
var noProofs = fault("proofs", {
  en: "proofs.json is missing or damaged.",
  "zh-CN": "proofs.json 缺失或损坏。"
});
var wrong = (index) => fault("proofs", {
  en: `The proof that the entry at place ${index} is in the log does not hold.`,
  "zh-CN": `位置${index}的记录属于日志的证明不成立。`
});
var inconsistent = ({ size, time }) => fault("proofs", {
  en: `It is not proved that the checkpoint of ${size} entries (${time}) is the beginning of the last one.`,
  "zh-CN": `未能证明${size}条记录的检查点（${time}）是最后检查点的前段。`
});

// verify/read-history.ts
var digestOf = (entry) => sha256(`${entry.occurredAt} ${entry.commandId} ${canonical(entry.event)}`).toString("base64");
var entriesToldBy = (history) => membersOf(history, field.events).flatMap((event) => membersOf(event, field.marker)).flatMap((marker) => recordedIn(new Map(membersOf(marker, field.details).map(detailOf))));
var field = { events: 1, marker: 25, details: 2, key: 1, value: 2, payloads: 1, data: 2 };
var detailOf = (entry) => {
  const [key, value] = [membersOf(entry, field.key)[0], membersOf(entry, field.value)[0]];
  const payload = value && membersOf(value, field.payloads)[0];
  return [key?.toString("utf8") ?? "", (payload && membersOf(payload, field.data)[0]?.toString("utf8")) ?? ""];
};
var recordedIn = (details) => {
  const valueOf = (name) => fieldsOf({ value: readJson(details.get(name) ?? "") }, "value");
  if (textOf(valueOf("data"), "activity_type") !== "record") return [];
  return listOf(valueOf("result"), "entries").map((entry) => {
    const [occurredAt, commandId] = [textOf(entry, "occurredAt"), textOf(entry, "commandId")];
    return { seq: numberOf(entry, "seq"), digest: digestOf({ occurredAt, commandId, event: entry["event"] }) };
  });
};
function membersOf(message, wanted) {
  const found = [];
  for (let at2 = 0; at2 < message.length; ) {
    const tag = varint(message, at2);
    at2 = tag.next;
    const kind = tag.value & 7;
    if (kind === 2) {
      const length = varint(message, at2);
      const end = length.next + length.value;
      if (tag.value >>> 3 === wanted && end <= message.length) found.push(message.subarray(length.next, end));
      at2 = end;
    } else if (kind === 0) at2 = varint(message, at2).next;
    else if (kind === 1 || kind === 5) at2 += kind === 1 ? 8 : 4;
    else return found;
  }
  return found;
}
var varint = (message, from) => {
  let value = 0;
  for (let at2 = from, scale = 1; at2 < message.length; at2 += 1, scale *= 128) {
    const byte = message[at2] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, next: at2 + 1 };
  }
  return { value, next: message.length };
};

// verify/check-runs.ts
function runChecker(files, found) {
  const listed = /* @__PURE__ */ new Set();
  const told2 = /* @__PURE__ */ new Map();
  for (const history of jsonLines(files, "histories.ndjson")) {
    const stream = textOf(history, "stream");
    listed.add(`${stream} ${textOf(history, "run")}`);
    const bytes = files.bytes(`histories/${textOf(history, "sha256")}.binpb`);
    for (const { seq, digest } of bytes === void 0 ? [] : entriesToldBy(bytes)) told2.set(`${stream} ${seq}`, digest);
  }
  const missing3 = /* @__PURE__ */ new Set();
  const untold = [];
  let agreed = 0;
  const visit = (entry) => {
    const { stream, seq, occurredAt, commandId, payload } = entry;
    const run = `${stream} ${entry.workflowRun}`;
    const digest = told2.get(`${stream} ${seq}`);
    if (!listed.has(run)) missing3.add(run);
    else if (digest === void 0) untold.push({ run, fault: unheard(entry) });
    else if (digest === digestOf({ occurredAt, commandId, event: payload })) agreed += 1;
    else found(otherwise(entry));
  };
  const end = ({ records }) => {
    for (const run of missing3) found(noHistory(run));
    for (const { run, fault: unsaid } of untold) if (records.has(`history ${run}`)) found(unsaid);
    return { witnessed: agreed };
  };
  return { visit, end };
}
var noHistory = (name) => {
  const [stream = "", run = ""] = name.split(" ");
  return fault("histories", {
    at: { stream },
    en: `Entries of ${stream} were written by run ${run}, whose workflow history is not in the file.`,
    "zh-CN": `${stream}的记录由运行${run}写入，而文件中没有其工作流历史。`
  });
};
var otherwise = ({ stream, seq }) => fault("histories", {
  at: { stream, seq },
  en: `Entry ${seq} of ${stream} is not what the workflow history says was recorded.`,
  "zh-CN": `${stream}第${seq}条记录与工作流历史所载不一致。`
});
var unheard = ({ stream, seq, workflowRun }) => fault("histories", {
  at: { stream, seq },
  en: `The sealed history of run ${workflowRun} says nothing of entry ${seq} of ${stream}.`,
  "zh-CN": `运行${workflowRun}的封存历史未载明${stream}第${seq}条记录。`
});

// verify/check-state.ts
function checkState({ state, last, manifest, heads }, found) {
  const tree = readingTree();
  const records = /* @__PURE__ */ new Map();
  const order = [];
  for (const line of linesOf(state)) {
    const record = line.slice(2);
    const [level = "", hash = ""] = record.split(" ");
    const isRecord = line.startsWith("r ");
    if (isRecord) records.set(record.slice(0, record.lastIndexOf(" ")), record.slice(record.lastIndexOf(" ") + 1));
    order.push(isRecord ? record : "");
    tree.add(isRecord ? 0 : Number(level), isRecord ? leafOf(record) : Buffer.from(hash, "hex"));
  }
  if (!tree.root().equals(last.stateRoot)) found(otherRoot(last));
  for (const stream of manifest.streams) {
    const head = heads.get(stream);
    const signed = records.get(`stream ${stream} ${head?.seq ?? 0}`);
    if (signed === void 0 || signed !== head?.hash) found(otherEnd({ stream, seq: head?.seq ?? 0, order }));
  }
  if (manifest.kind === "programme" && !isWhole(order, manifest)) found(notWhole(manifest));
  return { records };
}
var isWhole = (order, { subject, streams }) => {
  const isOwn = (record) => record.startsWith(`stream ${subject} `) || record.startsWith(`stream ${subject}-`);
  const first = order.findIndex(isOwn);
  const last = order.findLastIndex(isOwn);
  const range = order.slice(first, last + 1);
  const isBounded = [order[first - 1], order[last + 1]].every((neighbour) => neighbour !== "");
  return first >= 0 && isBounded && range.every(isOwn) && range.length === streams.length;
};
var otherRoot = ({ size }) => fault("state", {
  en: `The ends of the streams in state.txt are not those the checkpoint of ${size} entries was signed over.`,
  "zh-CN": `state.txt 所列各记录流末尾与${size}条记录的检查点所签不符。`
});
var otherEnd = ({ stream, seq, order }) => {
  const signed = order.find((record) => record.startsWith(`stream ${stream} `))?.split(" ")[2];
  return fault("state", {
    at: { stream, seq: seq + 1 },
    en: `The file ends ${stream} at entry ${seq}, but the last checkpoint was signed when ${signed === void 0 ? "it did not exist" : `entry ${signed} was its last`}.`,
    "zh-CN": `文件中${stream}止于第${seq}条，而最后检查点签署时${signed === void 0 ? "它尚不存在" : `其末条为第${signed}条`}。`
  });
};
var notWhole = ({ subject }) => fault("state", {
  en: `The file does not show all streams of ${subject}: some are left out.`,
  "zh-CN": `文件未列出${subject}的全部记录流：有缺漏。`
});

// verify/check-tree.ts
var toleranceMs = 5 * 6e4;
function checkTree(given, found) {
  const read = readTree(given, found);
  const { roots, size, places } = read;
  let [good, at2] = [0, 0];
  for (const checkpoint of given.checkpoints) {
    const root = roots.get(checkpoint.size);
    if (root === void 0 || !root.equals(checkpoint.root)) {
      found(root === void 0 ? unreached(checkpoint, size) : otherRoot2(checkpoint, { good, given, places }));
      break;
    }
    const until = Date.parse(checkpoint.time) + toleranceMs;
    for (; (places[at2] ?? Infinity) < checkpoint.size; at2 += 1) {
      const entry = given.entries[at2];
      if (entry !== void 0 && Date.parse(entry.recordedAt) > until) found(fromTheFuture(entry, checkpoint));
    }
    good = checkpoint.size;
  }
  return read;
}
function readTree({ tree: bytes, entries, checkpoints, sizes }, found) {
  const tree = readingTree();
  const wanted = /* @__PURE__ */ new Set([...sizes, ...checkpoints.map(({ size }) => size)]);
  const roots = /* @__PURE__ */ new Map();
  const places = [];
  const add = (level, hash) => {
    if (!tree.add(level, hash)) return found(misplaced(tree.size()));
    if (wanted.has(tree.size())) roots.set(tree.size(), tree.root());
  };
  for (const line of linesOf(bytes)) {
    const [kind, number = "", hash = ""] = line.split(" ");
    if (kind === "g") add(Number(number), Buffer.from(hash, "hex"));
    for (let left = kind === "e" ? Number(number) : 0; left > 0; left -= 1) {
      const entry = entries[places.length];
      if (entry === void 0) break;
      places.push(tree.size());
      add(0, leafOfHash(entry.hash));
    }
  }
  if (places.length !== entries.length || tree.size() !== checkpoints.at(-1)?.size)
    found(otherSize({ size: tree.size(), entries: entries.length, placed: places.length }));
  return { roots, size: tree.size(), places };
}
var misplaced = (size) => fault("tree", { en: `tree.txt is damaged at place ${size}.`, "zh-CN": `tree.txt 在位置${size}处损坏。` });
var otherSize = ({ size, entries, placed }) => fault("tree", {
  en: `The file places ${placed} of ${entries} entries in a tree of ${size}, which is not what the last checkpoint was signed over.`,
  "zh-CN": `文件在${size}条的树中放置了${entries}条记录中的${placed}条，与最后检查点所签规模不符。`
});
var unreached = ({ size, time }, reached) => fault("tree", {
  en: `A checkpoint of ${time} was signed over ${size} entries, but the ledger in this file ends after ${reached}: entries are missing.`,
  "zh-CN": `${time}的检查点签有${size}条记录，而本文件中的台账止于第${reached}条：有记录缺失。`
});
function otherRoot2({ size, time }, { good, given, places }) {
  const first = given.entries[places.findIndex((place) => place >= good)];
  const from = first === void 0 ? "" : `, from entry ${first.seq} of ${first.stream} on`;
  const fromChinese = first === void 0 ? "" : `（自${first.stream}第${first.seq}条起）`;
  return fault("tree", {
    ...first === void 0 ? {} : { at: { stream: first.stream, seq: first.seq } },
    en: `The ledger was changed after it was signed: the checkpoint of ${size} entries (${time}) had another root. The change lies among the places ${good} to ${size - 1} of the log${from}.`,
    "zh-CN": `台账在签名后被更改：${size}条记录的检查点（${time}）根值不同。更改位于日志第${good}至${size - 1}位${fromChinese}。`
  });
}
var fromTheFuture = (entry, { size, time }) => fault("tree", {
  at: { stream: entry.stream, seq: entry.seq },
  en: `Entry ${entry.seq} of ${entry.stream} says it was recorded at ${entry.recordedAt}, later than the checkpoint of ${size} entries that already holds it (${time}).`,
  "zh-CN": `${entry.stream}第${entry.seq}条记录所载入账时间${entry.recordedAt}晚于已包含它的${size}条检查点（${time}）。`
});

// verify/check-witnesses.ts
import { verify as verify2 } from "node:crypto";
function checkWitnesses({ told: told2, keys }, found) {
  const own = new Set(keys.flatMap((text) => readVerifierKey(text) ?? []).map(named));
  const witnesses = new Map(keys.flatMap((text) => readWitnessKey(text) ?? []).map((key) => [named(key), key]));
  let [cosignatures, unknown, stamps] = [0, 0, 0];
  for (const line of told2) {
    const checkpoint = readCheckpoint(textOf(line, "note"));
    const added = listOf(line, "attestations");
    stamps += added.filter(({ kind }) => kind === "rfc3161").length;
    for (const signature of [...checkpoint?.signatures ?? [], ...added.flatMap(cosignatureIn)]) {
      const witness = witnesses.get(named(signature));
      if (own.has(named(signature)) || checkpoint === void 0) continue;
      if (witness === void 0) unknown += 1;
      else if (isCosigned({ checkpoint, witness, signature })) cosignatures += 1;
      else found(untrue(checkpoint, witness));
    }
  }
  const counts = { cosignatures, unknown, stamps };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
var named = ({ name, id }) => `${name}+${id}`;
var cosignatureIn = (added) => {
  if (added["kind"] !== "cosignature") return [];
  const body = textOf(added, "body").trim();
  return readSignature(body.startsWith("—") ? body : `— ${textOf(added, "name")} ${body}`);
};
function isCosigned({ checkpoint, witness, signature: { signature } }) {
  if (signature.length !== 72) return false;
  const text = `cosignature/v1
time ${signature.readBigUInt64BE(0)}
${checkpoint.text}`;
  return verify2(null, Buffer.from(text), witness.key, signature.subarray(8));
}
var untrue = ({ size, time }, { name }) => fault("keys", {
  en: `The cosignature of ${name} on the checkpoint of ${size} entries (${time}) is not that of its key.`,
  "zh-CN": `${name}对${size}条记录的检查点（${time}）的联署与其密钥不符。`
});

// verify/base-followed.ts
var newBase = () => ({
  ...{ begun: false, closed: false, status: "", heldStatus: "", stage: void 0, rules: /* @__PURE__ */ new Map() },
  ...{ steps: /* @__PURE__ */ new Map(), led: void 0, redressed: false, matters: /* @__PURE__ */ new Map(), acts: [], interests: /* @__PURE__ */ new Map() }
});
var deedsOf = ({ acts, stage }, person) => {
  const own = acts.filter((act) => act.person === person);
  return {
    life: new Set(own.map(({ key }) => key)),
    stage: new Set(own.filter((act) => act.stage === stage?.no).map(({ key }) => key))
  };
};

// verify/four-eyes.ts
var scoring = "1.8 1.8b 1.9b";
var team = "2.2a 2.3 2.3a 2.3b 2.3c 2.3d 2.3e 2.3f 2.3g 2.4b 2.5a 2.5b 2.7";
var management = "1.2b 3.1a 3.2a 3.4 3.7a 4.1a 4.8a 4.12a";
var votes = "1.10 2.8 2.10 5.8 5.9b 5.12a 8.2a R5 R2 5.8r 5.9r 5.13c 5.13d E6b 8.10c";
var screening = "1.4a 1.5a 1.5b 4.9 5.3a 5.3b 8.10a";
var exclusivePairs = [
  ["SD1", "1.1a", "1.1b"],
  ["SD1", "1.2a 1.3 1.4b", "1.7 2.8 2.10"],
  ["SD1", "2.1a", "2.1b"],
  ["SD1", "2.7", "2.8 2.10"],
  ["SD1", "3.2a", "3.2b 3.3a 3.3b 3.9a 3.9b"],
  ["SD1", "3.2b", "3.3a 3.9a"],
  ["SD1", "3.7a", "3.3a 3.3b 3.9a 3.9b"],
  ["SD1", "3.2a 3.2b 3.3a 3.7a 3.9a", "3.11a"],
  ["SD1", "4.1a", "4.1b"],
  ["SD1", "4.2", "4.9"],
  ["SD1", "4.4a", "4.4b"],
  ["SD1", "4.5a", "4.5c"],
  ["SD1", "4.8a", "4.8b"],
  ["SD1", "4.12a", "4.12b"],
  ["SD1", "5.2a 5.2d", "5.2b 5.3a 5.3b"],
  ["SD1", "5.7a", "5.8 5.8r"],
  ["SD1", "5.11a", "5.11b"],
  ["SD1", "R0", "R1"],
  ["SD1", "5.13a 5.13b", "5.13c 5.13d"],
  ["SD1", "8.10a 8.10b", "8.10c"],
  ["SD1", "3.2a 3.2b 3.7a", "3.13c 3.13g"],
  ["SD1", "3.13a", "3.13c"],
  ["SD1", "3.13e", "3.13f"],
  ["SD1", "3.13l", "3.13m"],
  ["SD2", "1.5a", "1.5b"],
  ["SD2", "1.5c", "1.5d"],
  ["SD2", "1.6a", "1.6b 1.6c"],
  ["SD2", "1.8", "1.8b"],
  ["SD2", "1.9a", "1.9b"],
  ["SD2", "2.5a", "2.5b"],
  ["SD2", "3.8a", "3.8b"],
  ["SD2", "3.9a", "3.9b 3.9c"],
  ["SD2", "3.9b", "3.9c"],
  ["SD2", "3.10a", "3.10b"],
  ["SD2", "3.11a", "3.11b"],
  ["SD2", "4.10a", "4.10b"],
  ["SD2", "5.3a", "5.3b 5.3c"],
  ["SD2", "5.5a", "5.5b"],
  ["SD2", "5.8", "5.9a 5.9b 5.12a"],
  ["SD2", "5.8r", "5.9r 5.12a"],
  ["SD2", "5.13c", "5.13d 5.12a"],
  ["SD2", "E6a", "E6b"],
  ["SD2", "3.13c", "3.13d"],
  ["SD2", "3.13g", "3.13h"],
  ["SD3", scoring, team],
  ["SD3", team, "5.6 5.8 5.8r 5.13c"],
  ["SD4", management, `${votes} ${scoring} 5.6 ${screening}`],
  ["SD4", "1.9a 1.11 2.9a 2.9b", "1.10 2.8"],
  ["SD8", "1.4a 1.5a 1.5b", scoring],
  ["SD8", "5.3a 5.3b", "5.6"]
];
var excluded = /* @__PURE__ */ new Map();
for (const [rule, first, second] of exclusivePairs)
  for (const one of first.split(" "))
    for (const other of second.split(" ")) {
      note(one, { other, rule });
      note(other, { other: one, rule });
    }
function note(key, { other, rule }) {
  const others = excluded.get(key) ?? /* @__PURE__ */ new Map();
  others.set(other, others.get(other) ?? rule);
  excluded.set(key, others);
}
function excludedBy(key, { life, stage }) {
  for (const [other, rule] of excluded.get(key) ?? [])
    if ((key.startsWith("5.") && other.startsWith("5.") ? stage : life).has(other)) return { rule, other };
  return void 0;
}

// verify/check-eyes.ts
function fourEyes(base, entry) {
  const { payload, stream, seq } = entry;
  const [step, key] = [textOf(payload, "step"), textOf(payload, "key")];
  const by = fieldsOf(payload, "by");
  const people = [textOf(by, "person"), textOf(by, "delegator")].filter((one) => one !== "");
  const paper = fieldsOf(payload, "paper");
  const hands = [textOf(paper, "enteredBy"), textOf(paper, "confirmedBy")].filter((one) => one !== "");
  const alone = (/* @__PURE__ */ new Set([...people, ...hands])).size < people.length + hands.length;
  const rule = base.rules.get(key);
  const deeds = people.map((one) => deedsOf(base, one));
  const raiser = rule?.notByRaiser === true && people.includes(base.matters.get(rule.matter) ?? "-");
  const insider = rule?.outsiders === true && deeds.some(({ life }) => [...life].some((done) => done !== key));
  const conflict = [...deeds, ...hands.map((one) => deedsOf(base, one))].map((own) => excludedBy(key, own)).find((found) => found !== void 0);
  for (const one of [...people, ...hands]) base.acts.push({ step, key, person: one, stage: base.stage?.no ?? 0 });
  const kept = people.some((one) => base.interests.get(one)?.includes(textOf(by, "role")) === true);
  if (conflict === void 0 && !raiser && !insider && !kept && !alone) return void 0;
  const [person = ""] = people;
  const other = kept ? reasons.kept : alone ? reasons.alone : reasons.insider;
  const why = conflict === void 0 ? other : reasons.after(conflict);
  return fault("eyes", {
    at: { stream, seq },
    en: `${person} acted on ${key} of ${stream} (entry ${seq}) ${why.en}, which one person may not.`,
    "zh-CN": `${person}办理${stream}的${key}（第${seq}条），但${why["zh-CN"]}，依规不得一人兼办。`
  });
}
var reasons = {
  kept: { en: "in spite of a declared interest (SD5)", "zh-CN": "已申报利益关系（SD5）" },
  alone: { en: "on paper that one person alone handled (R16)", "zh-CN": "该纸质行为由一人经手（R16）" },
  insider: { en: "having acted on the case before", "zh-CN": "此前已参与本案" },
  after: ({ other, rule }) => ({
    en: `after acting on ${other} (${rule})`,
    "zh-CN": `此前已办理${other}（${rule}）`
  })
};

// verify/leads.ts
function leadsTo(options, option) {
  const chosen = option === void 0 ? Object.keys(options) : [option];
  return chosen.flatMap((name) => targets(fieldsOf(fieldsOf(options, name), "leads")));
}
var targets = (lead) => [
  ...["to", "via"].flatMap((name) => keysOf(lead[name])),
  ...typeof lead["back"] === "string" ? [lead["back"]] : [],
  ...Object.keys(fieldsOf(lead, "then")).length > 0 ? targets(fieldsOf(lead, "then")) : []
];
var keysOf = (value) => Array.isArray(value) ? value.filter((key) => typeof key === "string") : [];

// verify/check-order.ts
var nextStages = {
  "": "nomination",
  nomination: "due_diligence",
  due_diligence: "memorandum",
  memorandum: "launch",
  launch: "yearly_review",
  yearly_review: "yearly_review"
};
function orderChecker(procedures, found) {
  const bases = /* @__PURE__ */ new Map();
  let acts = 0;
  const visit = (entry) => {
    const base = bases.get(entry.stream) ?? newBase();
    bases.set(entry.stream, base);
    const wrong2 = follow(base, { entry, procedures });
    if (wrong2 !== void 0) found(toldOf(entry, wrong2));
    if (entry.type !== "step_acted") return;
    acts += 1;
    const eyes = fourEyes(base, entry);
    if (eyes !== void 0) found(eyes);
  };
  return { visit, acts: () => acts };
}
function follow(base, step) {
  const { entry } = step;
  const by = fieldsOf(entry.payload, "by");
  const isOther = "person" in by && (by["person"] !== entry.actor || by["role"] !== entry.role);
  const follower2 = followers[entry.type];
  const wrong2 = follower2 !== void 0 && base.closed ? words2.afterEnd() : follower2?.(base, step);
  return isOther ? words2.otherActor(entry) : wrong2;
}
var followers = {
  base_nominated: (base) => {
    const wrong2 = base.begun ? words2.twiceBegun() : void 0;
    base.begun = true;
    return wrong2;
  },
  stage_entered: (base, { entry, procedures }) => {
    const { payload } = entry;
    const [name, no] = [textOf(payload, "stage"), numberOf(payload, "no")];
    const before = base.stage;
    const isNext = nextStages[before?.name ?? ""] === name && no === (before?.no ?? 0) + 1;
    Object.assign(base, { stage: { name, no }, led: void 0, redressed: false, matters: /* @__PURE__ */ new Map() });
    base.rules = procedures.get(rulesOf(entry)) ?? /* @__PURE__ */ new Map();
    return isNext ? void 0 : words2.stage(name);
  },
  stage_left: (base, { entry }) => {
    const left = textOf(entry.payload, "stage");
    for (const step of base.steps.values()) step.isOpen = false;
    return base.stage?.name === left ? void 0 : words2.stage(left);
  },
  step_opened: (base, { entry }) => opened(base, entry.payload),
  step_acted: (base, { entry }) => acted(base, entry),
  stand_in_called: (base, { entry }) => {
    const step = base.steps.get(textOf(entry.payload, "step"));
    if (step !== void 0) step.standIn = textOf(entry.payload, "to");
    return void 0;
  },
  interest_declared: (base, { entry }) => {
    const { roles } = entry.payload;
    base.interests.set(textOf(entry.payload, "person"), Array.isArray(roles) ? roles.map(String) : []);
    return void 0;
  },
  step_recused: (base, { entry }) => recused(base, entry.payload),
  step_closed: (base, { entry }) => closed(base, entry.payload),
  status_changed: (base, { entry }) => {
    const [from, to] = [textOf(entry.payload, "from"), textOf(entry.payload, "to")];
    const isNext = base.status === "" || base.status === from;
    base.status = to;
    return isNext ? void 0 : words2.status(from);
  },
  effects_undone: (base, { entry }) => {
    base.status = textOf(entry.payload, "to");
    return void 0;
  },
  held: (base) => hold(base, "on_hold"),
  resumed: (base) => release(base),
  frozen: (base) => hold(base, "suspended"),
  unfrozen: (base) => release(base),
  step_voided: (base, { entry }) => voided(base, entry.payload),
  matter_raised: (base, { entry }) => {
    base.matters.set(textOf(entry.payload, "matter"), entry.actor ?? "");
    return void 0;
  },
  base_closed: (base) => {
    base.closed = true;
    return void 0;
  }
};
var hold = (base, status) => {
  Object.assign(base, { heldStatus: base.status, status });
};
var release = (base) => {
  base.status = base.heldStatus;
};
function recused(base, payload) {
  const [id, person] = [textOf(payload, "step"), textOf(payload, "person")];
  base.steps.get(id)?.acts.delete(person);
  base.acts = base.acts.filter((act) => act.step !== id || act.person !== person);
}
function voided(base, payload) {
  const id = textOf(payload, "step");
  const step = base.steps.get(id);
  if (step === void 0) return words2.notOpen(id);
  step.isOpen = false;
  base.led?.add(step.key);
  if (textOf(payload, "cause") === "mistake") base.acts = base.acts.filter((act) => act.step !== id);
  return void 0;
}
function opened(base, payload) {
  const [id, key] = [textOf(payload, "step"), textOf(payload, "key")];
  const rule = base.rules.get(key);
  const isNew = !base.steps.has(id);
  base.steps.set(id, { key, isOpen: true, standIn: "", acts: /* @__PURE__ */ new Map() });
  const isBeside = rule?.isRedress === true || base.matters.has(rule?.matter ?? "");
  if (rule === void 0 || rule.stage !== base.stage?.name && !isBeside) return words2.notInStage(id);
  if (!isNew) return words2.twiceOpened(id);
  if (rule.role !== textOf(payload, "role")) return words2.otherRole(id, rule.role);
  const isLed = base.led === void 0 || base.led.has(key) || base.redressed;
  return isLed || isBeside ? void 0 : words2.notLed(id);
}
function acted(base, { payload, role }) {
  const [id, option] = [textOf(payload, "step"), textOf(payload, "option")];
  const step = base.steps.get(id);
  if (step?.isOpen !== true) return words2.notOpen(id);
  const rule = base.rules.get(step.key);
  const chosen = fieldsOf(rule?.options ?? {}, option);
  const person = textOf(fieldsOf(payload, "by"), "person");
  const isSecond = step.acts.has(person);
  step.acts.set(person, option);
  if (!("leads" in chosen) || chosen["byClock"] === true) return words2.noOption(id, option);
  if (![rule?.role, step.standIn, ...rule?.also ?? []].includes(role ?? ""))
    return words2.otherRole(id, rule?.role ?? "");
  if (isSecond) return words2.twiceActed(id);
  const codes = chosen["codes"];
  return Array.isArray(codes) && !codes.includes(payload["code"]) ? words2.noCode(id, option) : void 0;
}
function closed(base, payload) {
  const [id, option, how] = [textOf(payload, "step"), textOf(payload, "option"), textOf(payload, "how")];
  const step = base.steps.get(id);
  const wasOpen = step?.isOpen === true;
  if (step !== void 0) step.isOpen = false;
  const rule = base.rules.get(textOf(payload, "key"));
  base.led ??= /* @__PURE__ */ new Set();
  if (rule?.isRedress === true) base.redressed = true;
  for (const key of leadsTo(rule?.options ?? {}, how === "stopped" ? void 0 : option)) base.led.add(key);
  if (how === "file") return void 0;
  if (!wasOpen) return words2.notOpen(id);
  if (how === "act" && ![...step?.acts.values() ?? []].includes(option)) return words2.nobody(id, option);
  return how === "stopped" || option in (rule?.options ?? {}) ? void 0 : words2.noOption(id, option);
}
var toldOf = ({ stream, seq, type }, says) => fault("order", {
  at: { stream, seq },
  en: `Entry ${seq} of ${stream} (${type}) stands where it may not: ${says.en}.`,
  "zh-CN": `${stream}第${seq}条记录（${type}）不应出现于此：${says["zh-CN"]}。`
});
var say = (en, chinese) => ({ en, "zh-CN": chinese });
var words2 = {
  otherActor: ({ actor }) => say(`it names ${actor ?? "nobody"} and acts for another`, `署名${actor ?? "无"}与行为人不符`),
  afterEnd: () => say("the base had ended", "基地已终结"),
  twiceBegun: () => say("the base had been nominated before", "基地此前已提名"),
  stage: (name) => say(`stage ${name} does not follow here`, `阶段${name}不应在此`),
  status: (from) => say(`the status was not ${from}`, `状态并非${from}`),
  notInStage: (id) => say(`step ${id} is none of this stage`, `事项${id}不属于本阶段`),
  twiceOpened: (id) => say(`step ${id} had been opened before`, `事项${id}此前已开启`),
  otherRole: (id, role) => say(`step ${id} belongs to ${role}`, `事项${id}属于${role}`),
  notLed: (id) => say(`nothing closed before leads to step ${id}`, `此前办结的事项均不通向${id}`),
  notOpen: (id) => say(`step ${id} was not open`, `事项${id}未开启`),
  noOption: (id, option) => say(`step ${id} offers nobody "${option}"`, `事项${id}没有可选项“${option}”`),
  noCode: (id, option) => say(`"${option}" on ${id} lacks a reason code`, `事项${id}的“${option}”缺少理由代码`),
  twiceActed: (id) => say(`the same person had acted on ${id} before`, `同一人此前已办理${id}`),
  nobody: (id, option) => say(`nobody chose "${option}" on ${id}`, `无人在${id}选择“${option}”`)
};

// verify/table.ts
function lineOf(cells) {
  let line = "";
  for (const cell of cells) line += `${cellText(cell)},`;
  return `${line.slice(0, -1)}\r
`;
}
function cellText(cell) {
  if (typeof cell !== "string") return cell === null ? "" : `${cell}`;
  if (!special.test(cell)) return cell;
  const plain = formula.test(cell) ? `'${cell}` : cell;
  return parting.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
var special = /^[=+\-@\t]|[",\r\n]/;
var formula = /^[=+\-@\t\r]/;
var parting = /[",\r\n]/;
function readingTable(bytes) {
  let [at2, row] = [0, 1];
  let room = Buffer.alloc(4096);
  const moveTo = (end) => {
    at2 = end;
    row += 1;
  };
  return {
    /** The number of the row it stands at, as a spreadsheet counts: the head is 1. */
    row: () => row,
    /** Passes over the row if it is this line to the last byte. */
    passes: (line) => {
      if (line.length * 3 > room.length) room = Buffer.alloc(line.length * 3);
      const length = room.write(line);
      const end = at2 + length;
      if (end > bytes.length || bytes.compare(room, 0, length, at2, end) !== 0) return false;
      moveTo(end);
      return true;
    },
    /** The cells of the row as they are written; undefined at the end. */
    cells: () => at2 < bytes.length ? cellsIn(bytes.toString("utf8", at2, rowEnd(bytes, at2))) : void 0,
    skip: () => moveTo(rowEnd(bytes, at2))
  };
}
function rowEnd(bytes, from) {
  let isQuoted = false;
  for (let at2 = from; at2 < bytes.length && at2 - from < longestRow; at2 += 1) {
    if (bytes[at2] === 34) isQuoted = !isQuoted;
    if (bytes[at2] === 10 && !isQuoted) return at2 + 1;
  }
  const end = bytes.indexOf(10, from);
  return end < 0 ? bytes.length : end + 1;
}
var longestRow = 65536;
var cellsIn = (line) => [...`${line.replace(/\r?\n$/, "")},`.matchAll(/("(?:[^"]|"")*"[^,]*|[^,]*),/g)].map(([, cell = ""]) => cell);

// verify/check-table.ts
var columns = [
  ...["place", "stream", "seq", "occurred_at", "recorded_at", "effective_on", "type", "step", "option", "code"],
  ...["person", "role", "on_behalf_of", "channel", "rules", "command", "hash"]
];
var enough = 20;
function entriesTable(files, found) {
  const bytes = files.bytes("entries.csv");
  const table = readingTable(bytes ?? Buffer.alloc(0));
  const places = placesIn(files.bytes("tree.txt") ?? Buffer.alloc(0));
  const faults = bytes === void 0 ? [absent] : [];
  let [isLost, isOut] = [bytes === void 0, false];
  if (!isLost && !table.passes(lineOf(columns))) {
    isLost = true;
    faults.push(otherHead);
  }
  const isOver = () => isLost || faults.length >= enough;
  const visit = (entry) => {
    const place = places.next().value;
    isOut ||= place === void 0;
    if (isOver()) return;
    const wanted = rowOf(entry, place ?? null);
    if (!table.passes(lineOf(wanted))) faults.push(...faultsAt(table, { entry, wanted }));
  };
  const end = () => {
    isOut ||= places.next().done !== true;
    for (let row = table.cells(); row !== void 0 && !isOver(); row = table.cells()) {
      faults.push(surplus(row, table.row()));
      table.skip();
    }
    const isBlurred = isOut && !isLost && faults.length > 0;
    for (const one of isBlurred ? [notCompared] : faults.slice(0, enough)) found(one);
  };
  return { visit, end };
}
var rowOf = (entry, place) => {
  const { payload } = entry;
  const [step, option, code] = [textOf(payload, "step"), textOf(payload, "option"), textOf(payload, "code")];
  return [
    place,
    entry.stream,
    entry.seq,
    entry.occurredAt,
    entry.recordedAt,
    entry.effectiveOn,
    entry.type,
    step,
    option,
    code,
    entry.actor,
    entry.role,
    entry.onBehalfOf,
    entry.channel,
    entry.rulesVersion,
    entry.commandId,
    entry.hash
  ];
};
var identities = [[0], [1, 2], [16]];
var isOwnOf = (row, wanted) => identities.some((some) => some.every((at2) => row[at2] === cellText(wanted[at2] ?? null)));
function faultsAt(table, { entry, wanted }) {
  const faults = [];
  while (faults.length < enough) {
    const [row, at2] = [table.cells(), table.row()];
    const isOwn = row !== void 0 && isOwnOf(row, wanted);
    if (row === void 0 || !isOwn && Number(row[0]) > Number(wanted[0])) return [...faults, missing2(entry, at2)];
    table.skip();
    if (isOwn) return [...faults, changed2({ entry, at: at2, ...differenceIn(row, wanted) })];
    faults.push(surplus(row, at2));
    if (table.passes(lineOf(wanted))) return faults;
  }
  return faults;
}
function* placesIn(tree) {
  let place = 0;
  for (const line of linesOf(tree)) {
    const [kind, number] = line.split(" ", 2);
    if (kind === "g") place += 2 ** Number(number);
    for (let left = kind === "e" ? Number(number) : 0; left > 0; left -= 1) yield place++;
  }
}
function differenceIn(row, wanted) {
  const own = wanted.map(cellText);
  const at2 = own.findIndex((text, place) => row[place] !== text);
  return { column: columns[at2], says: row[at2] ?? "", entrySays: own[at2] ?? "" };
}
var absent = fault("table", { en: "entries.csv is missing.", "zh-CN": "缺少 entries.csv。" });
var otherHead = fault("table", {
  en: "The head of entries.csv (row 1) does not name the columns of the table; what stands below it was not compared.",
  "zh-CN": "entries.csv 的表头（第1行）并非该表的列名；其下内容未予比对。"
});
var notCompared = fault("table", {
  en: "entries.csv does not fit, but with entries lacking or unreadable it cannot be said where.",
  "zh-CN": "entries.csv 不相符；因有记录缺失或不可读，无法指明位置。"
});
var missing2 = ({ stream, seq }, row) => fault("table", {
  at: { stream, seq },
  en: `entries.csv lacks the row of entry ${seq} of ${stream}: it belongs at row ${row}.`,
  "zh-CN": `entries.csv 缺少${stream}第${seq}条记录所在行：应为第${row}行。`
});
var surplus = (cells, row) => {
  const names = `${shown(cells[1] ?? "")} ${shown(cells[2] ?? "")}`;
  return fault("table", {
    en: `Row ${row} of entries.csv (${names}) is none that an entry has in this place: it was added, doubled or moved.`,
    "zh-CN": `entries.csv 第${row}行（${names}）不对应此处的任何记录：系添加、重复或移位。`
  });
};
var changed2 = ({ entry, at: at2, ...difference }) => {
  const { stream, seq } = entry;
  const says = differently(difference);
  return fault("table", {
    at: { stream, seq },
    en: `Row ${at2} of entries.csv, of entry ${seq} of ${stream}, was changed: ${says.en}.`,
    "zh-CN": `entries.csv 第${at2}行（${stream}第${seq}条记录）已被更改：${says["zh-CN"]}。`
  });
};
var differently = ({ column, says, entrySays }) => column === void 0 ? { en: "it has cells or an end that no row has", "zh-CN": "单元格数目或行尾与各行不同" } : {
  en: `column ${column} says "${shown(says)}" and the entry "${shown(entrySays)}"`,
  "zh-CN": `${column}列为“${shown(says)}”，而记录为“${shown(entrySays)}”`
};
var shown = (text) => text.length > 80 ? `${text.slice(0, 80)}…` : text;

// verify/follow-entries.ts
function follower(files, found) {
  const [order, table] = [orderChecker(readProcedures(files), found), entriesTable(files, found)];
  const visit = (entry) => {
    order.visit(entry);
    table.visit(entry);
  };
  const end = () => {
    table.end();
    return { acts: order.acts() };
  };
  return { visit, end };
}

// verify/verdict.ts
var toldOfEach = 20;
function verifyEvidence(files, trust) {
  const faults = [];
  const counted = /* @__PURE__ */ new Map();
  const found = (one) => {
    const count = (counted.get(one.check) ?? 0) + 1;
    counted.set(one.check, count);
    if (count <= toldOfEach) faults.push(one);
  };
  const manifest = readManifest(files);
  if (manifest === void 0 || manifest.format > formatKnown) {
    found(manifest === void 0 ? noEvidence : newer(manifest.format));
    return verdictOf({ faults, figures: {}, keys: [] });
  }
  for (const difference of jsonLines(files, "differences.ndjson")) found(noted(textOf(difference, "says")));
  const checked = checkAll({ files, manifest, trust }, found);
  return { ...verdictOf({ faults, ...checked }), manifest };
}
function checkAll({ files, manifest, trust }, found) {
  const followed = trust.followsElsewhere === true ? void 0 : follower(files, found);
  const documents = documentChecker(files, found);
  const needed = /* @__PURE__ */ new Set();
  const noteRules = (entry) => {
    needed.add(entry.rulesVersion);
    if (entry.type === "stage_entered") needed.add(rulesOf(entry));
  };
  const runs = runChecker(files, found);
  const following = [followed?.visit, trust.visit].filter((visit) => visit !== void 0);
  const visitors = [...following, documents.visit, noteRules, runs.visit];
  const read = checkEntries(bytesOf(files, "entries.ndjson"), { found, visitors });
  const { acts = 0 } = followed?.end() ?? {};
  const { entries } = read;
  const told2 = jsonLines(files, "checkpoints.ndjson");
  const notes = told2.map((line) => textOf(line, "note"));
  const keys = (files.bytes("keys.txt")?.toString("utf8") ?? "").split("\n").filter((line) => line !== "");
  const signed = checkKeys({ notes, keys, trusted: trust.keys }, found);
  const { checkpoints, accepted } = signed;
  const last = checkpoints.at(-1);
  const counts = { entries: entries.length, streams: read.heads.size, checkpoints: checkpoints.length };
  const figures = { ...counts, signatures: signed.signatures };
  Object.assign(figures, checkWitnesses({ told: told2, keys: [...keys, ...trust.keys] }, found));
  if (last === void 0) {
    found(noCheckpoint);
    return { figures, keys: [] };
  }
  const sizes = trust.kept.map(({ size: size2 }) => size2);
  const tree = checkTree({ tree: bytesOf(files, "tree.txt"), entries, checkpoints, sizes }, found);
  checkKept({ kept: trust.kept, tree, keys: accepted }, found);
  const state = checkState({ state: bytesOf(files, "state.txt"), last, manifest, heads: read.heads }, found);
  figures["proofs"] = checkProofs({ proofs: files.bytes("proofs.json"), entries, tree, checkpoints }, found);
  figures["rules"] = checkRules({ files, state, needed }, found);
  const histories = { ...checkHistories({ files, state }, found), ...runs.end(state) };
  Object.assign(figures, documents.end(), histories, { acts });
  const { size, root, time } = last;
  return { figures, keys: accepted.map(({ text }) => text), last: { size, root: root.toString("hex"), time } };
}
var bytesOf = (files, name) => files.bytes(name) ?? Buffer.alloc(0);
function verdictOf(checked) {
  const order = Object.keys(checkNames);
  const faults = checked.faults.toSorted((one, other) => order.indexOf(one.check) - order.indexOf(other.check));
  const [first] = faults;
  return { ...checked, faults, sound: first === void 0, ...first === void 0 ? {} : { first } };
}
var noEvidence = fault("file", {
  en: "manifest.json is missing or damaged: this is not an evidence file of Cornerstone.",
  "zh-CN": "manifest.json 缺失或损坏：这不是 Cornerstone 的证据文件。"
});
var newer = (format) => fault("file", {
  en: `The file has form ${format}, which is newer than this program knows (${formatKnown}). Use the program inside the file.`,
  "zh-CN": `文件格式${format}比本程序所知（${formatKnown}）更新。请使用文件内附的程序。`
});
var noCheckpoint = fault("keys", {
  en: "There is no signed checkpoint in the file, so nothing in it is proved.",
  "zh-CN": "文件中没有已签名的检查点，因此其内容均未得到证明。"
});
var noted = (says) => fault("file", {
  en: `When the file was made, the installation found: ${says}`,
  "zh-CN": `制作文件时，系统发现：${says}`
});

// verify/zip.ts
import { inflateRawSync } from "node:zlib";
var NotAZip = class extends Error {
  name = "NotAZip";
};
var endMark = 101010256;
var entryMark = 33639248;
var localMark = 67324752;
function openZip(zip) {
  const end = zip.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endMark)
    throw new NotAZip("no end of a zip is found");
  const places = /* @__PURE__ */ new Map();
  let at2 = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at2 + 46 > zip.length || zip.readUInt32LE(at2) !== entryMark) throw new NotAZip("its directory is damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at2 + offset));
    const name = zip.toString("utf8", at2 + 46, at2 + 46 + (nameLength ?? 0));
    if (places.has(name)) throw new NotAZip(`it holds ${name} twice`);
    places.set(name, {
      method: zip.readUInt16LE(at2 + 10),
      packed: zip.readUInt32LE(at2 + 20),
      size: zip.readUInt32LE(at2 + 24),
      offset: zip.readUInt32LE(at2 + 42)
    });
    at2 += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return {
    names: [...places.keys()],
    bytes: (name) => {
      const place = places.get(name);
      return place && unpack(zip, { name, place });
    }
  };
}
function unpack(zip, { name, place }) {
  const { offset, packed, method, size } = place;
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== localMark) throw new NotAZip(`${name} is damaged`);
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const raw = zip.subarray(start, start + packed);
  try {
    const bytes = method === 8 ? inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) }) : raw;
    if ((method === 0 || method === 8) && bytes.length === size) return bytes;
  } catch {
  }
  throw new NotAZip(`${name} is damaged`);
}

// verify/main.ts
var usage = `Usage: node verify-evidence.mjs FILE.zip [--checkpoint <file or size:root>]... [--key <public key>]... [--language en|zh-CN] [--json]`;
var givenText = (given) => {
  try {
    return readFileSync(given, "utf8");
  } catch {
    return given;
  }
};
function trustFrom({ checkpoints, keys }) {
  const kept = checkpoints.map((given) => {
    const read = readKept(givenText(given));
    if (read === void 0)
      throw new Error(`${given} is no checkpoint; allowed is a signed note or its short form, 1234:9f86d081884c7d65`);
    return read;
  });
  return { kept, keys: keys.flatMap((given) => givenText(given).split("\n")).filter((line) => line.trim() !== "") };
}
async function verifyFile(file, check) {
  try {
    return await check(openZip(readFileSync(file)));
  } catch (error) {
    if (!(error instanceof NotAZip)) throw error;
    const says = {
      en: `${file} cannot be read as a zip: ${error.message}.`,
      "zh-CN": `${file} 无法作为 zip 读取：${error.message}。`
    };
    return verdictOf({ faults: [fault("file", says)], figures: {}, keys: [] });
  }
}
async function main(words3) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words3],
      allowPositionals: true,
      options: {
        checkpoint: { type: "string", multiple: true, default: [] },
        key: { type: "string", multiple: true, default: [] },
        language: { type: "string", default: "en" },
        json: { type: "boolean", default: false }
      }
    });
    const [file] = positionals;
    if (file === void 0 || positionals.length > 1) throw new Error("one file is to be checked");
    const trust = trustFrom({ checkpoints: values.checkpoint, keys: values.key });
    const verdict = await verifyFile(file, (files) => verifyEvidence(files, trust));
    const language = values.language === "zh-CN" ? "zh-CN" : "en";
    process.stdout.write(
      `${values.json ? JSON.stringify(verdict, null, 2) : told(verdict, { language, kept: trust.kept.length })}
`
    );
    return verdict.sound ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}
${usage}
`);
    return 2;
  }
}

// verify/standalone.ts
process2.exitCode = await main(process2.argv.slice(2));
