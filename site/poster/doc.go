// Package poster draws the pictures that people pass on: the whole policy in
// one long picture, 一图读懂 ([Glance]), and one benefit on a card with a QR code
// ([Share]).
//
// Everything in a picture is given; nothing is decided here but where it
// stands. Words are real text, broken into lines by package svg, so that they
// can be selected and are as sharp on a phone as on paper.
//
// A picture is 750 units wide, two for each pixel of a small phone; no letter
// is smaller than 27 units, 12 pixels there. It is shown in the page and saved
// as an image from the same element: its attributes are the colours of paper,
// and the style sheet of the page overrules them for whoever reads in the dark.
//
//	picture := poster.Glance{
//		Title: "某市关于支持企业发展的措施", Number: "某政发〔2024〕8号",
//		Benefits: []poster.Benefit{{Name: "招工奖励", Who: "新招用员工的企业", Figure: "5万元"}},
//		Address: "https://www.example.gov.cn/policies/x/",
//	}.Draw("glance")
package poster
