package toml_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"mingce/site/problem"
	"mingce/site/toml"
)

type cited struct {
	Clause toml.At[string] `toml:"clause"`
	Quote  toml.At[string] `toml:"quote"`
}

type rule struct {
	Pos problem.Pos     `toml:"-pos"`
	ID  toml.At[string] `toml:"id,required"`
	cited
	Turnover int64             `toml:"turnover"`
	Tags     []toml.At[string] `toml:"tags"`
	Any      []rule            `toml:"any"`
	Value    toml.Any          `toml:"value"`
}

type input struct {
	Kind string `toml:"kind"`
}

type file struct {
	Title  toml.At[string]    `toml:"title,required"`
	Draft  bool               `toml:"draft"`
	Small  int8               `toml:"small"`
	Signed toml.At[toml.Date] `toml:"signed"`
	Rules  []rule             `toml:"rule"`
	Inputs toml.Map[input]    `toml:"input"`
	About  *input             `toml:"about"`
	Ignore string
}

func pos(line, col, width int) problem.Pos {
	return problem.Pos{File: "f.toml", Line: line, Col: col, Width: width}
}

// everything has a byte order mark, Windows line ends, and most kinds of value.
const everything = "\ufefftitle = \"题名\" # 说明\r\ndraft = true\r\n" + `small = -5
signed = 2015-11-30
[input.turnover]
kind = "money"
[input."面积"]
kind = "area"
[[rule]]
id = "a"
clause = "c3-2-1"
  quote = """
多行
文字"""
tags = ["一", # 注释 ]
  "二" ,]
value = [1, true, 2015-11-30, {a.b = [[], {c=2}], 'x y' = "z"}]
[[rule]]
id = 'b'
any = [{id = "c"}, { id = "d", any = [{id = "e"}] }]
`

func TestDecodeFillsEverythingWithPositions(t *testing.T) {
	var f file
	problems := toml.Decode("f.toml", []byte(everything), &f)
	require.Empty(t, problems)
	require.Equal(t, toml.At[string]{Value: "题名", Pos: pos(1, 9, 4), Set: true}, f.Title)
	require.True(t, f.Draft)
	require.Equal(t, int8(-5), f.Small)
	require.Equal(t, "2015年11月30日", f.Signed.Value.Chinese())
	require.Equal(t, pos(4, 10, 10), f.Signed.Pos)
	require.Nil(t, f.About)

	require.Len(t, f.Inputs, 2)
	require.Equal(t, toml.At[string]{Value: "面积", Pos: pos(7, 8, 4), Set: true}, f.Inputs[1].Key)
	got, ok := f.Inputs.Get("turnover")
	require.Equal(t, input{"money"}, got)
	require.True(t, ok)

	a := f.Rules[0]
	require.Equal(t, pos(9, 1, 8), a.Pos)
	require.Equal(t, toml.At[string]{Value: "多行\n文字", Pos: pos(12, 11, 3), Set: true}, a.Quote)
	require.Equal(t, pos(15, 9, 3), a.Tags[0].Pos)
	require.Equal(t, pos(16, 3, 3), a.Tags[1].Pos)
	require.Equal(t, toml.Array, a.Value.Kind)
	require.Equal(t, pos(17, 9, 55), a.Value.Pos)
	table := a.Value.Array[3]
	require.Equal(t, pos(17, 31, 32), table.Pos)
	require.Equal(t, pos(17, 38, 11), table.Table[0].Value.Table[0].Value.Pos)
	require.Equal(t, pos(17, 43, 5), table.Table[0].Value.Table[0].Value.Array[1].Pos)
	require.Equal(t, "e", f.Rules[1].Any[1].Any[0].ID.Value)
	require.Equal(t, pos(20, 8, 10), f.Rules[1].Any[0].Pos)
}

func TestAnyDecodesOnceItsKindIsKnown(t *testing.T) {
	var f file
	require.Empty(t, toml.Decode("f.toml", []byte("title='a'\n[[rule]]\nid='a'\nvalue={id='x', turnover=3}"), &f))
	var r rule
	require.Empty(t, f.Rules[0].Value.Decode(&r))
	require.Equal(t, int64(3), r.Turnover)
	var i input
	problems := f.Rules[0].Value.Decode(&i)
	require.Len(t, problems, 2)
	require.Equal(t, pos(4, 8, 2), problems[0].Pos)
}

