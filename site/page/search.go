package page

// A Search is the page that looks through the whole site. Its script answers;
// without script the page leads to the lists.
type Search struct {
	Frame
	Lists []Link
}
