package answer

import (
	"errors"
	"strconv"
	"strings"
)

var (
	errTooFine  = errors.New("more decimals than the unit has")
	errTooLarge = errors.New("larger than any value can be")
)

// exact reads a JSON number as a whole number of units, scale of which make
// one: 12.5 at scale 100 is 1250. No digit is dropped and no float is used; an
// exponent is fine as long as the value is exact.
func exact(text string, scale int64) (int64, error) {
	negative := strings.HasPrefix(text, "-")
	mantissa, exponent, _ := strings.Cut(strings.ToLower(strings.TrimPrefix(text, "-")), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return 0, nil
	}
	shift := scaleOf(exponent)
	// The value is digits × 10^shift; what scale adds is powers of ten too.
	shift -= len(fraction)
	for ; scale > 1; scale /= 10 {
		shift++
	}
	for shift < 0 && strings.HasSuffix(digits, "0") {
		digits = digits[:len(digits)-1]
		shift++
	}
	switch {
	case shift < 0:
		return 0, errTooFine
	case len(digits)+shift > 18:
		return 0, errTooLarge
	}
	v, err := strconv.ParseInt(digits+strings.Repeat("0", shift), 10, 64)
	if negative {
		v = -v
	}
	return v, err
}

// farther is an exponent that no line is long enough to balance.
const farther = 1 << 40

// scaleOf reads an exponent, empty for none; beyond any use it is farther.
func scaleOf(exponent string) int {
	if exponent == "" {
		return 0
	}
	n, err := strconv.Atoi(exponent)
	switch {
	case err == nil:
		return max(min(n, farther), -farther)
	case exponent[0] == '-':
		return -farther
	}
	return farther
}

// plain writes v units as a JSON number without needless decimals.
func plain(v, scale int64) string { return string(appendNumber(nil, v, scale)) }

// appendNumber appends v units, scale of which make one.
func appendNumber(b []byte, v, scale int64) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = strconv.AppendInt(b, v/scale, 10)
	rest := v % scale
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for ; rest > 0; rest %= scale {
		rest *= 10
		b = append(b, byte('0'+rest/scale))
	}
	return b
}
