package poster

import (
	"fmt"
	"html"
	"image"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"mingce/site/svg"
)

// example is a picture with everything in it.
func example() Glance {
	return Glance{
		Issuer: "某市人民政府", Title: "关于支持企业发展的若干措施", Phrases: []string{"关于支持企业发展的", "若干措施"}, Number: "某政发〔2024〕8号", Signed: "2024年3月1日", By: "2027年",
		Benefits: []Benefit{
			{Name: "研发奖励", Who: "有研发投入的企业", Figure: "20万元", Most: true, Words: "按年研发投入：", Lines: []Line{{"100万元以上、不足500万元", "8万元", .4}, {"500万元以上", "20万元", 1}}},
			{Name: "招工奖励", Who: "新招用员工的企业", Figure: "5万元", Words: "一次性奖励5万元"},
		},
		Others:     []Item{{"用地支持", "优先安排用地"}},
		Principles: []Item{{"就高", "同一企业符合两项以上的,按最高一项奖励"}},
		Routes:     []Route{{"企业怎样申报", []Item{{"自主申报", "企业"}, {"初审", "县(区)、高新区、经开区"}, {"审议", "市政府工作推进领导小组"}, {"研究决定", "市政府"}}}},
		Goals:      []Goal{{"90%以上", "应用率"}, {"超过450亿元", "交易额"}, {"4家", "年交易额超过1亿元的企业"}},
		Note:       "以文件原文为准。", Address: "https://www.example.gov.cn/zc/policies/x/",
	}
}

var (
	element = regexp.MustCompile(`<text class="([^"]*)" x="([^"]*)" y="([^"]*)" font-size="([^"]*)"([^>]*)>([^<]*)</text>`)
	modules = regexp.MustCompile(`<path class="code" d="([^"]*)"`)
	run     = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-\d+z`)
	frame   = regexp.MustCompile(`viewBox="0 0 750 (\S+)"`)
)

type box struct {
	words                    string
	left, right, top, bottom float64
}

// boxes are where the words of a picture stand. No letter is too small for a
// phone.
func boxes(t require.TestingT, picture string) (out []box) {
	for _, m := range element.FindAllStringSubmatch(picture, -1) {
		x, y, size := number(t, m[2]), number(t, m[3]), number(t, m[4])
		words := html.UnescapeString(m[6])
		wide := svg.Width(words, size)
		if strings.Contains(m[5], `text-anchor="end"`) {
			x -= wide
		}
		require.GreaterOrEqual(t, size, fine, words)
		out = append(out, box{words, x, x + wide, y - size*.8, y + size*.1})
	}
	require.Equal(t, strings.Count(picture, "<text"), len(out))
	return out
}

func number(t require.TestingT, s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return v
}

// clean holds that no words leave the picture or touch others.
func clean(t require.TestingT, picture string) {
	high := number(t, frame.FindStringSubmatch(picture)[1])
	list := boxes(t, picture)
	for i, a := range list {
		require.True(t, a.left >= 0 && a.right <= wide && a.top >= 0 && a.bottom <= high, "%v leaves the picture", a)
		for _, b := range list[i+1:] {
			apart := a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
			require.True(t, apart, "%v and %v overlap", a, b)
		}
	}
}

func TestThePictureHoldsEverything(t *testing.T) {
	picture := example().Draw("g")
	clean(t, picture)
	var words strings.Builder
	for _, b := range boxes(t, picture) {
		words.WriteString(b.words)
	}
	for _, w := range []string{
		"关于支持企业发展的若干措施", "某政发〔2024〕8号", "研发奖励", "100万元以上、不足500万元", "8万元", "20万元", "招工奖励", "优先安排用地",
		"同一企业符合两项以上的,按最高一项奖励", "自主申报", "市政府工作推进领导小组", "研究决定", "2027年的目标", "超过450亿元", "以文件原文为准。",
	} {
		require.Contains(t, words.String(), w)
	}
	share := Share{Benefit: example().Benefits[0], Gives: "奖励8万元或20万元", Number: "某政发〔2024〕8号", Clause: "第三条", Note: "以文件原文为准。", Address: example().Address}
	clean(t, share.Draw("s"))
}

// Whatever the words, none leaves the picture and none touches another.
func TestNothingOverflows(t *testing.T) {
	some := func(t *rapid.T, label string, most int) string {
		return rapid.StringOfN(rapid.RuneFrom([]rune("年交易额以上补助电子商务，、（）〔〕“”123456789%万元亿家O2OAB")), 1, most, -1).Draw(t, label)
	}
	rapid.Check(t, func(t *rapid.T) {
		g := example()
		g.Title, g.Number, g.Note = some(t, "title", 80), some(t, "number", 20), some(t, "note", 60)
		for i := range g.Benefits {
			b := &g.Benefits[i]
			b.Name, b.Who, b.Figure, b.Words = some(t, "name", 40), some(t, "who", 40), fmt.Sprintf("%d.5亿元", rapid.IntRange(1, 99999).Draw(t, "figure")), some(t, "words", 60)
			for k := range b.Lines {
				b.Lines[k].Of, b.Lines[k].Pays = some(t, "of", 50), fmt.Sprintf("%d万元", rapid.IntRange(1, 99999).Draw(t, "pays"))
			}
		}
		g.Others[0] = Item{some(t, "other", 40), some(t, "gives", 80)}
		g.Goals = g.Goals[:rapid.IntRange(0, 3).Draw(t, "goals")]
		if rapid.Bool().Draw(t, "no address") {
			g.Address = ""
		}
		clean(t, g.Draw("g"))
	})
}

// What a phone reads off the picture is the address.
func TestTheCodeIsTheAddress(t *testing.T) {
	for _, address := range []string{"https://www.example.gov.cn/", "https://www.example.gov.cn/zc/policies/qzf-2015-23/benefits/platform-construction/"} {
		g := example()
		g.Address = address
		require.Equal(t, address, decoded(t, g.Draw("g")))
		require.Equal(t, address, decoded(t, Share{Address: address}.Draw("s")))
	}
	g := example()
	g.Address = ""
	require.NotContains(t, g.Draw("g"), `class="code"`)
}

// decoded reads the QR code of a picture with another program's decoder.
func decoded(t *testing.T, picture string) string {
	t.Helper()
	d := modules.FindStringSubmatch(picture)
	require.NotNil(t, d)
	const unit, quiet = 4, 4
	size := 0
	runs := run.FindAllStringSubmatch(d[1], -1)
	for _, m := range runs {
		size = max(size, int(number(t, m[1]))+int(number(t, m[3])), int(number(t, m[2]))+1)
	}
	im := image.NewGray(image.Rect(0, 0, (size+2*quiet)*unit, (size+2*quiet)*unit))
	for i := range im.Pix {
		im.Pix[i] = 255
	}
	for _, m := range runs {
		x, y, n := int(number(t, m[1])), int(number(t, m[2])), int(number(t, m[3]))
		for px := (x + quiet) * unit; px < (x+n+quiet)*unit; px++ {
			for py := (y + quiet) * unit; py < (y+1+quiet)*unit; py++ {
				im.SetGray(px, py, color.Gray{})
			}
		}
	}
	bits, err := gozxing.NewBinaryBitmapFromImage(im)
	require.NoError(t, err)
	read, err := qrcode.NewQRCodeReader().Decode(bits, nil)
	require.NoError(t, err)
	return read.GetText()
}

func TestWordsStayWords(t *testing.T) {
	g := example()
	g.Title = `</svg><script>alert(1)</script>`
	require.NotContains(t, g.Draw("g"), "<script")
}
