package ascii

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestNextFindsEveryOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("策策策策é。<a\x00\x7f😀"))).Draw(t, "text")
		var want, got []int
		for i := range len(s) {
			if s[i] < 0x80 {
				want = append(want, i)
			}
		}
		for i := Next(s, 0); i < len(s); i = Next(s, i+1) {
			got = append(got, i)
		}
		require.Equal(t, want, got)
	})
}

func TestPlainIsWhatJSONHasAsItStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.SampledFrom([]byte("策é😀\xed\xa0\x80\xe0\x80a\"\\\x1f\x7f\x80\xff"))).Draw(t, "bytes"))
		want := utf8.ValidString(s) && !strings.ContainsAny(s, "\"\\\x1f")
		require.Equal(t, want, Plain(s), "%q", s)
	})
	require.True(t, Plain("策é😀\ufffd\uffff\ud7ff"))
}

func BenchmarkNext(b *testing.B) {
	s := "为贯彻落实国家关于大力推进大众创业的部署,结合本市实际,提出如下意见"
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for i := Next(s, 0); i < len(s); i = Next(s, i+1) {
		}
	}
}
