/** Files of papers in many formats, each of three records, written for the tests. */

export interface Sample {
	/** Id of the importer that reads it. */
	readonly format: string;
	readonly extension: string;
	readonly text: string;
	/** Titles, in order. */
	readonly titles: readonly string[];
}

const titles = ['Rivers That Remember', 'A Map of Grün & Blue', 'Counting Boats'];

export const risText = `TY  - JOUR
AU  - von Lake, Anna
AU  - Brook, Bo, Jr.
TI  - Rivers That Remember
T2  - Journal of Water
JA  - J. Water
PY  - 2019
DA  - 2019/06/12/
VL  - 7
IS  - 2
SP  - 10
EP  - 20
SN  - 1234-5679
DO  - https://doi.org/10.1000/rivers
UR  - https://example.org/rivers
KW  - memory
KW  - flow
AB  - Rivers keep what
they were told,
and say it again.
ID  - lake2019rivers
C2  - extra
ER  - 

TY  - CHAP
A1  - Brook, Bo
T1  - A Map of Grün & Blue
BT  - The Book of Maps
ED  - Hill, Cy
PB  - Map House
CY  - Bergen
Y1  - 2001///
SP  - 5-9
SN  - 978-3-16-148410-0
ER  - 

TY  - CPAPER
AU  - Sea Company,
TI  - Counting Boats
C3  - Proceedings of the Boat Conference
T2  - Boats
PY  - 2020/
ER  - 
`;

export const enwText = `%0 Journal Article
%A von Lake, Anna
%A Brook, Bo, Jr.
%T Rivers That Remember
%J Journal of Water
%D 2019
%8 June 12
%V 7
%N 2
%P 10-20
%@ 1234-5679
%R 10.1000/rivers
%U https://example.org/rivers
%K memory
flow
%X Rivers keep what

they were told.
%F lake2019rivers
%M 17

%0 Book Section
%A Brook, Bo
%E Hill, Cy
%T A Map of Grün & Blue
%B The Book of Maps
%I Map House
%D 2001

%0 Conference Proceedings
%A Sea Company,
%T Counting Boats
%B Proceedings of the Boat Conference
%D 2020
`;

const styled = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;

/** In one line, as EndNote writes it. */
export const endnoteXmlText = `<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="My.enl">My.enl</database><rec-number>1</rec-number><foreign-keys><key app="EN" db-id="x">1</key></foreign-keys><ref-type name="Journal Article">17</ref-type><contributors><authors><author>${styled('von Lake, Anna')}</author><author>${styled('Brook, Bo')}</author></authors></contributors><titles><title>${styled('Rivers That ')}<style face="italic">Remember</style></title><secondary-title>${styled('Journal of Water')}</secondary-title></titles><pages>${styled('10-20')}</pages><volume>${styled('7')}</volume><number>${styled('2')}</number><keywords><keyword>${styled('memory')}</keyword><keyword>${styled('flow')}</keyword></keywords><dates><year>${styled('2019')}</year><pub-dates><date>${styled('June 12')}</date></pub-dates></dates><isbn>${styled('1234-5679')}</isbn><label>${styled('lake2019rivers')}</label><electronic-resource-num>${styled('10.1000/rivers')}</electronic-resource-num><abstract>${styled('Rivers keep what they were told.')}</abstract><urls><related-urls><url>${styled('https://example.org/rivers')}</url></related-urls></urls><custom1>${styled('extra')}</custom1></record><record><ref-type name="Book Section">5</ref-type><contributors><authors><author>Brook, Bo</author></authors><secondary-authors><author>Hill, Cy</author></secondary-authors></contributors><titles><title>A Map of Grün &amp; Blue</title><secondary-title>The Book of Maps</secondary-title></titles><dates><year>2001</year></dates></record><record><ref-type name="Conference Paper">47</ref-type><contributors><authors><author>Sea Company,</author></authors></contributors><titles><title>Counting Boats</title><secondary-title>Boat Conference</secondary-title></titles><dates><year>2020</year></dates></record></records></xml>`;

export const nbibText = `
PMID- 11111111
OWN - NLM
IS  - 1234-5679 (Electronic)
VI  - 7
IP  - 2
DP  - 2019 Jun 12
TI  - Rivers That
      Remember
PG  - 10-20
LID - S123 [pii]
LID - 10.1000/rivers [doi]
AB  - Rivers keep what they
      were told.
FAU - von Lake, Anna
AU  - von Lake A
FAU - Brook, Bo Jr
AU  - Brook B Jr
LA  - eng
PT  - Journal Article
TA  - J Water
JT  - Journal of Water
MH  - *Memory
MH  - Water/*chemistry
OT  - flow

PMID- 22222222
DP  - 2001 Spring
TI  - A Map of Grün & Blue
AU  - Brook B
AU  - van Hill CD
PT  - Preprint
AID - 10.1000/map [doi]

PMID- 33333333
DP  - 2020
TI  - Counting Boats
CN  - Sea Company
PT  - Journal Article
`;

export const atomText = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=boats</title>
  <id>http://arxiv.org/api/abc</id>
  <entry>
    <id>http://arxiv.org/abs/1906.01234v2</id>
    <updated>2019-08-01T10:00:00Z</updated>
    <published>2019-06-12T17:57:34Z</published>
    <title>Rivers That
  Remember</title>
    <summary>  Rivers keep what they
