package templates

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/templates/compiled"
)

// Every kind of page can be run without html/template: one that cannot is slow,
// and should say so here and not in the time of a build.
func TestEveryKindIsCompiled(t *testing.T) {
	set, err := Load()
	require.NoError(t, err)
	for name, k := range set.byName {
		of, err := k.load()
		require.NoError(t, err)
		_ = of.Execute(io.Discard, nil) // fails, but decides about escaping first
		_, err = compiled.New(of, funcs(), methods())
		if name == "moved" { // goes elsewhere at once, by an address in a script or a refresh
			continue
		}
		require.NoError(t, err, name)
	}
}