func TestProblems(t *testing.T) {
	for name, c := range map[string]struct{ src, want, hint string }{
		"near key":         {"title='a'\n[[rule]]\nid='a'\ntuern = 1", "f.toml:4:1: 没有 tuern 这个键", "是否想写 turnover?"},
		"unknown key":      {"title='a'\nzzz=1", "f.toml:2:1: 没有 zzz 这个键", "这里还可以写:draft、small、signed、rule、input、about"},
		"unknown table":    {"title='a'\n[zzz.x]\na=1", "f.toml:2:2: 没有 zzz 这个键", "这里还可以写:draft、small、signed、rule、input、about"},
		"missing":          {"draft=true", "f.toml: 缺少 title", "在文件开头加一行 title = …"},
		"missing in table": {"title='a'\n[[rule]]\nturnover=1", "f.toml:2:1: 缺少 id", "在 rule 下面加一行 id = …"},
		"text for int":     {"title='a'\nsmall = '1'", "f.toml:2:9: small 应当是整数,这里写的是文字", "去掉引号,只写数字"},
		"float":            {"title='a'\nsmall = 1.5", "f.toml:2:9: small 应当是整数,这里写的是小数", "只写整数,如 small = 100"},
		"time":             {"title='a'\nsigned = 2015-11-30T00:00:00Z", "f.toml:2:10: signed 应当是日期,这里写的是带时刻的时间", "不加引号,写成 signed = 2015-11-30"},
		"int for text":     {"title = 1", "f.toml:1:9: title 应当是文字,这里写的是整数", "文字放在引号里,写成 title = \"…\""},
		"text for bool":    {"title='a'\ndraft = '是'", "f.toml:2:9: draft 应当是true 或 false,这里写的是文字", "写成 draft = true(是)或 draft = false(否)"},
		"table for list":   {"title='a'\n[rule]\nid='a'", "f.toml:2:1: rule 应当是列表,这里写的是表", "表头用两对括号,写成 [[rule]]"},
		"no such day":      {"title='a'\nsigned = 2015-02-30", "f.toml:2:10: 没有 2015-02-30 这一天", "日期写成 2015-11-30 的样子,年四位,月、日各两位"},
		"too big for type": {"title='a'\nsmall=128", "f.toml:2:7: small 的数字太大", "核对位数"},
		"too big":          {"title='a'\nsmall=9223372036854775808", "f.toml:2:7: 这个整数太大", "整数的绝对值不能超过 9223372036854775807"},
		"key twice":        {"title='a'\ndraft=true\n\ndraft=true", "f.toml:4:1: 键 draft 写了两次", "第2行已经写过;删去其中一处"},
		"table twice":      {"title='a'\n[about]\n[about]\nkind='x'", "f.toml:3:1: 表 about 写了两次", "第2行已经写过;把两处合在一起,或删去一处"},
		"list and table":   {"title='a'\n[[rule]]\nid='a'\n[rule]", "f.toml:4:1: 前面的 rule 是用 [[ ]] 写的,这里只有一对括号", "再加一项就写成 [[rule]]"},
		"extend inline":    {"title='a'\nabout={}\n[about.x]", "f.toml:3:2: about 已经写成一个值,不能再当作表", "第2行写的是表;改用别的名字,或删去其中一处"},
		"not UTF-8":        {"title='a'\n# \xff", "f.toml:2:3: 这里的字符不是 UTF-8 编码", "把文件另存为 UTF-8 编码;其余内容要等改好以后才检查"},
	} {
		t.Run(name, func(t *testing.T) {
			var f file
			problems := toml.Decode("f.toml", []byte(c.src), &f)
			require.Len(t, problems, 1, "%v", problems)
			require.Equal(t, c.want, problems[0].String())
			require.Equal(t, c.hint, problems[0].Hint)
		})
	}
}

