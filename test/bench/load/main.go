// Calls a composition function as Crossplane does: gRPC over mutual TLS, from Go. It connects once and then takes orders, one JSON
// object a line on standard input, and answers each with one line.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
)

// An order: send the requests of a folder, in turn, on so many streams, for so long or so often.
type order struct {
	Folder  string  `json:"folder"`
	Streams int     `json:"streams"`
	Seconds float64 `json:"seconds"`
	Count   int64   `json:"count"`
	// Where the answer to each request is written; empty for nowhere.
	Save string `json:"save"`
}

// What an order came to; times in milliseconds.
type outcome struct {
	Count   int64   `json:"count"`
	Seconds float64 `json:"seconds"`
	P50     float64 `json:"p50"`
	P99     float64 `json:"p99"`
	Bytes   int64   `json:"bytes"`
	Error   string  `json:"error,omitempty"`
}

func main() {
	address := flag.String("address", "", "host:port of the function")
	folder := flag.String("certs", "", "folder with the client's tls.crt, tls.key and ca.crt")
	flag.Parse()
	connection, err := connect(*address, *folder)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	answers := json.NewEncoder(os.Stdout)
	lines := bufio.NewScanner(os.Stdin)
	requests := map[string][]request{}
	for lines.Scan() {
		var given order
		var result outcome
		if err := json.Unmarshal(lines.Bytes(), &given); err != nil {
			result.Error = err.Error()
		} else if known, err := read(requests, given.Folder); err != nil {
			result.Error = err.Error()
		} else if given.Save != "" {
			result = save(connection, known, given.Save)
		} else {
			result = run(connection, known, given)
		}
		if err := answers.Encode(result); err != nil {
			os.Exit(1)
		}
	}
}
