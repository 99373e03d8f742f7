package wasm

import "slices"

// The binary format, as far as it is needed here: WebAssembly Core
// Specification 2.0, chapter 5.

// Value types.
const (
	typeI32 = 0x7f
	typeI64 = 0x7e
)

// Opcodes.
const (
	opBlock   = 0x02
	opLoop    = 0x03
	opIf      = 0x04
	opElse    = 0x05
	opEnd     = 0x0b
	opBr      = 0x0c
	opBrIf    = 0x0d
	opReturn  = 0x0f
	opCall    = 0x10
	opDrop    = 0x1a
	opSelect  = 0x1b
	opGet     = 0x20
	opSet     = 0x21
	opTee     = 0x22
	opGlobGet = 0x23
	opGlobSet = 0x24
	opI32Load = 0x28
	opI64Load = 0x29
	opLoad8   = 0x2d
	opI64St   = 0x37
	opStore8  = 0x3a
	opI32     = 0x41
	opI64     = 0x42
	i32Eqz    = 0x45
	i32Eq     = 0x46
	i32Ne     = 0x47
	i32LtS    = 0x48
	i32GtS    = 0x4a
	i32GeS    = 0x4e
	i64Eqz    = 0x50
	i64Eq     = 0x51
	i64Ne     = 0x52
	i64LtS    = 0x53
	i64GtS    = 0x55
	i64GtU    = 0x56
	i64LeS    = 0x57
	i64LeU    = 0x58
	i64GeS    = 0x59
	i32Add    = 0x6a
	i32Sub    = 0x6b
	i32Mul    = 0x6c
	i32And    = 0x71
	i32Or     = 0x72
	i32Xor    = 0x73
	i32Shl    = 0x74
	i32ShrU   = 0x76
	i64Add    = 0x7c
	i64Sub    = 0x7d
	i64Mul    = 0x7e
	i64DivS   = 0x7f
	i64DivU   = 0x80
	i64RemS   = 0x81
	i64RemU   = 0x82
	i64And    = 0x83
	i64Or     = 0x84
	i64Xor    = 0x85
	i64Shl    = 0x86
	i64ShrU   = 0x88
	i64ToI32  = 0xa7
	i32ToI64  = 0xad // unsigned
)

// leb appends a signed LEB128 number.
func leb(b []byte, v int64) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}

// uleb appends an unsigned LEB128 number.
func uleb(b []byte, v int) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

// A signature is a function's parameter and result types.
type signature struct{ params, results []byte }

// A module collects functions, globals and data, and writes them out.
type module struct {
	types   []signature
	funcs   []*function
	exports []export
	globals []global
	data    []byte // constant tables
	base    int    // their address: what is written to lies below
	room    int    // bytes of memory beyond the data at the least
}

type export struct {
	name  string
	kind  byte // 0 function, 2 memory, 3 global
	index int
}

type global struct {
	kind    byte
	mutable byte
	value   int64
}

// declare reserves a function, so that others can call it before it is
// written.
func (m *module) declare(params, results []byte) *function {
	sig := signature{params, results}
	t := slices.IndexFunc(m.types, func(s signature) bool {
		return slices.Equal(s.params, params) && slices.Equal(s.results, results)
	})
	if t < 0 {
		m.types = append(m.types, sig)
		t = len(m.types) - 1
	}
	f := &function{index: len(m.funcs), sig: t, params: len(params)}
	m.funcs = append(m.funcs, f)
	return f
}

// global adds a global and returns its index.
func (m *module) global(kind, mutable byte, value int64) int {
	m.globals = append(m.globals, global{kind, mutable, value})
	return len(m.globals) - 1
}

// reserve sets n zeroed bytes of memory aside, aligned to 8.
func (m *module) reserve(n int) int {
	at := (m.base + 7) &^ 7
	m.base = at + n
	return at
}

// next is the address of the data added next.
func (m *module) next() int { return m.base + len(m.data) }

// section appends a section: its id, its size, its content.
func section(b []byte, id byte, content []byte) []byte {
	b = append(b, id)
	b = uleb(b, len(content))
	return append(b, content...)
}

// vector is a count followed by the items.
func vector[T any](items []T, item func(b []byte, x T) []byte) []byte {
	b := uleb(nil, len(items))
	for _, x := range items {
		b = item(b, x)
	}
	return b
}

func counted(b, items []byte) []byte { return append(uleb(b, len(items)), items...) }

// bytes writes the module.
func (m *module) bytes() []byte {
	const page = 1 << 16
	b := []byte("\x00asm\x01\x00\x00\x00")
	b = section(b, 1, vector(m.types, func(b []byte, s signature) []byte {
		return counted(counted(append(b, 0x60), s.params), s.results)
	}))
	b = section(b, 3, vector(m.funcs, func(b []byte, f *function) []byte { return uleb(b, f.sig) }))
	b = section(b, 5, uleb([]byte{1, 0}, (m.next()+8+m.room+page-1)/page))
	b = section(b, 6, vector(m.globals, func(b []byte, g global) []byte {
		b = append(b, g.kind, g.mutable, opI32+(typeI32-g.kind))
		return append(leb(b, g.value), opEnd)
	}))
	b = section(b, 7, vector(m.exports, func(b []byte, e export) []byte {
		return uleb(append(counted(b, []byte(e.name)), e.kind), e.index)
	}))
	b = section(b, 10, vector(m.funcs, func(b []byte, f *function) []byte { return counted(b, f.body()) }))
	return section(b, 11, counted(append(leb([]byte{1, 0, opI32}, int64(m.base)), opEnd), m.data))
}
