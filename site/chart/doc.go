// Package chart draws what a policy grants: an amount as a function of one
// measured quantity ([Steps]), sums side by side ([Bars]) and small numbers as
// dots ([Dots]).
//
// A chart says what the rules say, exactly. Its corners are the thresholds of
// the text, its labels stand at the thresholds themselves, in 万元 and 亿元, and
// a dot tells whether the threshold belongs to the step: filled 以上, hollow 不足.
// There is no legend and no colour but by class.
//
//	tiers := []calc.Tier{{From: 1e10, Under: 2e10, Pay: 4e7}, {From: 2e10, Under: calc.NoLimit, Pay: 6e7}}
//	curve := chart.Of(&calc.Amount{Input: "turnover", Tiers: tiers}, 0, 1e17)
//	picture := chart.Steps("c", "奖励", chart.Axis{Name: "年交易额", Say: phrase.Yuan}, chart.Axis{Name: "奖励", Say: phrase.Yuan}, curve)
//
// Labels never overlap: those on the horizontal axis hang from their thresholds
// in as many rows as they need, those on the vertical axis are left out where
// two would touch. What is left out stands in the table that goes with every
// chart ([Rows]).
//
// Charts are drawn 336 units wide with letters 14 high, to be shown at about
// that many CSS pixels: a phone of 360 px shows them as they are.
package chart
