package single

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Most is how many bytes the file may have.
const Most = 120_000

// A Page is one finished page of the site.
type Page struct {
	Address string // relative to the site: "policies/x/calculator/"
	HTML    []byte
}

// A Source is what the file is made of.
type Source struct {
	Sheet, Text Page
	BaseURL     string                           // where the site is published; empty while that is not known
	Title, Name string                           // of the file, of the site
	Loader      []byte                           // the script that unpacks
	File        func(path string) ([]byte, bool) // what pages of the site load
	Held        map[string]Held                  // modules that the sheet loads on demand, by path
}

// A Held is a module as a script that puts what it exports into a variable,
// where the sheet's own script looks before it asks the network.
type Held struct {
	Name   string
	Script []byte
}

// Make makes the file.
func Make(s Source) ([]byte, error) {
	sheet, err := html.Parse(bytes.NewReader(s.Sheet.HTML))
	if err != nil {
		return nil, err
	}
	text, err := html.Parse(bytes.NewReader(s.Text.HTML))
	if err != nil {
		return nil, err
	}
	m := maker{Source: s, ids: map[string]bool{}}
	styles, scripts, err := m.loaded(sheet)
	if err != nil {
		return nil, err
	}
	main, article, module := find(sheet, "main"), find(text, "article"), []byte(nil)
	if main == nil || article == nil {
		return nil, errors.New("single: a page has no main or no article")
	}
	for n := range main.Descendants() {
		if at, ok := attr(n, "data-module"); ok {
			module, _ = m.File(m.resolve(s.Sheet.Address, at))
		}
	}
	m.settle(main, s.Sheet.Address)
	m.settle(article, s.Text.Address)
	if len(m.twice) > 0 {
		return nil, fmt.Errorf("single: ids in both pages: %s", strings.Join(m.twice, ", "))
	}
	parts := slices.Concat([][]byte{module, styles, render(main)}, scripts)
	packed, err := pack(parts)
	if err != nil {
		return nil, err
	}
	first := inline(text)
	out, err := m.shell(first, render(article), packed, slices.Concat([][]byte{s.Loader}, scripts), [][]byte{first, styles})
	if err == nil && len(out) > Most {
		err = fmt.Errorf("single: the file has %d bytes, more than %d", len(out), Most)
	}
	return out, err
}

// pack writes the parts behind their lengths and compresses all of it.
func pack(parts [][]byte) ([]byte, error) {
	var lengths []int
	for _, p := range parts {
		lengths = append(lengths, len(p))
	}
	head, err := json.Marshal(lengths)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	for _, p := range append([][]byte{append(head, '\n')}, parts...) {
		if _, err := z.Write(p); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// shell is the file around its parts.
func (m *maker) shell(style, article, packed []byte, scripts, styles [][]byte) ([]byte, error) {
	var b bytes.Buffer
	err := shell().Execute(&b, map[string]any{
		"Policy": "default-src 'none'; script-src " + sums(scripts) + " 'wasm-unsafe-eval'; style-src " + sums(styles) +
			"; img-src data: blob:; connect-src data:; base-uri 'none'; form-action 'none'",
		"Title": m.Title, "Name": m.Name, "Style": template.CSS(style), "Article": template.HTML(article),
		"Loader": template.JS(m.Loader), "Length": len(packed),
	})
	return bytes.Replace(b.Bytes(), []byte("@packed@"), []byte(encode(packed)), 1), err
}

func sums(of [][]byte) string {
	var all []string
	for _, body := range of {
		sum := sha256.Sum256(body)
		all = append(all, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	return strings.Join(all, " ")
}

// alphabet is 85 characters that mean nothing to HTML. Base 85 takes five for
// every four bytes, base64 would take five and a third.
const alphabet = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|"

// encode writes bytes in base 85, filled up with zeros to a multiple of four.
func encode(body []byte) string {
	var b strings.Builder
	for chunk := range slices.Chunk(slices.Concat(body, make([]byte, (4-len(body)%4)%4)), 4) {
		n := binary.BigEndian.Uint32(chunk)
		var five [5]byte
		for i := 4; i >= 0; i-- {
			five[i], n = alphabet[n%85], n/85
		}
		b.Write(five[:])
	}
	return b.String()
}
