package answer

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestExact(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "-0": 0, "0.00": 0, "0e9": 0, "0e99999999999999999999": 0,
		"1": 100, "0.01": 1, "12.5": 1250, "-5": -500,
		"1.50": 150, "1.5000000000000000000000": 150,
		"1e2": 10_000, "1E+2": 10_000, "125e-2": 125, "100000000000e-11": 100, "0.00001e5": 100,
		"99999999.99":      9_999_999_999,
		"9999999999999.99": 999_999_999_999_999,
		"10000000000000":   1_000_000_000_000_000,
		"0.1":              10, "0.29": 29, "1.15": 115, // not to be had from a float
		strings.Repeat("0", 3000) + "7":            700,
		"1" + strings.Repeat("0", 2000) + "e-2000": 100,
	} {
		got, err := exact(text, 100)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
}

func TestExactRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"0.001": errTooFine, "1.005": errTooFine, "1e-3": errTooFine, "1e-99999": errTooFine,
		"1e-99999999999999999999999": errTooFine, "99999999999999999999.999": errTooFine,
		"1e17": errTooLarge, "-1e17": errTooLarge, "99999999999999999999": errTooLarge,
		"1e99999": errTooLarge, "1e99999999999999999999999": errTooLarge,
	} {
		_, err := exact(text, 100)
		require.ErrorIs(t, err, want, text)
	}
	_, err := exact("1.5", 1)
	require.ErrorIs(t, err, errTooFine)
}

// numeral is any JSON number of modest size.
var numeral = rapid.StringMatching(`-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,5})?([eE][+-]?[0-9]{1,2})?`)

// A number is read exactly as math/big reads it, or refused: as too fine when
// it is not a whole number of units, as too large only beyond every range.
func TestExactAgreesWithBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := numeral.Draw(t, "text")
		scale := rapid.SampledFrom([]int64{1, 100}).Draw(t, "scale")
		want, ok := new(big.Rat).SetString(text)
		require.True(t, ok)
		want.Mul(want, big.NewRat(scale, 1))
		got, err := exact(text, scale)
		switch {
		case !want.IsInt():
			require.ErrorIs(t, err, errTooFine)
		case want.Num().CmpAbs(big.NewInt(1e18)) >= 0:
			require.ErrorIs(t, err, errTooLarge)
		default:
			require.NoError(t, err)
			require.Equal(t, want.Num().String(), strconv.FormatInt(got, 10))
		}
	})
}

// What is written is read back as the same number, here and by math/big, and
// has no needless digits.
func TestNumberRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(-1_000_000_000_000_000, 1_000_000_000_000_000).Draw(t, "v")
		scale := rapid.SampledFrom([]int64{1, 100}).Draw(t, "scale")
		text := plain(v, scale)
		back, err := exact(text, scale)
		require.NoError(t, err)
		require.Equal(t, v, back)
		byBig, ok := new(big.Rat).SetString(text)
		require.True(t, ok)
		require.Zero(t, byBig.Cmp(big.NewRat(v, scale)))
		if strings.Contains(text, ".") {
			require.NotEqual(t, byte('0'), text[len(text)-1])
		}
	})
}

func TestPlain(t *testing.T) {
	for v, want := range map[int64]string{
		0: "0", 1: "0.01", 10: "0.1", 100: "1", 101: "1.01", 110: "1.1", -1: "-0.01", -150: "-1.5", 60_000_000: "600000",
	} {
		require.Equal(t, want, plain(v, 100))
	}
	require.Equal(t, "12", plain(12, 1))
}
