package page

// A Data is the page that says what can be had as data, and in which form.
type Data struct {
	Frame
	Count   int       // of documents
	Example []Link    // the files of one of them
	Sets    []DataSet // policies that have rules
	Sitemap bool
}

// A DataSet is the rules and cases of one policy.
type DataSet struct {
	Doc          Doc
	Version      string
	Rules, Cases string // addresses; Cases is empty without cases
	Count        int    // of cases
}
