// Package division divides a list into static pages: one after the other, by
// year and by subject.
package division

import (
	"cmp"
	"slices"
	"strconv"
)

// Size is how many entries a page of a list holds.
const Size = 20

// A Page is one page of a list.
type Page[T any] struct {
	Number, Of int // from 1
	Items      []T
}

// Pages cuts a list into pages. An empty list is one empty page.
func Pages[T any](items []T) []Page[T] {
	n := max((len(items)+Size-1)/Size, 1)
	out := make([]Page[T], n)
	for i := range out {
		out[i] = Page[T]{i + 1, n, items[min(i*Size, len(items)):min((i+1)*Size, len(items))]}
	}
	return out
}

// Address is where page number n of a list is: the first is the list itself.
func Address(list string, n int) string {
	if n <= 1 {
		return list
	}
	return list + "list/" + strconv.Itoa(n) + "/"
}

// A Group is the items that share a value.
type Group[T any] struct {
	ID, Name string // of the value: in an address, and in words
	Items    []T
}

// By groups items by the values they have, which of returns by id and name.
// Groups are in the order of their id; reversed, the greatest first.
func By[T any](items []T, reversed bool, of func(T) (id, name string, ok bool)) []Group[T] {
	var out []Group[T]
	at := map[string]int{}
	for _, item := range items {
		id, name, ok := of(item)
		if !ok {
			continue
		}
		i, seen := at[id]
		if !seen {
			i = len(out)
			at[id] = i
			out = append(out, Group[T]{ID: id, Name: name})
		}
		out[i].Items = append(out[i].Items, item)
	}
	slices.SortStableFunc(out, func(a, b Group[T]) int {
		if reversed {
			return cmp.Compare(b.ID, a.ID)
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return out
}

// Reserved are names under a list that no entry may have: lists of our own
// stand there.
func Reserved(id string) bool { return slices.Contains([]string{"list", "years", "subjects"}, id) }
