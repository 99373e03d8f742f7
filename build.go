// Mingce (明策) publishes a government's policy: its text as a website, its
// award rules as a calculator in the visitor's browser.
//
//	go run . serve           build the site and show it at http://127.0.0.1:8080
//	go run . build --out DIR write the site
//	go run . check           say everything that is wrong with the content
//	go run . assess FILE     answer applicants, JSON Lines in, JSON Lines out
//	go run . explain FILE    say why each applicant gets what it gets
//	go run . mutate          say which mistakes in the rules no worked case would notice
//	go run . diff OLD NEW    say what changed between two versions of the rules
//	go run . doc --out DIR   write a page on every rule
//	go run . clauses [ID]    list the clauses of a policy, or print one
//	go run . coverage [ID]   the text with the rules that stand on its words
package main

import (
	"context"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"mingce/site/problem"
)

//go:embed all:content
var starter embed.FS

// What a run ends with.
const (
	done     = 0
	problems = 1
	wrongUse = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, env{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:]))
}

// An env is what a command may touch besides files.
type env struct {
	in       io.Reader
	out, err io.Writer
}

// A command is one word of the command line. It says itself what it was given
// and returns what the run ends with.
type command struct {
	name, args, about string
	run               func(ctx context.Context, e env, args []string) int
}

func commands() []command {
	return []command{
		{"serve", "[--port 8080] [--base-path /] [--date 日期]", "生成网站并在本机预览,改动内容后自动刷新", serve},
		{"build", "[--out dist] [--base-path /] [--date 日期] [--release] [--compress] [--fresh]",
			"生成网站,写到一个文件夹。--release 正式发布:身份信息不全就不生成,并附上压缩好的文件(只要压缩写 --compress);" +
				"没有改动的页面沿用上次的,--fresh 全部重做", build},
		{"check", "[--base-path /] [--date 日期] [--gov]", "检查全部内容和生成的网站,一次列出所有问题;--gov 再按政府网站检查的要求看一遍", checkAll},
		{"assess", "[--policy 编号] [--date 日期] [--explain] [--reading 口径=读法] [文件|-] 或 --csv 表格|-", "按规则测算:每行一个申报人(JSON),每行一个结果;--csv 测算一张表格,写出带结果的表格", assess},
		{"explain", "[--policy 编号] [--date 日期] [--json] [--reading 口径=读法] [文件|-]", "逐条说明测算结果的由来:每行一个申报人(JSON)", explainAll},
		{"mutate", "[--policy 编号]", "逐处改动规则,指出哪些改动没有案例能发现", mutateRules},
		{"diff", "旧 新 [--population 文件.csv|.jsonl [--reading 口径=读法]]", "说明两版规则有什么不同;给出申报人名单时,说明谁多谁少、总额多少", diffRules},
		{"doc", "[--policy 编号] --out 文件夹", "为每条规则写一页说明(Markdown)", writeReference},
		{"clauses", "[--policy 编号] [条号]", "列出政策的条款编号和标题,或显示一条的全文", clauses},
		{"coverage", "[--policy 编号] [条号]", "对照原文和规则:每一句由哪些规则引用,哪些没有用到", showCoverage},
	}
}

func run(ctx context.Context, e env, args []string) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(e.out)
		if len(args) == 0 {
			return wrongUse
		}
		return done
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(ctx, e, args[1:])
		}
	}
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	hint := "可用的命令:" + strings.Join(names, "、")
	if near, ok := problem.Closest(args[0], names); ok {
		hint = "是否想用 " + near + "?" + hint
	}
	return e.misuse("没有 %q 这个命令。%s", args[0], hint)
}

func usage(w io.Writer) {
	fmt.Fprint(w, "明策:把政策文件做成可读、可查、可算的网站\n\n用法:mingce 命令 [选项](从源码运行时写 go run . 命令)\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %s %s\n      %s\n", c.name, c.args, c.about)
	}
	fmt.Fprint(w, "\n每个命令都可以加 --content 文件夹,指定内容所在的位置。默认用当前文件夹下的 content;没有时用自带的初始内容。\n")
}

// misuse says how a command was called wrongly.
func (e env) misuse(format string, args ...any) int {
	fmt.Fprintf(e.err, format+"\n", args...)
	return wrongUse
}

// fail says why a command could not do its work.
func (e env) fail(format string, args ...any) int {
	fmt.Fprintf(e.err, format+"\n", args...)
	return problems
}

// A source is the content folder a command works on.
type source struct {
	fs.FS
	name string // how problems name it
	dir  string // on disk; empty for the starter content
}

// flags makes a command's flag set, with the flag that all share.
func flags(name string) (*flag.FlagSet, *string) {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f, f.String("content", "", "")
}

// parse reads flags and positional arguments in any order. ok is false when
// the command must end at once, with status.
func (e env) parse(f *flag.FlagSet, args []string, most int) (rest []string, status int, ok bool) {
	for {
		err := f.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			usage(e.out)
			return nil, done, false
		}
		if err != nil {
			return nil, e.misuse("%s", inChinese(err)), false
		}
		if f.NArg() == 0 {
			break
		}
		rest, args = append(rest, f.Arg(0)), f.Args()[1:]
	}
	if len(rest) > most {
		return nil, e.misuse("多了这些参数:%s", strings.Join(rest[most:], " ")), false
	}
	return rest, done, true
}

// inChinese says what package flag says in English.
func inChinese(err error) string {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return "不认识选项 --" + name + "。运行 mingce help 查看全部选项"
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
		return "选项 --" + name + " 后面要写一个值"
	}
	if value, name, why, ok := invalid(text); ok {
		return "选项 --" + name + " 的值 " + value + " 不对" + why
	}
	return "选项写得不对:" + text
}

// invalid takes apart what package flag says of a value: invalid value "x"
// for flag -port: parse error. What our own flags say is already Chinese.
func invalid(text string) (value, name, why string, ok bool) {
	rest, ok := strings.CutPrefix(text, "invalid value ")
	value, rest, _ = strings.Cut(rest, " for flag -")
	name, why, _ = strings.Cut(rest, ": ")
	if why == "parse error" || why == "value out of range" {
		return value, name, "", ok
	}
	return value, name, ":" + why, ok
}

// open finds the content folder.
func (e env) open(dir string) (source, bool) {
	if dir == "" {
		if info, err := os.Stat("content"); err == nil && info.IsDir() {
			return source{os.DirFS("content"), "content", "content"}, true
		}
		sub, err := fs.Sub(starter, "content")
		return source{sub, "content", ""}, err == nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		e.misuse("没有 %s 这个文件夹", dir)
		return source{}, false
	}
	return source{os.DirFS(dir), dir, dir}, true
}

// print shows problems with the lines they are about.
func (e env) print(c source, list problem.List) int {
	list.Print(e.err, c.text)
	fmt.Fprintln(e.err, list.Summary())
	return problems
}

// text is the content of a file as problems name it, nil when it is not to be
// had: a problem without its line is still a problem.
func (c source) text(file string) []byte {
	text, err := fs.ReadFile(c, strings.TrimPrefix(strings.TrimPrefix(file, c.name), "/"))
	if err != nil {
		return nil
	}
	return text
}
