package dev

import (
	"bytes"
	_ "embed" // problems.html
	"html/template"
	"net/http"

	"mingce/site/problem"
)

//go:embed problems.html
var problemsPage string

// A shown is one problem as the page shows it.
type shown struct {
	Text string // as at a terminal, with the line and carets
}

// problems shows what is in the way of a build.
func (p *preview) problems(w http.ResponseWriter, now state) {
	t, err := template.New("problems").Parse(problemsPage)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	var list []shown
	for _, one := range now.problems {
		var b bytes.Buffer
		problem.List{one}.Print(&b, p.source)
		list = append(list, shown{b.String()})
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusServiceUnavailable)
	_ = t.Execute(w, map[string]any{
		"Summary": now.problems.Summary(), "Problems": list, "Last": now.site != nil, "Script": scriptPath,
	})
}
