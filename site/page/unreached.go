package page

// An Unreached is shown for a page that is not at hand while there is no
// network: what is at hand.
type Unreached struct {
	Frame
	Links []Link
}