were told, for $x &lt; y$.
</summary>
    <author><name>Anna von Lake</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Here</arxiv:affiliation></author>
    <author><name>Bo Brook</name></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/rivers</arxiv:doi>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">9 pages</arxiv:comment>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Water 7 (2019)</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/1906.01234v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/1906.01234v2" rel="related"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
  <entry>
    <id>http://arxiv.org/abs/math/0101001v1</id>
    <published>2001-01-01T00:00:00Z</published>
    <title>A Map of Grün &amp; Blue</title>
    <author><name>Bo Brook</name></author>
  </entry>
  <entry>
    <id>http://arxiv.org/abs/2001.00001v1</id>
    <published>2020-01-01T00:00:00Z</published>
    <title>Counting Boats</title>
  </entry>
</feed>
`;

export const dblpText = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE dblp SYSTEM "dblp.dtd">
<dblp>
<article mdate="2020-01-02" key="journals/water/LakeB19">
<author>Anna von Lake</author>
<author orcid="0000-0000-0000-0000">Bo Br&ouml;&ouml;k 0002</author>
<title>Rivers <i>That</i> Remember.</title>
<pages>10-20</pages>
<year>2019</year>
<volume>7</volume>
<journal>J. Water</journal>
<number>2</number>
<ee type="oa">https://doi.org/10.1000/rivers</ee>
<ee>https://example.org/rivers</ee>
<url>db/journals/water/water7.html#LakeB19</url>
</article>
<www mdate="2009-06-10" key="homepages/b/BoBrook"><author>Bo Brook</author><title>Home Page</title></www>
<article publtype="informal" mdate="2020-01-02" key="journals/corr/abs-1906-01234"><author>Bo Brook</author><title>A Map of Gr&uuml;n &amp; Blue.</title><year>2001</year><volume>abs/1906.01234</volume><journal>CoRR</journal></article><inproceedings mdate="2020-01-02" key="conf/boats/Sea20">
<author>Sam Sea</author>
<title>Counting Boats.</title>
<year>2020</year>
<booktitle>BOATS</booktitle>
<crossref>conf/boats/2020</crossref>
</inproceedings>
</dblp>
`;

export const aclText = `<?xml version='1.0' encoding='UTF-8'?>
<collection id="2020.boats">
  <volume id="main" ingest-date="2020-06-18" type="proceedings">
    <meta>
      <booktitle>Proceedings of the Boat Conference</booktitle>
      <editor><first>Cy</first><last>Hill</last></editor>
      <publisher>Association for Boats</publisher>
      <address>Bergen</address>
      <month>July</month>
      <year>2020</year>
      <url hash="1">2020.boats-main</url>
    </meta>
    <frontmatter>
      <url hash="2">2020.boats-main.0</url>
    </frontmatter>
    <paper id="1">
      <title><fixed-case>R</fixed-case>ivers That <fixed-case>R</fixed-case>emember</title>
      <author id="anna"><first>Anna</first><last>von Lake</last><affiliation>Here</affiliation></author>
      <author><first>Bo</first><last>Brook</last></author>
      <pages>10–20</pages>
      <abstract>Rivers keep <tex-math>x^2</tex-math> of what they were told.</abstract>
      <url hash="3">2020.boats-main.1</url>
      <doi>10.18653/v1/2020.boats-main.1</doi>
      <bibkey>lake-brook-2020-rivers</bibkey>
      <video href="https://example.org/1"/>
    </paper>
    <paper id="2">
      <title>A Map of Grün &amp; Blue</title>
      <author><first>Bo</first><last>Brook</last></author>
    </paper>
  </volume>
  <volume id="short">
    <meta><booktitle>Short Boats</booktitle><year>2021</year></meta>
    <paper id="7"><title>Counting Boats</title><author><last>Sea</last></author></paper>
  </volume>
</collection>
`;

export const csvText = `Key,Title,Authors,Year,Venue,Abstract,DOI,Note on it
lake2019,Rivers That Remember,"von Lake, Anna; Brook, Bo",2019,Journal of Water,"Rivers keep ""what""
they were told, twice.",10.1000/rivers,extra
map2001,A Map of Grün & Blue,"Brook, Bo",2001,,,,
boats2020,Counting Boats,Sam Sea and Cy Hill,2020,NeurIPS,,,
`;

export const tsvText = csvRow(['title', 'author', 'year'])
	.concat(csvRow([titles[0]!, 'Anna Lake, Bo Brook', '2019']))
	.concat(csvRow([titles[1]!, 'Bo Brook', '2001']))
	.concat(csvRow([titles[2]!, 'Sam Sea', '2020']));

function csvRow(cells: readonly string[]): string {
	return `${cells.join('\t')}\n`;
}

export const samples: readonly Sample[] = [
	{ format: 'ris', extension: '.ris', text: risText, titles },
	{ format: 'enw', extension: '.enw', text: enwText, titles },
	{ format: 'endnote-xml', extension: '.xml', text: endnoteXmlText, titles },
	{ format: 'nbib', extension: '.nbib', text: nbibText, titles },
	{ format: 'arxiv-atom', extension: '.atom', text: atomText, titles },
	{ format: 'dblp', extension: '.xml', text: dblpText, titles },
	{ format: 'acl-xml', extension: '.xml', text: aclText, titles },
	{ format: 'csv', extension: '.csv', text: csvText, titles },
	{ format: 'csv', extension: '.tsv', text: tsvText, titles },
];
