// Package opendata writes what a site publishes as data that anybody may use:
// documents, rules and worked cases. The page /data/ describes the formats to
// its readers; in short:
//
//	policies/<id>/<id>.txt    the official text, character for character
//	policies/<id>/<id>.md     the same with headings, for people who edit
//	policies/<id>/<id>.json   facts, and the text by numbered clauses ([Document])
//	policies/<id>/rules.json  what is computed, with the words it stands on ([Rules])
//	policies/<id>/cases.json  worked cases: a situation, and the award ([Cases])
//	data/index.json           everything there is ([Index])
//	data/documents.csv        the facts of all documents, for a spreadsheet ([CSV])
//
// Values are written as people give them to "mingce assess": money in 元, areas
// in 平方米, shares in %, spans in months, dates as 2015-11-30. What is not
// known is left out, never empty and never zero. A file is the same whenever
// it is made from the same content.
package opendata
