// Package toml reads the TOML files of the content folder: strictly, and so
// that every value remembers where it stands.
//
// [Decode] fills a struct and returns every problem it finds at once, each
// with file, line and column: unknown keys (with the key that was probably
// meant), missing keys, values of the wrong type, keys and tables written
// twice, and mistakes of syntax. After a mistake of syntax the rest of the
// file is not read, and the problem says so. Columns count characters, not
// bytes; a byte order mark and Windows line ends are accepted.
//
// # Targets
//
//	type File struct {
//		Title  toml.At[string]  `toml:"title,required"` // with its position
//		Order  int64            `toml:"order"`          // without
//		Signed toml.At[toml.Date] `toml:"signed"`
//		Tags   []toml.At[string] `toml:"tags"`
//		Rule   []Rule           `toml:"rule"`           // [[rule]]
//		Input  toml.Map[Input]  `toml:"input"`          // [input.<free key>], in order
//		Value  toml.Any         `toml:"value"`          // several types allowed
//		About  *About           `toml:"about"`          // nil when absent
//	}
//
//	type Rule struct {
//		Pos problem.Pos `toml:"-pos"` // where the table begins
//		ID  string      `toml:"id,required"`
//	}
//
// A field without a toml tag is left alone; an embedded struct without one, or
// a pointer to one, lends its fields. Fields may be string, bool, any signed integer, [Date],
// [Any], [At] of those, structs, pointers, slices and [Map]. There are no
// floats and no times of day: a value written as one is a problem. Use of
// another field type is a mistake of the program and panics.
//
// The position of a value covers it as written, quotes included, up to the
// end of its line; that of a table is its header, or its opening brace.
package toml
