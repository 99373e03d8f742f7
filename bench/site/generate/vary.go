package main

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"

	"mingce/site/policy"
)

// A variant is one document, before it is written in one form or the other.
type variant struct {
	id, title, number, issuer, index, subject string
	keywords                                  []string
	year, month, day                          int
	addressee, preamble                       []string
	parts                                     []place
	rows                                      [][3]string // of the table in the annex
	items                                     []string    // of the annex
}

// A place is a numbered place with what stands under it.
type place struct {
	level      policy.Level
	number     int
	heading    string
	text       string
	paragraphs []string
	under      []place
}

// A dice draws for one document.
type dice struct {
	*rand.Rand
	city, trade string
}

func (d *dice) one(of []string) string { return of[d.IntN(len(of))] }

// figure is an amount with its unit, a year or a share of which stays.
var figure = regexp.MustCompile(`[0-9]+(?:亿元|万元|%|平方米|家|万人次|人以上)`)

// fix puts other names and amounts into a text.
func (d *dice) fix(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "大庆", d.city), "电子商务", d.trade)
	return figure.ReplaceAllStringFunc(text, func(s string) string {
		digits := strings.TrimRight(s, "亿万元%平方米家人次以上")
		n, err := strconv.Atoi(digits)
		if err != nil {
			return s
		}
		factors := []int{5, 8, 10, 10, 12, 15, 20}
		return strconv.Itoa(max(1, n*factors[d.IntN(len(factors))]/10)) + s[len(digits):]
	})
}

// vary makes document i.
func vary(from *policy.Document, seed uint64, i int) variant {
	d := &dice{Rand: rand.New(rand.NewPCG(seed, uint64(i)))}
	d.city, d.trade = d.one(cities()), d.one(trades())
	v := variant{
		id: fmt.Sprintf("d%05d", i), issuer: d.city + "市人民政府", subject: d.one(subjects()),
		year: 2012 + d.IntN(14), month: 1 + d.IntN(12), day: 1 + d.IntN(28),
	}
	v.title = d.fix(from.Meta.Title.Value) + d.one([]string{"", "(试行)", "(修订)", ""})
	v.number = fmt.Sprintf("%s政发〔%d〕%d号", string([]rune(d.city)[:1]), v.year, 1+d.IntN(99))
	v.index = fmt.Sprintf("0%d/%d-%05d", 10_000_000+d.IntN(90_000_000), v.year, i)
	for _, k := range d.Perm(len(keywords()))[:4] {
		v.keywords = append(v.keywords, keywords()[k])
	}
	for _, p := range from.Find(policy.Addressee) {
		v.addressee = append(v.addressee, d.fix(p.Text))
	}
	for _, p := range from.Find(policy.Preamble) {
		v.preamble = append(v.preamble, d.fix(p.Text))
	}
	v.parts = d.places(from.Parts)
	d.annex(&v)
	return v
}

// places varies numbered places: of more than three items the order changes,
// and half of the time one is left out.
func (d *dice) places(from []*policy.Clause) (out []place) {
	for _, c := range from {
		p := place{level: c.Level, heading: d.fix(c.Heading), text: d.fix(c.Text), under: d.places(c.Children)}
		for _, line := range c.Paragraphs {
			p.paragraphs = append(p.paragraphs, d.fix(line.Text))
		}
		out = append(out, p)
	}
	if len(out) > 3 && out[0].level == policy.Item {
		d.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
		out = out[:len(out)-d.IntN(2)]
	}
	for i := range out {
		out[i].number = i + 1
	}
	return out
}

func (d *dice) annex(v *variant) {
	for range 8 {
		v.rows = append(v.rows, [3]string{
			d.one(keywords()), fmt.Sprintf("年交易额%d亿元以上", 1+d.IntN(50)), fmt.Sprintf("%d万元", 10*(1+d.IntN(30))),
		})
	}
	for range 36 {
		v.items = append(v.items, fmt.Sprintf("%s%s%s和%s,并由%s%s%s;%s", d.one(actors()), d.one(deeds()), d.one(papers()),
			d.one(papers()), d.one(actors()), d.one(deeds()), d.one(papers()), d.one(endings())))
	}
}
