package problem

// Closest is the known word most like the one written, for hints such as
// “是否想写 turnover?”. It is false when none is alike.
//
// Likeness is the share of characters the two have in common in the same
// order, so that tuern still finds turnover.
func Closest(written string, known []string) (string, bool) {
	best, most := "", 0.5
	for _, k := range known {
		a, b := []rune(written), []rune(k)
		if len(a) > 200 || len(b) > 200 || len(a)+len(b) == 0 {
			continue
		}
		like := 2 * float64(common(a, b)) / float64(len(a)+len(b))
		if like >= most && (best == "" || like > most) {
			best, most = k, like
		}
	}
	return best, best != ""
}

// common is the length of the longest common subsequence.
func common(a, b []rune) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
