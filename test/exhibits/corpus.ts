import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { eicar } from '../../exhibits/inspect/needles.js'
import { aZip } from './a-zip.js'
import * as make from './files.js'
import type { Case } from './case.js'
import { goodOffice, badOffice } from './office-corpus.js'

const { text, aPdf, aDocx, anXlsx, aShapefile } = make

const pdf = 'application/pdf'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const zeros = Buffer.alloc(4 * 1024 * 1024)

const good: readonly Case[] = [
  ['a letter as PDF', 'letter.pdf', aPdf(), pdf],
  ['a PDF with two pages', 'two.pdf', aPdf({ pages: 2 }), pdf],
  ['a PDF that calls itself text', 'letter.txt', aPdf(), pdf],
  ['a PDF with packed objects', 'packed.pdf', aPdf({ streams: [make.packed('<< /Type /Page >>')] }), pdf],
  [
    'a PDF in whose picture /JS comes up by chance',
    'scan.pdf',
    aPdf({ streams: [make.aStream('', Buffer.from('\xff/JS \x00', 'latin1'))] }),
    pdf,
  ],
  ['a rare Chinese name', '龘靐齉爩𠀀.pdf', aPdf(), pdf],
  ['a name with blanks, brackets and an accent', ' Bilan (2026) – été .pdf ', aPdf(), pdf],
  ['a name with a picture in it', 'harvest 🌾.pdf', aPdf(), pdf],
  ['a name of two languages, one written from the right', 'تقرير report.pdf', aPdf(), pdf],
  ['a Word document', 'minutes.docx', aDocx(), docx],
  [
    'a Word document with a link to a page',
    'link.docx',
    aDocx({ name: 'word/_rels/document.xml.rels', bytes: make.relation('hyperlink') }),
    docx,
  ],
  [
    'a Word document with a table in it',
    'chart.docx',
    aDocx({ name: 'word/embeddings/Sheet1.xlsx', bytes: anXlsx() }),
    docx,
  ],
  ['an Excel workbook', 'output.xlsx', anXlsx(), xlsx],
  [
    'a workbook that names another',
    'links.xlsx',
    anXlsx({
      name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
      bytes: make.relation('externalLinkPath', 'other.xlsx'),
    }),
    xlsx,
  ],
  [
    'an OFD',
    '公函.ofd',
    aZip([
      { name: 'OFD.xml', bytes: text('<ofd:OFD/>') },
      { name: 'Doc_0/Document.xml', bytes: text('<x/>') },
    ]),
    'application/ofd',
  ],
  ['a table', 'firms.csv', text('firm,staff', 'A,12', 'B,9'), 'text/csv'],
  ['a table in Chinese', '企业.csv', text('企业,人数', '甲,12', '乙,9'), 'text/csv'],
  [
    'a table in the old Chinese encoding',
    'gb.csv',
    Buffer.from('c6f3d2b52cc8cbcafd0abcd72c31320ad2d22c390a', 'hex'),
    'text/csv',
  ],
  ['a table with semicolons and a mark of its encoding', 'eu.csv', text('\ufefffirm;staff', 'A;12'), 'text/csv'],
  ['a map', 'base.geojson', text('{"type":"FeatureCollection","features":[]}'), 'application/geo+json'],
  [
    'a map in KML',
    'base.kml',
    text('<?xml version="1.0"?>', '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>'),
    'application/vnd.google-earth.kml+xml',
  ],
  ['a zipped shapefile', 'base.zip', aShapefile(), 'application/x-shapefile+zip'],
  ['a photo', 'gate.jpg', make.aJpeg(), 'image/jpeg'],
  ['a photo that calls itself PNG', 'gate.png', make.aJpeg(), 'image/jpeg'],
  ['a picture', 'plan.png', make.aPng(), 'image/png'],
  ['a scan as TIFF', 'scan.tif', make.aTiff(), 'image/tiff'],
  ['a video', 'line.mp4', make.anMp4(), 'video/mp4'],
]

