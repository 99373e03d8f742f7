// Package e2e holds the promises that only a real browser can prove: that the
// page a person opens answers as package calc does, without network, without
// script, with nothing but a keyboard, on a narrow phone, on paper and in the
// dark. Everything in it is a test.
//
// The site is built in memory from this repository's content and served on
// 127.0.0.1. One headless Chromium serves all tests of a run; every test opens
// a tab of its own, with its own cache.
//
// A tab is watched from its first moment. Any request that leaves the site,
// any warning or error on the console, any violation of the page's security
// policy and any uncaught exception fails the test that opened the tab,
// whatever the test is about.
//
// What is done inside a page stands in js/: the functions of one object, e2e,
// that a tab brings along. They know elements and attributes of the page and
// nothing of the rules.
//
// # Stories
//
// testdata/*.txt are stories of the calculator, one promise each: what a person
// does, and what is then seen. A line is a word and what it speaks of; blank
// lines and # are for the reader. Things are called as a person calls them, by
// their words; white space and the width of characters do not count.
//
//	town                 the story is of the policy of testdata/town
//	screen 360x740       the size of the screen; up to 500 px it is a phone
//	theme dark           light or dark
//	media NAME VALUE     another feature of the media: forced-colors active
//	text 200%            the size of all text
//	without WHAT         what fails: script (switched off), code (its file), module, later
//	expect WORDS         a fault in the console that the story brings about
//	store KEY VALUE      puts something into the storage of the device
//	open [#FRAGMENT]     opens the calculator; reload, back as in a browser
//	tap WORDS            presses what is called so, exactly or in its beginning
//	choose ID WORDS      taps an option of a question; type ID WORDS types into its field
//	press KEY…           keys by name: Tab*3 Enter "words"
//	drag, swipe PX       pulls the point of the chart, with the mouse or a finger
//	offline              cuts the network and stops the server
//	wait MS              only for what the page itself leaves to time
//	run SCRIPT           what has no better word
//
//	see, miss WORDS      in the main part, anywhere or nowhere
//	asked [ID…]          the questions that show; none at the end
//	figure WORDS         the award, exactly
//	errors, result, review, progress, live, chart, table, title [WORDS]
//	                     in that part of the page; without words it is not there
//	line ID STATE [AMOUNT] [取]   the line of a benefit in the result
//	kept ID WORDS        what a field holds
//	focus WORDS          what has the focus: its name, class or label
//	clean                nothing overflows, every target has 44 px, all words can be
//	                     read, axe finds nothing
//	accessible           axe finds nothing
//	picture NAME [full]  with -pictures, a picture to look at
//
// # Needed
//
// Chromium or Chrome, a Chinese font, and pdftotext of poppler. A test that
// misses one fails and says what to install; go test -short leaves the browser
// out.
//
// # Pictures
//
//	go test ./site/e2e -run 'TestPictures|TestStories' -pictures DIR
//
// writes the main states of the site as PNG files, what the stories picture,
// and site.png, the picture of the README.
//
// # Speed
//
//	go test ./site/e2e -run SlowPhone -measure -v
//
// prints how the calculator does on a slow phone.
package e2e
