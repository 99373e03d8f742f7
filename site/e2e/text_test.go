package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The article says the official text, character for character, in order, and
// nothing else: what is ours in it stands in asides.
func TestTextIsTheDocument(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.visit(textPage)
	require.Equal(t, x.doc.Text(), strings.Join(get[[]string](p, `e2e.lines()`), "\n"))
	require.Equal(t, squeeze(x.doc.Text()), squeeze(strings.Join(get[[]string](p, `e2e.lines(true)`), "\n")), "as shown")
}

// Every clause has its own address: the mark beside it leads to it, and
// opening the address shows it, marked.
func TestEveryClauseHasItsAddress(t *testing.T) {
	x, p := daqing(t), open(t, serve(t))
	p.visit(textPage)
	for _, width := range []int64{1280, 360} {
		p.screen(width, 740)
		for c := range x.doc.Clauses() {
			require.Equal(t, []string{"#" + c.ID}, get[[]string](p, `e2e.marks($0)`, c.ID), "the mark of %s", c.Ref)
			got := get[landing](p, `e2e.land("#" + $0)`, c.ID)
			require.Equal(t, landing{c.ID, true, true}, got, "%s at %d px", c.Ref, width)
		}
	}
}

// A landing is what an address within a page shows.
type landing struct {
	Target string // the id
	Seen   bool   // its first line is on the screen, under nothing
	Begins bool   // and in its upper half, as far as the page reaches
}

// Every line of the contents leads to the heading it names.
func TestContentsLead(t *testing.T) {
	x := daqing(t)
	for _, width := range []int64{1280, 360} {
		p := open(t, serve(t))
		p.screen(width, 740)
		p.visit(textPage)
		links := get[[][2]string](p, `Array.from(document.querySelectorAll(".toc a"), (a) => [a.hash, a.textContent])`)
		require.NotEmpty(t, links)
		for _, link := range links {
			c, ok := x.doc.Clause(strings.TrimPrefix(link[0], "#"))
			require.True(t, ok, link)
			require.Equal(t, c.Label+c.Heading, link[1])
			p.eval(`(document.querySelector(".toc details").open = true, document.querySelector(".toc a[href='" + $0 + "']").click())`, link[0])
			require.Equal(t, landing{c.ID, true, true}, get[landing](p, `e2e.land(location.hash)`), "%s at %d px", link, width)
		}
	}
}
