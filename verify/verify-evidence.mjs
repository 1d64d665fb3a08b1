// Checks an evidence file of Cornerstone with Node.js 20 or newer and nothing else:
//   node verify-evidence.mjs FILE.zip [--checkpoint <file or size:root>] [--key <public key>] [--witness <public key>] [--language zh-CN] [--json]
// Exit code 0: everything fits; 1: something does not; 2: no evidence file, or used wrongly. Made from the room verify/; do not edit.

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
  witnesses: {
    en: "the witnesses you named have cosigned the last checkpoint",
    "zh-CN": "您指定的见证方已联署最后检查点"
  },
  stamps: { en: "the time stamps of the authorities you gave are true", "zh-CN": "您所提供机构的时间戳均属实" },
  state: { en: "nothing was left off the end of a stream", "zh-CN": "各记录流末尾无缺失" },
  proofs: { en: "the proofs of RFC 6962 hold", "zh-CN": "RFC 6962 证明成立" },
  rules: { en: "the rules are those that were in force", "zh-CN": "所附规则即当时有效的规则" },
  documents: { en: "every paper and every text is the one that was recorded", "zh-CN": "每份文件和文本均与记录一致" },
  exhibits: {
    en: "exhibits.ndjson says of each exhibit what the entries say",
    "zh-CN": "exhibits.ndjson 所载佐证材料均与记录一致"
  },
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
  },
  statement: { en: "the file holds what was signed that it has to hold", "zh-CN": "文件内容与所签说明一致" },
  manifest: {
    en: "every file in it is named by its hash, and nothing besides",
    "zh-CN": "各文件均按哈希列明，别无他物"
  }
};
var fault = (check, { at: at3, ...says }) => ({ check, says, ...at3 });

// verify/note.ts
import { createPublicKey, verify } from "node:crypto";

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
var isEntry = (value) => isFields(value) && isFields(value["payload"]) && isText(value["stream"]) && isText(value["type"]) && value["payload"]["type"] === value["type"] && isInstant(value["occurredAt"]) && isInstant(value["recordedAt"]) && isText(value["commandId"]) && isText(value["rulesVersion"]) && isText(value["workflowRun"]) && isText(value["prevHash"]) && Number.isSafeInteger(value["seq"]) && Number.isSafeInteger(value["schemaVersion"]) && isText(value["channel"]) && ["actor", "role", "onBehalfOf", "effectiveOn"].every((name) => value[name] === null || isText(value[name]));
var isInstant = (value) => isText(value) && instant.test(value) && isDay(value);
var instant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
var isDay = (moment) => moment.slice(8, 10) < "29" || new Date(moment.slice(0, 10)).toISOString().startsWith(moment.slice(0, 10));
var isText = (value) => typeof value === "string";
var readJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
};

// verify/tree.ts
import { createHash, hash as hashOf } from "node:crypto";
var sha256 = (...pieces) => sha256Over(pieces);
var sha256Over = (pieces) => {
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
var isPowerOfTwo = (size) => 2 ** Math.round(Math.log2(size)) === size;
function provesConsistency({ from, to, path }) {
  if (from.size === to.size) return path.length === 0 && from.root.equals(to.root);
  if (from.size < 1 || from.size > to.size) return false;
  const [first, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...path] : path;
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
  const bytes = base64(body);
  if (bytes?.length !== 33 || bytes[0] !== algorithm) return void 0;
  if (sha256(`${name}
`, bytes).toString("hex").slice(0, 8) !== id) return void 0;
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { name, id, text: text.trim(), key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
}
var base64 = (text) => {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : void 0;
};
function readNote(note2) {
  const cut2 = note2.lastIndexOf("\n\n");
  if (cut2 < 0 || !note2.endsWith("\n")) return void 0;
  const lines = note2.slice(cut2 + 2, -1).split("\n");
  const signatures = lines.flatMap((line) => readSignature(line));
  return signatures.length === lines.length ? { text: note2.slice(0, cut2 + 1), signatures } : void 0;
}
function readCheckpoint(note2) {
  const read = readNote(note2);
  const lines = (read?.text ?? "").split("\n");
  const [origin = "", size = "", root = "", state = "", time = ""] = lines;
  const [rootBytes, stateRoot] = [base64(root), base64(valueOf(state, "state"))];
  const at3 = valueOf(time, "time");
  const isForm = lines.length === 6 && origin !== "" && /^[1-9]\d{0,14}$/.test(size) && isInstant(at3);
  if (read === void 0 || !isForm || rootBytes?.length !== 32 || stateRoot?.length !== 32) return void 0;
  return { ...read, origin, size: Number(size), root: rootBytes, stateRoot, time: at3 };
}
var valueOf = (line, name) => line?.startsWith(`${name} `) === true ? line.slice(name.length + 1) : "";
var readSignature = (line) => {
  const [, name = "", body = ""] = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = base64(body) ?? Buffer.alloc(0);
  return bytes.length > 4 ? [{ name, id: bytes.subarray(0, 4).toString("hex"), signature: bytes.subarray(4) }] : [];
};
var signedBy = (note2, keys) => keys.filter(
  (key) => note2.signatures.some(
    ({ name, id, signature }) => name === key.name && id === key.id && signature.length === 64 && verify(null, Buffer.from(note2.text), key.key, signature)
  )
);

// verify/check-kept.ts
function readKept(given) {
  const text = asSigned(given);
  const checkpoint = readCheckpoint(text);
  if (checkpoint !== void 0)
    return { size: checkpoint.size, rootBegins: checkpoint.root.toString("hex"), note: text };
  const [, size, rootBegins] = /^\s*([1-9]\d{0,14}):([0-9a-f]{8,64})\s*$/.exec(text) ?? [];
  return size === void 0 || rootBegins === void 0 ? void 0 : { size: Number(size), rootBegins };
}
var asSigned = (given) => {
  const lines = given.replaceAll("\r\n", "\n").split("\n");
  const [, margin = ""] = /^([>\s]*)/.exec(lines.find((line) => line.trim() !== "") ?? "") ?? [];
  const plain = lines.map(
    (line) => line.startsWith(margin) ? line.slice(margin.length) : line.replace(/^[>\s]+$/, "")
  );
  return plain.join("\n").replace(/^\n+/, "");
};
function checkKept(given, found) {
  const { kept, tree, believed, checkpoints, changed: changed5 } = given;
  const last = checkpoints.at(-1)?.size ?? 0;
  for (const one of kept.toSorted((first, second) => first.size - second.size)) {
    const root = tree.roots.get(one.size);
    const isSame = root?.toString("hex").startsWith(one.rootBegins) === true;
    if (changed5 !== void 0 && !isSame && one.size <= last) found(unshown(one, changed5));
    else if (root === void 0) found(one.size > tree.size ? cut(one, tree.size) : between(one));
    else if (!isSame) found(rewritten(one));
    const checkpoint = one.note === void 0 ? void 0 : readCheckpoint(one.note);
    if (checkpoint === void 0) continue;
    if (signedBy(checkpoint, believed.at(one.size)).length === 0) found(otherKey(one, believed));
    const same = checkpoints.find(({ size }) => size === one.size);
    if (same !== void 0 && same.text !== checkpoint.text) found(twoNotes(one));
  }
}
var unshown = ({ size }, file) => fault("kept", {
  en: `You kept a checkpoint of ${size} entries; ${file} is not the file whose hash stands in manifest.json, so this file no longer shows whether its entries are those. Ask for the file anew.`,
  "zh-CN": `您留存的检查点含${size}条记录；${file} 与 manifest.json 所载哈希不符，因此本文件已无法表明其记录是否与之相符。请重新索取文件。`
});
var cut = ({ size }, reached) => fault("kept", {
  en: `You kept a checkpoint of ${size} entries, but the ledger in this file ends after ${reached}: the file was made before that checkpoint, its end was cut, or an old copy was put in its place. Ask for the file anew.`,
  "zh-CN": `您留存的检查点含${size}条记录，而本文件中的登记止于第${reached}条：该文件制作于此检查点之前，或末尾被截去，或已被旧副本替换。请重新索取文件。`
});
var between = ({ size }) => fault("kept", {
  en: `You kept a checkpoint of ${size} entries; no checkpoint of that size is in this file, so it was taken away or never made here.`,
  "zh-CN": `您留存的检查点含${size}条记录；本文件中没有该规模的检查点，说明它已被移除或并非出自此处。`
});
var rewritten = ({ size }) => fault("kept", {
  en: `The first ${size} entries are not those of the checkpoint you kept: the ledger was written anew.`,
  "zh-CN": `前${size}条记录与您留存的检查点不符：登记已被重写。`
});
var otherKey = ({ size }, { from }) => fault("kept", {
  en: `The checkpoint of ${size} entries that you kept was signed by none of the keys ${from === "given" ? "you gave" : "of this file that are believed"}.`,
  "zh-CN": `您留存的${size}条记录的检查点并非由${from === "given" ? "您所提供" : "本文件中所采信"}的任何密钥签名。`
});
var twoNotes = ({ size }) => fault("kept", {
  en: `The checkpoint of ${size} entries in the file says something else than the one you kept: two were signed for one place.`,
  "zh-CN": `文件中${size}条记录的检查点与您留存的内容不同：同一位置签署了两份。`
});

// verify/not-a-zip.ts
var NotAZip = class extends Error {
  constructor(says) {
    super(says.en);
    this.says = says;
  }
  says;
  name = "NotAZip";
};

// verify/private-keys.ts
var withoutPrivateKeys = (text) => text.replace(/PRIVATE\+KEY\S*/gi, "PRIVATE+KEY+…").replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*/g, "PRIVATE KEY …");

// verify/defined.ts
var defined = (fields) => (
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what the type says is what the filter does
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0))
);

// verify/moments.ts
var zone = "America/New_York";
var instants = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
var withDays = (sentence, language) => sentence.replaceAll(instants, (instant2) => {
  const at3 = new Date(instant2);
  return Number.isNaN(at3.getTime()) ? instant2 : `${shown[language](partsOf(at3))} / ${instant2}`;
});
var reader = new Intl.DateTimeFormat("en-US", {
  timeZone: zone,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric"
});
var partsOf = (at3) => {
  const found = new Map(reader.formatToParts(at3).map(({ type, value }) => [String(type), Number(value)]));
  const part = (name) => found.get(name) ?? 0;
  return { year: part("year"), month: part("month"), day: part("day"), hour: part("hour"), minute: part("minute") };
};
var months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
];
var two = (digits) => String(digits).padStart(2, "0");
var shown = {
  en: ({ year, month, day, hour, minute }) => `${day} ${months[month - 1] ?? ""} ${year}, ${two(hour)}:${two(minute)} in New York`,
  "zh-CN": ({ year, month, day, hour, minute }) => `${year}年${month}月${day}日${hour}时${minute === 0 ? "" : `${minute}分`}（纽约）`
};

// verify/told.ts
function told({ faults, figures, manifest, keys, keysFrom, verifier, last, sound, first, ...seen }, { language, kept, witnesses = 0 }) {
  const failed = new Map(faults.map((one) => [one.check, one]));
  const lines = Object.entries(checkNames).flatMap(([name, says]) => {
    if ((name === "replay" || name === "exceptions") && figures["replayed"] === void 0) return [];
    if (name === "kept" && kept === 0 || name === "witnesses" && witnesses === 0) return [];
    if (name === "stamps" && seen.stamped === void 0) return [];
    const bad = [...failed.values()].some(({ check }) => check === name);
    return [`${bad ? "✗" : "✓"} ${says[language]}`];
  });
  const counted = Object.entries(figures).map(([name, count]) => `${figureNames[name]?.[language] ?? name} ${count}`);
  return [
    ...manifest === void 0 ? [] : [words.about[language](manifest.subject, manifest.madeAt)],
    ...manifest === void 0 ? [] : lines,
    ...counted.length === 0 ? [] : [counted.join(language === "en" ? ", " : "，")],
    ...last === void 0 ? [] : [words.last[language](last)],
    ...(seen.cosigned ?? []).map((one) => words.cosigned[language](one)),
    ...strongestOfEach(seen.stamped ?? []).map((one) => words.stamped[language](one)),
    ...keys.map((key) => `${(seen.unused?.includes(key) === true ? words.unused : words.key)[language]} ${key}`),
    ...keysFrom === void 0 ? [] : [words.from[keysFrom][language]],
    ...verifier === void 0 ? [] : [words.verifier[language](verifier)],
    ...sound && kept === 0 ? [words.nothingKept[language]] : [],
    ...manifest !== void 0 && figures["replayed"] === void 0 ? [words.notChecked[language]] : [],
    sound ? words.sound[language] : `${words.bad[language]} ${first?.says[language] ?? ""}`,
    ...faults.slice(1, 6).map(({ says }) => `${words.also[language]} ${says[language]}`)
  ].map((line) => withDays(line, language)).join("\n");
}
var asJson = ({ manifest, ...verdict }) => ({
  ...verdict,
  ...defined({
    manifest: manifest === void 0 ? void 0 : { ...manifest, files: Object.fromEntries(manifest.files) }
  })
});
var strongestOfEach = (stamped) => [
  ...new Map(
    stamped.toSorted((one, other) => one.size - other.size || Date.parse(other.at) - Date.parse(one.at)).map((one) => [one.authority, one])
  ).values()
];
var figureNames = {
  entries: { en: "entries", "zh-CN": "记录" },
  streams: { en: "streams", "zh-CN": "记录流" },
  checkpoints: { en: "checkpoints", "zh-CN": "检查点" },
  signatures: { en: "signatures", "zh-CN": "签名" },
  cosignatures: { en: "cosignatures of witnesses", "zh-CN": "见证方联署" },
  untrue: {
    en: "cosignatures that are not those of the key they name, which count for nothing",
    "zh-CN": "与所称密钥不符的联署（不予计入）"
  },
  unknown: { en: "signatures of others, not checked", "zh-CN": "其他签名（未核验）" },
  stamps: {
    en: "time stamps, not checked (cornerstone verify --authority checks them)",
    "zh-CN": "时间戳（未核验；请用 cornerstone verify --authority 核验）"
  },
  othersStamps: { en: "time stamps of others, not checked", "zh-CN": "其他机构的时间戳（未核验）" },
  stamped: { en: "true time stamps", "zh-CN": "属实的时间戳" },
  proofs: { en: "proofs", "zh-CN": "证明" },
  rules: { en: "rule sets", "zh-CN": "规则版本" },
  papers: { en: "papers", "zh-CN": "文书" },
  exhibits: { en: "exhibits", "zh-CN": "佐证材料" },
  texts: { en: "texts", "zh-CN": "文本" },
  erased: { en: "of them erased", "zh-CN": "其中已清除" },
  versions: { en: "versions of texts", "zh-CN": "文本版本" },
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
  cosigned: {
    en: ({ witness, size, at: at3 }) => `checkpoint ${size} was cosigned at ${at3} by ${witness}`,
    "zh-CN": ({ witness, size, at: at3 }) => `检查点 ${size} 由${witness}于${at3}联署`
  },
  stamped: {
    en: ({ size, at: at3, authority }) => `checkpoint ${size} existed at ${at3}, says ${authority}`,
    "zh-CN": ({ size, at: at3, authority }) => `检查点 ${size} 在${at3}已存在（${authority}证明）`
  },
  key: { en: "signed with", "zh-CN": "签名密钥" },
  unused: {
    en: "believed, but has signed no checkpoint of this file and not its statement:",
    "zh-CN": "已采信，但未签署本文件的任何检查点及说明："
  },
  from: {
    given: { en: "These are keys you gave; no other was believed.", "zh-CN": "以上为您提供的密钥；未采信其他密钥。" },
    kept: {
      en: "The key is that of the checkpoint you kept, and those it vouched for.",
      "zh-CN": "密钥来自您留存的检查点，以及由其担保的密钥。"
    },
    file: {
      en: "THE KEY CAME FROM THE FILE ITSELF: anybody can make a file that fits with a key of his own. Give the true one with --key.",
      "zh-CN": "密钥来自文件本身：任何人都可用自己的密钥制作相符的文件。请用 --key 提供真实密钥。"
    }
  },
  verifier: {
    en: (hash) => `the verifier that was signed for (verify-evidence.mjs) has SHA-256 ${hash}`,
    "zh-CN": (hash) => `所签核验程序（verify-evidence.mjs）的 SHA-256 为 ${hash}`
  },
  nothingKept: {
    en: "No checkpoint from outside was given: a ledger that was rewritten as a whole and signed anew would not show. Give one with --checkpoint.",
    "zh-CN": "未提供外部留存的检查点：若登记被整体重写并重新签名，将无法发现。请用 --checkpoint 提供。"
  },
  notChecked: {
    en: "Not checked here: exceptions.csv, and whether replaying the entries gives the state in bases.ndjson. cornerstone verify checks both.",
    "zh-CN": "此处未核验：exceptions.csv，以及由记录重演所得状态是否与 bases.ndjson 相符。cornerstone verify 可核验两者。"
  },
  sound: { en: "Everything fits.", "zh-CN": "全部相符。" },
  bad: { en: "It does not fit:", "zh-CN": "不相符：" },
  also: { en: "  also:", "zh-CN": "  另：" }
};