func TestSyntaxProblemsSayWhatToDo(t *testing.T) {
	for src, want := range map[string]string{
		"title = “a”":              "f.toml:1:9: 这里用了中文引号 “",
		"title \uff1d 'a'":         "f.toml:1:7: 这里用了全角的 \uff1d",
		"\u3000title = 'a'":        "f.toml:1:1: 这里有一个全角空格或不换行空格",
		"tags = ['a'、'b']":         "f.toml:1:12: 这里用了中文标点 、",
		"a = 1\ntitle = \"题名\nb=1": "f.toml:2:12: 这一行的文字缺少结尾的引号",
		"title = \"题名":             "f.toml:1:11: 文字缺少结尾的引号",
		"title = 题名":               "f.toml:1:9: 等号后面的值写得不对",
		"题名 = 'a'":                 "f.toml:1:1: 键里有不能用的字符",
		"title":                    "f.toml:1:5: 键的后面缺少等号",
		"title = ":                 "f.toml:1:8: 等号后面没有值",
		"[rule":                    "f.toml:1:5: 表头缺少右括号 ]",
		"[[rule]":                  "f.toml:1:7: 表头缺少右括号 ]]",
		"tags = ['a' 'b']":         "f.toml:1:13: 列表的两项之间缺少逗号",
		"tags = ['a'\n":            "f.toml:1:12: 列表缺少右括号 ]",
		"a = 1 b = 2":              "f.toml:1:7: 一行里写了多余的内容",
		"a = 007":                  "f.toml:1:5: 数字前面不能有 0",
		"a = 10万元":                 "f.toml:1:7: 一行里写了多余的内容",
		"a = 20s":                  "f.toml:1:7: 文字要放在引号里",
		`a = "\q"`:                 `f.toml:1:6: 文字里的反斜线 \ 用法不对`,
		"a = tru":                  "f.toml:1:5: 等号后面的值写得不对",
	} {
		var f struct{}
		problems := toml.Decode("f.toml", []byte(src), &f)
		last := problems[len(problems)-1]
		require.Equal(t, want, last.String(), src)
		require.Contains(t, last.Hint, "还没有检查")
	}
}

func TestSeveralProblemsAtOnceAndNothingMissingAfterSyntax(t *testing.T) {
	var f file
	problems := toml.Decode("f.toml", []byte("tilte='a'\nsmall='b'\n[[rule]]\nturn=1\n= 3\n[[rule]]\n"), &f)
	require.Equal(t, "f.toml:1:1: 没有 tilte 这个键\nf.toml:2:7: small 应当是整数,这里写的是文字\n"+
		"f.toml:4:1: 没有 turn 这个键\nf.toml:5:1: 键里有不能用的字符\n共4处问题", problems.Error())
}

func TestDeepNestingIsRefused(t *testing.T) {
	deep := func(s string, n int) (out []byte) {
		for range n {
			out = append(out, s...)
		}
		return out
	}
	var a struct {
		A toml.Any `toml:"a"`
	}
	lists := append(append([]byte("a="), deep("[", 500)...), deep("]", 500)...)
	require.NotEmpty(t, toml.Decode("f.toml", lists, &a))
	require.NotEmpty(t, toml.Decode("f.toml", append(deep("a.", 500), "a=1"...), &a))
	require.NotEmpty(t, toml.Decode("f.toml", append(append([]byte("["), deep("a.", 500)...), "a]"...), &a))
}

func TestUnsupportedTargetsPanic(t *testing.T) {
	var f struct {
		A float64 `toml:"a"`
	}
	require.Panics(t, func() { toml.Decode("f.toml", []byte("a=1"), &f) })
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("title='a'\n[[rule]]\nid='a'\nvalue=[1,{a.b='x'},[]] # x\r\n[input.a]\nkind=\"\"\"\nx\"\"\"\n"))
	f.Add([]byte("[a.b]\n[a]\nb.c=1\n[[rule]]\n[rule.any]\n[[rule.any]]\n"))
	f.Add([]byte("signed=2015-11-31\nsmall=1e3\ndraft=inf\nabout={kind='x',}\n\ufeff"))
	f.Fuzz(func(t *testing.T, src []byte) {
		var into file
		for _, p := range toml.Decode("f.toml", src, &into) {
			require.NotEmpty(t, p.Text)
			require.NotEmpty(t, p.Hint, p.Text)
			require.False(t, p.Line > 0 && (p.Col < 1 || p.Width < 1), "%v", p)
		}
		var loose struct {
			Title toml.Any           `toml:"title"`
			Rule  toml.Map[toml.Any] `toml:"rule"`
		}
		toml.Decode("f.toml", src, &loose)
	})
}
