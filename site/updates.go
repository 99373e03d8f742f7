package site

import (
	"cmp"
	"slices"

	"mingce/site/page"
)

// updates are the documents published last, at most five. One that does not
// say when it was published is not among them: its day would be invented.
func updates(all *content, docs []page.Doc) (out []page.Update) {
	for i, e := range all.policies {
		if d := e.doc.Meta.Published.Value; !d.IsZero() {
			out = append(out, page.Update{Date: d.String(), Text: docs[i].Title, To: docs[i].Address})
		}
	}
	slices.SortStableFunc(out, func(a, b page.Update) int { return cmp.Compare(b.Date, a.Date) })
	return out[:min(len(out), 5)]
}
