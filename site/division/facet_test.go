package division

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Every item stands on one page, in order; no page but the only one is empty.
func TestPagesHoldEverythingOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		items := rapid.SliceOfN(rapid.Int(), 0, 3*Size+1).Draw(rt, "items")
		pages := Pages(items)
		var all []int
		for i, p := range pages {
			require.Equal(rt, i+1, p.Number)
			require.Equal(rt, len(pages), p.Of)
			require.LessOrEqual(rt, len(p.Items), Size)
			require.True(rt, len(p.Items) > 0 || len(items) == 0)
			all = append(all, p.Items...)
		}
		require.Equal(rt, len(items), len(all))
		for i := range all {
			require.Equal(rt, items[i], all[i])
		}
	})
	require.Len(t, Pages(make([]int, Size)), 1)
	require.Len(t, Pages(make([]int, Size+1)), 2)
}

func TestAddresses(t *testing.T) {
	require.Equal(t, "news/", Address("news/", 1))
	require.Equal(t, "news/list/2/", Address("news/", 2))
	require.True(t, Reserved("list"))
	require.False(t, Reserved("list-2"))
}

func TestGroups(t *testing.T) {
	groups := By([]int{2024, 2025, 2024, 0}, true, func(y int) (string, string, bool) { return strconv.Itoa(y), strconv.Itoa(y) + "年", y > 0 })
	require.Equal(t, []Group[int]{{"2025", "2025年", []int{2025}}, {"2024", "2024年", []int{2024, 2024}}}, groups)
}
