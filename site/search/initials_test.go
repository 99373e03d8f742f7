package search

import (
	"flag"
	"os"
	"strings"
	"testing"

	pinyin "github.com/mozillazg/go-pinyin"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

var update = flag.Bool("update", false, "write initials.txt anew")

// The table is what the library says: the first letter of the first reading.
func TestInitialsAreTheLibrarys(t *testing.T) {
	var want []byte
	for r := 0x4e00; r <= 0x9fa5; r++ {
		letter := byte(' ') // ten characters are not read in pinyin
		if readings := pinyin.PinyinDict[r]; readings != "" {
			letter = norm.NFD.String(strings.Split(readings, ",")[0])[0]
		}
		want = append(want, letter)
	}
	if *update {
		require.NoError(t, os.WriteFile("initials.txt", want, 0o644))
	}
	require.Equal(t, string(want), initialsTable)
}

func TestInitials(t *testing.T) {
	for title, want := range map[string]string{
		"电子商务发展":  "dzswfz",
		"大庆市A股":   "dqsag",
		"〔2015〕号": " 2015 h",
		"":        "",
	} {
		require.Equal(t, want, Initials(title), title)
	}
}
