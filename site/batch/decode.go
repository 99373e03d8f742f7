package batch

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"mingce/site/problem"
)

// Decode turns the bytes of a file into text and says which encoding they were
// in, in words. A file that is no text is a problem that says what to do.
func (b *Book) Decode(file []byte) (text, name string, fault *problem.Problem) {
	refuse := func(key string) (string, string, *problem.Problem) {
		said := b.Say[key]
		return "", "", &problem.Problem{Text: said.Text, Hint: said.Hint}
	}
	switch {
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return refuse("workbook")
	case bytes.HasPrefix(file, []byte("\xd0\xcf\x11\xe0")):
		return refuse("old")
	}
	text, name = decode(file)
	if strings.TrimSpace(text) == "" {
		return refuse("empty")
	}
	if strings.ContainsRune(text, utf8.RuneError) || strings.ContainsRune(text, 0) {
		return refuse("encoding")
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // as old Macs end their lines
	}
	return text, name, nil
}

// decode follows the mark at the beginning; without one a file is UTF-8 if it
// can be, else GB18030, which holds all that GBK and GB2312 do.
func decode(file []byte) (text, name string) {
	from := func(e encoding.Encoding, name string) (string, string) {
		out, err := e.NewDecoder().Bytes(file)
		if err != nil {
			return string(utf8.RuneError), name
		}
		return string(out), name
	}
	switch {
	case bytes.HasPrefix(file, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(file[3:]), string(utf8.RuneError)), "UTF-8"
	case bytes.HasPrefix(file, []byte("\xff\xfe")):
		return from(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), "UTF-16")
	case bytes.HasPrefix(file, []byte("\xfe\xff")):
		return from(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), "UTF-16")
	case utf8.Valid(file):
		return string(file), "UTF-8"
	}
	return from(simplifiedchinese.GB18030, "GB18030")
}
