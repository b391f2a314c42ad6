// Judges an HTTP/2 server in plain text on loopback by all of h2spec, strict cases too. Progress goes to standard output; its last
// line is the outcome as JSON.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/summerwind/h2spec/config"
	"github.com/summerwind/h2spec/generic"
	"github.com/summerwind/h2spec/hpack"
	"github.com/summerwind/h2spec/http2"
	"github.com/summerwind/h2spec/spec"
)

type outcome struct {
	Passed  int      `json:"passed"`
	Skipped int      `json:"skipped"`
	Failed  []string `json:"failed"`
}

func main() {
	port := flag.Int("port", 0, "where the server listens")
	flag.Parse()
	judged := outcome{Failed: []string{}}
	for _, group := range []*spec.TestGroup{generic.Spec(), http2.Spec(), hpack.Spec()} {
		group.Test(&config.Config{Host: "127.0.0.1", Port: *port, Path: "/", Timeout: 2 * time.Second, MaxHeaderLen: 4000, Strict: true})
		judged.add(group)
	}
	if err := json.NewEncoder(os.Stdout).Encode(judged); err != nil {
		os.Exit(1)
	}
}

func (judged *outcome) add(group *spec.TestGroup) {
	for _, each := range append(group.Tests, group.StrictTests...) {
		switch result := each.Result; {
		case result == nil || result.Skipped:
			judged.Skipped++
		case result.Failed:
			judged.Failed = append(judged.Failed, fmt.Sprintf("%s: %s: %v", group.Title(), each.Desc, result.Error))
		default:
			judged.Passed++
		}
	}
	for _, inner := range group.Groups {
		judged.add(inner)
	}
}
