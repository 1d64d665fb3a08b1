import type { Case } from './case.js'
import { aDocx, aDocxSaying, anXlsx, aRelatedDocx, field, relating, relation, text } from './files.js'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const template = 'Type="~/attachedTemplate" Target="https://example.invalid/x"'
const link = 'Type="~/hyperlink" Target="https://example.invalid/a?b=1&amp;c=2"'
const types = (words: string): Buffer => text(`<Types><Override ${words}/></Types>`)
const aChunk = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="afchunk.htm"'

type Named = readonly [says: string, bytes: Buffer]
const cases = (verdict: string, named: readonly Named[]): readonly Case[] =>
  named.map(([says, bytes]) => [says, 'paper.docx', bytes, verdict])

/** Documents that point, count and show as letters do. */
export const goodOffice: readonly Case[] = cases(docx, [
  ['a link whose words are spelt in codes', aRelatedDocx(`${link} TargetMode="Exter&#110;al"`)],
  [
    'a link whose address holds a bracket',
    aRelatedDocx(`Type="~/hyperlink" Target="https://a.invalid/>" TargetMode="External"`),
  ],
  ['a picture within the document', aRelatedDocx('Type="~/image" Target="media/image1.png"')],
  [
    'a page number, and a link as a field',
    aDocxSaying(`${field(' PAGE ')}${field(' HYPERLINK "https://a.invalid" ')}`),
  ],
  ['a picture from the same machine as a field', aDocxSaying(field(' INCLUDEPICTURE "C:\\\\a.png" '))],
  ['a text that speaks of DDEAUTO', aDocxSaying('<w:r><w:t>DDEAUTO and INCLUDEPICTURE "http://a.invalid"</w:t></w:r>')],
  ['a list of contents with page numbers in it', aDocxSaying(field(' TOC ', field(' PAGEREF _a ')))],
  ['a part that says it is UTF-8', aRelatedDocx(text('\ufeff<?xml version="1.0" encoding="utf-8"?><Relationships/>'))],
])

/** Documents that fetch from elsewhere, or start something, in words that are easily overlooked. */
export const badOffice: readonly Case[] = [
  ...cases('active', [
    [
      'a type that merely ends as that of a link',
      aRelatedDocx('Type="https://a.invalid/relationships/hyperlink" Target="https://a.invalid" TargetMode="External"'),
    ],
    [
      'an attribute more that holds the type of a link',
      aRelatedDocx(`${template} TargetMode="External" a="/relationships/hyperlink"`),
    ],
    [
      'an attribute of another family beside the type',
      aRelatedDocx(`${template} TargetMode="External" x:Type="~/hyperlink"`),
    ],
    ['a mode spelt in codes', aRelatedDocx(`${template} TargetMode="Exter&#110;al"`)],
    ['a bracket before the mode', aRelatedDocx(`a=">" ${template} TargetMode="External"`)],
    [
      'an address that calls itself a part',
      aRelatedDocx('Type="~/image" Target="file://a.invalid/x" TargetMode="Internal"'),
    ],
    ['a field that starts a program', aDocxSaying(field(' DDEAUTO c:\\\\cmd.exe "/k calc" '))],
    ['a field that starts a program, in pieces', aDocxSaying(field(' DDE', 'AU', 'TO cmd "/k"'), 'word/document2.xml')],
    ['a field that starts a program, in one tag', aDocxSaying('<w:fldSimple w:instr=" DD&#69; cmd x "/>')],
    ['a field whose word another field makes', aDocxSaying(field(field('QUOTE 68 68 69'), ' cmd x'))],
    ['a picture from elsewhere as a field', aDocxSaying(field(' INCLUDEPICTURE "http://a.invalid/p.png" \\d '))],
    ['a picture from an address another field makes', aDocxSaying(field(' INCLUDEPICTURE ', field('QUOTE "x"')))],
    [
      'a text from another machine as a field',
      aDocxSaying(field(' INCLUDETEXT "\\\\\\\\a.invalid\\\\x" '), 'word/footnotes.xml'),
    ],
    [
      'a page with a script as a piece of the text',
      aDocx(
        { name: 'word/afchunk.htm', bytes: text('<html><script>alert(1)</script></html>') },
        { name: 'word/_rels/document.xml.rels', bytes: relating(aChunk) },
      ),
    ],
    ['a place for a piece from another file', aDocxSaying('<w:altChunk r:id="r1"/>')],
    [
      'XML under the name of a picture',
      aDocx({ name: '[content_types].xml', bytes: types('PartName="/word/a.png" ContentType="x+xml"') }),
    ],
    [
      'a table from elsewhere',
      anXlsx({ name: 'xl/externalLinks/_rels/a.xml.rels', bytes: relation('externalLinkPath') }),
    ],
  ]),
  ...cases('unreadable', [
    ['relations in UTF-16', aRelatedDocx(Buffer.from('\ufeff<Relationships/>', 'utf16le'))],
    ['relations in UTF-16 without a mark', aRelatedDocx(Buffer.from('<Relationships/>', 'utf16le'))],
    [
      'relations that say another encoding',
      aRelatedDocx(text('<?xml version="1.0" encoding="utf-7"?><Relationships/>')),
    ],
    ['relations with words of their own', aRelatedDocx(text('<!DOCTYPE a [<!ENTITY b "c">]><Relationships/>'))],
    ['a relation hidden behind an instruction', aRelatedDocx(text('<?x > <!-- ?><Relationships/><!-- -->'))],
    ['a relation hidden behind a short remark', aRelatedDocx(text('<!--> <![CDATA[ --><Relationships/><!-- ]]> -->'))],
    ['a relation with two types', aRelatedDocx(`${link} Type="~/attachedTemplate" TargetMode="External"`)],
  ]),
]
