// Package importer turns what newsrooms hold into articles: the HTML of a CMS,
// alone ([HTML]) or with the columns beside it ([Article]), text copied off a page
// ([Text]), the agencies' ninjs ([NINJS]), and whole pages ([Page]). It is the only
// package of the library that reads markup.
//
// # What comes out
//
// Blocks of meaning, never markup. A caption is found in the next paragraph in
// italics, in the row below the picture or in a CMS's own class, and its credit in
// "(Ảnh: Văn A/TTXVN)"; a bold line becomes a heading, lines with dashes a list;
// two line breaks part paragraphs; a frame of a known site becomes an
// [article.Embed] by its id; a table that only lays out is dissolved; text that was
// pasted twice stands once. Editors push text around with no-break spaces, so each
// is read as a space.
//
// Importing what package render prints of a body gives the body again.
//
// # Untrusted input
//
// All input is untrusted. The time and memory of an import are proportional to its
// size, and [Options].Limits bound it with the errors [article.ErrTooLarge],
// [article.ErrTooDeep] (elements nested more than 512 deep, or blocks more than
// Limits.Depth) and [article.ErrTooComplex]; nothing is cut in silence.
//
// Of markup, Limits.Blocks bounds the nodes: every element that becomes a block or a
// row, every piece of text, and its marks if it has some, is one; a cell counts no
// more than what stands in it; notes, links, pictures and each other language count
// for several. So a table of five thousand rows of six cells is read by default. An
// import then allocates no more than sixteen times the size of the markup, or 32 MiB
// if that is more.
//
// Every address passes [article.SafeURL]. Whatever comes out passes
// [article.Article.Validate], but for what the source lacks, such as a headline.
//
// All functions may be called concurrently.
//
// # Notes
//
// Every decision and every loss is a [Note]. Letters of the source that readers
// would see are in the article or in the text of a note. The codes are stable; in
// this table a minus marks losses:
//
//	around-article              - what a page has around an article: navigation, teasers, buttons to share it
//	article-guessed           - the page names no article element; the one with most text was taken
//	association-to-body         a picture that the item's text does not show was put at its end
//	attribution                 the last line of a quotation is who said it
//	bad-json-ld               - a script of JSON-LD is no JSON
//	bad-lang                  - a language tag that BCP 47 does not know
//	bad-time                  - a time could not be read
//	body-not-used             - the item's text is there as HTML too, which was taken
//	box-from-table              a framed table of one cell is a box
//	box-title                   the heading that begins a box is its title
//	breadcrumb                  a line says in which section the article stands
//	byline                      a line says who wrote the article
//	byline-repeated           - a byline names who is known already
//	caption-from-alt            the line below a picture has the words of its alternative text
//	caption-from-break          the words after a picture and one line break
//	caption-from-center         a centered line below a centered picture
//	caption-from-class          a class or element says that it is a caption
//	caption-from-credit         the line below a picture names who took it
//	caption-from-figure         the words in a figure or in the table of a picture
//	caption-from-italic         the next paragraph, in italics
//	caption-from-padding        the next paragraph, pushed to the middle with no-break spaces
//	caption-from-row            the first row of a table is one cell as wide as the table: its caption
//	caption-from-small          a line in small print below a picture
//	caption-from-words          a short line below a picture begins with "Quang cảnh" or the like
//	caption-without-picture     the picture of a caption is not there or can't be kept
//	column-markup               a column was stored as HTML; the note's text is what it was
//	correction                  when a correction was made is not said; the item's own time was taken
//	credit                      who took a picture, taken from its caption with its label
//	credit-split                a name was a person's and an organization's
//	cut-off                   - the source ends inside a tag
//	date                        a line is the time of publication
//	dateline                    what stands before the dash that begins the lead
//	decoded                     the source was in the legacy encoding that the note's text names
//	divider                     a line drawn with characters is a divider
//	dropped-alt               - an alternative text that the system writes for every picture
//	dropped-attributes        - an element has more than 64 attributes
//	dropped-below             - what stands below an article, such as "Tin liên quan"
//	dropped-candidates        - a srcset has more than 64 candidates
//	dropped-control           - the words of buttons and fields
//	dropped-element           - the address of an element of which nothing is known
//	dropped-fallback          - what a video or recording says where it can't be played
//	dropped-hidden            - what the page does not show
//	dropped-html              - a formula or the like that another element cuts short
//	dropped-image             - a picture without an address that is safe
//	dropped-link              - a link in preformatted text, or to who took a picture
//	dropped-media             - a video or recording without a file that can be used
//	dropped-pixel             - a picture of one pixel, which counts readers
//	dropped-script            - a script
//	dropped-svg               - the words of a drawing
//	dropped-teaser            - words beside the links to other articles
//	dropped-title             - the title of a picture is the name of its file, or says as little, and there is no other text
//	dropped-ui                - words of the page's tools, such as "In trang"
//	embed-from-figure           a frame and the link below it are one; the note's text are the link's words
//	embed-from-link             an address on a line of its own is shown as what it leads to
//	escaped-twice               the text of a picture was escaped twice; the note's text is what it was
//	extension                   a property is kept in the article's Extensions
//	figure-from-table           a table holds pictures and their captions
//	file-from-embed             a frame shows a document
//	file-from-link              a line of its own links to a document; its label and a title that only names the file are the note's text
//	gallery                     pictures next to each other are a gallery
//	header-from-bold            the bold cells of the first row or column are headers
//	heading-from-bold           a bold line is a heading
//	heading-from-line           a short line is a heading
//	heading-to-paragraph        a heading of more than 250 characters is a paragraph
//	headline                    the headline was taken from the body
//	headline-date             - a date stood before the headline
//	headline-full-stop        - the headline ended in a full stop
//	headline-site             - the headline ended in the name of the site
//	headline-repeated         - the body begins with the headline
//	hero                        the picture before the text is the hero
//	hero-in-text                the picture that the page names for itself stands in the text, and stays there
//	hero-repeated               the body shows the hero again; its caption was taken
//	image-from-link             a link stands for a picture of another site; the note's text is the link's
//	image-to-text             - a sign in the line, such as an emoji, is its alternative text
//	invalid-utf8              - bytes that are no UTF-8 are U+FFFD
//	joined-words                a word looks like two syllables without a space: look at it
//	kept-html                   what no block holds is kept as it is
//	kicker                      the place at the front of the headline, or a line above it
//	layout-table                a table only places things and was dissolved
//	lead-from-bold              the bold paragraph that begins the body is the lead
//	lead-from-class             a class says that it is the lead
//	lead-repeated             - the body begins with the lead
//	lines-joined                lines were broken to a width and have been joined
//	links                       a list of links to other articles; the note's text is a title that says no more
//	list-from-lines             lines that begin alike are a list
//	list-from-paragraphs        paragraphs that begin alike are a list
//	list-from-terms             a list of terms is a list whose items begin in bold
//	list-from-word              paragraphs that a word processor has made a list
//	list-in-cell              - the items of a list in a cell are its lines
//	list-marker               - the letter that a word processor put before an item
//	live-without-updates      - a page of live coverage is read without it
//	math-to-text              - a formula is its text
//	media-from-cell             what stood in the cells of a table comes after it
//	naive-time                - a time names no zone, and Options.Location is not set
//	no-article-element        - nothing in the page looks like an article
//	no-author                 - a column names nobody: an account such as "admin", or an address
//	paragraph-from-blank-line   an empty line parts paragraphs that have no markup
//	paragraph-from-breaks       two line breaks part paragraphs
//	published-from-lead         the day that begins the lead is that of publication
//	publisher-as-author         - the page names its publisher beside a person as the author
//	rendition-not-used        - a file of a recording is no recording, or one of a picture is of no size or of one that another has
//	repeated-image            - a picture in text that was pasted twice
//	repeated-text             - text that was pasted twice
//	ruby-to-text                the reading of a character stands in brackets after it
//	second-headline             the heading of the page is not the headline of its metadata: the alternative headline
//	shortcode                 - a shortcode of WordPress was expanded, or can't be
//	source                      a line says where the article is from
//	stray-quote                 a quotation mark without its partner: look at it
//	tags                        lines below copied text are its tags: "Từ khóa: ..."
//	withheld                    an embargo or a status can't be read, so the article is withheld
//	too-long                  - an attribute of more than article.MaxField bytes
//	unknown-embed               content of a site that is not known is a link
//	unsafe-url                - an address that is not safe, or not one
package importer
