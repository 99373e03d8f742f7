// Package answer speaks the assess contract: one JSON object a line, each one
// applicant, in; one JSON object a line, each one assessment, out.
//
// A line in holds inputs by their id:
//
//	{"applicant":"enterprise","ecommerce_business":true,"turnover":250000000}
//
// Amounts are yuan, areas square metres, shares percent, each with at most two
// decimals; exchange rates have four; counts and months are whole; dates are
// "2015-11-30". A key that is absent or null is
// unknown, never false and never zero. An unknown key, a wrong type, a value
// out of range, broken JSON and a key given twice make the line bad: it is
// answered by
//
//	{"line":1,"error":"turnover: -5 is below 0"}
//
// and the lines after it are answered all the same. Empty lines are passed
// over, but counted.
//
// A line out holds the award, the benefits, what is still to be asked and the
// readings it all rests on. Where so much is unknown that not everything could
// be tried (calc.Assessment.Exact) it also says
//
//	"exact":false
//
// and then ranges hold but may be wider than need be, and questions may be more
// than need be asked; otherwise there is no such member. With Explain each benefit also carries its
// conditions and the nearest change that would raise it:
//
//	"conditions":[{"id":"legal-person","holds":true,"clause":"c3-1",
//	  "quote":"具有独立法人资格","text":"具有独立法人资格"}, …],
//	"nearest":{"input":"turnover","from":250000000,"to":500000000,"amount":1000000}
//
// and the line ends with the nearest change that would raise the award, and
// with the award under every other reading that is not settled, where it is
// another:
//
//	"nearest":{…},
//	"alternatives":[{"reading":"startup-within-highest","alternative":"startup-apart",
//	  "award":{"status":"eligible","min":2000000,"max":2000000}}]
package answer
