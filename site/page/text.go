package page

import "html/template"

// A Text is a page the office wrote.
type Text struct {
	Frame
	Body template.HTML // made by package markdown, which lets no raw HTML through
}

// A Missing is what a server shows for an address without a page.
type Missing struct {
	Frame
}

// A Moved is what stands at an address that a page had before.
type Moved struct {
	Frame
	Now string // where it is, relative to the site
}
