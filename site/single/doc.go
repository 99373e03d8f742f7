// Package single puts the calculator of a policy and the policy's text into
// one file of HTML that works by itself, from a USB stick as from a server:
// nothing is fetched, and nothing else is needed.
//
// The file is made of the finished pages and what they load, so it is the same
// program, not another one. The text stands in it as it is, to be read and
// printed without script. The calculator is packed (gzip, base 85), since as it
// stands it would be twice as large as the file may be; a few lines of script
// unpack it. The security policy of the file names the checksum of every
// script and style, packed or not, and allows nothing else.
//
// The packed part begins with the lengths of what follows, a line of JSON:
// the module, the style, the sheet as HTML, then the scripts.
//
// Links that lead elsewhere in the site become absolute where the site says
// where it is published; else their words stay and the link goes.
package single
