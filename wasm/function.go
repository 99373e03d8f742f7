package wasm

// A function is the code of one function while it is being written. Its
// methods each append one instruction, or a short idiom of several.
type function struct {
	index, sig, params int
	locals             []byte // types, beyond the parameters
	code               []byte
}

// body is the function as the code section holds it.
func (f *function) body() []byte {
	b := vector(f.locals, func(b []byte, t byte) []byte { return append(b, 1, t) })
	return append(append(b, f.code...), opEnd)
}

// local adds a local variable.
func (f *function) local(kind byte) int {
	f.locals = append(f.locals, kind)
	return f.params + len(f.locals) - 1
}

func (f *function) op(codes ...byte)         { f.code = append(f.code, codes...) }
func (f *function) arg(op byte, n int)       { f.code = uleb(append(f.code, op), n) }
func (f *function) get(local int)            { f.arg(opGet, local) }
func (f *function) set(local int)            { f.arg(opSet, local) }
func (f *function) tee(local int)            { f.arg(opTee, local) }
func (f *function) load(global int)          { f.arg(opGlobGet, global) }
func (f *function) save(global int)          { f.arg(opGlobSet, global) }
func (f *function) i32(n int)                { f.code = leb(append(f.code, opI32), int64(n)) }
func (f *function) i64(n int64)              { f.code = leb(append(f.code, opI64), n) }
func (f *function) call(g *function)         { f.arg(opCall, g.index) }
func (f *function) block()                   { f.op(opBlock, 0x40) }
func (f *function) loop()                    { f.op(opLoop, 0x40) }
func (f *function) when()                    { f.op(opIf, 0x40) }
func (f *function) otherwise()               { f.op(opElse) }
func (f *function) end()                     { f.op(opEnd) }
func (f *function) br(depth int)             { f.arg(opBr, depth) }
func (f *function) brIf(depth int)           { f.arg(opBrIf, depth) }
func (f *function) at(op, align byte, n int) { f.code = uleb(append(f.code, op, align), n) }

// Loads and stores relative to the address on the stack.
func (f *function) load64(offset int)  { f.at(opI64Load, 3, offset) }
func (f *function) load32(offset int)  { f.at(opI32Load, 2, offset) }
func (f *function) load8(offset int)   { f.at(opLoad8, 0, offset) }
func (f *function) store64(offset int) { f.at(opI64St, 3, offset) }
func (f *function) store8(offset int)  { f.at(opStore8, 0, offset) }

// cell64 and cell8 load from a fixed address.
func (f *function) cell64(at int) { f.i32(0); f.load64(at) }
func (f *function) cell8(at int)  { f.i32(0); f.load8(at) }

// put64 stores what value leaves on the stack at a fixed address.
func (f *function) put64(at int, value func()) { f.i32(0); value(); f.store64(at) }

// put8 is put64 for a byte.
func (f *function) put8(at int, value func()) { f.i32(0); value(); f.store8(at) }

// times runs body with the i32 local counter going from its value to below
// the count that limit leaves on the stack.
func (f *function) times(counter int, limit, body func()) {
	f.block()
	f.loop()
	f.get(counter)
	limit()
	f.op(i32GeS)
	f.brIf(1)
	body()
	f.step(counter, 1)
	f.br(0)
	f.end()
	f.end()
}

// step adds n to an i32 local.
func (f *function) step(local, n int) {
	f.get(local)
	f.i32(n)
	f.op(i32Add)
	f.set(local)
}
