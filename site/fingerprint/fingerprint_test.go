package fingerprint

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

type inner struct {
	Text   string
	secret int
}

type outer struct {
	List  []inner
	Table map[string]inner
	Next  *outer
	Any   any
	Raw   []byte
	Fixed [3]byte
	Yes   bool
}

func some(depth int) *rapid.Generator[outer] {
	return rapid.Custom(func(t *rapid.T) outer {
		in := rapid.Custom(func(t *rapid.T) inner {
			return inner{rapid.SampledFrom([]string{"", "a", "ab", "b"}).Draw(t, "text"), rapid.IntRange(0, 1).Draw(t, "secret")}
		})
		o := outer{
			List: rapid.SliceOfN(in, 0, 2).Draw(t, "list"), Yes: rapid.Bool().Draw(t, "yes"),
			Table: rapid.MapOfN(rapid.SampledFrom([]string{"", "x", "y"}), in, 0, 3).Draw(t, "table"),
			Any:   rapid.SampledFrom([]any{nil, 1, int64(1), "1", inner{}, []string{"a", "b"}, []string{"ab"}}).Draw(t, "any"),
			Raw:   rapid.SliceOfN(rapid.Byte(), 0, 2).Draw(t, "raw"), Fixed: [3]byte{rapid.ByteRange(0, 1).Draw(t, "fixed")},
		}
		if depth > 0 && rapid.Bool().Draw(t, "more") {
			next := some(depth-1).Draw(t, "next")
			o.Next = &next
		}
		return o
	})
}

// The sums are equal exactly where the values are.
func TestEqualSumsAreEqualValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := some(2).Draw(t, "a"), some(2).Draw(t, "b")
		sumA, okA := Of(a)
		sumB, okB := Of(b)
		require.True(t, okA && okB)
		require.Equal(t, alike(a, b), sumA == sumB)
		again, _ := Of(a)
		require.Equal(t, sumA, again)
	})
}

// alike is DeepEqual, to which an empty list is not an absent one.
func alike(a, b outer) bool {
	tidy := func(o outer) outer {
		for at := &o; at != nil; at = at.Next {
			at.List, at.Raw = append([]inner{}, at.List...), append([]byte{}, at.Raw...)
			if at.Next != nil {
				next := *at.Next
				at.Next = &next
			}
		}
		return o
	}
	return reflect.DeepEqual(tidy(a), tidy(b))
}

func TestWhatIsNotDataHasNoSum(t *testing.T) {
	_, ok := Of(struct{ F func() }{func() {}})
	require.False(t, ok)
	_, ok = Of(struct{ F func() }{})
	require.True(t, ok)
	ring := &outer{}
	ring.Next = ring
	_, ok = Of(ring)
	require.False(t, ok)
}

func TestProgramIsKnown(t *testing.T) {
	sum, ok := Program()
	require.True(t, ok)
	require.NotZero(t, sum)
	id, ok := buildID([]byte("x\xff Go build ID: \"0123456789abcdefghij/0123456789abcdefghij/0123456789abcdefghij/0123456789abcdefghij\"\n \xffy"))
	require.True(t, ok)
	require.Len(t, id, 83)
	_, ok = buildID([]byte("no id"))
	require.False(t, ok)
}
