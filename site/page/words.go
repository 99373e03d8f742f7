package page

import "mingce/site/terms"

// A Words is a stretch of official text with the terms in it that are
// explained elsewhere. Joined, it is the text.
type Words []terms.Run

// A Glossary is the page that explains terms.
type Glossary struct {
	Frame
	Terms []terms.Term
}
