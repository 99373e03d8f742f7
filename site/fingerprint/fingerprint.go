// Package fingerprint tells whether something was made from the same inputs
// before: it hashes values of data whole, whatever their type, and this
// program itself.
//
//	sum, ok := fingerprint.Of([]any{fingerprint.Program(), "policy", page})
//
// Two values of the same type have the same sum if and only if they hold the
// same data, up to the collisions of SHA-256. Unexported fields count. What is
// not data, a function or a channel that is not nil, has no sum.
package fingerprint

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"math"
	"reflect"
	"slices"
	"sync"
)

// A Sum stands for a value.
type Sum [sha256.Size]byte

// Of hashes a value; ok is false for one that is not only data.
func Of(value any) (sum Sum, ok bool) {
	w := taken()
	defer writers.Put(w)
	w.value(reflect.ValueOf(&value).Elem(), 0)
	w.flush()
	w.hash.Sum(sum[:0])
	return sum, w.ok
}

var writers sync.Pool // of *writer

// taken is a writer that has written nothing.
func taken() *writer {
	w, ok := writers.Get().(*writer)
	if !ok {
		w = &writer{hash: sha256.New(), buf: make([]byte, 0, 3*chunk)}
	}
	w.hash.Reset()
	w.ok = true
	return w
}

// deepest is how far pointers are followed, so that a ring ends.
const deepest = 64

// A writer puts a value into a hash, piece by piece. Every piece has its
// length or a fixed one, so that no two values look alike.
type writer struct {
	hash hash.Hash
	buf  []byte
	ok   bool
}

// chunk is how much is collected before it is hashed.
const chunk = 4096

func (w *writer) flush() {
	w.hash.Write(w.buf) // a hash never fails
	w.buf = w.buf[:0]
}

func (w *writer) number(n uint64) {
	w.buf = binary.LittleEndian.AppendUint64(w.buf, n)
	if len(w.buf) >= chunk {
		w.flush()
	}
}

func (w *writer) text(s string) {
	w.number(uint64(len(s)))
	for len(s) > chunk {
		w.buf = append(w.buf, s[:chunk]...)
		w.flush()
		s = s[chunk:]
	}
	w.buf = append(w.buf, s...)
}

func (w *writer) value(v reflect.Value, depth int) {
	if depth > deepest {
		w.ok = false
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		w.truth(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		w.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		w.number(math.Float64bits(v.Float()))
	case reflect.String:
		w.text(v.String())
	case reflect.Slice, reflect.Array:
		w.list(v, depth)
	case reflect.Struct:
		for i := range v.NumField() {
			w.value(v.Field(i), depth+1)
		}
	case reflect.Map:
		w.table(v, depth)
	case reflect.Pointer, reflect.Interface:
		w.behind(v, depth)
	default:
		w.ok = w.ok && v.IsZero() // a function, a channel
	}
}

func (w *writer) truth(yes bool) {
	if yes {
		w.number(1)
		return
	}
	w.number(0)
}

func (w *writer) list(v reflect.Value, depth int) {
	if v.Type().Elem().Kind() == reflect.Uint8 && (v.Kind() == reflect.Slice || v.CanAddr()) {
		w.text(string(v.Bytes()))
		return
	}
	w.number(uint64(v.Len()))
	for i := range v.Len() {
		w.value(v.Index(i), depth+1)
	}
}

// table hashes every entry by itself, since a map has no order.
func (w *writer) table(v reflect.Value, depth int) {
	var entries [][]byte
	for it := v.MapRange(); it.Next(); {
		inner := taken()
		inner.value(it.Key(), depth+1)
		inner.value(it.Value(), depth+1)
		inner.flush()
		entries = append(entries, inner.hash.Sum(nil))
		w.ok = w.ok && inner.ok
		writers.Put(inner)
	}
	slices.SortFunc(entries, bytes.Compare)
	w.number(uint64(len(entries)))
	for _, e := range entries {
		w.buf = append(w.buf, e...)
	}
}

// behind follows a pointer, or an interface with the type it holds.
func (w *writer) behind(v reflect.Value, depth int) {
	w.truth(!v.IsNil())
	if v.IsNil() {
		return
	}
	if v.Kind() == reflect.Interface {
		t := v.Elem().Type()
		w.text(t.PkgPath() + "." + t.String())
	}
	w.value(v.Elem(), depth+1)
}
