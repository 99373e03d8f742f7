package toml

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// unread ends the hint of a mistake after which nothing more is read.
const unread = ";这里以下的内容还没有检查"

// syntax adds the problem for the parser's error, in the words of people who
// do not program.
func (b *builder) syntax(err error) {
	var e *unstable.ParserError
	start, end, message := len(b.src), len(b.src), err.Error()
	if errors.As(err, &e) {
		start = min(max(cap(b.src)-cap(e.Highlight), 0), len(b.src))
		end, message = start+len(e.Highlight), e.Message
	}
	start = min(start, len(bytes.TrimRight(b.src, " \t\r\n")))
	for start > 0 && start < len(b.src) && !utf8.RuneStart(b.src[start]) {
		start--
	}
	r, size := utf8.DecodeRune(b.src[start:])
	text, hint, full := fullWidth(r)
	if full {
		end = start + size
	} else {
		text, hint = explain(message)
	}
	b.problems.Add(b.pos(start, end), text, hint+unread)
}

// fullWidth recognises the commonest mistake: punctuation typed with a
// Chinese input method.
func fullWidth(r rune) (text, hint string, ok bool) {
	switch {
	case strings.ContainsRune("“”‘’「」『』\uff02\uff07", r):
		return fmt.Sprintf("这里用了中文引号 %c", r), `两头的引号要用半角 "`, true
	case r == '\u3000' || r == '\u00a0':
		return "这里有一个全角空格或不换行空格", "换成普通空格", true
	case r == '、' || r == '。':
		return fmt.Sprintf("这里用了中文标点 %c", r), "各项之间用半角逗号 ,", true
	case r > '\uff00' && r < '\uff5f':
		return fmt.Sprintf("这里用了全角的 %c", r), fmt.Sprintf("换成半角的 %c", r-0xfee0), true
	}
	return "", "", false
}

// explain says a message of the parser in Chinese. What is not listed gets
// the general words.
func explain(message string) (text, hint string) {
	for _, e := range explanations() {
		if strings.Contains(message, e.part) {
			return e.text, e.hint
		}
	}
	return "这里的写法不对", `一行写一项,如 名称 = "文字";查看这一行的引号、等号和括号`
}

type explanation struct{ part, text, hint string }

func explanations() []explanation {
	return []explanation{
		{"strings cannot have new lines", "这一行的文字缺少结尾的引号", `在文字末尾加上引号;文字有多行时,首尾各用三个引号 """`},
		{"nterminated", "文字缺少结尾的引号", "在文字末尾加上引号"},
		{"not terminated", "多行文字缺少结尾的三个引号", `在文字末尾加上 """`},
		{"too many quotes", "多行文字末尾的引号太多", `末尾只用三个引号 """`},
		{"strings must be quoted", "文字要放在引号里", `写成 "…"`},
		{"control characters", "文字里有看不见的控制字符", "删去这个字符后重新输入"},
		{"carriage return", "这里有一个单独的回车符", "删去后重新换行"},
		{"escape", `文字里的反斜线 \ 用法不对`, `要写反斜线本身就写两个 \\,或改用单引号 '…'`},
		{`after \`, `文字里的反斜线 \ 用法不对`, `要写反斜线本身就写两个 \\,或改用单引号 '…'`},
		{"expected '=' after key", "键的后面缺少等号", `写成 键 = 值`},
		{"']]'", "表头缺少右括号 ]]", "写成 [[名称]]"},
		{"']' to close", "表头缺少右括号 ]", "写成 [名称]"},
		{"start of key", "键里有不能用的字符", `键用小写字母、数字、- 和 _ 写;文字要放在等号后面的引号里`},
		{"reached end of input", "这里缺少键", "写成 键 = 值"},
		{"array is incomplete", "列表缺少右括号 ]", "在列表末尾加上 ]"},
		{"after array value", "列表的两项之间缺少逗号", "在两项之间加上半角逗号 ,"},
		{"inline table is incomplete", "缺少右括号 }", "在末尾加上 }"},
		{"after inline table", "两项之间缺少逗号", "在两项之间加上半角逗号 ,"},
		{"unexpected comma", "这里多了一个逗号", "删去这个逗号"},
		{"expected value but got", "这里多了一个逗号", "删去这个逗号"},
		{"expected value, not end", "等号后面没有值", `写上值,如 "文字"、100 或 2015-11-30`},
		{"start of value", "等号后面的值写得不对", `文字放在引号里;数字只写数字;日期写成 2015-11-30`},
		{"expected keyword", "等号后面的值写得不对", `是写 true,否写 false;文字放在引号里`},
		{"leading zero", "数字前面不能有 0", "删去前面的 0;编号一类的数字放在引号里"},
		{"underscores", "数字里的下划线用法不对", "下划线只能在两个数字之间"},
		{"expected newline", "一行里写了多余的内容", "一行只写一项;其余的另起一行,或在前面加 # 作为说明"},
		{"nested more than", "列表和表套得太深", "减少层数"},
		{"digit", "数字写得不对", "只写半角数字,如 100"},
		{"number", "数字写得不对", "只写半角数字,如 100"},
	}
}