const bomb = (): Buffer => {
  const inner = aZip([{ name: 'zeros', bytes: Buffer.alloc(12 * 1024 * 1024) }])
  return aZip([
    { name: 'word/embeddings/1.xlsx', bytes: inner },
    { name: '[Content_Types].xml', bytes: text('<Types/>') },
  ])
}

const deep = (): Buffer =>
  aDocx({ name: 'word/embeddings/1.xlsx', bytes: anXlsx({ name: 'xl/embeddings/2.xlsx', bytes: anXlsx() }) })

const badContainers: readonly Case[] = [
  ['an archive', 'papers.zip', aZip([{ name: 'a.pdf', bytes: aPdf() }]), 'archive'],
  ['an empty archive', 'none.zip', aZip([]), 'archive'],
  ['a map with something else in it', 'base.zip', aShapefile({ name: 'readme.exe', bytes: text('MZ') }), 'executable'],
  ['a map with a letter in it', 'base.zip', aShapefile({ name: 'letter.pdf', bytes: aPdf() }), 'archive'],
  ['a packed file', 'a.gz', gzipSync(aPdf()), 'archive'],
  ['a 7z archive', 'a.7z', Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(40)]), 'archive'],
  [
    'a part a thousand times its packed size',
    'b.xlsx',
    anXlsx({ name: 'xl/media/x.bin', bytes: Buffer.alloc(12 * 1024 * 1024) }),
    'bomb',
  ],
  [
    'a part larger than its directory says',
    'c.xlsx',
    anXlsx({ name: 'xl/media/x.bin', bytes: zeros, claims: 9 }),
    'bomb',
  ],
  [
    'parts that lie over one another',
    'o.xlsx',
    aZip(
      Array.from({ length: 40 }, (_, n) => ({ name: `p${n % 10}`, bytes: text('same') })),
      { allAt: 0 },
    ),
    'bomb',
  ],
  [
    'more parts than anybody reads',
    'm.xlsx',
    anXlsx(...Array.from({ length: 2_001 }, (_, n) => ({ name: `xl/${n}`, bytes: text('x') }))),
    'bomb',
  ],
  ['a bomb within a document', 'd.docx', bomb(), 'bomb'],
  ['a file in a file in a file', 'deep.docx', deep(), 'bomb'],
  ['a part whose name leads out', 's.docx', aDocx({ name: '../../etc/cron.d/x', bytes: text('x') }), 'bad_part'],
  [
    'a part that is a link',
    'l.zip',
    aShapefile({ name: 'x.prj', bytes: text('/etc/passwd'), isLink: true }),
    'bad_part',
  ],
  ['a protected archive', 'p.zip', aShapefile({ name: 'y.prj', bytes: text('y'), isEncrypted: true }), 'encrypted'],
  ['a container that is cut off', 't.docx', aDocx().subarray(0, 200), 'unreadable'],
]

