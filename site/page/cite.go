package page

import (
	"mingce/calc"
	"mingce/site/policy"
)

// citing finds the words something stands on, in the text at an address.
func citing(d *policy.Document, address string, from calc.Citation) Cite {
	c, ok := d.Clause(from.Clause)
	if !ok {
		return Cite{Quote: from.Quote}
	}
	return Cite{Ref: c.Ref, Address: address + "#" + c.ID, Quote: from.Quote}
}

// reference is a link to a clause.
func reference(d *policy.Document, address, clause string) Link {
	c, ok := d.Clause(clause)
	if !ok {
		return Link{Text: clause, To: address}
	}
	return Link{Text: c.Ref, To: address + "#" + c.ID}
}
