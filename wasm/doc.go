// Package wasm compiles a [calc.Program] to a WebAssembly module, byte by
// byte, without a Go runtime, for the visitor's browser.
//
// # What the module exports
//
//	memory            linear memory
//	in, out           i32 constants: addresses of the two tables below
//	free              i32 constant: from this address on, memory is the page's
//	assess()          reads the situation at in, writes the assessment at out
//	batch(from, to, n) n situations at from, one award each at to
//	curve(input, of)  what benefit of, or with −1 the award, comes to as a
//	                  function of one measured input; returns the number of
//	                  rows, which it writes at free
//
// Every cell of every table is one i64, so a page reads and writes them as a
// BigInt64Array. The order of inputs, readings, benefits and conditions is
// that of the Rulebook.
//
//	in:   one cell per input, its value in the unit of its kind (package calc),
//	      or the least i64 for unknown; then one cell per reading, 0 for the
//	      reading taken, k for its k-th alternative
//	out:  0 award status, 1 award min, 2 award max (分);
//	      four cells per benefit: status, min, max, pays (1 when it is among
//	      those that pay the certain award);
//	      one cell per condition: 0 fails, 1 holds, 2 open;
//	      one cell per reading: 1 when the answer rests on it;
//	      one cell: the number of questions, then that many input indexes in
//	      the order to ask them
//
//	status: 0 undetermined, 1 eligible, 2 ineligible
//
// The result of batch is two cells a situation, award min and max.
//
// # What-if: curve
//
// curve takes everything but the one input from the situation at in, unknowns
// included, and leaves it as it was; out is then that of some other situation,
// and wants a new assess. Each row is six cells: from and to, the first and the
// last value of the input, both included, then the least at from and at to and
// the most at from and at to, in 分. Rows follow each other without gaps over
// the input's whole range; within a row the least and the most go in a
// straight line but for rounding to whole 分, so that a chart is its rows'
// lines, and its jumps lie between a row's to and the next one's from. There
// are at most 1024 rows, and memory has room for them from the start. See
// [calc.Program.Curve], which gives the same.
//
//	const n = exports.curve(input, -1);
//	const rows = new BigInt64Array(memory.buffer, exports.free.value, 6 * n);
package wasm