const badDocuments: readonly Case[] = [
  ['a document with macros', 'm.docx', aDocx({ name: 'word/vbaProject.bin', bytes: make.aCompound('VBA') }), 'macros'],
  [
    'a workbook that is called xlsx and holds macros',
    'm.xlsx',
    make.anOffice('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    'macros',
  ],
  [
    'a workbook with a macro sheet of old',
    'x4.xlsx',
    anXlsx({ name: 'xl/macrosheets/sheet1.xml', bytes: text('<x/>') }),
    'macros',
  ],
  [
    'a document with a template from elsewhere',
    'tpl.docx',
    aDocx({ name: 'word/_rels/settings.xml.rels', bytes: make.relation('attachedTemplate') }),
    'active',
  ],
  [
    'a document with an object of another program',
    'ole.docx',
    aDocx({ name: 'word/embeddings/oleObject1.bin', bytes: make.aCompound('Package') }),
    'active',
  ],
  [
    'slides',
    's.pptx',
    make.anOffice('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    'wrong_type',
  ],
  ['a document of an old program', 'old.doc', make.aCompound('WordDocument'), 'wrong_type'],
  ['a protected document', 'secret.docx', make.aCompound('EncryptedPackage'), 'encrypted'],
  ['a protected PDF', 'secret.pdf', aPdf({ catalogue: '/Encrypt 9 0 R' }), 'encrypted'],
  [
    'a PDF with a script',
    'js.pdf',
    aPdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
    'active',
  ],
  ['a PDF whose script is spelt in codes', 'js.pdf', aPdf({ catalogue: '/AA << /S /J#61vaScript >>' }), 'active'],
  ['a PDF with a packed script', 'js.pdf', aPdf({ streams: [make.packed('<< /S /JavaScript /JS (x) >>')] }), 'active'],
  ['a PDF that starts a program', 'go.pdf', aPdf({ catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' }), 'active'],
  ['a PDF with a file in it', 'att.pdf', aPdf({ catalogue: '/Names << /EmbeddedFiles 7 0 R >>' }), 'active'],
  [
    'a PDF whose packed objects never end',
    'z.pdf',
    aPdf({
      streams: [make.aStream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(40 * 1024 * 1024)))],
    }),
    'bomb',
  ],
  ['half a PDF', 'half.pdf', aPdf().subarray(0, 90), 'unreadable'],
]

const badOthers: readonly Case[] = [
  ['nothing', 'empty.pdf', Buffer.alloc(0), 'empty'],
  ['a program', 'setup.pdf', Buffer.concat([text('MZ'), Buffer.alloc(200)]), 'executable'],
  ['a program for Linux', 'run', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(200)]), 'executable'],
  ['a script', 'run.csv', text('#!/bin/sh', 'a,b', 'c,d'), 'executable'],
  ['the test virus', 'eicar.csv', eicar, 'infected'],
  ['the test virus within a document', 'v.docx', aDocx({ name: 'word/media/a.bin', bytes: eicar }), 'infected'],
  [
    'a picture with an archive behind it',
    'g.png',
    Buffer.concat([make.aPng(), aZip([{ name: 'a', bytes: text('b') }])]),
    'polyglot',
  ],
  [
    'a photo with a page behind it',
    'g.jpg',
    Buffer.concat([make.aJpeg(), text('<script>alert(1)</script>')]),
    'polyglot',
  ],
  ['a photo that is a PDF too', 'g.jpg', make.aJpeg(text('%PDF-1.4')), 'polyglot'],
  [
    'a PDF with an archive behind it',
    'g.pdf',
    Buffer.concat([aPdf(), aZip([{ name: 'a', bytes: text('b') }])]),
    'polyglot',
  ],
  [
    'an archive with a program before it',
    'g.zip',
    aZip([{ name: 'a', bytes: text('b') }], { before: text('GIF89a;') }),
    'polyglot',
  ],
  ['a page called PDF', 'page.pdf', text('<html><body>hello</body></html>'), 'wrong_type'],
  [
    'a drawing with a script',
    'logo.svg',
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'),
    'wrong_type',
  ],
  ['a text', 'note.csv', text('Dear Sir or Madam', 'we write to you'), 'wrong_type'],
  ['data that is no map', 'data.geojson', text('{"name":"x"}'), 'wrong_type'],
  ['a map that fetches another', 'net.kml', text('<kml><NetworkLink/></kml>'), 'active'],
  ['noise', 'noise.csv', deflateRawSync(text('a,b', 'c,d')), 'wrong_type'],
  ['a video that is cut off', 'v.mp4', make.anMp4().subarray(0, 160), 'unreadable'],
]

const badNames: readonly Case[] = (
  [
    ['a name with a path', '../../etc/passwd.pdf'],
    ['a name with a drive', 'C:\\letters\\a.pdf'],
    ['a name with a NUL', 'a.pdf\0.exe'],
    ['a name that turns round', 'gpj\u202efdp.exe'],
    ['a name of a device', 'CON.pdf'],
    ['a name with a line end', 'a\r\nb.pdf'],
    ['a name of three hundred signs', `${'a'.repeat(300)}.pdf`],
    ['a name of nothing', '   '],
  ] as const
).map(([says, name]) => [says, name, aPdf(), 'bad_name'])

/** Files good and bad, made by code; each has one right verdict. */
export const corpus: readonly Case[] = [
  ...good,
  ...goodOffice,
  ...badContainers,
  ...badDocuments,
  ...badOffice,
  ...badOthers,
  ...badNames,
]
