package compiled

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"

	"mingce/site/ascii"
)

// A writer appends a value as it is written in one kind of place. It returns
// false for a value of which only html/template knows that.
type writer func(dst []byte, v reflect.Value) ([]byte, bool)

// writerOf finds the writer for what html/template does in a place, which is
// said by the names of its escapers.
func writerOf(escapers string) (writer, bool) {
	normal := address(reserved+unreserved, true)
	switch escapers {
	case "htmlescaper":
		return asText, true
	case "attrescaper", "rcdataescaper":
		return asWords, true
	case "urlfilter urlnormalizer attrescaper":
		return func(dst []byte, v reflect.Value) ([]byte, bool) {
			if !v.IsValid() || v.Type() != stringType || !safe(v.String()) {
				return dst, false
			}
			return normal(dst, v)
		}, true
	case "urlnormalizer attrescaper":
		return normal, true
	case "urlescaper attrescaper":
		return address(unreserved, false), true
	case "jsvalescaper":
		return only[template.JS], true
	case "cssvaluefilter":
		return only[template.CSS], true
	}
	return nil, false
}

// only writes a value of a type that says that it is fit for its place.
func only[T template.JS | template.CSS](dst []byte, v reflect.Value) ([]byte, bool) {
	if !v.IsValid() || v.Type() != reflect.TypeFor[T]() {
		return dst, false
	}
	return append(dst, v.String()...), true
}

// asText writes text, or what is HTML already.
func asText(dst []byte, v reflect.Value) ([]byte, bool) {
	if v.IsValid() && v.Type() == reflect.TypeFor[template.HTML]() {
		return append(dst, v.String()...), true
	}
	return asWords(dst, v)
}

// asWords writes words into text, or into an attribute in quotes.
func asWords(dst []byte, v reflect.Value) ([]byte, bool) {
	words, ok := wordsOf(v)
	if !ok {
		return dst, false
	}
	return Escape(dst, words), true
}

// wordsOf is a value in words.
func wordsOf(v reflect.Value) (string, bool) {
	if !v.IsValid() {
		return "", false
	}
	switch t := v.Type(); {
	case t == stringType:
		return v.String(), true
	case v.Kind() == reflect.String && t.PkgPath() == "html/template":
		return "", false // each has its own rules
	case t.Implements(reflect.TypeFor[fmt.Stringer]()) || t.Implements(reflect.TypeFor[error]()):
		return fmt.Sprint(v.Interface()), v.Kind() != reflect.Pointer
	case v.Kind() == reflect.String:
		return v.String(), true
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), true
	}
	return "", false
}

// safe reports whether an address is of a scheme that html/template lets pass.
func safe(address string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	return !ok || strings.Contains(scheme, "/") || scheme == "https" || scheme == "http" || scheme == "mailto"
}

const (
	unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
	reserved   = "!#$&*+,/:;=?@[]"
)

// address writes an address into an attribute, or a part of one: all but some
// characters are encoded, and what is so already stays where that is asked for.
func address(stays string, encoded bool) writer {
	var keep [256]bool
	for i := range len(stays) {
		keep[stays[i]] = true
	}
	return func(dst []byte, v reflect.Value) ([]byte, bool) {
		if !v.IsValid() || v.Type() != stringType {
			return dst, false
		}
		s := v.String()
		for i := range len(s) {
			switch c := s[i]; {
			case keep[c] && marks[min(c, '>')] && c <= '>':
				dst = Escape(dst, s[i:i+1])
			case keep[c], encoded && c == '%' && i+2 < len(s) && hex(s[i+1]) && hex(s[i+2]):
				dst = append(dst, c)
			default:
				dst = fmt.Appendf(dst, "%%%02x", c)
			}
		}
		return dst, true
	}
}

func hex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// Escape appends words as html/template writes them, in text and in quotes.
func Escape(dst []byte, words string) []byte {
	from := 0
	for i := ascii.Next(words, 0); i < len(words); i = ascii.Next(words, i+1) {
		c := words[i]
		if c > '>' || !marks[c] {
			continue
		}
		dst = append(dst, words[from:i]...)
		switch c {
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '&':
			dst = append(dst, "&amp;"...)
		case '"':
			dst = append(dst, "&#34;"...)
		case '\'':
			dst = append(dst, "&#39;"...)
		case '+':
			dst = append(dst, "&#43;"...)
		default:
			dst = append(dst, "\ufffd"...)
		}
		from = i + 1
	}
	return append(dst, words[from:]...)
}

// marks are the characters that are escaped.
var marks = [...]bool{0: true, '"': true, '&': true, '\'': true, '+': true, '<': true, '>': true}