// verify/believed-keys.ts
function believedKeys({ lines, notes, trusted, kept }) {
  const [given, own] = [keysIn(trusted), keysIn(lines)];
  const vouched = notes.flatMap((note2) => vouchedIn(note2, own));
  const chain = followed(own.slice(0, 1), vouched);
  const odd2 = [
    ...lines.filter((line) => readVerifierKey(line) === void 0 && readWitnessKey(line) === void 0),
    ...own.flatMap((key) => chain.some((one) => one.key === key) ? [] : [key.text]),
    ...notes.filter((note2) => vouchedIn(note2, own).length === 0),
    ...own.length === 0 ? ["keys.txt"] : []
  ];
  const told2 = { own, vouched, odd: odd2 };
  if (given.length > 0) return { from: "given", at: () => given, saying: () => given, keys: given, ...told2 };
  const last = lastNote(kept);
  const known = last === void 0 ? [] : signedBy(last, own);
  const ofChain = (size) => keysAt(chain, size);
  if (last === void 0 || known.length > 1)
    return { from: "file", at: ofChain, saying: ofChain, keys: chain.map(({ key }) => key), ...told2 };
  const signers = followed(known, vouched);
  return {
    from: "kept",
    at: (size) => keysAt(size > last.size ? signers : [...signers, ...chain], size),
    saying: (size) => keysAt(signers, Math.max(size, last.size)),
    keys: signers.map(({ key }) => key),
    ...told2
  };
}
var keysIn = (lines) => {
  const keys = lines.flatMap((line) => readVerifierKey(line) ?? []);
  return [...new Map(keys.map((key) => [key.text, key])).values()];
};
function vouchedIn(text, keys) {
  const note2 = readNote(text);
  const [head, keyLine, byLine, sizeLine, ...rest] = note2?.text.split("\n") ?? [];
  const [key, by] = [valueOf(keyLine, "key"), valueOf(byLine, "by")].map((one) => keys.find((own) => own.text === one));
  const size = valueOf(sizeLine, "size");
  const isForm = head === "cornerstone key v1" && /^[1-9]\d{0,14}$/.test(size) && rest.length === 2;
  if (note2 === void 0 || !isForm || key === void 0 || by === void 0) return [];
  return signedBy(note2, [by]).length === 0 ? [] : [{ key, by, size: Number(size) }];
}
function followed(first, vouched) {
  const found = first.map((key) => ({ key, size: 0 }));
  for (const { key: by, size: since } of found)
    for (const one of vouched)
      if (one.by === by && !found.some(({ key }) => key === one.key))
        found.push({ key: one.key, size: Math.max(since, one.size) });
  return found;
}
var keysAt = (keys, at3) => keys.flatMap(({ key, size }) => size <= at3 ? [key] : []);
var lastNote = (kept) => kept.flatMap(({ note: note2 }) => note2 === void 0 ? [] : readCheckpoint(note2) ?? []).toSorted((one, other) => one.size - other.size).at(-1);

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

