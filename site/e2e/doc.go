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
// # Needed
//
// Chromium or Chrome, a Chinese font, and pdftotext of poppler. A test that
// misses one fails and says what to install; go test -short leaves the browser
// out.
//
// # Pictures
//
//	go test ./site/e2e -run TestPictures -pictures DIR
//
// writes the main states of the site as PNG files, and site.png, the picture of
// the README.
package e2e
