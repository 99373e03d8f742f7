package search

// A table counts keys; it is emptied by forgetting, so that one serves every
// page.
type table struct {
	slots []slot
	used  []uint32 // the slots in use, in the order they came
	round uint32
	shift uint
}

type slot struct {
	key   key
	count uint32
	round uint32
}

func newTable() *table {
	const bits = 13
	return &table{slots: make([]slot, 1<<bits), shift: 64 - bits, round: 1}
}

// add counts n more of a key.
func (t *table) add(k key, n uint32) {
	if len(t.used) > len(t.slots)*3/4 {
		t.grow()
	}
	mask := uint64(len(t.slots) - 1)
	for i := scatter(k) >> t.shift; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.round != t.round {
			*s = slot{k, n, t.round}
			t.used = append(t.used, uint32(i))
			return
		}
		if s.key == k {
			s.count += n
			return
		}
	}
}

func (t *table) grow() {
	old, used, round := t.slots, t.used, t.round
	t.slots, t.used, t.shift, t.round = make([]slot, 2*len(old)), nil, t.shift-1, 1
	for _, i := range used {
		if old[i].round == round {
			t.add(old[i].key, old[i].count)
		}
	}
}

// clear empties the table.
func (t *table) clear() {
	t.used, t.round = t.used[:0], t.round+1
}

// scatter spreads keys over a table: Fibonacci hashing after folding the
// halves together.
func scatter(k key) uint64 {
	h := uint64(k) ^ uint64(k)>>32
	return h * 0x9e3779b97f4a7c15
}

// weight says in two bits how often a key occurs.
func weight(count uint32) uint32 {
	switch {
	case count >= 10:
		return 3
	case count >= 4:
		return 2
	case count >= 2:
		return 1
	}
	return 0
}