// verify/source.ts
import { readSync } from "node:fs";
var windowBytes = 1024 * 1024;
function windowOn(source) {
  if (Buffer.isBuffer(source)) return (from, length) => source.subarray(from, from + length);
  let [held, start] = [Buffer.alloc(0), 0];
  let room = Buffer.alloc(0);
  return (from, length) => {
    const end = Math.min(from + length, source.length);
    if (from < start || end > start + held.length) {
      if (room.length < length) room = Buffer.alloc(Math.max(length, windowBytes));
      start = from;
      held = room.subarray(0, fill(source, { room, from }));
    }
    return held.subarray(from - start, end - start);
  };
}
function fill({ descriptor }, { room, from }) {
  let filled = 0;
  while (filled < room.length) {
    const read = readSync(descriptor, room, filled, room.length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}
function* piecesOf(source) {
  const look = windowOn(source);
  for (let at3 = 0; at3 < source.length; at3 += windowBytes) yield look(at3, windowBytes);
}
var lineBytes = 16 * 1024;
function* linesOf(source) {
  const look = windowOn(source);
  for (let at3 = 0; at3 < source.length; ) {
    const { text, next } = lineAt(look, { at: at3, length: source.length });
    yield text;
    at3 = next;
  }
}
function lineAt(look, { at: at3, length }) {
  for (let reach = lineBytes; ; reach *= 4) {
    const seen = look(at3, reach);
    const end = seen.indexOf(10);
    if (end >= 0) return { text: seen.toString("utf8", 0, end), next: at3 + end + 1 };
    if (at3 + seen.length >= length) return { text: seen.toString("utf8"), next: length };
  }
}

// verify/subject.ts
var isStreamOf = (stream, { kind, subject }) => stream === subject || kind === "programme" && stream.startsWith(`${subject}-`);
var isSubject = ({ kind, subject }) => /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(subject) && subject.includes("-") === (kind === "base");

// verify/zip.ts
import { crc32, inflateRawSync } from "node:zlib";

// verify/zip-directory.ts
var zipLimits = {
  files: 65535,
  bytes: 1024 ** 3,
  total: 4 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 1024 ** 2
};
var [endMark, entryMark, localMark] = [101010256, 33639248, 67324752];
var [endLength, entryLength, localLength] = [22, 46, 30];
function readDirectory(zip) {
  const { table, count, from } = readEnd(zip);
  const places = /* @__PURE__ */ new Map();
  const look = windowOn(zip);
  let [at3, next, total] = [0, 0, 0];
  for (let left = count; left > 0; left -= 1) {
    const entry = readEntry(table, at3);
    if (places.has(entry.name)) throw new NotAZip(words2.twice(entry.name));
    if (entry.offset !== next) throw new NotAZip(words2.gap(entry.name));
    total += entry.size;
    if (total > zipLimits.total) throw new NotAZip(words2.tooMuch);
    const said = table.subarray(at3, at3 + entryLength + entry.nameLength);
    const start = startOf(look, { entry, said, directory: from });
    places.set(entry.name, { ...entry, start });
    next = start + entry.packed;
    at3 += said.length;
  }
  if (at3 !== table.length || next !== from) throw new NotAZip(words2.two);
  return places;
}
function readEnd(zip) {
  const look = windowOn(zip);
  const at3 = zip.length - endLength;
  const end = Buffer.from(look(Math.max(at3, 0), endLength));
  if (at3 < 0 || end.readUInt32LE(0) !== endMark) throw new NotAZip(withoutEnd(zip));
  const [count, length, from] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const isOne = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === count && end.readUInt16LE(20) === 0;
  if (!isOne || from + length !== at3) throw new NotAZip(words2.two);
  if (length > count * (entryLength + longestName)) throw new NotAZip(words2.directory);
  return { table: Buffer.from(look(from, length)), count, from };
}
var longestName = 65535;
function readEntry(zip, at3) {
  if (at3 + entryLength > zip.length || zip.readUInt32LE(at3) !== entryMark) throw new NotAZip(words2.directory);
  const [flags, method, nameLength] = [zip.readUInt16LE(at3 + 8), zip.readUInt16LE(at3 + 10), zip.readUInt16LE(at3 + 28)];
  if (at3 + entryLength + nameLength > zip.length) throw new NotAZip(words2.directory);
  const name = zip.toString("utf8", at3 + entryLength, at3 + entryLength + nameLength);
  const [crc, packed, size] = [zip.readUInt32LE(at3 + 16), zip.readUInt32LE(at3 + 20), zip.readUInt32LE(at3 + 24)];
  if (Buffer.byteLength(name) !== nameLength || !safeName.test(name)) throw new NotAZip(words2.name(name));
  if ((flags & 1) === 1) throw new NotAZip(words2.encrypted(name));
  const rest = zip.readUInt32LE(at3 + 30) + zip.readUInt32LE(at3 + 34) + zip.readUInt32LE(at3 + 38);
  if (flags !== 2048 || rest !== 0 || method !== 0 && method !== 8) throw new NotAZip(words2.otherwise(name));
  if (method === 0 && packed !== size) throw new NotAZip(words2.otherwise(name));
  const isBomb = size > zipLimits.ratioFrom && size > packed * zipLimits.ratio;
  if (size > zipLimits.bytes || isBomb) throw new NotAZip(words2.large(name));
  return { name, nameLength, method, crc, packed, size, offset: zip.readUInt32LE(at3 + 42) };
}
var safeName = /^[A-Za-z0-9_@-][A-Za-z0-9._@-]*(\/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)*$/;
function startOf(look, { entry, said, directory }) {
  const { offset, name, nameLength, packed } = entry;
  const start = offset + localLength + nameLength;
  const head = look(offset, localLength + nameLength);
  const isHead = start + packed <= directory && head.readUInt32LE(0) === localMark;
  const isSame = isHead && head.subarray(4, 28).equals(said.subarray(6, 30)) && head.readUInt16LE(28) === 0 && head.subarray(localLength).equals(said.subarray(entryLength));
  if (!isSame) throw new NotAZip(words2.head(name));
  return start;
}
var withoutEnd = (zip) => {
  if (endIn(zip)) return words2.behind;
  const begins = Buffer.from(windowOn(zip)(0, 4));
  return begins.length === 4 && begins.readUInt32LE(0) === localMark ? words2.noEnd : words2.noBeginning;
};
var endIn = (zip) => {
  const look = windowOn(zip);
  for (let at3 = 0; at3 < zip.length; at3 += step) if (look(at3, step + 3).includes("504b0506", 0, "hex")) return true;
  return false;
};
var step = 1024 * 1024;
var say = (en, chinese) => ({ en, "zh-CN": chinese });
var words2 = {
  noEnd: say("no end of a zip is found: it was cut short on its way", "未找到 zip 的结尾：传输中被截断"),
  noBeginning: say(
    "no end of a zip is found, and it does not begin as one: it is another file, or was saved as text",
    "未找到 zip 的结尾，其开头也不是 zip：系其他文件，或被另存为文本"
  ),
  behind: say("something stands behind its end", "其结尾之后还有内容"),
  two: say(
    "it is not one row of files and one directory: something stands before, between or behind them, or a second directory",
    "它不是一列文件加一个目录：其前后或中间另有内容，或有第二个目录"
  ),
  directory: say("its directory is damaged", "其目录已损坏"),
  tooMuch: say("its files are larger together than any evidence file", "其文件总量超过证据文件的上限"),
  twice: (name) => say(`it holds ${name} twice`, `其中 ${name} 出现两次`),
  gap: (name) => say(`${name} does not begin where the file before it ends`, `${name} 未紧接前一个文件`),
  name: (name) => say(
    `${JSON.stringify(name)} is no name of a file in it, and was put in by whoever packed it again`,
    `${JSON.stringify(name)} 不是有效文件名，系重新打包时混入`
  ),
  encrypted: (name) => say(`${name} is encrypted`, `${name} 已加密`),
  otherwise: (name) => say(
    `${name} is packed in another way than ours, as when a file is unpacked and packed again`,
    `${name} 的打包方式不同，如解开后重新打包时`
  ),
  large: (name) => say(`${name} would be too large, or too large for what is packed`, `${name} 解开后过大`),
  head: (name) => say(`${name} is called something else in its head than in the directory`, `${name} 的文件头与目录不一致`)
};

// verify/zip.ts
var sourceOf = (files, name) => (files.source ?? files.bytes)(name) ?? Buffer.alloc(0);
function unpack(packed, { name, place }) {
  const { method, size, crc } = place;
  const bytes = method === 0 ? packed : inflated(packed, size);
  if (bytes?.length !== size || crc32(bytes) !== crc) throw new NotAZip(damaged(name));
  return bytes;
}
function inflated(raw, size) {
  try {
    const settings = { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64), info: true };
    const given = inflateRawSync(raw, settings);
    const { buffer, engine } = fieldsOf({ given }, "given");
    const used = fieldsOf({ engine }, "engine")["bytesWritten"];
    return Buffer.isBuffer(buffer) && used === raw.length ? buffer : void 0;
  } catch {
    return void 0;
  }
}
var damaged = (name) => ({ en: `${name} is damaged`, "zh-CN": `${name} 已损坏` });

// verify/manifest.ts
var formatKnown = 3;
var mostBytes = 64 * 1024 * 1024;
var formatIn = (files) => {
  const { format } = fieldsOf({ value: readManifestText(files).value }, "value");
  return typeof format === "number" ? format : void 0;
};
function readManifest(files) {
  const { text, value } = readManifestText(files);
  if (!isFields(value) || text !== `${canonical(value)}
`) return void 0;
  const { format, streams } = value;
  const kind = textOf(value, "kind");
  const isForm = typeof format === "number" && Array.isArray(streams) && streams.every((one) => typeof one === "string") && isInstant(value["madeAt"]);
  if (!isForm || kind !== "base" && kind !== "programme") return void 0;
  const [subject, origin, madeAt] = [textOf(value, "subject"), textOf(value, "origin"), textOf(value, "madeAt")];
  const hashes = Object.entries(fieldsOf(value, "files")).map(([name, hash]) => [name, String(hash)]);
  const manifest = { format, kind, subject, origin, madeAt, streams, files: new Map(hashes) };
  return isSubject(manifest) ? manifest : void 0;
}
function readManifestText(files) {
  const bytes = files.bytes("manifest.json") ?? Buffer.alloc(0);
  const text = bytes.length > mostBytes ? "" : bytes.toString("utf8");
  return { text, value: readJson(text) };
}
var jsonLines = (files, name) => [...eachJsonLine(files, name)];
function* eachJsonLine(files, name) {
  for (const line of linesOf(sourceOf(files, name))) {
    const value = readJson(line);
    if (isFields(value)) yield value;
  }
}
function readProcedures(files) {
  const found = /* @__PURE__ */ new Map();
  for (const name of files.names) {
    const [, rules] = /^procedures\/(.+)\.json$/.exec(name) ?? [];
    if (rules === void 0) continue;
    const value = readJson(files.bytes(name)?.toString("utf8") ?? "");
    if (!isFields(value)) continue;
    const steps = Object.entries(fieldsOf(value, "steps")).flatMap(
      ([key, step2]) => isFields(step2) ? [[key, ruleOf(step2)]] : []
    );
    found.set(rules, new Map(steps));
  }
  return found;
}
var ruleOf = (step2) => {
  const options = fieldsOf(step2, "options");
  const leads = Object.keys(options).map((name) => fieldsOf(fieldsOf(options, name), "leads"));
  return {
    stage: textOf(step2, "stage"),
    role: textOf(step2, "role"),
    matter: textOf(step2, "matter"),
    options,
    also: ["chair", "substitutes"].map((name) => textOf(fieldsOf(step2, "decides"), name)).filter((role) => role !== ""),
    isRedress: leads.some((lead) => lead["settles"] === "redress"),
    outsiders: step2["outsiders"] === true,
    notByRaiser: step2["notByRaiser"] === true
  };
};
var papersOf = (payload) => listOf(payload, "files");

// verify/check-bases.ts
function checkBases({ files, heads }, found) {
  const shown5 = jsonLines(files, "bases.ndjson");
  const names2 = shown5.map((row) => textOf(row, "base"));
  for (const stream of heads.keys())
    if (stream.includes("-") && names2.filter((name) => name === stream).length !== 1) found(notOnce(stream));
  for (const row of shown5) {
    const head = heads.get(textOf(row, "base"));
    const seq = numberOf(row, "seq");
    const isLater = head !== void 0 && Number.isSafeInteger(seq) && seq > head.seq;
    const isLast = head !== void 0 && seq === head.seq && textOf(row, "hash") === head.hash;
    if (!isLater && !isLast) found(elsewhere(textOf(row, "base")));
  }
}
var notOnce = (base) => fault("state", {
  at: { stream: base },
  en: `bases.ndjson does not say, or says twice, how ${base} was shown.`,
  "zh-CN": `bases.ndjson 未载明或重复载明${base}的显示状态。`
});
var elsewhere = (base) => fault("state", {
  at: { stream: base },
  en: `bases.ndjson shows ${base} at an entry that is not its last in the file, nor a later one.`,
  "zh-CN": `bases.ndjson 所示${base}并非处于文件中的末条记录，也非其后的记录。`
});

// verify/check-exhibits.ts
var changing = ["status", "class", "code", "successor"];
function exhibitChecker(files, found) {
  const told2 = /* @__PURE__ */ new Map();
  const visit = (entry) => {
    const change = changes[entry.type];
    if (change === void 0) return;
    const name = `${entry.stream} ${textOf(entry.payload, "exhibit")}`;
    told2.set(name, { ...told2.get(name), ...change(entry) });
  };
  const end = ({ heads }) => {
    const isLater = laterBases(files, heads);
    const seen = /* @__PURE__ */ new Set();
    for (const line of eachJsonLine(files, "exhibits.ndjson")) {
      const [base, exhibit] = [textOf(line, "base"), textOf(line, "exhibit")];
      const name = `${base} ${exhibit}`;
      if (seen.has(name)) found(twice(base, exhibit));
      seen.add(name);
      const row = told2.get(name);
      if (row === void 0 && isLater(base)) continue;
      if (row === void 0) found(unknown(base, exhibit));
      else {
        const wrong2 = Object.keys(row).find(
          (field2) => row[field2] !== line[field2] && !(changing.includes(field2) && isLater(base))
        );
        if (wrong2 !== void 0) found(differs({ base, exhibit, field: wrong2, row, line }));
      }
    }
    for (const name of told2.keys()) if (!seen.has(name)) found(missing(name));
    return { exhibits: told2.size };
  };
  return { visit, end };
}
var orNull = (payload, name) => payload[name] ?? null;
var changes = {
  exhibit_received: ({ payload, seq }) => {
    const file = fieldsOf(payload, "file");
    return {
      seq,
      ...pick(payload, ["kind", "readers", "classProposed", "stage", "expiresOn"]),
      ...pick(file, ["sha256", "size", "media", "scan", "pages"]),
      status: "received",
      class: null,
      code: null,
      successor: null
    };
  },
  exhibit_superseded: ({ payload }) => ({ status: "superseded", successor: orNull(payload, "successor") }),
  exhibit_checked: ({ payload }) => ({ status: "checked", class: orNull(payload, "class") }),
  exhibit_accepted: () => ({ status: "accepted" }),
  exhibit_returned: ({ payload }) => ({ status: "returned", code: orNull(payload, "code") })
};
var pick = (from, names2) => Object.fromEntries(names2.map((name) => [name, orNull(from, name)]));
var laterBases = (files, heads) => {
  const later = jsonLines(files, "bases.ndjson").filter((row) => {
    const head = heads.get(textOf(row, "base"));
    return head !== void 0 && numberOf(row, "seq") > head.seq;
  });
  const names2 = new Set(later.map((row) => textOf(row, "base")));
  return (base) => names2.has(base);
};
var differs = ({ base, exhibit, field: field2, row, line }) => fault("exhibits", {
  at: { stream: base },
  en: `exhibits.ndjson says of the exhibit ${exhibit} of ${base} that its ${field2} is ${shown2(line[field2])}; the entries say ${shown2(row[field2])}.`,
  "zh-CN": `exhibits.ndjson 称${base}的佐证材料${exhibit}的 ${field2} 为 ${shown2(line[field2])}，而记录为 ${shown2(row[field2])}。`
});
var shown2 = (value) => (JSON.stringify(value) ?? "nothing").slice(0, 100);
var missing = (name) => {
  const [base = "", exhibit = ""] = name.split(" ");
  return fault("exhibits", {
    at: { stream: base },
    en: `The exhibit ${exhibit} of ${base}, of which entries tell, is not in exhibits.ndjson.`,
    "zh-CN": `exhibits.ndjson 缺少记录所载${base}的佐证材料${exhibit}。`
  });
};
var unknown = (base, exhibit) => fault("exhibits", {
  at: { stream: base },
  en: `No entry tells of the exhibit ${exhibit} of ${base}, which stands in exhibits.ndjson.`,
  "zh-CN": `exhibits.ndjson 所列${base}的佐证材料${exhibit}没有任何记录提及。`
});
var twice = (base, exhibit) => fault("exhibits", {
  at: { stream: base },
  en: `The exhibit ${exhibit} of ${base} stands in exhibits.ndjson twice.`,
  "zh-CN": `${base}的佐证材料${exhibit}在 exhibits.ndjson 中重复。`
});

// verify/check-entries.ts
import { hash as hashOf2 } from "node:crypto";

// verify/kept-entries.ts
var [hashBytes, firstRoom] = [32, 1024];
function keepEntries() {
  const streams = [];
  const numbers = /* @__PURE__ */ new Map();
  const odd2 = /* @__PURE__ */ new Map();
  let hashes = Buffer.alloc(firstRoom * hashBytes);
  let facts = new Float64Array(firstRoom * factsOfEach);
  let length = 0;
  const grow = () => {
    hashes = Buffer.concat([hashes, Buffer.alloc(hashes.length)]);
    const more = new Float64Array(facts.length * 2);
    more.set(facts);
    facts = more;
  };
  const numberOf2 = (stream) => {
    const known = numbers.get(stream);
    if (known !== void 0) return known;
    numbers.set(stream, streams.length);
    return streams.push(stream) - 1;
  };
  const factAt = (place, fact) => facts[place * factsOfEach + fact] ?? Number.NaN;
  const hashAt = (place) => odd2.get(place) ?? hashes.toString("hex", place * hashBytes, (place + 1) * hashBytes);
  const streamAt = (place) => streams[factAt(place, 0)] ?? "";
  return {
    get length() {
      return length;
    },
    add: ({ stream, seq, hash, recordedAt }) => {
      if (length * hashBytes === hashes.length) grow();
      facts.set([numberOf2(stream), seq, Date.parse(recordedAt)], length * factsOfEach);
      if (isHash.test(hash)) hashes.write(hash, length * hashBytes, "hex");
      else odd2.set(length, hash);
      length += 1;
    },
    hashAt,
    streamAt,
    at: (place) => Number.isInteger(place) && place >= 0 && place < length ? {
      stream: streamAt(place),
      seq: factAt(place, 1),
      hash: hashAt(place),
      recordedAt: new Date(factAt(place, 2)).toISOString()
    } : void 0
  };
}
var factsOfEach = 3;
var isHash = /^[0-9a-f]{64}$/;

// verify/check-entries.ts
var beginning = { seq: 0, hash: "0".repeat(64) };
function checkEntries(source, { found, visitors }) {
  const kept = keepEntries();
  const heads = /* @__PURE__ */ new Map();
  let number = 0;
  for (const line of linesOf(source)) {
    number += 1;
    const [hash, text] = [line.slice(0, 64), line.slice(65)];
    const value = readJson(text);
    if (line[64] !== " " || !isEntry(value) || !isCanonical(text, value)) {
      found(unreadable(number));
      continue;
    }
    const computed = hashOf2("sha256", text, "hex");
    const entry = Object.assign(value, { hash: computed === hash ? computed : hash });
    const before = heads.get(entry.stream) ?? { ...beginning, stream: entry.stream };
    const { stream } = before;
    if (computed !== hash) found(changed(entry));
    else if (entry.seq !== before.seq + 1) found(missing2(entry, before));
    else if (entry.prevHash !== before.hash) found(broken(entry));
    heads.set(stream, { seq: entry.seq, hash: entry.hash, stream });
    kept.add(entry);
    for (const visit of visitors) visit(entry);
  }
  return { entries: kept, heads };
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
var missing2 = (entry, before) => fault("entries", {
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
function checkKeys({ notes, believed }, found) {
  for (const line of believed.odd) found(odd(line));
  const checkpoints = [];
  const signed = /* @__PURE__ */ new Set();
  let [signatures, wayOut] = [0, wayOutOf(believed)];
  const foundOnce = ({ says, ...rest }) => {
    found({ ...rest, says: { en: says.en + wayOut.en, "zh-CN": says["zh-CN"] + wayOut["zh-CN"] } });
    wayOut = noWord;
  };
  for (const [number, note2] of notes.entries()) {
    const checkpoint = readCheckpoint(note2);
    const last = checkpoints.at(-1);
    if (checkpoint === void 0) {
      found(unreadable2(number + 1));
      continue;
    }
    const signers = signedBy(checkpoint, believed.at(checkpoint.size));
    signatures += signers.length;
    for (const { text } of signers) signed.add(text);
    if (signers.length === 0) foundOnce(unsigned(checkpoint));
    else if (!signers.some(({ name }) => name === checkpoint.origin)) foundOnce(otherOrigin(checkpoint, believed));
    if (last !== void 0 && (checkpoint.size <= last.size || checkpoint.time < last.time))
      found(outOfOrder(checkpoint));
    checkpoints.push(checkpoint);
  }
  return { checkpoints, signatures, signed };
}
var noWord = { en: "", "zh-CN": "" };
var wayOutOf = ({ from, keys, vouched }) => {
  const isGiven = (key) => keys.some(({ text }) => text === key.text);
  const [link] = vouched.filter(({ key, by }) => isGiven(key) !== isGiven(by));
  if (from !== "given" || link === void 0) return noWord;
  const [old, next] = [link.by.text, link.key.text];
  return {
    en: ` The file holds a note in which ${old} vouches for ${next}: if both are keys of this log, give all of them with --key, each asked for elsewhere than in this file.`,
    "zh-CN": `文件中有一份${old}为${next}担保的说明：若两者均为本日志的密钥，请用 --key 全部提供，且均须从本文件以外的来源取得。`
  };
};
var odd = (line) => {
  const shown5 = line.replaceAll("\n", " ").slice(0, 120);
  return fault("keys", {
    en: `The keys in the file are no chain: "${shown5}" is no key, or no key before it vouches for it.`,
    "zh-CN": `文件中的密钥不成链：“${shown5}”不是密钥，或没有在先密钥为其担保。`
  });
};
var unreadable2 = (number) => fault("keys", {
  en: `Checkpoint ${number} in checkpoints.ndjson has not the form of a signed checkpoint.`,
  "zh-CN": `checkpoints.ndjson 中第${number}个检查点不是已签名检查点的格式。`
});
var unsigned = ({ size, time, signatures }) => {
  const names2 = signatures.map(({ name, id }) => `${name}+${id}`).join(", ");
  return fault("keys", {
    en: `The checkpoint of ${size} entries (${time}) bears no true signature of a key that is believed; below it stands ${names2}.`,
    "zh-CN": `${size}条记录的检查点（${time}）没有可信密钥的有效签名；其下署名为${names2}。`
  });
};
function otherOrigin(checkpoint, { own, from }) {
  const { size, origin } = checkpoint;
  const [key] = signedBy(
    checkpoint,
    own.filter(({ name }) => name === origin)
  );
  if (key === void 0)
    return fault("keys", {
      en: `The checkpoint of ${size} entries is one of ${origin}, whose key has not signed it.`,
      "zh-CN": `${size}条记录的检查点属于${origin}，但该密钥未签名。`
    });
  const isGiven = from === "given";
  return fault("keys", {
    en: `The checkpoint of ${size} entries is one of ${origin}, whose key ${key.text} has signed it and is not among those ${isGiven ? "you gave" : "that are believed"}.`,
    "zh-CN": `${size}条记录的检查点属于${origin}，其密钥${key.text}已签名，但不在${isGiven ? "您所提供" : "所采信"}的密钥之列。`
  });
}
var outOfOrder = ({ size, time }) => fault("keys", {
  en: `The checkpoint of ${size} entries (${time}) does not follow the one before it in size and time.`,
  "zh-CN": `${size}条记录的检查点（${time}）在规模或时间上未接续前一个。`
});

// verify/check-manifest.ts
var always = [
  "entries.ndjson",
  "entries.csv",
  "exceptions.csv",
  "tree.txt",
  "state.txt",
  "checkpoints.ndjson",
  "checkpoint.txt",
  "keys.txt",
  "key-notes.ndjson",
  "proofs.json",
  "texts.ndjson",
  "erasures.ndjson",
  "text-versions.ndjson",
  "bases.ndjson",
  "exhibits.ndjson",
  "histories.ndjson",
  "differences.ndjson",
  "README.txt",
  "verify-evidence.mjs",
  "report.en.pdf",
  "report.zh-CN.pdf"
];
var unnamed = ["manifest.json", "statement.txt"];
function changedIn({ files, manifest }) {
  const hashOf4 = (name) => sha256Over(piecesOf(sourceOf(files, name))).toString("hex");
  const listed = files.names.filter((name) => manifest.files.has(name) && !unnamed.includes(name));
  return new Set(listed.filter((name) => hashOf4(name) !== manifest.files.get(name)));
}
function checkManifest({ files, manifest, named: named2, heads, origin, changed: changed5 }, found) {
  const streams = [...heads.keys()].toSorted();
  const isSame = streams.length === manifest.streams.length && streams.every((one, at3) => one === manifest.streams[at3]);
  if (!isSame || manifest.origin !== origin) found(otherAbout);
  const inside = new Set(files.names);
  for (const name of always) if (!inside.has(name)) found(missing3(name));
  for (const name of files.names) {
    const source = sourceOf(files, name);
    if (unnamed.includes(name)) continue;
    const hash = manifest.files.get(name);
    if (hash === void 0) found(unlisted(name));
    else if (changed5.has(name)) found(otherBytes(name, { isResaved: isResaved(source, hash) }));
    if (!always.includes(name) && !named2.has(name)) found(unrelated(name));
    if (name.endsWith(".ndjson") && name !== "entries.ndjson") checkLines({ name, source }, found);
  }
  for (const name of manifest.files.keys()) if (!inside.has(name)) found(missing3(name));
}
var fieldsOfLines = {
  "checkpoints.ndjson": ["attestations", "note"],
  "key-notes.ndjson": ["note"],
  "texts.ndjson": ["author", "body", "id", "salt", "stream"],
  "erasures.ndjson": ["entry", "index", "path"],
  "text-versions.ndjson": ["base", "body", "hash"],
  "bases.ndjson": ["base", "closed", "hash", "seq", "stage", "status"],
  "exhibits.ndjson": [
    "base",
    "class",
    "classProposed",
    "code",
    "exhibit",
    "expiresOn",
    "kind",
    "media",
    "pages",
    "readers",
    "scan",
    "seq",
    "sha256",
    "size",
    "stage",
    "status",
    "successor"
  ],
  "histories.ndjson": ["events", "run", "sealed", "sha256", "stream"],
  "differences.ndjson": ["says"]
};
function checkLines({ name, source }, found) {
  const fields = fieldsOfLines[name]?.join();
  let number = 0;
  for (const line of linesOf(source)) {
    number += 1;
    const value = readJson(line);
    const isForm = isFields(value) && JSON.stringify(value) === line && Object.keys(value).toSorted().join() === fields;
    if (!isForm || !areAttestations(value["attestations"])) found(unreadable3(name, number));
  }
  if (source.length > 0 && windowOn(source)(source.length - 1, 1)[0] !== 10) found(unreadable3(name, number));
}
var areAttestations = (value) => value === void 0 || Array.isArray(value) && value.every((one) => isFields(one) && Object.keys(one).toSorted().join() === "body,kind,name");
var otherAbout = fault("manifest", {
  en: "manifest.json names other streams or another log than the entries and checkpoints do.",
  "zh-CN": "manifest.json 所列记录流或日志与记录及检查点不符。"
});
var missing3 = (name) => fault("manifest", { en: `${name} is missing from the file.`, "zh-CN": `文件中缺少 ${name}。` });
var unlisted = (name) => fault("manifest", { en: `${name} is not named by manifest.json.`, "zh-CN": `manifest.json 未列出 ${name}。` });
var otherBytes = (name, { isResaved: only }) => fault("manifest", {
  en: `${name} is not the file whose hash stands in manifest.json${only ? ": only the ends of its lines, or a mark of its encoding, were changed, as an editor or a mail does" : ""}.`,
  "zh-CN": `${name} 与 manifest.json 所载哈希不符${only ? "：仅换行符或编码标记被更改，编辑器或邮件会造成此情形" : ""}。`
});
var mostResaved = 16 * 1024 * 1024;
function isResaved(source, hash) {
  if (source.length > mostResaved) return false;
  const text = Buffer.from(windowOn(source)(0, source.length)).toString("utf8");
  const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  return [plain, plain.replaceAll("\n", "\r\n")].some((one) => sha256(one).toString("hex") === hash);
}
var unrelated = (name) => fault("manifest", {
  en: `${name} belongs to nothing in the file: no entry names it.`,
  "zh-CN": `${name} 与文件内容无关：没有记录提及它。`
});
var unreadable3 = (name, line) => fault("file", {
  en: `Line ${line} of ${name} cannot be read.`,
  "zh-CN": `${name} 第${line}行无法读取。`
});

// verify/check-papers.ts
var hexOf = (bytes) => sha256(bytes).toString("hex");
function documentChecker(files, found) {
  let papers = 0;
  const named2 = /* @__PURE__ */ new Set();
  const visit = (entry) => {
    if (entry.type === "document_made")
      for (const paper of papersOf(entry.payload)) {
        papers += 1;
        named2.add(`documents/${textOf(paper, "sha256")}.pdf`);
        checkPaper({ files, entry, paper }, found);
      }
    if (entry.type === "paper_entered") {
      papers += 1;
      named2.add(checkScan({ files, entry }, found));
    }
  };
  return { visit, named: named2, end: () => ({ papers }) };
}
function checkPaper({ files, entry, paper }, found) {
  const name = textOf(paper, "sha256");
  const bytes = files.bytes(`documents/${name}.pdf`);
  const at3 = { stream: entry.stream, seq: entry.seq };
  const what = `${textOf(paper, "kind")} (${textOf(paper, "language")}), ${name}`;
  if (bytes === void 0)
    found(
      fault("documents", {
        at: at3,
        en: `The paper of entry ${entry.seq} of ${entry.stream} is not in the file: ${what}.`,
        "zh-CN": `文件中没有${entry.stream}第${entry.seq}条记录的文书：${what}。`
      })
    );
  else if (hexOf(bytes) !== name || bytes.length !== numberOf(paper, "size"))
    found(
      fault("documents", {
        at: at3,
        en: `The paper of entry ${entry.seq} of ${entry.stream} was changed after it was recorded: ${what}.`,
        "zh-CN": `${entry.stream}第${entry.seq}条记录的文书在入账后被更改：${what}。`
      })
    );
}
function checkScan({ files, entry }, found) {
  const name = textOf(entry.payload, "scan");
  const file = ["pdf", "png", "jpg"].map((suffix) => `scans/${name}.${suffix}`).find((one) => files.bytes(one)) ?? "";
  const bytes = files.bytes(file);
  if (bytes !== void 0 && hexOf(bytes) === name) return file;
  const { stream, seq } = entry;
  found(
    fault("documents", {
      at: { stream, seq },
      en: `The scan of entry ${seq} of ${stream} ${bytes === void 0 ? "is not in the file" : "was changed after it was recorded"}: ${name}.`,
      "zh-CN": `${stream}第${seq}条记录的扫描件${bytes === void 0 ? "不在文件中" : "在入账后被更改"}：${name}。`
    })
  );
  return file;
}
function checkRules({ files, state, needed }, found) {
  const inside = files.names.flatMap((name) => /^procedures\/(.+)\.json$/.exec(name)?.[1] ?? []);
  const signed = [...state.records.keys()].flatMap((name) => /^procedure (.+)$/.exec(name)?.[1] ?? []);
  for (const rules of /* @__PURE__ */ new Set([...needed, ...inside, ...signed])) {
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
function checkHistories({ files, state, heads }, found) {
  const histories = jsonLines(files, "histories.ndjson");
  for (const history of histories) {
    const [stream, run, name] = [textOf(history, "stream"), textOf(history, "run"), textOf(history, "sha256")];
    const bytes = files.bytes(`histories/${name}.binpb`);
    const isTrue = bytes !== void 0 && hexOf(bytes) === name;
    const signed = state.records.get(`history ${stream} ${run}`);
    if (!heads.has(stream)) found(foreign(stream, run));
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
var foreign = (stream, run) => fault("histories", {
  at: { stream },
  en: `histories.ndjson lists run ${run} of ${stream}, of which the file holds no entry.`,
  "zh-CN": `histories.ndjson 列有${stream}的运行${run}，而文件不含其记录。`
});

// verify/check-proofs.ts
function checkProofs({ proofs, entries, tree, checkpoints }, found) {
  const value = readJson(proofs?.toString("utf8") ?? "");
  const last = checkpoints.at(-1);
  if (!isFields(value) || last === void 0) {
    found(noProofs);
    return 0;
  }
  const proved = new Set(listOf(value, "inclusion").map((proof) => numberOf(proof, "index")));
  const ends = /* @__PURE__ */ new Map();
  for (const [number, place] of tree.places.entries()) ends.set(entries.streamAt(number), place);
  for (const [stream, place] of ends) if (!proved.has(place)) found(unproved(stream, place));
  for (const proof of listOf(value, "inclusion")) {
    const index = numberOf(proof, "index");
    const hash = entries.at(placeIn(tree.places, index))?.hash ?? "";
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
var placeIn = (places, index) => {
  let [from, to] = [0, places.length - 1];
  while (from <= to) {
    const middle = from + to >> 1;
    const place = places[middle] ?? 0;
    if (place === index) return middle;
    if (place < index) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
};
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
var unproved = (stream, index) => fault("proofs", {
  at: { stream },
  en: `It is not proved that the last entry of ${stream}, at place ${index}, is in the log.`,
  "zh-CN": `未能证明${stream}的末条记录（位置${index}）在日志中。`
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
  const valueOf2 = (name) => fieldsOf({ value: readJson(details.get(name) ?? "") }, "value");
  if (textOf(valueOf2("data"), "activity_type") !== "record") return [];
  return listOf(valueOf2("result"), "entries").map((entry) => {
    const [occurredAt, commandId] = [textOf(entry, "occurredAt"), textOf(entry, "commandId")];
    return { seq: numberOf(entry, "seq"), digest: digestOf({ occurredAt, commandId, event: entry["event"] }) };
  });
};
function membersOf(message, wanted) {
  const found = [];
  for (let at3 = 0; at3 < message.length; ) {
    const tag = varint(message, at3);
    at3 = tag.next;
    const kind = tag.value & 7;
    if (kind === 2) {
      const length = varint(message, at3);
      const end = length.next + length.value;
      if (tag.value >>> 3 === wanted && end <= message.length) found.push(message.subarray(length.next, end));
      at3 = end;
    } else if (kind === 0) at3 = varint(message, at3).next;
    else if (kind === 1 || kind === 5) at3 += kind === 1 ? 8 : 4;
    else return found;
  }
  return found;
}
var varint = (message, from) => {
  let value = 0;
  for (let at3 = from, scale = 1; at3 < message.length; at3 += 1, scale *= 128) {
    const byte = message[at3] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, next: at3 + 1 };
  }
  return { value, next: message.length };
};

// verify/check-runs.ts
function runChecker(files, found) {
  const [listed, absent3] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  const told2 = keepDigests();
  for (const history of jsonLines(files, "histories.ndjson")) {
    const stream = textOf(history, "stream");
    listed.add(`${stream} ${textOf(history, "run")}`);
    const bytes = files.bytes(`histories/${textOf(history, "sha256")}.binpb`);
    if (bytes === void 0) absent3.add(`${stream} ${textOf(history, "run")}`);
    for (const { seq, digest } of bytes === void 0 ? [] : entriesToldBy(bytes)) told2.put({ stream, seq }, digest);
  }
  const missing7 = /* @__PURE__ */ new Set();
  const untold = /* @__PURE__ */ new Map();
  let agreed = 0;
  const noteUntold = (run, seq) => {
    const known = untold.get(run) ?? [];
    if (known.length < enough) untold.set(run, [...known, seq]);
  };
  const visit = (entry) => {
    const { stream, seq, occurredAt, commandId, payload } = entry;
    const run = `${stream} ${entry.workflowRun}`;
    const digest = told2.at({ stream, seq });
    if (!listed.has(run)) missing7.add(run);
    else if (digest === void 0) noteUntold(run, seq);
    else if (digest === digestOf({ occurredAt, commandId, event: payload })) agreed += 1;
    else found(otherwise(entry));
  };
  const end = ({ records }) => {
    for (const run of missing7) found(noHistory(run));
    for (const [run, seqs] of untold)
      if (records.has(`history ${run}`) && !absent3.has(run)) for (const seq of seqs) found(unheard(run, seq));
    return { witnessed: agreed };
  };
  return { visit, end };
}
var enough = 20;
function keepDigests() {
  const places = /* @__PURE__ */ new Map();
  let digests = Buffer.alloc(1024 * digestBytes);
  let length = 0;
  return {
    put: ({ stream, seq }, digest) => {
      if (length * digestBytes === digests.length) digests = Buffer.concat([digests, Buffer.alloc(digests.length)]);
      digests.write(digest, length * digestBytes, "base64");
      const own = places.get(stream) ?? /* @__PURE__ */ new Map();
      places.set(stream, own.set(seq, length));
      length += 1;
    },
    at: ({ stream, seq }) => {
      const place = places.get(stream)?.get(seq);
      return place === void 0 ? void 0 : digests.toString("base64", place * digestBytes, (place + 1) * digestBytes);
    }
  };
}
var digestBytes = 32;
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
var unheard = (name, seq) => {
  const [stream = "", run = ""] = name.split(" ");
  return fault("histories", {
    at: { stream, seq },
    en: `The sealed history of run ${run} says nothing of entry ${seq} of ${stream}.`,
    "zh-CN": `运行${run}的封存历史未载明${stream}第${seq}条记录。`
  });
};

// verify/check-tree.ts
var toleranceMs = 5 * 6e4;
function checkTree(given, found) {
  const { changed: changed5 } = given;
  const odd2 = [];
  const read = readTree(given, (one) => void odd2.push(one));
  if (changed5 !== "entries.ndjson") for (const one of odd2) found(one);
  const { roots, size, places } = read;
  let isShown = odd2.length === 0;
  let [good, at3, before] = [0, 0, ""];
  for (const checkpoint of given.checkpoints) {
    const root = roots.get(checkpoint.size);
    if (root === void 0 || !root.equals(checkpoint.root)) {
      if (changed5 !== void 0) isShown = false;
      else found(root === void 0 ? unreached(checkpoint, size) : otherRoot(checkpoint, { good, given, places }));
      break;
    }
    const [from, until] = [before === "" ? "" : shifted(before, -toleranceMs), shifted(checkpoint.time, toleranceMs)];
    for (; (places[at3] ?? Infinity) < checkpoint.size; at3 += 1) {
      const entry = given.entries.at(at3);
      if (entry !== void 0 && entry.recordedAt > until) found(fromTheFuture(entry, checkpoint));
      if (entry !== void 0 && entry.recordedAt < from) found(fromThePast(entry, { good, before }));
    }
    good = checkpoint.size;
    before = checkpoint.time;
  }
  const last = given.checkpoints.find((one) => one.size > good) ?? given.checkpoints.at(-1);
  if (!isShown && changed5 !== void 0 && last !== void 0) found(unshown2(last, changed5));
  return read;
}
var shifted = (moment, ms) => new Date(Date.parse(moment) + ms).toISOString();
function readTree({ tree: source, entries, checkpoints, sizes }, found) {
  const tree = readingTree();
  const wanted = /* @__PURE__ */ new Set([...sizes, ...checkpoints.map(({ size }) => size)]);
  const roots = /* @__PURE__ */ new Map();
  const places = [];
  const add = (level, hash) => {
    if (!tree.add(level, hash)) return found(misplaced(tree.size()));
    if (wanted.has(tree.size())) roots.set(tree.size(), tree.root());
  };
  let told2 = 0;
  for (const line of linesOf(source)) {
    const subtree = readSubtree(line);
    const [, count] = /^e ([1-9]\d{0,14})$/.exec(line) ?? [];
    if (subtree !== void 0) add(subtree.level, subtree.hash);
    else if (count === void 0) found(misplaced(tree.size()));
    told2 += Number(count ?? 0);
    for (let left = Number(count ?? 0); left > 0; left -= 1) {
      if (places.length === entries.length) break;
      const hash = entries.hashAt(places.length);
      places.push(tree.size());
      add(0, leafOfHash(hash));
    }
  }
  if (told2 !== entries.length || tree.size() !== checkpoints.at(-1)?.size)
    found(otherSize({ size: tree.size(), entries: entries.length, placed: told2 }));
  return { roots, size: tree.size(), places };
}
function readSubtree(line) {
  const [, level = "", hash = ""] = /^g (\d|[1-4]\d) ([0-9a-f]{64})$/.exec(line) ?? [];
  return level === "" ? void 0 : { level: Number(level), hash: Buffer.from(hash, "hex") };
}
var misplaced = (size) => fault("tree", { en: `tree.txt is damaged at place ${size}.`, "zh-CN": `tree.txt 在位置${size}处损坏。` });
var otherSize = ({ size, entries, placed }) => fault("tree", {
  en: `The file places ${placed} of ${entries} entries in a tree of ${size}, which is not what the last checkpoint was signed over.`,
  "zh-CN": `文件在${size}条的树中放置了${entries}条记录中的${placed}条，与最后检查点所签规模不符。`
});
var unshown2 = ({ size, time }, file) => fault("tree", {
  en: `${file} is not the file whose hash stands in manifest.json, so this file no longer shows what the checkpoint of ${size} entries (${time}) was signed over.`,
  "zh-CN": `${file} 与 manifest.json 所载哈希不符，因此本文件已无法还原${size}条记录的检查点（${time}）所签内容。`
});
var unreached = ({ size, time }, reached) => fault("tree", {
  en: `A checkpoint of ${time} was signed over ${size} entries, but the ledger in this file ends after ${reached}: entries are missing.`,
  "zh-CN": `${time}的检查点签有${size}条记录，而本文件中的登记止于第${reached}条：有记录缺失。`
});
function otherRoot({ size, time }, { good, given, places }) {
  const first = given.entries.at(places.findIndex((place) => place >= good));
  const from = first === void 0 ? "" : `, from entry ${first.seq} of ${first.stream} on`;
  const fromChinese = first === void 0 ? "" : `（自${first.stream}第${first.seq}条起）`;
  return fault("tree", {
    ...defined({ at: first === void 0 ? void 0 : { stream: first.stream, seq: first.seq } }),
    en: `The ledger was changed after it was signed: the checkpoint of ${size} entries (${time}) had another root. The change lies among the places ${good} to ${size - 1} of the log${from}.`,
    "zh-CN": `登记在签名后被更改：${size}条记录的检查点（${time}）根值不同。更改位于日志第${good}至${size - 1}位${fromChinese}。`
  });
}
var fromTheFuture = (entry, { size, time }) => fault("tree", {
  at: { stream: entry.stream, seq: entry.seq },
  en: `Entry ${entry.seq} of ${entry.stream} says it was recorded at ${entry.recordedAt}, later than the checkpoint of ${size} entries that already holds it (${time}).`,
  "zh-CN": `${entry.stream}第${entry.seq}条记录所载入账时间${entry.recordedAt}晚于已包含它的${size}条检查点（${time}）。`
});
var fromThePast = (entry, { good, before }) => fault("tree", {
  at: { stream: entry.stream, seq: entry.seq },
  en: `Entry ${entry.seq} of ${entry.stream} says it was recorded at ${entry.recordedAt}, but the checkpoint of ${good} entries, signed ${before}, did not hold it yet.`,
  "zh-CN": `${entry.stream}第${entry.seq}条记录所载入账时间为${entry.recordedAt}，但${before}签署的${good}条检查点尚未包含它。`
});

// verify/check-state.ts
function checkState({ state, last, manifest, heads }, found) {
  const { records, order, root } = readState(state, found);
  if (!root.equals(last.stateRoot)) found(otherRoot2(last));
  const streams = order.filter((record) => {
    const [kind, stream = ""] = record.split(" ");
    return kind === "stream" && isStreamOf(stream, manifest);
  });
  const signed = new Set(streams.map((record) => record.split(" ")[1] ?? ""));
  const ends = new Set(streams);
  for (const stream of /* @__PURE__ */ new Set([...signed, ...heads.keys()])) {
    const head = heads.get(stream);
    if (!isStreamOf(stream, manifest)) found(ofAnother(stream, manifest));
    else if (!ends.has(`stream ${stream} ${head?.seq} ${head?.hash}`))
      found(otherEnd({ stream, seq: head?.seq ?? 0, order }));
  }
  const own = order.filter(
    (record) => /^(stream|history) /.test(record) && isStreamOf(record.split(" ")[1] ?? "", manifest)
  );
  return { records, own };
}
function readState(state, found) {
  const tree = readingTree();
  const records = /* @__PURE__ */ new Map();
  const order = [];
  let number = 0;
  for (const line of linesOf(state)) {
    number += 1;
    const subtree = readSubtree(line);
    const record = line.slice(2);
    const isRecord = /^r (stream \S+ \d+|procedure \S+|history \S+ \S+) [0-9a-f]{64}$/.test(line);
    const isNext = !isRecord || record > (order.at(-1) ?? "");
    const isPlaced = subtree === void 0 ? tree.add(0, leafOf(record)) : tree.add(subtree.level, subtree.hash);
    if (!isRecord && subtree === void 0 || !isNext || !isPlaced) found(damaged2(number));
    if (!isRecord) continue;
    records.set(record.slice(0, record.lastIndexOf(" ")), record.slice(record.lastIndexOf(" ") + 1));
    order.push(record);
  }
  return { records, order, root: tree.root() };
}
var damaged2 = (line) => fault("state", {
  en: `Line ${line} of state.txt is none that can stand there.`,
  "zh-CN": `state.txt 第${line}行不应出现于此。`
});
var otherRoot2 = ({ size }) => fault("state", {
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
var ofAnother = (stream, { kind, subject }) => fault("state", {
  at: { stream },
  en: `The file is evidence of ${kind} ${subject}, to which the entries of ${stream} do not belong.`,
  "zh-CN": `本文件是${subject}的证据，而${stream}的记录不属于它。`
});

// verify/check-statement.ts
function checkStatement(given, found) {
  const { files, manifest, last, state, believed, checkpoints } = given;
  const note2 = readNote(files.bytes("statement.txt")?.toString("utf8") ?? "");
  if (note2 === void 0) {
    found(absent);
    return {};
  }
  if (signedBy(note2, believed.saying(last.size)).length === 0) found(unsigned2);
  const lines = note2.text.split("\n");
  const verifier = valueOf(lines[8], "verifier");
  const all = sha256(...checkpoints.map(({ text }) => text)).toString("hex");
  const wanted = [
    "cornerstone evidence v1",
    `subject ${manifest.kind} ${manifest.subject}`,
    `origin ${last.origin}`,
    `size ${last.size}`,
    `root ${last.root.toString("base64")}`,
    `state ${last.stateRoot.toString("base64")}`,
    `checkpoints ${checkpoints.length} ${all}`,
    `manifest ${hexOf2(files, "manifest.json")}`,
    `verifier ${verifier}`,
    `time ${timeIn(lines[9])}`,
    ...state.own,
    ""
  ];
  const at3 = wanted.findIndex((line, number) => line !== lines[number]);
  if (at3 >= 0 || lines.length !== wanted.length)
    found(otherwise2({ says: lines[at3] ?? "", is: wanted[at3] ?? "", line: at3 < 0 ? wanted.length : at3 + 1 }));
  const own = hexOf2(files, "verify-evidence.mjs");
  if (own !== verifier) found(otherVerifier({ own, verifier }));
  return { verifier };
}
var timeIn = (line) => {
  const time = valueOf(line, "time");
  return isInstant(time) ? time : "";
};
var hexOf2 = (files, name) => sha256(files.bytes(name) ?? "").toString("hex");
var absent = fault("statement", {
  en: "statement.txt is missing or damaged: nobody signed what this file has to hold.",
  "zh-CN": "statement.txt 缺失或损坏：无人签署本文件应含的内容。"
});
var unsigned2 = fault("statement", {
  en: "statement.txt bears no true signature of a key that is believed.",
  "zh-CN": "statement.txt 没有可信密钥的有效签名。"
});
var otherwise2 = ({ says, is, line }) => fault("statement", {
  en: `The file is not the one that was signed for: line ${line} of statement.txt says "${shown3(says)}", and the file "${shown3(is)}".`,
  "zh-CN": `本文件与所签内容不符：statement.txt 第${line}行为“${shown3(says)}”，而文件为“${shown3(is)}”。`
});
var shown3 = (text) => text.length > 120 ? `${text.slice(0, 120)}…` : text;
var otherVerifier = ({ own, verifier }) => fault("statement", {
  en: `verify-evidence.mjs in the file (${own}) is not the verifier that was signed for (${verifier}): do not run it.`,
  "zh-CN": `文件内的 verify-evidence.mjs（${own}）并非所签的核验程序（${verifier}）：请勿运行。`
});

// verify/check-texts.ts
function textChecker(files, found) {
  const texts = /* @__PURE__ */ new Map();
  const counted = { texts: 0, erased: 0 };
  for (const text of eachJsonLine(files, "texts.ndjson")) {
    texts.set(textOf(text, "id"), keptOf(text));
    counted.texts += 1;
    if (text["body"] === null) counted.erased += 1;
  }
  const references = /* @__PURE__ */ new Map();
  const erased = /* @__PURE__ */ new Map();
  let at3 = -1;
  const note2 = (entry, { id, hash }) => {
    const known = references.get(id);
    const { stream, seq } = entry;
    const reference = known ?? { hash, stream, seq, at: at3, isAuthors: false };
    if (reference.hash !== hash) found(twoHashes(id, reference));
    const text = texts.get(id);
    reference.at = at3;
    reference.isAuthors ||= text?.hasBody === false && names(entry, text.author);
    if (known === void 0) references.set(id, reference);
  };
  const visit = (entry) => {
    at3 += 1;
    if (entry.type === "person_erased") erased.set(textOf(entry.payload, "person"), at3);
    eachReference(entry.payload, (one) => note2(entry, one));
  };
  const end = ({ tree, last }) => {
    const places = erasurePlaces({ files, tree, last, erased }, found);
    for (const [id, reference] of references) {
      const wrong2 = whatIsWrong({ id, reference, text: texts.get(id), tree, places });
      if (wrong2 !== void 0) found(wrong2);
    }
    for (const id of texts.keys()) if (!references.has(id)) found(unnamed2(id));
    if (counted.texts > texts.size) found(doubled);
    return counted;
  };
  return { visit, end };
}
var keptOf = (text) => {
  const { salt, body } = text;
  const isThere = typeof salt === "string" && typeof body === "string";
  return {
    author: textOf(text, "author"),
    hash: isThere ? sha256(`${salt}
${body}`).toString("hex") : void 0,
    isGone: salt === null && body === null,
    hasBody: body !== null
  };
};
function eachReference(value, note2) {
  if (typeof value !== "object" || value === null) return;
  if (isFields(value)) {
    const { id, hash } = value;
    if (typeof id === "string" && typeof hash === "string") note2({ id, hash });
    for (const name in value) eachReference(value[name], note2);
  } else if (Array.isArray(value)) for (const one of value) eachReference(one, note2);
}
var names = (entry, person) => person !== "" && [entry.actor, entry.onBehalfOf, entry.payload].some((value) => holds(value, person));
var holds = (value, text) => typeof value === "object" && value !== null ? Object.values(value).some((one) => holds(one, text)) : value === text;
function erasurePlaces({ files, tree, last, erased }, found) {
  const places = new Map([...erased].map(([person, at3]) => [person, tree.places[at3] ?? -1]));
  for (const line of jsonLines(files, "erasures.ndjson")) {
    const [text, index, path] = [textOf(line, "entry"), numberOf(line, "index"), line["path"]];
    const entry = readJson(text);
    const parts = Array.isArray(path) ? path.map((part) => Buffer.from(String(part), "hex")) : [];
    const leaf = leafOfHash(sha256(text).toString("hex"));
    const isProved = provesInclusion({ index, size: last.size, leaf, path: parts, root: last.root });
    if (isProved && isEntry(entry) && entry.type === "person_erased") places.set(textOf(entry.payload, "person"), index);
    else found(noErasure(index));
  }
  return places;
}
function whatIsWrong({ id, reference, text, tree, places }) {
  if (text === void 0) return missing4(id, reference);
  if (text.hash !== void 0) return text.hash === reference.hash ? void 0 : changed2(id, reference);
  const place = places.get(text.author) ?? -1;
  const isErased = text.isGone && reference.isAuthors && place > (tree.places[reference.at] ?? Infinity);
  return isErased ? void 0 : unexplained(id, reference);
}
var at2 = ({ stream, seq }) => ({ stream, seq });
var missing4 = (id, of) => fault("documents", {
  at: at2(of),
  en: `The text ${id}, which entry ${of.seq} of ${of.stream} names, is not in the file.`,
  "zh-CN": `${of.stream}第${of.seq}条记录提及的文本${id}不在文件中。`
});
var changed2 = (id, of) => fault("documents", {
  at: at2(of),
  en: `The text ${id}, which entry ${of.seq} of ${of.stream} names, was changed after it was recorded.`,
  "zh-CN": `${of.stream}第${of.seq}条记录提及的文本${id}在入账后被更改。`
});
var unexplained = (id, of) => fault("documents", {
  at: at2(of),
  en: `The text ${id}, which entry ${of.seq} of ${of.stream} names, is gone, and no erasure of its author explains it.`,
  "zh-CN": `${of.stream}第${of.seq}条记录提及的文本${id}已不存在，且没有其作者的删除记录可说明。`
});
var unnamed2 = (id) => fault("documents", { en: `No entry names the text ${id}.`, "zh-CN": `没有记录提及文本${id}。` });
var doubled = fault("documents", {
  en: "texts.ndjson holds one text twice.",
  "zh-CN": "texts.ndjson 中有文本重复。"
});
var twoHashes = (id, of) => fault("documents", {
  at: at2(of),
  en: `The text ${id} is named under two hashes.`,
  "zh-CN": `文本${id}以两个不同哈希被提及。`
});
var noErasure = (index) => fault("documents", {
  en: `The erasure at place ${index} in erasures.ndjson is not proved to be in the log.`,
  "zh-CN": `erasures.ndjson 中位置${index}的删除记录未被证明在日志中。`
});

// verify/check-versions.ts
function versionChecker(files, found) {
  const versions = /* @__PURE__ */ new Map();
  for (const line of eachJsonLine(files, "text-versions.ndjson")) {
    const [base, hash] = [textOf(line, "base"), textOf(line, "hash")];
    if (versions.has(nameOf(base, hash))) found(twice2(base, hash));
    const version = versionOf(textOf(line, "body"));
    if (version?.hash !== hash) found(changed3(base, hash));
    versions.set(nameOf(base, hash), version);
  }
  const named2 = /* @__PURE__ */ new Set();
  const visit = ({ type, stream, seq, payload }) => {
    if (type !== "text_handed_over") return;
    const name = nameOf(stream, textOf(payload, "hash"));
    named2.add(name);
    if (!versions.has(name)) found(missing5(stream, { seq }));
    const version = versions.get(name);
    if (version !== void 0 && !tellsTrue(payload, version)) found(otherSections(stream, { seq }));
  };
  const end = () => {
    for (const name of versions.keys()) if (!named2.has(name)) found(unnamed3(name));
    return { versions: named2.size };
  };
  return { visit, end };
}
var nameOf = (base, hash) => `${base} ${hash}`;
var tellsTrue = (payload, { sections }) => {
  const { gone } = payload;
  return Object.entries(fieldsOf(payload, "changed")).every(
    ([id, mark]) => isFields(mark) && canonical(fieldsOf(mark, "hashes")) === canonical(sections.get(id) ?? {}) && sections.has(id)
  ) && (!Array.isArray(gone) || gone.every((id) => typeof id === "string" && !sections.has(id)));
};
var versionOf = (body) => {
  const read = readJson(body);
  if (!isFields(read)) return void 0;
  const { model, languages, clauses } = read;
  if (!Array.isArray(languages) || !Array.isArray(clauses) || !isFields(model)) return void 0;
  const sections = /* @__PURE__ */ new Map();
  const told2 = [];
  for (const [id, wordings] of clauses.map(pairIn)) {
    if (typeof id !== "string" || !isFields(wordings) || sections.has(id)) return void 0;
    const plain = Object.entries(wordings).map(([language, one]) => [language, sectionIn(one)]);
    const hashes = Object.fromEntries(plain.map(([language, one]) => [language, hashOf3(one)]));
    told2.push([id, Object.fromEntries(plain)]);
    sections.set(id, hashes);
  }
  const form = { languages, model: { id: textOf(model, "id"), version: model["version"] } };
  if (canonical({ ...form, clauses: told2 }) !== body) return void 0;
  return { hash: hashOf3({ ...form, clauses: [...sections] }), sections };
};
var pairIn = (value) => Array.isArray(value) && value.length === 2 ? value : [];
var sectionIn = (section) => {
  const given = isFields(section) ? section : {};
  return {
    id: textOf(given, "id"),
    heading: textOf(given, "heading"),
    paragraphs: listOf(given, "paragraphs").map((one) => ({
      id: textOf(one, "id"),
      text: textOf(one, "text"),
      rows: one["rows"]
    }))
  };
};
var hashOf3 = (value) => sha256(canonical(value)).toString("hex");
var missing5 = (stream, { seq }) => fault("documents", {
  at: { stream, seq },
  en: `The version of the text that entry ${seq} of ${stream} hands over is not in text-versions.ndjson.`,
  "zh-CN": `text-versions.ndjson 缺少${stream}第${seq}条记录所移交的文本版本。`
});
var otherSections = (stream, { seq }) => fault("documents", {
  at: { stream, seq },
  en: `The sections that entry ${seq} of ${stream} says were changed are not those of the version in text-versions.ndjson.`,
  "zh-CN": `${stream}第${seq}条记录所称修改的条款与 text-versions.ndjson 中的文本版本不符。`
});
var changed3 = (base, hash) => fault("documents", {
  at: { stream: base },
  en: `The words of the version ${hash} of the text of ${base} in text-versions.ndjson are missing or do not give that hash.`,
  "zh-CN": `text-versions.ndjson 中${base}的文本版本${hash}缺少文字或与该哈希不符。`
});
var unnamed3 = (name) => {
  const [base = "", hash = ""] = name.split(" ");
  return fault("documents", {
    at: { stream: base },
    en: `No entry hands over the version ${hash} of the text of ${base}, which stands in text-versions.ndjson.`,
    "zh-CN": `text-versions.ndjson 所列${base}的文本版本${hash}没有任何记录移交。`
  });
};
var twice2 = (base, hash) => fault("documents", {
  at: { stream: base },
  en: `The version ${hash} of the text of ${base} stands in text-versions.ndjson twice.`,
  "zh-CN": `${base}的文本版本${hash}在 text-versions.ndjson 中重复。`
});

// verify/check-witnesses.ts
import { verify as verify2 } from "node:crypto";
function checkWitnesses({ told: told2, keys, demanded }, found) {
  const known = [...keys, ...demanded];
  const own = new Set(known.flatMap((text) => readVerifierKey(text) ?? []).map(named));
  const witnesses = new Map(known.flatMap((text) => readWitnessKey(text) ?? []).map((key) => [named(key), key]));
  const reached = /* @__PURE__ */ new Map();
  let [cosignatures, untrue, unknown2, stamps, last] = [0, 0, 0, 0, 0];
  for (const line of told2) {
    const checkpoint = readCheckpoint(textOf(line, "note"));
    const added = listOf(line, "attestations");
    last = Math.max(last, checkpoint?.size ?? 0);
    stamps += added.filter(({ kind }) => kind === "rfc3161").length;
    const cosigned = added.filter(({ kind }) => kind === "cosignature").map(cosignatureIn);
    unknown2 += cosigned.filter((read) => read.length === 0).length;
    for (const signature of [...checkpoint?.signatures ?? [], ...cosigned.flat()]) {
      const witness = witnesses.get(named(signature));
      if (own.has(named(signature)) || checkpoint === void 0) continue;
      if (witness === void 0) unknown2 += 1;
      else if (isCosigned({ checkpoint, witness, signature })) {
        cosignatures += 1;
        const { name, size, at: at3 } = { name: witness.name, size: checkpoint.size, at: timeIn2(signature.signature) };
        if (size >= (reached.get(witness.text)?.size ?? 0)) reached.set(witness.text, { witness: name, size, at: at3 });
      } else untrue += 1;
    }
  }
  for (const key of demanded.flatMap((text) => readWitnessKey(text) ?? [])) {
    const size = reached.get(key.text)?.size ?? 0;
    if (size < last) found(notCosigned(key, { size, last }));
  }
  const counts = Object.entries({ cosignatures, untrue, unknown: unknown2, stamps }).filter(([, count]) => count > 0);
  return { counts: Object.fromEntries(counts), cosigned: [...reached.values()] };
}
var timeIn2 = (signature) => new Date(Number(signature.readBigUInt64BE(0)) * 1e3).toISOString();
var named = ({ name, id }) => `${name}+${id}`;
var cosignatureIn = (added) => {
  const body = textOf(added, "body").replace(/\n$/, "");
  return readSignature(body.startsWith("—") ? body : `— ${textOf(added, "name")} ${body}`);
};
function isCosigned({ checkpoint, witness, signature: { signature } }) {
  if (signature.length !== 72) return false;
  const seconds = signature.readBigUInt64BE(0);
  if (seconds === 0n || seconds > lastSecond) return false;
  const text = `cosignature/v1
time ${seconds}
${checkpoint.text}`;
  return verify2(null, Buffer.from(text), witness.key, signature.subarray(8));
}
var lastSecond = 253402300799n;
var notCosigned = ({ name }, { size, last }) => fault("witnesses", {
  en: `${name} has not cosigned the last checkpoint of ${last} entries; ${size === 0 ? "it has cosigned none here" : `the last it has cosigned holds ${size}`}.`,
  "zh-CN": `${name}未联署含${last}条记录的最后检查点；${size === 0 ? "此处没有其任何联署" : `其最近联署的检查点含${size}条`}。`
});

// verify/base-followed.ts
var newBase = () => ({
  begun: false,
  closed: false,
  status: "",
  heldStatuses: [],
  stage: void 0,
  rules: /* @__PURE__ */ new Map(),
  steps: /* @__PURE__ */ new Map(),
  led: void 0,
  redressed: false,
  matters: /* @__PURE__ */ new Map(),
  besides: [],
  acts: [],
  interests: /* @__PURE__ */ new Map()
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
var votes = "1.10 2.8 2.10 5.8 5.9b 5.12a 8.2a 8.16a R5 R2 5.8r 5.9r 5.13c 5.13d E6b 8.10c";
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
  ["SD1", "5.5a 5.5b 5.6", "5.8"],
  ["SD1", "5.11a", "5.11b"],
  ["SD1", "R0", "R1"],
  ["SD1", "5.13a 5.13b 5.13e", "5.13c 5.13d"],
  ["SD1", "5.13a", "5.13f"],
  ["SD1", "5.13f", "5.13c"],
  ["SD1", "5.13h", "5.13i"],
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
  ["SD2", "3.7b", "3.7c"],
  ["SD2", "3.7b", "3.7d"],
  ["SD2", "3.8a", "3.8b"],
  ["SD2", "3.9a", "3.9b 3.9c"],
  ["SD2", "3.9b", "3.9c"],
  ["SD2", "3.10a", "3.10b"],
  ["SD2", "3.11a", "3.11b"],
  ["SD2", "4.10a", "4.10b"],
  ["SD2", "5.3a", "5.3b 5.3c"],
  ["SD2", "5.5a", "5.5b"],
  ["SD2", "5.13b", "5.13e"],
  ["SD2", "5.8", "5.8s 5.9a 5.9b 5.12a"],
  ["SD2", "5.8s", "5.9a 5.9b"],
  ["SD2", "5.8 5.8s 5.9a 5.9b 5.13c 5.13d", "R1"],
  ["SD2", "5.8r", "5.9r 5.12a"],
  ["SD2", "5.13c", "5.13d 5.12a"],
  ["SD2", "E6a", "E6b"],
  ["SD2", "3.13c", "3.13d"],
  ["SD2", "3.13g", "3.13h"],
  ["SD3", scoring, team],
  ["SD3", team, "5.6 5.8 5.8r 5.13c 5.13f"],
  ["SD4", management, `${votes} ${scoring} 5.6 5.13f ${screening}`],
  ["SD4", "1.9a 1.11 2.9a 2.9b", "1.10 2.8"],
  ["SD8", "1.4a 1.5a 1.5b", scoring],
  ["SD8", "5.3a 5.3b 5.5a 5.5b", "5.6"],
  ["SD8", "5.13b 5.13e", "5.13f"]
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
  const [step2, key] = [textOf(payload, "step"), textOf(payload, "key")];
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
  for (const one of [...people, ...hands]) base.acts.push({ step: step2, key, person: one, stage: base.stage?.no ?? 0 });
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
  alone: { en: "on paper that one person alone handled (R16)", "zh-CN": "该书面文件由一人经手（R16）" },
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
function follow(base, step2) {
  const { entry } = step2;
  const by = fieldsOf(entry.payload, "by");
  const isOther = "person" in by && (by["person"] !== entry.actor || by["role"] !== entry.role);
  const follower2 = followers[entry.type];
  const wrong2 = follower2 !== void 0 && base.closed ? words3.afterEnd() : follower2?.(base, step2);
  return isOther ? words3.otherActor(entry) : wrong2;
}
var followers = {
  base_nominated: (base) => {
    const wrong2 = base.begun ? words3.twiceBegun() : void 0;
    base.begun = true;
    return wrong2;
  },
  stage_entered: (base, { entry, procedures }) => {
    const { payload } = entry;
    const [name, no] = [textOf(payload, "stage"), numberOf(payload, "no")];
    const before = base.stage;
    const isNext = nextStages[before?.name ?? ""] === name && no === (before?.no ?? 0) + 1;
    const matters = new Map(base.besides.map(({ matter, by }) => [matter, by]));
    Object.assign(base, { stage: { name, no }, led: void 0, redressed: false, matters });
    base.rules = procedures.get(rulesOf(entry)) ?? /* @__PURE__ */ new Map();
    return isNext ? void 0 : words3.stage(name);
  },
  stage_left: (base, { entry }) => {
    const left = textOf(entry.payload, "stage");
    const beside = numbersOf(entry.payload);
    base.besides = base.besides.filter(({ no }) => beside.includes(no));
    for (const step2 of base.steps.values()) step2.isOpen &&= beside.includes(step2.matter);
    return base.stage?.name === left ? void 0 : words3.stage(left);
  },
  step_opened: (base, { entry }) => opened(base, entry.payload),
  step_acted: (base, { entry }) => acted(base, entry),
  stand_in_called: (base, { entry }) => {
    const step2 = base.steps.get(textOf(entry.payload, "step"));
    if (step2 !== void 0) step2.standIn = textOf(entry.payload, "to");
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
    return isNext ? void 0 : words3.status(from);
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
    const raised = { matter: textOf(entry.payload, "matter"), by: entry.actor ?? "" };
    base.matters.set(raised.matter, raised.by);
    base.besides = [...base.besides, { ...raised, no: numberOf(entry.payload, "no") }];
    return void 0;
  },
  base_closed: (base) => {
    base.closed = true;
    return void 0;
  }
};
var numbersOf = (payload) => listOf(payload, "beside").map((one) => numberOf(one, "matter"));
var hold = (base, status) => {
  Object.assign(base, { heldStatuses: [...base.heldStatuses, base.status], status });
};
var release = (base) => {
  base.status = base.heldStatuses.at(-1) ?? "";
  base.heldStatuses = base.heldStatuses.slice(0, -1);
};
function recused(base, payload) {
  const [id, person] = [textOf(payload, "step"), textOf(payload, "person")];
  base.steps.get(id)?.acts?.delete(person);
  base.acts = base.acts.filter((act) => act.step !== id || act.person !== person);
}
function voided(base, payload) {
  const id = textOf(payload, "step");
  const step2 = base.steps.get(id);
  if (step2 === void 0) return words3.notOpen(id);
  step2.isOpen = false;
  base.led?.add(step2.key);
  if (textOf(payload, "cause") === "mistake") base.acts = base.acts.filter((act) => act.step !== id);
  return void 0;
}
function opened(base, payload) {
  const [id, key] = [textOf(payload, "step"), textOf(payload, "key")];
  const rule = base.rules.get(key);
  const isNew = !base.steps.has(id);
  base.steps.set(id, { key, isOpen: true, standIn: "", acts: void 0, matter: numberOf(payload, "matter") });
  const isBeside = rule?.isRedress === true || "matter" in payload || base.matters.has(rule?.matter ?? "");
  if (rule === void 0 || rule.stage !== base.stage?.name && !isBeside) return words3.notInStage(id);
  if (!isNew) return words3.twiceOpened(id);
  if (rule.role !== textOf(payload, "role")) return words3.otherRole(id, rule.role);
  const isLed = base.led === void 0 || base.led.has(key) || base.redressed;
  return isLed || isBeside ? void 0 : words3.notLed(id);
}
function acted(base, { payload, role }) {
  const [id, option] = [textOf(payload, "step"), textOf(payload, "option")];
  const step2 = base.steps.get(id);
  if (step2?.isOpen !== true) return words3.notOpen(id);
  const rule = base.rules.get(step2.key);
  const chosen = fieldsOf(rule?.options ?? {}, option);
  const person = textOf(fieldsOf(payload, "by"), "person");
  step2.acts ??= /* @__PURE__ */ new Map();
  const isSecond = step2.acts.has(person);
  step2.acts.set(person, option);
  if (!("leads" in chosen) || chosen["byClock"] === true) return words3.noOption(id, option);
  if (![rule?.role, step2.standIn, ...rule?.also ?? []].includes(role ?? ""))
    return words3.otherRole(id, rule?.role ?? "");
  if (isSecond) return words3.twiceActed(id);
  const codes = chosen["codes"];
  return Array.isArray(codes) && !codes.includes(payload["code"]) ? words3.noCode(id, option) : void 0;
}
function closed(base, payload) {
  const [id, option, how] = [textOf(payload, "step"), textOf(payload, "option"), textOf(payload, "how")];
  const step2 = base.steps.get(id);
  const wasOpen = step2?.isOpen === true;
  const chosen = [...step2?.acts?.values() ?? []];
  if (step2 !== void 0) Object.assign(step2, { isOpen: false, acts: void 0 });
  const rule = base.rules.get(textOf(payload, "key"));
  base.led ??= /* @__PURE__ */ new Set();
  if (rule?.isRedress === true) base.redressed = true;
  for (const key of leadsTo(rule?.options ?? {}, how === "stopped" ? void 0 : option)) base.led.add(key);
  if (how === "file") return void 0;
  if (!wasOpen) return words3.notOpen(id);
  if (how === "act" && !chosen.includes(option)) return words3.nobody(id, option);
  return how === "stopped" || option in (rule?.options ?? {}) ? void 0 : words3.noOption(id, option);
}
var toldOf = ({ stream, seq, type }, says) => fault("order", {
  at: { stream, seq },
  en: `Entry ${seq} of ${stream} (${type}) stands where it may not: ${says.en}.`,
  "zh-CN": `${stream}第${seq}条记录（${type}）不应出现于此：${says["zh-CN"]}。`
});
var say2 = (en, chinese) => ({ en, "zh-CN": chinese });
var words3 = {
  otherActor: ({ actor }) => say2(`it names ${actor ?? "nobody"} and acts for another`, `署名${actor ?? "无"}与行为人不符`),
  afterEnd: () => say2("the base had ended", "基地已终结"),
  twiceBegun: () => say2("the base had been nominated before", "基地此前已申报"),
  stage: (name) => say2(`stage ${name} does not follow here`, `阶段${name}不应在此`),
  status: (from) => say2(`the status was not ${from}`, `状态并非${from}`),
  notInStage: (id) => say2(`step ${id} is none of this stage`, `事项${id}不属于本阶段`),
  twiceOpened: (id) => say2(`step ${id} had been opened before`, `事项${id}此前已开启`),
  otherRole: (id, role) => say2(`step ${id} belongs to ${role}`, `事项${id}属于${role}`),
  notLed: (id) => say2(`nothing closed before leads to step ${id}`, `此前办结的事项均不通向${id}`),
  notOpen: (id) => say2(`step ${id} was not open`, `事项${id}未开启`),
  noOption: (id, option) => say2(`step ${id} offers nobody "${option}"`, `事项${id}没有可选项“${option}”`),
  noCode: (id, option) => say2(`"${option}" on ${id} lacks a reason code`, `事项${id}的“${option}”缺少理由代码`),
  twiceActed: (id) => say2(`the same person had acted on ${id} before`, `同一人此前已办理${id}`),
  nobody: (id, option) => say2(`nobody chose "${option}" on ${id}`, `无人在${id}选择“${option}”`)
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
function readingTable(source) {
  const look = windowOn(source);
  let [at3, row] = [0, 1];
  let room = Buffer.alloc(4096);
  const moveTo = (end) => {
    at3 = end;
    row += 1;
  };
  return {
    /** The number of the row it stands at, as a spreadsheet counts: the head is 1. */
    row: () => row,
    /** Passes over the row if it is this line to the last byte. */
    passes: (line) => {
      if (line.length * 3 > room.length) room = Buffer.alloc(line.length * 3);
      const length = room.write(line);
      const seen = look(at3, length);
      if (seen.length < length || seen.compare(room, 0, length) !== 0) return false;
      moveTo(at3 + length);
      return true;
    },
    /** The cells of the row as they are written; undefined at the end. */
    cells: () => at3 < source.length ? cellsIn(rowOf(look(at3, longestRow)).toString("utf8")) : void 0,
    skip: () => moveTo(at3 + rowOf(look(at3, longestRow)).length)
  };
}
function rowOf(seen) {
  let isQuoted = false;
  for (const [at3, byte] of seen.entries()) {
    if (byte === 34) isQuoted = !isQuoted;
    if (byte === 10 && !isQuoted) return seen.subarray(0, at3 + 1);
  }
  const end = seen.indexOf(10);
  return end < 0 ? seen : seen.subarray(0, end + 1);
}
var longestRow = 65536;
var cellsIn = (line) => [...`${line.replace(/\r?\n$/, "")},`.matchAll(/("(?:[^"]|"")*"[^,]*|[^,]*),/g)].map(([, cell = ""]) => cell);

// verify/check-table.ts
var columns = [
  "place",
  "stream",
  "seq",
  "occurred_at",
  "recorded_at",
  "effective_on",
  "type",
  "step",
  "option",
  "code",
  "person",
  "role",
  "on_behalf_of",
  "channel",
  "rules",
  "command",
  "hash"
];
var enough2 = 20;
function entriesTable(files, found) {
  const isAbsent = !files.names.includes("entries.csv");
  const table = readingTable(sourceOf(files, "entries.csv"));
  const places = placesIn(sourceOf(files, "tree.txt"));
  const faults = isAbsent ? [absent2] : [];
  let [isLost, isOut] = [isAbsent, false];
  if (!isLost && !table.passes(lineOf(columns))) {
    isLost = true;
    faults.push(isResaved2(sourceOf(files, "entries.csv")) ? resaved : otherHead);
  }
  const isOver = () => isLost || faults.length >= enough2;
  const visit = (entry) => {
    const place = places.next().value;
    isOut ||= place === void 0;
    if (isOver()) return;
    const wanted = rowOf2(entry, place ?? null);
    if (!table.passes(lineOf(wanted))) faults.push(...faultsAt(table, { entry, wanted }));
  };
  const end = () => {
    isOut ||= places.next().done !== true;
    for (let row = table.cells(); row !== void 0 && !isOver(); row = table.cells()) {
      faults.push(surplus(row, table.row()));
      table.skip();
    }
    const isBlurred = isOut && !isLost && faults.length > 0;
    for (const one of isBlurred ? [notCompared] : faults.slice(0, enough2)) found(one);
  };
  return { visit, end };
}
var rowOf2 = (entry, place) => {
  const { payload } = entry;
  const [step2, option, code] = [textOf(payload, "step"), textOf(payload, "option"), textOf(payload, "code")];
  return [
    place,
    entry.stream,
    entry.seq,
    entry.occurredAt,
    entry.recordedAt,
    entry.effectiveOn,
    entry.type,
    step2,
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
var isOwnOf = (row, wanted) => identities.some((some) => some.every((at3) => row[at3] === cellText(wanted[at3] ?? null)));
function faultsAt(table, { entry, wanted }) {
  const faults = [];
  while (faults.length < enough2) {
    const [row, at3] = [table.cells(), table.row()];
    const isOwn = row !== void 0 && isOwnOf(row, wanted);
    if (row === void 0 || !isOwn && Number(row[0]) > Number(wanted[0])) return [...faults, missing6(entry, at3)];
    table.skip();
    if (isOwn) return [...faults, changed4({ entry, at: at3, ...differenceIn(row, wanted) })];
    faults.push(surplus(row, at3));
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
  const at3 = own.findIndex((text, place) => row[place] !== text);
  return { column: columns[at3], says: row[at3] ?? "", entrySays: own[at3] ?? "" };
}
var absent2 = fault("table", { en: "entries.csv is missing.", "zh-CN": "缺少 entries.csv。" });
var otherHead = fault("table", {
  en: "The head of entries.csv (row 1) does not name the columns of the table; what stands below it was not compared.",
  "zh-CN": "entries.csv 的表头（第1行）并非该表的列名；其下内容未予比对。"
});
var isResaved2 = (source) => {
  const [head = ""] = Buffer.from(windowOn(source)(0, 1024)).toString("utf8").split("\n", 1);
  return head.replace(/^\uFEFF/, "").trimEnd() === lineOf(columns).trimEnd();
};
var resaved = fault("table", {
  en: "The bytes of entries.csv were changed: it begins with a mark of its encoding, or its rows end otherwise than in CR LF, as an editor or a spreadsheet saves it. Its rows were not compared; ask for the file anew.",
  "zh-CN": "entries.csv 的字节被更改：开头带有编码标记，或行尾不是 CR LF，编辑器或电子表格另存会造成此情形。其各行未予比对；请重新索取文件。"
});
var notCompared = fault("table", {
  en: "entries.csv does not fit, but with entries lacking or unreadable it cannot be said where.",
  "zh-CN": "entries.csv 不相符；因有记录缺失或不可读，无法指明位置。"
});
var missing6 = ({ stream, seq }, row) => fault("table", {
  at: { stream, seq },
  en: `entries.csv lacks the row of entry ${seq} of ${stream}: it belongs at row ${row}.`,
  "zh-CN": `entries.csv 缺少${stream}第${seq}条记录所在行：应为第${row}行。`
});
var surplus = (cells, row) => {
  const names2 = `${shown4(cells[1] ?? "")} ${shown4(cells[2] ?? "")}`;
  return fault("table", {
    en: `Row ${row} of entries.csv (${names2}) is none that an entry has in this place: it was added, doubled or moved.`,
    "zh-CN": `entries.csv 第${row}行（${names2}）不对应此处的任何记录：系添加、重复或移位。`
  });
};
var changed4 = ({ entry, at: at3, ...difference }) => {
  const { stream, seq } = entry;
  const says = differently(difference);
  return fault("table", {
    at: { stream, seq },
    en: `Row ${at3} of entries.csv, of entry ${seq} of ${stream}, was changed: ${says.en}.`,
    "zh-CN": `entries.csv 第${at3}行（${stream}第${seq}条记录）已被更改：${says["zh-CN"]}。`
  });
};
var differently = ({ column, says, entrySays }) => column === void 0 ? { en: "it has cells or an end that no row has", "zh-CN": "单元格数目或行尾与各行不同" } : {
  en: `column ${column} says "${shown4(says)}" and the entry "${shown4(entrySays)}"`,
  "zh-CN": `${column}列为“${shown4(says)}”，而记录为“${shown4(entrySays)}”`
};
var shown4 = (text) => text.length > 80 ? `${text.slice(0, 80)}…` : text;

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
var isUnreadable = ({ faults, figures }) => faults.length > 0 && figures["entries"] === void 0;
var toldOfEach = 20;
function verifyEvidence(files, trust) {
  const faults = [];
  const counted = /* @__PURE__ */ new Map();
  const found = (one) => {
    const count = (counted.get(one.check) ?? 0) + 1;
    counted.set(one.check, count);
    if (count <= toldOfEach) faults.push(one);
  };
  const [manifest, format] = [readManifest(files), formatIn(files)];
  if (manifest === void 0 || format !== formatKnown) {
    found(format === void 0 || format === formatKnown ? noEvidence : otherForm(format));
    return verdictOf({ faults, figures: {}, keys: [] });
  }
  const large = tooLarge(files);
  if (large !== void 0) {
    found(ofSize(large));
    return verdictOf({ faults, figures: {}, keys: [] });
  }
  for (const difference of jsonLines(files, "differences.ndjson")) found(noted(textOf(difference, "says")));
  const checked = checkAll({ files, manifest, trust }, found);
  return { ...verdictOf({ faults, ...checked }), manifest };
}
var mebibyte = 1024 * 1024;
var mostBytes2 = {
  "keys.txt": mebibyte / 16,
  "key-notes.ndjson": mebibyte,
  "differences.ndjson": mebibyte,
  "statement.txt": 16 * mebibyte,
  "checkpoint.txt": mebibyte,
  "proofs.json": 64 * mebibyte,
  "checkpoints.ndjson": 64 * mebibyte,
  "histories.ndjson": 32 * mebibyte,
  "bases.ndjson": 32 * mebibyte,
  "erasures.ndjson": 64 * mebibyte,
  "exhibits.ndjson": 64 * mebibyte
};
var tooLarge = (files) => Object.keys(mostBytes2).find((name) => sourceOf(files, name).length > (mostBytes2[name] ?? 0));
var wordsChecker = (files, found) => {
  const [texts, versions] = [textChecker(files, found), versionChecker(files, found)];
  const visit = (entry) => {
    texts.visit(entry);
    versions.visit(entry);
  };
  return { visit, end: (ended) => ({ ...texts.end(ended), ...versions.end() }) };
};
var checkersOf = (files, found) => ({
  documents: documentChecker(files, found),
  exhibits: exhibitChecker(files, found),
  texts: wordsChecker(files, found),
  runs: runChecker(files, found)
});
function checkAll({ files, manifest, trust }, found) {
  const followed2 = trust.followsElsewhere === true ? void 0 : follower(files, found);
  const { documents, exhibits, texts, runs } = checkersOf(files, found);
  const needed = /* @__PURE__ */ new Set();
  const noteRules = (entry) => {
    needed.add(entry.rulesVersion);
    if (entry.type === "stage_entered") needed.add(rulesOf(entry));
  };
  const following = [followed2?.visit, trust.visit].filter((visit) => visit !== void 0);
  const visitors = [...following, documents.visit, exhibits.visit, texts.visit, noteRules, runs.visit];
  const read = checkEntries(sourceOf(files, "entries.ndjson"), { found, visitors });
  const { acts = 0 } = followed2?.end() ?? {};
  const { entries, heads } = read;
  const told2 = jsonLines(files, "checkpoints.ndjson");
  const notes = told2.map((line) => textOf(line, "note"));
  const believed = believedIn({ files, trust }, found);
  const { checkpoints, signatures, signed } = checkKeys({ notes, believed }, found);
  const last = checkpoints.at(-1);
  const counts = { entries: entries.length, streams: heads.size, checkpoints: checkpoints.length };
  const figures = { ...counts, signatures };
  const keys = [...keyLinesIn(files), ...trust.keys];
  const { counts: witnessed, cosigned } = checkWitnesses({ told: told2, keys, demanded: trust.witnesses ?? [] }, found);
  Object.assign(figures, witnessed);
  if (last === void 0) {
    found(noCheckpoint);
    return { figures, keys: [] };
  }
  const changed5 = changedIn({ files, manifest });
  const { origin, size, root, time } = last;
  const tree = checkLog({ files, kept: trust.kept, changed: changed5, entries, believed, checkpoints }, found);
  const state = checkState({ state: sourceOf(files, "state.txt"), last, manifest, heads }, found);
  checkBases({ files, heads }, found);
  figures["proofs"] = checkProofs({ proofs: files.bytes("proofs.json"), entries, tree, checkpoints }, found);
  figures["rules"] = checkRules({ files, state, needed }, found);
  const histories = { ...checkHistories({ files, state, heads }, found), ...runs.end(state) };
  Object.assign(figures, documents.end(), exhibits.end({ heads }), texts.end({ tree, last }), histories, { acts });
  const { verifier } = checkStatement({ files, manifest, last, state, believed, checkpoints }, found);
  checkManifest({ files, manifest, named: namedIn(files, documents.named), heads, origin, changed: changed5 }, found);
  if (!changed5.has("checkpoint.txt") && bytesOf(files, "checkpoint.txt").toString("utf8") !== notes.at(-1))
    found(otherLast);
  return {
    figures,
    keys: believed.keys.map(({ text }) => text),
    keysFrom: believed.from,
    ...defined({ verifier, unused: unusedOf(believed, { signed, files }) }),
    last: { size, root: root.toString("hex"), time },
    cosigned
  };
}
function unusedOf({ keys }, { signed, files }) {
  const statement = readNote(bytesOf(files, "statement.txt").toString("utf8"));
  const left = keys.filter((key) => !signed.has(key.text) && (!statement || signedBy(statement, [key]).length === 0));
  return left.length === 0 ? void 0 : left.map(({ text }) => text);
}
function checkLog({ files, kept, changed: all, entries, ...signed }, found) {
  const changed5 = ["entries.ndjson", "tree.txt"].find((name) => all.has(name));
  const { checkpoints } = signed;
  const sizes = kept.map(({ size }) => size);
  const tree = checkTree({ tree: sourceOf(files, "tree.txt"), entries, checkpoints, sizes, changed: changed5 }, found);
  checkKept({ kept, tree, changed: changed5, ...signed }, found);
  return tree;
}
var mostKeys = 100;
var keyLinesIn = (files) => [...linesOf(bytesOf(files, "keys.txt"))].slice(0, mostKeys);
function believedIn({ files, trust }, found) {
  const lines = [...linesOf(bytesOf(files, "keys.txt"))];
  const notes = jsonLines(files, "key-notes.ndjson").map((line) => textOf(line, "note"));
  if (lines.length > mostKeys || notes.length > mostKeys) found(tooManyKeys);
  const own = { lines: lines.slice(0, mostKeys), notes: notes.slice(0, mostKeys) };
  return believedKeys({ ...own, trusted: trust.keys, kept: trust.kept });
}
var namedIn = (files, documents) => /* @__PURE__ */ new Set([
  ...documents,
  ...jsonLines(files, "histories.ndjson").map((one) => `histories/${textOf(one, "sha256")}.binpb`),
  // Each of them is held against the state.
  ...files.names.filter((name) => /^procedures\/.+\.json$/.test(name))
]);
var bytesOf = (files, name) => files.bytes(name) ?? Buffer.alloc(0);
function verdictOf(checked) {
  const order = Object.keys(checkNames);
  const faults = checked.faults.toSorted((one, other) => order.indexOf(one.check) - order.indexOf(other.check));
  const [first] = faults;
  return { ...checked, faults, sound: first === void 0, ...defined({ first }) };
}
var noEvidence = fault("file", {
  en: "manifest.json is missing or damaged: this is not an evidence file of Cornerstone. Hand in the file as it was given out, or ask for it anew.",
  "zh-CN": "manifest.json 缺失或损坏：这不是 Cornerstone 的证据文件。请原样提供所收到的文件，或重新索取。"
});
var otherForm = (format) => fault("file", {
  en: `The file has form ${format}; this program reads form ${formatKnown}. Ask for the file anew, or take a program of its time.`,
  "zh-CN": `文件格式为${format}，本程序读取格式${formatKnown}。请重新索取文件，或使用相应时期的程序。`
});
var ofSize = (name) => fault("file", {
  en: `${name} is larger than in any evidence file.`,
  "zh-CN": `${name} 超过任何证据文件的大小。`
});
var otherLast = fault("keys", {
  en: "checkpoint.txt is not the last of the checkpoints in checkpoints.ndjson.",
  "zh-CN": "checkpoint.txt 不是 checkpoints.ndjson 中的最后一个检查点。"
});
var tooManyKeys = fault("keys", {
  en: `keys.txt or key-notes.ndjson holds more than ${mostKeys} lines.`,
  "zh-CN": `keys.txt 或 key-notes.ndjson 超过${mostKeys}行。`
});
var noCheckpoint = fault("keys", {
  en: "There is no signed checkpoint in the file, so nothing in it is proved.",
  "zh-CN": "文件中没有已签名的检查点，因此其内容均未得到证明。"
});
var noted = (says) => fault("file", {
  en: `When the file was made, the installation found: ${says}`,
  "zh-CN": `制作文件时，系统发现：${says}`
});

// verify/zip-file.ts
import { closeSync, createReadStream, createWriteStream, fstatSync, openSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { crc32 as crc322, createInflateRaw } from "node:zlib";
var largeBytes = 8 * 1024 * 1024;
async function openZipFile(file, { large = largeBytes, within = tmpdir() } = {}) {
  const opened2 = [];
  const open = (path) => {
    const descriptor = openSync(path, "r");
    const one = { descriptor, length: fstatSync(descriptor).size };
    opened2.push(one);
    return one;
  };
  const folder = await mkdtemp(join(within, "evidence-"));
  const close = async () => {
    for (const { descriptor } of opened2) closeSync(descriptor);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const zip = open(file);
    const places = readDirectory(zip);
    const beside = /* @__PURE__ */ new Map();
    for (const [name, place] of places) {
      if (place.size < large && place.packed < large) continue;
      const path = join(folder, String(beside.size));
      await unpackInto(path, { file, name, place });
      beside.set(name, open(path));
    }
    await rm(folder, { recursive: true, force: true }).catch(() => void 0);
    return { files: filesIn(zip, { places, beside }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
function filesIn(zip, { places, beside }) {
  const look = windowOn(zip);
  const bytes = (name) => {
    const [place, large] = [places.get(name), beside.get(name)];
    if (large !== void 0) return Buffer.from(windowOn(large)(0, large.length));
    return place && Buffer.from(unpack(look(place.start, place.packed), { name, place }));
  };
  return { names: [...places.keys()], bytes, source: (name) => beside.get(name) ?? bytes(name) };
}
async function unpackInto(path, { file, name, place }) {
  const { start, packed, method, size, crc } = place;
  const read = createReadStream(file, { start, end: start + packed - 1 });
  const write = createWriteStream(path, { mode: 384, flags: "wx" });
  let [length, sum] = [0, 0];
  const counted = async function* (pieces) {
    for await (const piece of pieces) {
      length += piece.length;
      sum = crc322(piece, sum);
      if (length > size) throw new NotAZip(damaged(name));
      yield piece;
    }
  };
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  try {
    await (method === 0 ? pipeline(read, counted, write) : pipeline(read, inflate, counted, write));
  } catch (error) {
    const isOfDisk = error instanceof Error && "syscall" in error;
    throw isOfDisk ? error : new NotAZip(damaged(name));
  }
  const used = method === 0 ? length : inflate.bytesWritten;
  if (length !== size || sum !== crc || used !== packed) throw new NotAZip(damaged(name));
}

// verify/main.ts
var usage = `Usage: node verify-evidence.mjs FILE.zip [--checkpoint <file or size:root>]... [--key <public key>]... [--witness <public key>]... [--language en|zh-CN] [--json]`;
var givenText = (given) => {
  try {
    return readFileSync(given, "utf8");
  } catch {
    return given;
  }
};
function trustFrom({ checkpoints, keys, witnesses = [] }) {
  const kept = checkpoints.map((given) => {
    const read = readKept(givenText(given));
    if (read === void 0) throw new Error(withoutPrivateKeys(noCheckpoint2(given)));
    return read;
  });
  const lines = keys.flatMap((given) => keyLines(given, "key"));
  for (const line of lines) mustBeOfALog(line);
  const demanded = witnesses.flatMap((given) => keyLines(given, "key of a witness"));
  for (const line of demanded) mustBeOfAWitness(line);
  return { kept, keys: lines, witnesses: demanded };
}
function noCheckpoint2(given) {
  const allowed = "allowed is a signed note alone in a file, or its short form, 1234:9f86d081884c7d65";
  const text = givenText(given);
  const isWide = text.includes("\0") || /^[\uFFFD]{2}/.test(text);
  const isInside = /^[>\s]*time \d{4}-/m.test(text) && /^[>\s]*\u2014 /m.test(text);
  const todo = isWide ? "it is saved as UTF-16: save it as UTF-8" : isInside ? "it holds more than the note, or less: leave nothing in it but the lines from the name of the log to the last one that begins with —" : "give one that you kept";
  return `${given.slice(0, 200)} is no checkpoint; ${allowed}; ${todo}`;
}
var mustBeOfALog = (line) => {
  if (readVerifierKey(line) !== void 0) return;
  mustNotBePrivate(line);
  if (readWitnessKey(line) !== void 0)
    throw new Error(`this is the key of a witness; give it with --witness, and the key of the log with --key: ${line}`);
  throw new Error(`${line} is no public key; allowed is name+id+base64, as GET /checkpoints/keys shows ours`);
};
var mustBeOfAWitness = (line) => {
  if (readWitnessKey(line) !== void 0) return;
  mustNotBePrivate(line);
  if (readVerifierKey(line) !== void 0)
    throw new Error(
      `${line} is no public key of a witness: this is the key of a log; give it with --key, and that of the witness with --witness`
    );
  throw new Error(`${line} is no public key of a witness; allowed is name+id+base64 (C2SP tlog-cosignature, Ed25519)`);
};
var mustNotBePrivate = (line) => {
  if (withoutPrivateKeys(line) !== line)
    throw new Error(
      "what was given is a private key, which is not shown here; allowed is the public one, name+id+base64. Give that, and if anybody else has seen the private one, replace it"
    );
};
var keyLines = (given, what) => {
  const lines = givenText(given).split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new Error(`"${given}" holds no ${what}; allowed is name+id+base64, a line each`);
  return lines;
};
async function verifyFile(file, check) {
  try {
    const { files, close } = await openZipFile(file);
    try {
      return await check(files);
    } finally {
      await close();
    }
  } catch (error) {
    const { en, "zh-CN": chinese } = error instanceof NotAZip ? error.says : saidBy(error);
    const says = {
      en: withoutPrivateKeys(`${file} cannot be read as a zip of ours: ${en}. ${whatToDo.en}`),
      "zh-CN": withoutPrivateKeys(`${file} 无法作为证据 zip 读取：${chinese}。${whatToDo["zh-CN"]}`)
    };
    return verdictOf({ faults: [fault("file", says)], figures: {}, keys: [] });
  }
}
var whatToDo = {
  en: "Hand in the zip as it was given out, neither unpacked and packed again nor saved as text; fetch it once more, or ask for it anew.",
  "zh-CN": "请原样提供所发出的 zip，勿解开后重新打包，勿另存为文本；请重新下载或重新索取。"
};
var saidBy = (error) => {
  const text = error instanceof Error ? error.message : String(error);
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  if (code === "ENOENT") return { en: "there is no such file", "zh-CN": "没有该文件" };
  if (code === "EISDIR")
    return { en: "it is a folder, and not the zip it came as", "zh-CN": "这是文件夹，而不是所发出的 zip" };
  return { en: `it could not be checked to its end (${text})`, "zh-CN": `未能核验完毕（${text}）` };
};
var exitOf = (verdict) => verdict.sound ? 0 : isUnreadable(verdict) ? 2 : 1;
async function main(words4) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words4],
      allowPositionals: true,
      options: {
        checkpoint: { type: "string", multiple: true, default: [] },
        key: { type: "string", multiple: true, default: [] },
        witness: { type: "string", multiple: true, default: [] },
        language: { type: "string", default: "en" },
        json: { type: "boolean", default: false }
      }
    });
    const [file] = positionals;
    const { language } = values;
    if (language !== "en" && language !== "zh-CN")
      throw new Error(`the verdict is not told in "${language}"; allowed are en and zh-CN: give one of them`);
    if (file === void 0 || positionals.length > 1) throw new Error("one file is to be checked");
    const trust = trustFrom({ checkpoints: values.checkpoint, keys: values.key, witnesses: values.witness });
    const verdict = await verifyFile(file, (files) => verifyEvidence(files, trust));
    const wanted = { language, kept: trust.kept.length, witnesses: trust.witnesses?.length ?? 0 };
    process.stdout.write(`${values.json ? JSON.stringify(asJson(verdict), null, 2) : told(verdict, wanted)}
`);
    return exitOf(verdict);
  } catch (error) {
    process.stderr.write(`${withoutPrivateKeys(error instanceof Error ? error.message : String(error))}
${usage}
`);
    return 2;
  }
}

// verify/standalone.ts
process2.exitCode = await main(process2.argv.slice(2));
