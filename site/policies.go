package site

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode/utf8"

	"mingce/calc"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/rulefile"
	"mingce/site/toml"
)

// decode reads a TOML file.
func decode(file string, text []byte, into any) problem.List { return toml.Decode(file, text, into) }

// policy reads one folder of policies/.
func (c *content) policy(id string) {
	dir := "policies/" + id + "/"
	if !c.named(dir, id) {
		return
	}
	text, ok := c.file(dir + "policy.md")
	if !ok {
		return
	}
	doc, found := policy.Parse(c.at(dir+"policy.md"), text)
	*c.problems = append(*c.problems, found...)
	e := entry{id: id, doc: doc}
	if len(found) == 0 && c.has(dir+"rules.toml") {
		c.rules(&e, dir)
	}
	c.pinned(doc)
	c.policies = append(c.policies, e)
}

// pinned holds the text to the checksum in its front matter, if there is one.
// It comes after the rules, which say more exactly what a change has broken.
func (c *content) pinned(doc *policy.Document) {
	pin := doc.Meta.TextSHA256
	sum := sha256.Sum256([]byte(doc.Text()))
	if is := hex.EncodeToString(sum[:]); pin.Set && pin.Value != is {
		c.problems.Add(pin.Pos, "正文与登记的校验值不符,有文字改动过",
			"对照原文改回去;如果改动是更正,把 text_sha256 改成 \""+is+"\"")
	}
}

// rules reads and compiles what can be computed of a policy, and tries the
// worked cases beside it.
func (c *content) rules(e *entry, dir string) {
	text, ok := c.file(dir + "rules.toml")
	if !ok {
		return
	}
	rules, found := rulefile.LoadAt(c.at(dir+"rules.toml"), text, e.doc, c.day)
	*c.problems = append(*c.problems, found...)
	if len(found) > 0 {
		return
	}
	program, err := calc.Compile(rules)
	if err != nil {
		c.problems.Add(c.place(dir+"rules.toml"), err.Error(), "改正这条规则")
		return
	}
	sum := sha256.Sum256(text)
	e.rules, e.program, e.version = rules, program, hex.EncodeToString(sum[:4])
	e.length = utf8.RuneCount(text)
	if c.day.IsZero() {
		c.cases(e, dir) // worked for the latest version
	}
}
