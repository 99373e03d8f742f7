package e2e

import (
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site"
)

// Every address on every page, as the browser resolves it, leads to a file and
// a place of the site, wherever the site lives; the page that is not there
// leads back from any depth.
func TestLinksLead(t *testing.T) {
	for _, base := range []string{"/", "/zc/"} {
		t.Run(base, func(t *testing.T) {
			out, problems := site.Build(os.DirFS("../../content"), site.Options{BasePath: base})
			require.NoError(t, problems.Err())
			s := serveSite(t, out)
			p := open(t, s)
			ids, links := map[string][]string{}, map[string][]string{}
			for _, page := range s.pages() {
				p.visit(page)
				p.tolerateMissing(page)
				ids[s.at(page)] = get[[]string](p, `e2e.ids()`)
				links[page] = get[[]string](p, `e2e.addresses()`)
				require.NotEmpty(t, links[page])
			}
			known := map[string]bool{}
			for page, addresses := range links {
				for _, address := range addresses {
					require.True(t, strings.HasPrefix(address, s.at("")), "%s leads out of the site: %s", page, address)
					file, place, _ := strings.Cut(address, "#")
					file = strings.TrimSuffix(file, "?") // the page itself, loaded again
					if !known[file] && file != s.at(missing) {
						known[file] = true
						require.Equal(t, http.StatusOK, s.status(t, file), "%s leads to %s", page, address)
					}
					place, err := url.PathUnescape(place)
					require.NoError(t, err)
					require.True(t, place == "" || strings.HasPrefix(place, "~") || slices.Contains(ids[file], place), "%s leads to %s, where there is no such place", page, address)
				}
			}
			p.sheet() // with its module and its styles
			require.True(t, strings.HasPrefix(get[string](p, `location.pathname`), base))
		})
	}
}

func (s *server) status(t testing.TB, address string) int {
	t.Helper()
	r, err := http.Get(address)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	return r.StatusCode
}
