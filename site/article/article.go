package article

import (
	"bytes"
	"crypto/sha256"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"mingce/site/markdown"
	"mingce/site/problem"
	"mingce/site/toml"
)

// A Column is a folder of articles.
type Column string

// The columns.
const (
	Interpretations Column = "interpretations"
	News            Column = "news"
	FAQ             Column = "faq"
	Topics          Column = "topics"
)

// An Article is one article: its front matter, and its text unparsed.
type Article struct {
	Column Column
	ID     string
	File   string // as problems name it
	Common
	Interpretation
	Answers
	Topic
	Text     *markdown.Text
	Sum      [sha256.Size]byte // of the file
	Policies []string          // ids of policies its links name
	Images   []string          // names of images it names
}

// Common is the front matter of every article.
type Common struct {
	Title   toml.At[string]    `toml:"title,required"`
	Date    toml.At[toml.Date] `toml:"date,required"`
	Source  toml.At[string]    `toml:"source,required"`
	Summary toml.At[string]    `toml:"summary,required"`
	Subject toml.At[string]    `toml:"subject"`
	Tags    []toml.At[string]  `toml:"tags"`
	Aliases []toml.At[string]  `toml:"aliases"`
	Draft   bool               `toml:"draft"`
	Publish toml.At[toml.Date] `toml:"publish"`
	Expires toml.At[toml.Date] `toml:"expires"`
}

// Interpretation is what 解读 has beside.
type Interpretation struct {
	Interprets toml.At[string] `toml:"interprets,required"`
	Kind       toml.At[string] `toml:"kind,required"`
	Video      toml.At[string] `toml:"video"`
}

// Answers is what 问答 has beside.
type Answers struct {
	About toml.At[string] `toml:"about"`
}

// Topic is what 专题 has beside.
type Topic struct {
	Documents []toml.At[string] `toml:"documents"`
	Articles  []toml.At[string] `toml:"articles"`
	Gather    []toml.At[string] `toml:"gather"`
}

// Kinds are the forms of 解读.
func Kinds() []string { return []string{"文字", "图解", "问答", "视频"} }

// OwnSource is the source of what this site has written itself.
const OwnSource = "本站整理"

var (
	policyLink = regexp.MustCompile(`\(/policies/([a-z0-9-]+)/`)
	imageName  = regexp.MustCompile(`!\[[^\]\n]*\]\(([^)\s]+)`)
)

// Parse reads the source of an article of a column.
func Parse(column Column, id, file string, src []byte) (*Article, problem.List) {
	a := &Article{Column: column, ID: id, File: file, Sum: sha256.Sum256(src)}
	var problems problem.List
	a.Text, problems = markdown.Open(file, src, a.front())
	a.check(&problems)
	for _, m := range policyLink.FindAllSubmatch(src, -1) {
		a.Policies = append(a.Policies, string(m[1]))
	}
	slices.Sort(a.Policies)
	a.Policies = slices.Compact(a.Policies)
	for _, m := range imageName.FindAllSubmatch(src, -1) {
		a.Images = append(a.Images, string(m[1]))
	}
	problems.Sort()
	return a, problems
}

// front is what the front matter of the column is read into: the parts of the
// article that the column has.
func (a *Article) front() any {
	switch a.Column {
	case Interpretations:
		return &struct {
			*Common
			*Interpretation
		}{&a.Common, &a.Interpretation}
	case FAQ:
		return &struct {
			*Common
			*Answers
		}{&a.Common, &a.Answers}
	case Topics:
		return &struct {
			*Common
			*Topic
		}{&a.Common, &a.Topic}
	}
	return &a.Common
}

// check finds values that cannot be right.
func (a *Article) check(problems *problem.List) {
	for _, s := range []toml.At[string]{a.Title, a.Source, a.Summary} {
		if s.Set && strings.TrimSpace(s.Value) == "" {
			problems.Add(s.Pos, "这里是空的", "填上内容")
		}
	}
	if len([]rune(a.Summary.Value)) > 120 {
		problems.Add(a.Summary.Pos, "摘要太长", "一句话,120字以内")
	}
	if a.Expires.Set && a.Date.Set && a.Expires.Value.Before(a.Date.Value) {
		problems.Add(a.Expires.Pos, "有效期早于日期", "核对两个日期")
	}
	if a.Kind.Set && !slices.Contains(Kinds(), a.Kind.Value) {
		problems.Add(a.Kind.Pos, "没有“"+a.Kind.Value+"”这种解读", "可以写:"+strings.Join(Kinds(), "、"))
	}
	a.video(problems)
}

func (a *Article) video(problems *problem.List) {
	switch is := a.Kind.Value == "视频"; {
	case is && !a.Video.Set:
		problems.Add(a.Kind.Pos, "视频解读没有写视频的地址", "加一行 video = \"https://…\"")
	case !is && a.Video.Set:
		problems.Add(a.Video.Pos, "不是视频解读,写了视频的地址", "把 kind 改成 \"视频\",或删去这一行")
	case is:
		if u, err := url.Parse(a.Video.Value); err != nil || u.Scheme != "https" || u.Host == "" {
			problems.Add(a.Video.Pos, "视频的地址不对", "写 https:// 开头的完整地址")
		}
	}
}

// Published reports whether an article is on the site of a day; the zero day
// is that of a build that was given none.
func (a *Article) Published(day toml.Date) bool {
	return !a.Draft && !(a.Publish.Set && (day.IsZero() || day.Before(a.Publish.Value)))
}

// Own reports whether the site wrote it, and no authority.
func (a *Article) Own() bool { return a.Source.Value == OwnSource }

// Address is where it stands, relative to the site.
func (a *Article) Address() string { return string(a.Column) + "/" + a.ID + "/" }

// Check finds what only the whole text tells: r is the text as rendered.
func (a *Article) Check(r *markdown.Rendered) (problems problem.List) {
	if a.Kind.Value == "图解" && r.Pictures == 0 {
		problems.Add(a.Kind.Pos, "图解里没有图", "放上图片:![图上是什么](文件名)")
	}
	questions := a.Column == FAQ || a.Kind.Value == "问答"
	if !questions {
		return problems
	}
	quoted := map[int]bool{}
	for _, q := range r.Quotes {
		quoted[q.Under] = true
	}
	asked := 0
	for i, h := range r.Headings {
		if h.Level != 2 {
			continue
		}
		asked++
		if !h.Given {
			problems.Add(h.Pos, "这个问题没有编号", "在行末写上 {#英文编号},如 {#individual};链接靠它,以后不要改")
		}
		if a.About.Set && !quoted[i] {
			problems.Add(h.Pos, "这个回答没有引用原文", "引出所依据的原文并链接到条款:“原文”([三(三)3](/policies/编号/#c3-3-3))")
		}
	}
	if asked == 0 {
		problems.Add(problem.Pos{File: a.File, Line: 1}, "问答里没有问题", "每个问题写成一个标题:## 问题?{#英文编号}")
	}
	return problems
}

// Has reports whether an article carries a tag.
func (a *Article) Has(tag string) bool {
	return slices.ContainsFunc(a.Tags, func(t toml.At[string]) bool { return t.Value == tag })
}

// Newest orders articles as lists show them: the newest first, those of one
// day by address.
func Newest(a, b *Article) int {
	if c := b.Date.Value.Time().Compare(a.Date.Value.Time()); c != 0 {
		return c
	}
	return bytes.Compare([]byte(a.ID), []byte(b.ID))
}
