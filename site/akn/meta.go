package akn

// meta writes what is known about the document. Dates are those of the
// document: a file made twice is the same.
func (w *writer) meta(s Source) {
	m := s.Document.Meta
	signed := m.Signed.Value.String()
	expressed, name := signed, "成文日期"
	if m.Published.Set {
		expressed, name = m.Published.Value.String(), "发布日期"
	}
	work := "/akn/cn/statement/" + signed + "/" + s.ID
	expression := work + "/zho@" + expressed
	w.open("meta")
	w.open("identification", "source", "#publisher")
	w.open("FRBRWork")
	w.frbr(work+"/!main", work)
	if s.Address != "" {
		w.empty("FRBRalias", "value", s.Address, "name", "page")
	}
	w.empty("FRBRdate", "date", signed, "name", "成文日期")
	w.empty("FRBRauthor", "href", "#issuer")
	w.empty("FRBRcountry", "value", "cn")
	w.empty("FRBRnumber", "value", m.Number.Value)
	w.empty("FRBRname", "value", m.Title.Value)
	w.close("FRBRWork")
	w.open("FRBRExpression")
	w.frbr(expression+"/!main", expression)
	w.empty("FRBRdate", "date", expressed, "name", name)
	w.empty("FRBRauthor", "href", "#issuer")
	w.empty("FRBRlanguage", "language", "zho")
	w.close("FRBRExpression")
	w.open("FRBRManifestation")
	w.frbr(expression+"/!main.xml", expression+".xml")
	w.empty("FRBRdate", "date", expressed, "name", name)
	w.empty("FRBRauthor", "href", "#publisher")
	w.close("FRBRManifestation")
	w.close("identification")
	w.open("references", "source", "#publisher")
	w.empty("TLCOrganization", "eId", "issuer", "href", "/ontology/organization/cn/issuer", "showAs", m.Issuer.Value)
	w.empty("TLCOrganization", "eId", "publisher", "href", "/ontology/organization/cn/publisher", "showAs", s.Publisher)
	w.close("references")
	w.close("meta")
}

// frbr writes the two names that every level of identification begins with.
func (w *writer) frbr(this, uri string) {
	w.empty("FRBRthis", "value", this)
	w.empty("FRBRuri", "value", uri)
}
