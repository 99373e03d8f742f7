package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A card shows one case for each round award that the benefit alone pays, the
// first that speaks of no other, and one without an award; the rest is counted.
func TestCardsChooseTheirCases(t *testing.T) {
	const wan = 1_000_000
	one := func(name string, award int64, pays, of []int) Worked {
		return Worked{Example: Example{Name: name}, Award: award, Pays: pays, Of: of, Plain: true}
	}
	cases := []Worked{
		one("别的", 10*wan, []int{1}, []int{1}),
		one("两项", 40*wan, []int{0}, []int{0, 1}),
		one("零", 0, nil, []int{0}),
		one("零之二", 0, nil, []int{0}),
		one("四十", 40*wan, []int{0}, []int{0}),
		one("一分", 1, []int{0}, []int{0}),
		one("并列", 60*wan, []int{0, 1}, []int{0, 1}),
		one("未定", -1, nil, []int{0}),
	}
	cases = append(cases, Worked{Example: Example{Name: "别的读法"}, Award: 100 * wan, Pays: []int{0}, Of: []int{0}})
	first, rest := choose(cases, 0)
	require.Equal(t, []Example{{Name: "零"}, {Name: "四十"}}, first)
	require.Equal(t, 6, rest)
}
