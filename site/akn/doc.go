// Package akn writes a document as Akoma Ntoso 3.0, the OASIS standard for
// legal texts, so that machines read its structure and cite its clauses.
//
//	一、     section       sec_1
//	第一条    article       art_1
//	(一)    subsection    sec_1__subsec_1
//	1.      paragraph     sec_1__subsec_1__para_1
//	(1)     subparagraph  sec_1__subsec_1__para_1__subpara_1
//
// The eIds follow the OASIS naming convention (akn-nc-v1.0): the abbreviation
// of the element and its number in the text, under the eId of what it stands
// in. A number that the text has twice gets -2. The id of the same clause on
// this site, c3-2-1, is its wId.
//
// Title, number and addressee stand in preface and preamble, what follows the
// clauses in conclusions. Every line of the text is there, character for
// character, its outer blanks aside: num, heading and a first <p class="run-in">
// are one line, any other <p> is a line of its own.
//
// A 指导意见 is no law: the document is a statement, and its name is what it
// calls itself.
package akn
