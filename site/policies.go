package site

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"mingce/calc"
	"mingce/site/parallel"
	"mingce/site/policy"
	"mingce/site/problem"
	"mingce/site/rulefile"
	"mingce/site/toml"
)

// decode reads a TOML file.
func decode(file string, text []byte, into any) problem.List { return toml.Decode(file, text, into) }

// documents reads the policies.
func (c *content) documents() {
	*c.problems = append(*c.problems, c.readAll(c.folder("policies", true))...)
	c.texts()
}

// texts reads the text of every policy as well when there is a problem
// anywhere, so that every problem is said at once.
func (c *content) texts() {
	if len(*c.problems) == 0 || c.whole {
		return
	}
	c.whole = true
	var ids []string
	for _, e := range c.policies {
		ids = append(ids, e.id)
	}
	*c.problems = append(*c.problems, c.readAll(ids)...)
}

// readAll reads policies on all processors.
func (c *content) readAll(ids []string) (problems problem.List) {
	parts := make([]content, len(ids))
	found := make([]problem.List, len(ids))
	parallel.Do(len(ids), func(i int) {
		parts[i] = *c
		parts[i].policies, parts[i].problems = nil, &found[i]
		parts[i].policy(ids[i])
	})
	c.policies = c.policies[:0]
	for i := range parts {
		c.policies = append(c.policies, parts[i].policies...)
		problems = append(problems, found[i]...)
	}
	return problems
}

// policy reads one folder of policies/.
func (c *content) policy(id string) {
	dir := "policies/" + id + "/"
	if !c.named(dir, id) {
		return
	}
	c.strangers(dir)
	text, done, ok := c.borrow(dir + "policy.md")
	if !ok {
		return
	}
	defer done()
	ruled := c.has(dir + "rules.toml")
	parse := policy.ParseFront
	extended := c.extended(dir)
	if ruled || extended || c.whole {
		parse = policy.Parse
	}
	doc, found := parse(c.at(dir+"policy.md"), text)
	*c.problems = append(*c.problems, found...)
	e := entry{id: id, doc: doc, sum: sha256.Sum256(text), quick: quick(text), chars: characters(text)}
	if ruled && len(found) == 0 {
		c.rules(&e, dir)
	}
	if extended && len(found) == 0 {
		c.extras(&e, dir, ruled)
		c.versions(&e, dir)
	}
	if ruled || extended || c.whole {
		*c.problems = append(*c.problems, pinned(doc)...)
	}
	c.policies = append(c.policies, e)
}

// characters is utf8.RuneCount without the copy that it makes: all bytes but
// those that go on with a character, which begin with the bits 10, eight at a
// time.
func characters(text []byte) (n int) {
	n = len(text)
	for ; len(text) >= 8; text = text[8:] {
		x := binary.LittleEndian.Uint64(text)
		n -= bits.OnesCount64(x >> 7 & (^x >> 6) & 0x0101010101010101)
	}
	for _, b := range text {
		if !utf8.RuneStart(b) {
			n--
		}
	}
	return n
}

// seed makes quick differ from run to run.
var seed = maphash.MakeSeed()

// quick tells a text from one it was a moment ago.
func quick(text []byte) uint64 { return maphash.Bytes(seed, text) }

// policyFiles are what a policy's folder may hold.
var policyFiles = []string{"policy.md", "rules.toml", "cases.toml", goalsFile, departmentsFile, guideFile, versionsFolder}

// strangers reports files that nobody would read: a misspelt rules.toml would
// take the calculator off the site without a word.
func (c *content) strangers(dir string) {
	entries, err := c.entries(strings.TrimSuffix(dir, "/"))
	if err != nil {
		return // whoever reads the policy says so
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || slices.Contains(policyFiles, e.Name()) {
			continue
		}
		hint := "这里只放 " + strings.Join(policyFiles, "、") + ";把它移走"
		if near, ok := problem.Closest(strings.ToLower(e.Name()), policyFiles); ok {
			hint = "是否应该叫 " + near + "?" + hint
		}
		c.problems.Add(c.place(dir+e.Name()), "不认识这个文件", hint)
	}
	if c.has(dir+"cases.toml") && !c.has(dir+"rules.toml") {
		c.problems.Add(c.place(dir+"cases.toml"), "有案例,没有规则", "补上 rules.toml,或者移走 cases.toml")
	}
}

// pinned holds the text to the checksum in its front matter, if there is one.
// It comes after the rules, which say more exactly what a change has broken.
func pinned(doc *policy.Document) (problems problem.List) {
	pin := doc.Meta.TextSHA256
	if !pin.Set {
		return nil
	}
	sum := sha256.Sum256([]byte(doc.Text()))
	if is := hex.EncodeToString(sum[:]); pin.Value != is {
		problems.Add(pin.Pos, "正文与登记的校验值不符,有文字改动过",
			"对照原文改回去;如果改动是更正,把 text_sha256 改成 \""+is+"\"")
	}
	return problems
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
		e.ruleChanges = c.ruleVersions(e, c.at(dir+"rules.toml"), text)
		c.cases(e, dir) // worked for the latest version
	}
}
