// Command generate writes N policy documents, once as content of mingce and
// once as content of Hugo, with the same words.
//
//	generate -n 1000 -out DIR   writes DIR/mingce and DIR/hugo
//
// Every document is the policy of this repository taken apart and put together
// again: another city and trade, other amounts, the items of a section in
// another order and sometimes one fewer, other dates and numbers, and an annex
// with a table of 8 rows and 36 items. They are of some 30 KB each and very
// much alike, which is hard on an index and kind to a compressor. A document
// depends on its number and the seed alone.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"mingce/site/policy"
)

func main() {
	n := flag.Int("n", 1000, "how many documents")
	out := flag.String("out", "", "folder to write to")
	seed := flag.Uint64("seed", 20150023, "of the random numbers")
	source := flag.String("source", "../content/policies/qzf-2015-23/policy.md", "the document to vary")
	flag.Parse()
	if err := run(*n, *out, *seed, *source); err != nil {
		log.Fatal(err)
	}
}

func run(n int, out string, seed uint64, source string) error {
	text, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	doc, problems := policy.Parse(source, text)
	if err := problems.Err(); err != nil {
		return err
	}
	total := 0
	for i := range n {
		v := vary(doc, seed, i)
		body := v.mingce()
		total += len(body)
		if err := write(filepath.Join(out, "mingce", "policies", v.id, "policy.md"), body); err != nil {
			return err
		}
		if err := write(filepath.Join(out, "hugo", "zc", v.id+".md"), v.hugo()); err != nil {
			return err
		}
	}
	if err := write(filepath.Join(out, "mingce", "site.toml"), siteConfig); err != nil {
		return err
	}
	if err := write(filepath.Join(out, "hugo", "zc", "_index.md"), "+++\ntitle = \"政策文件\"\n+++\n"); err != nil {
		return err
	}
	fmt.Printf("%d documents, %d bytes each\n", n, total/max(n, 1))
	return nil
}

func write(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o644)
}

const siteConfig = `name = "某市政策文件库"
heading = "政策文件库"
sentence = "政策原文,逐条可查。"
description = "用于测速的政策文件库。"
base_url = "https://policy.example.gov.cn/"
demo = "演示站点,内容为随机生成的测速材料"

[[menu]]
text = "政策文件"
to = "/policies/"
`
