package markdown

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

var (
	idMark   = regexp.MustCompile(`[ \t]*\{#([^{}]*)\}[ \t]*$`)
	properID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
)

// heading gives a heading its id: the one written, or one counted.
func (r *rendering) heading(n *ast.Heading) {
	at := position(n, r.body)
	h := Heading{Level: n.Level, Pos: r.pos(at)}
	for i := n.Level + 1; i < len(r.order); i++ {
		r.order[i] = 0
	}
	r.order[n.Level]++
	if id, where, ok := r.given(n); ok {
		h.ID, h.Given = id, true
		if !properID.MatchString(id) {
			r.add(where, "标题的编号“"+id+"”不能作网址", "只用小写字母、数字和连字符,以字母开头,如 {#apply}")
		}
	} else {
		h.ID = r.counted(n.Level)
	}
	h.Text = strings.Join(strings.Fields(plain(n, r.body)), " ")
	if r.ids[h.ID] {
		r.add(at, "标题的编号 "+h.ID+" 用了两次", "换一个编号,每个标题各用各的")
	}
	r.ids[h.ID] = true
	n.SetAttributeString("id", []byte(h.ID))
	n.SetAttributeString("data-ref", []byte(h.Text))
	before := 1
	if k := len(r.out.Headings); k > 0 {
		before = r.out.Headings[k-1].Level
	}
	switch {
	case n.Level == 1:
		r.add(at, "正文里用了一级标题", "标题写在开头的 title 里,正文从 ## 开始")
	case h.Text == "":
		r.add(at, "标题是空的", "写上标题的文字,或删去 #")
	case n.Level > before+1:
		r.add(at, "标题跳了级", fmt.Sprintf("上一级是 %s,这里写 %s", strings.Repeat("#", before), strings.Repeat("#", before+1)))
	case r.body[lineStart(r.body, at)] != '#' && !strings.Contains(string(r.body[lineStart(r.body, at):at]), "#"):
		r.add(at, "这一段下面紧接着 --- 或 ===,会变成标题", "分隔线上面空一行;要写标题就用 ##")
	}
	r.out.Headings = append(r.out.Headings, h)
}

// given takes {#id} off the end of a heading.
func (r *rendering) given(n *ast.Heading) (id string, at int, ok bool) {
	t, isText := n.LastChild().(*ast.Text)
	if !isText {
		return "", 0, false
	}
	m := idMark.FindSubmatchIndex(t.Segment.Value(r.body))
	if m == nil {
		return "", 0, false
	}
	start := t.Segment.Start
	t.Segment = t.Segment.WithStop(start + m[0])
	return string(r.body[start+m[2] : start+m[3]]), start + m[2], true
}

// counted is the id of a heading by its place: s2, s2-1.
func (r *rendering) counted(level int) string {
	id := "s"
	for l := 2; l <= level; l++ {
		if l > 2 {
			id += "-"
		}
		id += strconv.Itoa(r.order[l])
	}
	if level < 2 {
		return "s0-" + strconv.Itoa(r.order[1])
	}
	return id
}
