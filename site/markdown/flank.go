package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// emphasis parses * and _ as CommonMark does, but for what the package doc
// says of Chinese.
type emphasis struct{}

func (emphasis) Trigger() []byte         { return []byte{'*', '_'} }
func (emphasis) IsDelimiter(b byte) bool { return b == '*' || b == '_' }
func (emphasis) OnMatch(n int) ast.Node  { return ast.NewEmphasis(n) }
func (emphasis) CanOpenCloser(o, c *parser.Delimiter) bool {
	return o.Char == c.Char
}

func (e emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, e)
	if d == nil {
		return nil
	}
	run := segment.WithStop(segment.Start + d.OriginalLength)
	if after := following(line, d.OriginalLength); d.Char == '*' && masked(before, d.OriginalLength, after) {
		block.Advance(d.OriginalLength)
		return ast.NewTextSegment(run)
	}
	if d.Char == '*' && d.OriginalLength >= 2 {
		flank(d, before, following(line, d.OriginalLength), parent, block, pc)
	}
	d.Segment = run
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// strike parses ~~.
type strike struct{}

func (strike) Trigger() []byte                           { return []byte{'~'} }
func (strike) IsDelimiter(b byte) bool                   { return b == '~' }
func (strike) OnMatch(int) ast.Node                      { return east.NewStrikethrough() }
func (strike) CanOpenCloser(o, c *parser.Delimiter) bool { return o.Char == c.Char }

func (s strike) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 2, s)
	if d == nil || d.OriginalLength != 2 || before == '~' {
		return nil
	}
	flank(d, before, following(line, 2), parent, block, pc)
	d.Segment = segment.WithStop(segment.Start + 2)
	block.Advance(2)
	pc.PushDelimiter(d)
	return d
}

// flank decides anew what a run of delimiters may do, where Chinese is.
func flank(d *parser.Delimiter, before, after rune, parent ast.Node, block text.Reader, pc parser.Context) {
	if !chinese(parent, block.Source(), pc) {
		return
	}
	d.CanOpen = !unicode.IsSpace(after) && !strings.ContainsRune(closing, after)
	d.CanClose = !unicode.IsSpace(before) && !strings.ContainsRune(opening, before)
}

// What no emphasis begins with, and what none ends in.
const (
	closing = "、\uff0c。\uff1b\uff1a\uff01\uff1f\uff09》〉」』】〕”’,;:!?)"
	opening = "\uff08《〈「『【〔“‘("
)

// following is the character behind the first n bytes of a line; a blank at
// its end.
func following(line []byte, n int) rune {
	if n >= len(line) {
		return ' '
	}
	r, _ := utf8.DecodeRune(line[n:])
	return r
}

// masked reports whether a run of n stars between two characters is a mask:
// 138****1234, 2306****123X, ****1234.
func masked(before rune, n int, after rune) bool {
	digit := func(r rune) bool { return r >= '0' && r <= '9' || r >= '\uff10' && r <= '\uff19' }
	return n >= 3 && digit(before) && (digit(after) || after == 'X' || after == 'x') || n >= 4 && digit(after)
}

// cjk reports whether a character is written in Chinese text only: Han, Kana,
// Hangul, and the punctuation of the full width. Quotes and dashes are not
// among them, since Western texts have them too.
func cjk(r rune) bool {
	return r >= 0x2e80 && (r <= 0x303f || r >= 0xff00 && r <= 0xffef ||
		unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo))
}

// A finding remembers whether a block holds Chinese.
type finding struct {
	block ast.Node
	is    bool
}

// lastBlock is where a parse keeps its last finding.
var lastBlock = parser.NewContextKey()

// chinese reports whether the block that is being parsed holds any Chinese.
func chinese(block ast.Node, source []byte, pc parser.Context) bool {
	if f, ok := pc.Get(lastBlock).(finding); ok && f.block == block {
		return f.is
	}
	f := finding{block: block}
	if block.Type() != ast.TypeInline {
		f.is = strings.ContainsFunc(string(block.Lines().Value(source)), cjk)
	}
	pc.Set(lastBlock, f)
	return f.is
}
