package feed

import (
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func sample() Feed {
	return Feed{
		Address: "policies/atom.xml", Page: "policies/", Title: "某站 政策文件", Author: "某站<&>",
		Entries: []Entry{
			{Address: "policies/a/", Title: "甲<b>&\"", Author: "某市人民政府", Updated: "2015-11-30", Summary: "说明", Subject: []string{"电子商务"}},
			{Address: "policies/b/", Title: "乙", Updated: "2024-03-05", Issued: "2024-03-01"},
			{Address: "policies/b/", Version: "2023-01-01", Title: "乙", Updated: "2023-01-01"},
		},
	}
}

func sites() []Site {
	return []Site{{Name: "某站"}, {Name: "某站", Base: "https://www.example.gov.cn/zc/"}}
}

// read is a feed as a reader takes it.
type read struct {
	ID      string `xml:"id"`
	Updated string `xml:"updated"`
	Links   []link `xml:"link"`
	Entries []struct {
		ID    string `xml:"id"`
		Title string `xml:"title"`
		Links []link `xml:"link"`
	} `xml:"entry"`
}

type link struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

func TestAtom(t *testing.T) {
	for _, c := range []struct{ base, id, entry, href string }{
		{"", "urn:uuid:", "urn:uuid:", "../policies/b/"},
		{"https://www.example.gov.cn/zc/", "tag:www.example.gov.cn,2026:/zc/policies/atom.xml", "tag:www.example.gov.cn,2026:/zc/policies/b/", "https://www.example.gov.cn/zc/policies/b/"},
	} {
		body, ok := Site{Name: "某站", Base: c.base}.Atom(sample())
		require.True(t, ok)
		var f read
		require.NoError(t, xml.Unmarshal(body, &f))
		require.True(t, strings.HasPrefix(f.ID, c.id), f.ID)
		require.Equal(t, "2024-03-05T00:00:00+08:00", f.Updated, "the latest")
		require.Len(t, f.Entries, 3)
		require.Equal(t, "乙", f.Entries[0].Title, "the latest first")
		require.True(t, strings.HasPrefix(f.Entries[0].ID, c.entry), f.Entries[0].ID)
		require.NotEqual(t, f.Entries[0].ID, f.Entries[1].ID, "versions are things of their own")
		require.Equal(t, c.href, f.Entries[0].Links[0].Href)
		require.Equal(t, "甲<b>&\"", f.Entries[2].Title)
	}
	_, ok := Site{}.Atom(Feed{})
	require.False(t, ok)
}

// Only the latest are in a feed.
func TestFeedIsShort(t *testing.T) {
	f := Feed{Address: "atom.xml"}
	for i := range Most + 50 {
		f.Entries = append(f.Entries, Entry{Address: fmt.Sprintf("p-%d/", i), Updated: fmt.Sprintf("%04d-01-01", 1000+i)})
	}
	body, _ := Site{}.Atom(f)
	require.Equal(t, Most, strings.Count(string(body), "<entry>"))
	require.Contains(t, string(body), "1149-01-01")
	require.NotContains(t, string(body), "1049-01-01")
}

// A UUID is the one that another implementation makes of the same name.
func TestUUID(t *testing.T) {
	require.Regexp(t, `^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, uuid("a"))
	// python3 -c 'import uuid; print(uuid.uuid5(uuid.NAMESPACE_URL, "mingce/policies/"))'
	require.Equal(t, "a6ea14e0-4962-57ff-9ad9-9fe2b6ec300c", uuid("mingce/policies/"))
}

func TestSitemap(t *testing.T) {
	places := []Place{{"", ""}, {"policies/a&b/", "2015-11-30"}, {"about/", ""}}
	require.Empty(t, Site{}.Sitemaps(places), "a sitemap has absolute addresses only")
	s := Site{Base: "https://www.example.gov.cn/zc/"}
	files := s.Sitemaps(places)
	require.Len(t, files, 1)
	require.Contains(t, string(files[0].Body), "<loc>https://www.example.gov.cn/zc/policies/a&amp;b/</loc>\n<lastmod>2015-11-30</lastmod>")
	files = s.sitemaps(places, 2)
	require.Len(t, files, 3)
	require.Contains(t, string(files[0].Body), "<loc>https://www.example.gov.cn/zc/sitemap-2.xml</loc>")
	require.Contains(t, string(files[2].Body), "about/")
}

func TestRobots(t *testing.T) {
	require.NotContains(t, string(Site{}.Robots()), "Sitemap")
	require.Contains(t, string(Site{Base: "https://a.cn/"}.Robots()), "\nSitemap: https://a.cn/sitemap.xml\n")
}

// Feeds and sitemaps are valid by our own grammars, written after RFC 4287 and
// the protocol of sitemaps.org.
func TestValid(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is missing; ./test.sh installs it")
	}
	valid := func(grammar string, body []byte) error {
		at := filepath.Join(t.TempDir(), "file.xml")
		require.NoError(t, os.WriteFile(at, body, 0o600))
		out, err := exec.Command(lint, "--noout", "--nonet", "--relaxng", "testdata/"+grammar, at).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%s: %w", out, err)
		}
		return nil
	}
	for _, s := range sites() {
		body, _ := s.Atom(sample())
		require.NoError(t, valid("atom.rng", body))
		require.Error(t, valid("atom.rng", []byte(strings.Replace(string(body), "<updated>", "<update>", 1))))
		require.Error(t, valid("atom.rng", []byte(strings.Replace(string(body), "T00:00:00+08:00", "", 1))))
		for _, most := range []int{1, 50} {
			for _, f := range s.sitemaps([]Place{{"", ""}, {"a/", "2015-11-30"}}, most) {
				require.NoError(t, valid("sitemap.rng", f.Body), f.Path)
				require.Error(t, valid("sitemap.rng", []byte(strings.Replace(string(f.Body), "<loc>https", "<loc>no https", 1))))
			}
		}
	}
}
