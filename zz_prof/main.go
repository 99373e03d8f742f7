package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"time"

	"mingce/site"
	"mingce/site/output"
	"mingce/site/publish"
)

func main() {
	content := flag.String("content", "", "")
	out := flag.String("out", "", "")
	cpu := flag.String("cpu", "", "")
	mem := flag.String("mem", "", "")
	gc := flag.Int("gc", 300, "")
	fresh := flag.Bool("fresh", false, "")
	flag.Parse()
	if *mem != "" {
		runtime.MemProfileRate = 4096
	}
	if *cpu != "" {
		f, _ := os.Create(*cpu)
		pprof.StartCPUProfile(f)
	}
	t := time.Now()
	cache := ""
	if folder, err := output.CacheFolder(*out); err == nil {
		if _, err := os.Stat(folder); err == nil {
			cache = folder
		}
	}
	built, found := site.Build(os.DirFS(*content), site.Options{Cache: cache})
	fmt.Println("build", time.Since(t), len(found))
	debug.SetGCPercent(*gc)
	debug.SetMemoryLimit(100<<20 + int64(len(built.Units))*16<<10)
	found, err := publish.Write(built, publish.Options{Dir: *out, Fresh: *fresh})
	fmt.Println("write", time.Since(t), len(found), err)
	pprof.StopCPUProfile()
	if *mem != "" {
		f, _ := os.Create(*mem)
		pprof.Lookup("allocs").WriteTo(f, 0)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println("alloc MB", m.TotalAlloc>>20, "mallocs", m.Mallocs, "gcs", m.NumGC, "sys", m.Sys>>20)
}
