package e2e

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// When the module does not come, or is not what it should be, the page says
// so and the sheet stays a form to fill in. Nothing is thrown.
func TestPageWithoutItsModule(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"missing": http.NotFound,
		"garbage": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/wasm")
			_, _ = w.Write([]byte("\x00asm garbage"))
		},
		"cut off": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "5000")
			_, _ = w.Write([]byte("\x00asm"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			x, s := daqing(t), serve(t)
			s.extra[s.module(t)] = answer
			p := open(t, s)
			p.visit(sheetPage)
			p.eval(`e2e.until(() => "broken" in e2e.form().dataset)`)
			for _, fault := range p.take() {
				// the browser's own note on the request is all
				require.True(t, strings.HasPrefix(fault, "console: error") && strings.Contains(fault, s.module(t)), fault)
			}
			require.Contains(t, get[string](p, `document.querySelector(".stalled").innerText`), "没有载入成功")
			require.True(t, get[bool](p, `e2e.visible(document.querySelector(".stalled"))`))
			p.eval(`e2e.fill($0)`, x.answers(x.awarded(t).Situation))
			require.True(t, get[bool](p, `e2e.form().elements.turnover.value !== ""`))
			require.NotEmpty(t, get[[]string](p, `[...e2e.form().querySelectorAll("input:checked")].map((e) => e.name)`))
			p.eval(`e2e.form().requestSubmit()`)
			require.True(t, strings.HasSuffix(get[string](p, `location.href`), sheetPage), "the form went somewhere")
		})
	}
}

// A module that the server labels wrongly, as old ones do, is used all the same.
func TestModuleOfUnknownType(t *testing.T) {
	x, s := daqing(t), serve(t)
	name := s.module(t)
	s.extra[name] = func(w http.ResponseWriter, _ *http.Request) {
		body, err := s.out.ReadFile(name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		_, _ = w.Write(body)
	}
	p := open(t, s)
	p.sheet()
	require.Equal(t, x.expected(x.program.NewSituation()), get[answer](p, `e2e.says()`))
}
