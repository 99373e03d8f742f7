package e2e

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"mingce/site"
)

// town is the second town with what it publishes, all of it made up: files of
// the scripts that hold the same promises on the command line.
func town(t testing.TB, files map[string]string) *server {
	t.Helper()
	m := fstest.MapFS{}
	from := os.DirFS("../../testdata/town")
	require.NoError(t, fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		m[name] = &fstest.MapFile{Data: data}
		return err
	}))
	for _, script := range []string{"columns", "notices"} {
		archive, err := txtar.ParseFile("../../testdata/script/" + script + ".txt")
		require.NoError(t, err)
		for _, f := range archive.Files {
			if to, ok := files[f.Name]; ok {
				m[to] = &fstest.MapFile{Data: f.Data}
			}
		}
	}
	out, problems := site.Build(m, site.Options{})
	require.NoError(t, problems.Err())
	return serveSite(t, out)
}

// published is everything a town can publish.
func published(t testing.TB) *server {
	return town(t, map[string]string{
		"site.toml": "site.toml", "how.md": "interpretations/how.md", "n1.md": "news/2024-1.md", "n2.md": "news/2025-1.md",
		"who.md": "faq/who.md", "jobs.md": "topics/jobs.md", "notice.md": "notices/2024-1.md", "list.csv": "notices/2024-1.csv",
		"parks.md": "directory/parks.md", "parks.csv": "directory/parks.csv",
	})
}

const noticePage = "notices/2024-1/"

// on makes the page believe in a moment; it must come before the visit.
func (p *tab) on(moment string) {
	p.t.Helper()
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `Date.now = () => Date.parse("` + moment + `")`,
	})
}

// A notice says where in its days it is, by the calendar of China wherever the
// visitor is; the first and the last day count.
func TestNoticeKnowsItsDays(t *testing.T) {
	s := published(t)
	for moment, want := range map[string]string{
		"2024-05-05T15:59:59Z": "尚未开始",
		"2024-05-05T16:00:00Z": "公示中，还剩7天", // midnight in China
		"2024-05-11T15:59:59Z": "公示中，还剩2天",
		"2024-05-12T15:59:59Z": "公示中，今天是最后一天",
		"2024-05-12T16:00:00Z": "公示期已结束",
	} {
		p := open(t, s)
		p.on(moment)
		p.visit(noticePage)
		require.Equal(t, want, get[string](p, `document.querySelector(".period .state").textContent`), moment)
	}
}

// Without script the dates stand there, with a sentence that is always true.
func TestNoticeWithoutScript(t *testing.T) {
	p := open(t, published(t))
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.do(chromedp.Navigate(p.s.at(noticePage)))
	require.Contains(t, get[string](p, `document.querySelector(".period").innerText`), "公示期内可以提出异议；过了截止日期，公示期即告结束。")
	require.Zero(t, get[int](p, `document.querySelectorAll(".roster button").length`))
	require.Equal(t, 3, get[int](p, `document.querySelectorAll(".roster tbody tr").length`))
}

// A table is sorted by a press on the name of a column, as a number where it
// holds numbers, and turned round by another.
func TestRosterIsSorted(t *testing.T) {
	p := open(t, published(t))
	p.visit(noticePage)
	names := func() []string {
		return get[[]string](p, `[...document.querySelectorAll(".roster tbody tr")].map((r) => r.cells[0].textContent[0])`)
	}
	press := func(column int) {
		p.eval(`document.querySelectorAll(".roster th button")[$0].focus()`, column)
		p.press("\r")
	}
	require.Equal(t, []string{"甲", "乙", "丙"}, names())
	press(2)
	require.Equal(t, []string{"丙", "乙", "甲"}, names(), "1.05, 50 000, 80 000: as numbers, not as words")
	require.Equal(t, "ascending", get[string](p, `document.querySelectorAll(".roster th")[2].ariaSort`))
	press(2)
	require.Equal(t, []string{"甲", "乙", "丙"}, names())
	require.Equal(t, "已按金额从大到小排列", get[string](p, `document.querySelector(".sorted").textContent`))
	press(0)
	require.Equal(t, "ascending", get[string](p, `document.querySelector(".roster th").ariaSort`))
	require.Empty(t, get[string](p, `document.querySelectorAll(".roster th")[2].ariaSort ?? ""`))
}

// Every page of the columns is accessible, light and dark, and no wider than a
// phone.
func TestColumnsAreAccessible(t *testing.T) {
	s := published(t)
	for _, theme := range []string{"light", "dark"} {
		p := open(t, s)
		p.theme(theme)
		for _, at := range []string{
			"news/", "news/years/2024/", "news/2024-1/", "interpretations/", "interpretations/how/", "faq/", "faq/who/", "topics/", "topics/jobs/",
			"notices/", noticePage, "directory/", "directory/parks/", "tags/hiring/", "policies/", "policies/hzf-2024-8/",
		} {
			for _, width := range []int64{1280, 360} {
				p.screen(width, 740)
				p.visit(at)
				require.Empty(t, p.axe(), "%s, %s at %d px", at, theme, width)
				require.LessOrEqual(t, get[int](p, `document.documentElement.scrollWidth`), int(width), at)
			}
		}
	}
}
